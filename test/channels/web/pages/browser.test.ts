import { readFile } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { createRequire } from 'node:module';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { createFinder } from '../../../../src/channels/web/pages/find-page.ts';
import { createSite } from '../../../../src/channels/web/pages/site.ts';
import { browse, watch } from '../../../browsed.ts';
import { hasBrowser } from '../../../browser.ts';
import { ask, bot, task } from '../../../helper.ts';
import { openBook, sheetOf, tableOf } from '../../../worklists/read.ts';
import { appWithPages, conflicts } from './served.ts';

const { plan } = bot;
const BASE = `/plans/${plan.id}`;
const GAS = '天然气交易中心由哪个单位负责';
const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
const NARROW = { viewport: { width: 320, height: 568 }, isMobile: true, hasTouch: true };
const DESKTOP = { viewport: { width: 1280, height: 900 } };
const unitPath = (name: string) => `${BASE}/units/${encodeURIComponent(name)}`;
const KINDS_OF_PAGE = [
  '/',
  BASE,
  `${BASE}#annex.21`,
  `${BASE}?q=${encodeURIComponent('天然气')}`,
  `${BASE}/units`,
  unitPath('浐灞生态区'),
  unitPath('各区县'),
  `${BASE}/actions`,
  `${BASE}/actions/6`,
  `${BASE}/matrix`,
  `${BASE}/indicators`,
  `${BASE}/clauses/annex.21`,
  `/answer?q=${encodeURIComponent('市财政局负责哪些任务')}`,
  '/plans/nothing',
  '/nothing',
];

/** Opens the workbook as a spreadsheet program would: the rows are the plan's, one by one. */
const expectRowsOfThePlan = async (path: string, unit: string): Promise<void> => {
  const book = await openBook(await readFile(path));
  const { tasks } = ask(`${unit}负责哪些任务`);
  expect(tasks.length).toBeGreaterThan(0);
  expect(tableOf(sheetOf(book, '任务清单')).slice(0, tasks.length)).toMatchObject(
    tasks.map((number, at) => {
      const { body, row } = task(number);
      const 本年目标 = row.targets.find(({ year }) => year === 2021)?.text ?? '';
      return { 序号: `${at + 1}`, 任务: `${body.title}（第${number}项）`, 本年目标, 责任人: '', 进展: '' };
    }),
  );
};

describe.skipIf(!hasBrowser)('the reading pages in a browser', async () => {
  const app = await appWithPages();
  const on = browse(app);

  const open = async (path: string, options: BrowserContextOptions = {}): Promise<Page> => {
    const context = await on.browser.newContext({ locale: 'zh-CN', reducedMotion: 'reduce', ...options });
    context.setDefaultTimeout(10_000);
    const page = await context.newPage();
    watch(on, page);
    await page.goto(`${on.origin}${path}`);
    return page;
  };

  /** True when the clause is wholly or mostly in sight, below what sticks to the top. */
  const isInSight = (page: Page, id: string): Promise<boolean> =>
    page.evaluate(`(() => {
      const { top } = document.getElementById('${id}').getBoundingClientRect();
      const bar = document.querySelector('.find')?.getBoundingClientRect().bottom ?? 0;
      return top >= bar - 1 && top < innerHeight / 2;
    })()`);

  const isHighlighted = (page: Page, id: string): Promise<boolean> =>
    page.evaluate(`(() => {
      const node = document.getElementById('${id}');
      const colour = (of) => getComputedStyle(of).backgroundColor;
      return node.matches(':target') && colour(node) !== colour(document.body) && colour(node) !== 'rgba(0, 0, 0, 0)';
    })()`);

  describe.each([
    ['a phone', PHONE],
    ['a desktop', DESKTOP],
  ])('on %s', (_, size) => {
    test.each(['light', 'dark'] as const)(
      'in %s colours: ask → source → clause in place → unit → file',
      async (colorScheme) => {
        const page = await open('/', { ...size, colorScheme });
        await page.getByRole('textbox', { name: '向这份计划提问' }).fill(GAS);
        await page.getByRole('button', { name: '发送' }).click();
        const card = page.locator('.card:not(.waiting)').last();
        await card.locator('summary').first().click();
        await card.getByRole('link', { name: '在全文中查看：正文三、（五）2.（3）' }).click();
        await page.getByRole('dialog').getByRole('link', { name: '在全文中查看' }).click();
        await page.waitForURL(`${on.origin}${BASE}#3.5.2.3`);
        expect(await isInSight(page, '3.5.2.3')).toBe(true);
        expect(await isHighlighted(page, '3.5.2.3')).toBe(true);
        await page.locator('[id="3.5.2.3"]').getByRole('link', { name: '市发改委' }).click();
        await page.waitForURL(`${on.origin}${unitPath('市发改委')}`);
        expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('市发改委');
        const [file] = await Promise.all([
          page.waitForEvent('download'),
          page.getByRole('link', { name: '2021年工作清单，Excel' }).click(),
        ]);
        expect(file.suggestedFilename()).toContain('市发改委2021年');
        await expectRowsOfThePlan(await file.path(), '市发改委');
        await page.goBack();
        await page.goBack();
        await page.getByRole('dialog', { name: '正文三、（五）2.（3）' }).waitFor();
        expect(await page.locator('.bubble').allInnerTexts()).toEqual([GAS]);
      },
    );

    test('nothing has to be scrolled sideways but what says so', async () => {
      const page = await open('/', size);
      for (const path of KINDS_OF_PAGE) {
        await page.goto(`${on.origin}${path}`);
        const width = await page.evaluate<number>('document.documentElement.scrollWidth');
        expect([path, width <= size.viewport.width]).toEqual([path, true]);
      }
      on.wrongs = on.wrongs.filter((wrong) => !wrong.includes('404'));
    });
  });

  test('at 320 pixels nothing has to be scrolled sideways', async () => {
    const page = await open('/', NARROW);
    for (const path of KINDS_OF_PAGE) {
      await page.goto(`${on.origin}${path}`);
      expect([path, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([path, 320]);
    }
    on.wrongs = on.wrongs.filter((wrong) => !wrong.includes('404'));
  });

  test('a unit in an answer leads to its page, and the copied text stays text', async () => {
    const page = await open('/', { ...DESKTOP, permissions: ['clipboard-read', 'clipboard-write'] });
    await page.getByRole('textbox').fill(GAS);
    await page.keyboard.press('Enter');
    const card = page.locator('.card:not(.waiting)').last();
    await card.getByRole('button', { name: '复制' }).click();
    await page.getByRole('button', { name: '已复制' }).waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(bot.ask({ text: GAS, history: [] }).text);
    await card.locator('.text').getByRole('link', { name: '高新区' }).click();
    await page.waitForURL(`${on.origin}${unitPath('高新区')}`);
  });

  test('a question handed over stands in the box, unsent, and a reload does not bring it back', async () => {
    const page = await open(unitPath('市财政局'), DESKTOP);
    await page.getByRole('link', { name: '市财政局2021年要做什么？' }).click();
    await page.waitForURL(`${on.origin}/`);
    expect(await page.getByRole('textbox').inputValue()).toBe('市财政局2021年要做什么？');
    expect(await page.locator('.turn').count()).toBe(0);
    await page.keyboard.press('Enter');
    await page.locator('.card:not(.waiting)').waitFor();
    await page.reload();
    expect(await page.getByRole('textbox').inputValue()).toBe('');
  });

  test('a question handed over is text only', async () => {
    const hostile = '<img src=x onerror=alert(1)>';
    const page = await open(`/?q=${encodeURIComponent(hostile)}`, DESKTOP);
    expect(await page.getByRole('textbox').inputValue()).toBe(hostile);
    expect(await page.locator('img').count()).toBe(0);
  });

  describe('finding as one types', () => {
    const find = createFinder(createSite({ plan, conflicts }), bot.read);
    const shown = (page: Page): Promise<string[]> =>
      page.evaluate(`[...document.querySelectorAll('[data-found]')].map(({ id }) => id)`);

    test('shows, counts and marks the same clauses as the page of results', async () => {
      const page = await open(BASE, DESKTOP);
      const box = page.getByRole('searchbox', { name: '查找条款' });
      const queries = [
        '天然气',
        '到2022年',
        '高新区 指数',
        '第21项',
        '２．７０',
        '责任单位',
        '金融机构壮大行动',
        'cf40',
        '(1)',
        '浐灞',
        '高新区 2022',
      ];
      expect(find('高新区 2022').besides?.clauses.length).toBeGreaterThan(5);
      for (const query of queries) {
        await box.fill(query);
        const { clauses, besides } = find(query);
        const wanted = [...clauses, ...(besides?.clauses ?? [])].map(({ id }) => id);
        const more = besides ? `，(?:读作“.+”|按名称)另有 ${besides.clauses.length} 条` : '';
        const said = new RegExp(`^${clauses.length} 条${more}$`);
        await page.locator('#found', { hasText: said }).waitFor();
        expect([query, (await shown(page)).sort()]).toEqual([query, [...wanted].sort()]);
        const unmarked = await page.evaluate(
          `[...document.querySelectorAll('[data-found]')].filter((node) => !node.querySelector('mark')).map(({ id }) => id)`,
        );
        expect([query, unmarked]).toEqual([query, []]);
      }
      const before = await page.evaluate(`document.querySelector('[id="3.5.2.3"] .words').textContent`);
      await box.fill('');
      expect(await page.locator('main mark').count()).toBe(0);
      expect(await page.evaluate(`document.querySelector('[id="3.5.2.3"] .words').textContent`)).toBe(before);
      expect(await page.evaluate(`document.querySelectorAll('.text [hidden]').length`)).toBe(0);
    });

    test('says so where there is nothing', async () => {
      const page = await open(BASE, PHONE);
      await page.getByRole('searchbox').fill('地铁八号线');
      await page.getByText('没有这样的条款').waitFor();
      expect(await page.locator('.text .clause:visible').count()).toBe(0);
      await page.getByRole('link', { name: '拿这句话去提问' }).click();
      await page.waitForURL(`${on.origin}/`);
      expect(await page.getByRole('textbox').inputValue()).toBe('地铁八号线');
    });

    test.each(['財政局', 'zhengjianju', '证监局 2021', 'fgw', '证监局2022年'])(
      '%s is read as the chat reads it, on the page and on the page of results',
      async (query) => {
        const { clauses, read } = find(query);
        expect(clauses.length).toBeGreaterThan(0);
        expect(read).toBeDefined();
        const page = await open(BASE, DESKTOP);
        await page.getByRole('searchbox').fill(query);
        await page.locator('[data-found] mark').first().waitFor();
        const ids = clauses.map(({ id }) => id);
        expect((await shown(page)).sort()).toEqual([...ids].sort());
        expect(await page.locator('#found').textContent()).toMatch(new RegExp(`^${ids.length} 条`));
        expect(new URL(page.url()).searchParams.get('q')).toBe(query);
        await page.reload();
        expect(await page.locator('.hits > li').count()).toBe(ids.length);
      },
    );

    test('what folds to nothing finds nothing and hangs nothing', async () => {
      const page = await open(BASE, DESKTOP);
      for (const query of ['\u3000\u3000', '…', '\u200b', '⠀', '﷽']) {
        await page.getByRole('searchbox').fill(query);
        await page.locator('#found', { hasNotText: '正在' }).waitFor({ state: 'attached' });
      }
      await page.getByRole('searchbox').fill('');
      expect(new URL(page.url()).search).toBe('');
      expect(await page.locator('main [data-entry][hidden]').count()).toBe(0);
    });

    test('by the Tab key no link stops under the bar or under what is pinned', async () => {
      const page = await open(BASE, PHONE);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      expect(await page.locator(':focus').textContent()).toBe('跳到条款');
      await page.keyboard.press('Enter');
      expect(await page.evaluate('document.activeElement.id')).toBe('clauses');
      const hidden: unknown[] = [];
      for (let stop = 0; stop < 40; stop += 1) {
        await page.keyboard.press(stop < 30 ? 'Tab' : 'Shift+Tab');
        hidden.push(
          await page.evaluate(`(() => {
            const node = document.activeElement;
            const { top, bottom } = node.getBoundingClientRect();
            const bar = document.querySelector('.find').getBoundingClientRect();
            const under = top < bar.bottom - 1 && bottom > bar.top && !node.closest('.find');
            return under ? [node.textContent, top, bar.bottom] : undefined;
          })()`),
        );
      }
      expect(hidden.filter((found) => found !== undefined)).toEqual([]);
    });

    test('目录 and 回到顶部 are in sight wherever one reads', async () => {
      const page = await open(`${BASE}#annex.40`, PHONE);
      await page.getByRole('navigation', { name: '页内' }).getByRole('link', { name: '目录' }).tap();
      await page.locator('.outline a').first().waitFor();
      await page.goto(`${on.origin}${BASE}#annex.40`);
      await page.getByRole('link', { name: '回到顶部' }).tap();
      await expect.poll(() => page.evaluate('window.scrollY')).toBeLessThan(400);
    });

    test('with keys only: / to find, Enter to the first, Esc to clear', async () => {
      const page = await open(BASE, DESKTOP);
      await page.keyboard.press('/');
      await page.keyboard.type('天然气');
      expect(await page.locator('#found').textContent()).toBe('2 条');
      await page.keyboard.press('Enter');
      expect(await page.evaluate('document.activeElement.textContent')).toBe('正文三、（五）2.（3）');
      expect(await isInSight(page, '3.5.2.3')).toBe(true);
      await page.keyboard.press('Enter');
      expect(await isHighlighted(page, '3.5.2.3')).toBe(true);
      expect(await page.getByRole('searchbox').inputValue()).toBe('');
      await page.keyboard.press('/');
      await page.keyboard.type('/浐灞');
      expect(await page.getByRole('searchbox').inputValue()).toBe('/浐灞');
      await page.keyboard.press('Escape');
      expect(await page.getByRole('searchbox').inputValue()).toBe('');
      expect(await page.locator('#found').textContent()).toBe('');
    });

    test('is quick: under a tenth of a second a letter on the whole plan', async () => {
      const page = await open(BASE, DESKTOP);
      const ms = await page.evaluate(`(() => {
        const box = document.getElementById('find');
        const times = ['金', '金融', '金融机', '金融机构', '责任单位', '的'].map((value) => {
          const from = performance.now();
          box.value = value;
          box.dispatchEvent(new Event('input'));
          return performance.now() - from;
        });
        return times.sort((a, b) => a - b)[3];
      })()`);
      expect(ms).toBeLessThan(100);
    });

    test('without a script the form leads to a page of results', async () => {
      const page = await open(BASE, { ...PHONE, javaScriptEnabled: false });
      await page.locator('.outline summary').tap();
      expect(await page.locator('.outline a').first().isVisible()).toBe(true);
      await page.getByRole('searchbox').fill('天然气');
      await page.getByRole('button', { name: '查找' }).tap();
      await page.waitForURL(/q=/);
      expect(await page.getByText('共 2 条').isVisible()).toBe(true);
      await page.getByRole('link', { name: '附件任务分解表第21项' }).tap();
      await page.waitForURL(/#annex\.21$/);
      expect(await isInSight(page, 'annex.21')).toBe(true);
    });
  });

  test.each(['/', BASE, `${BASE}/matrix`])('%s is painted without waiting for any other file', async (path) => {
    const page = await open(path, PHONE);
    await page.waitForLoadState('load');
    const blocking = await page.evaluate<string[]>(`performance.getEntriesByType('resource')
      .filter(({ renderBlockingStatus }) => renderBlockingStatus === 'blocking').map(({ name }) => name)`);
    expect(blocking).toEqual([]);
  });

  test.each([
    ['/', ['ground.css', 'base.css', 'page.css', 'feedback.css', 'source.css', 'box.css']],
    [
      BASE,
      [
        ...['ground.css', 'base.css'],
        ...['reading.css', 'plan.css', 'units.css', 'figures.css', 'charts.css'].map((name) => `pages/${name}`),
      ],
    ],
  ])('the styles in %s say what the sheets say', async (path, sheets) => {
    const page = await open(path);
    const folder = new URL('../../../../src/channels/web/', import.meta.url);
    const written = await Promise.all(sheets.map((sheet) => readFile(new URL(sheet, folder), 'utf8')));
    const [said, meant] = await page.evaluate<[string[], string[]]>(`(() => {
      const meant = new CSSStyleSheet();
      meant.replaceSync(${JSON.stringify(written.join('\n'))});
      return [document.styleSheets[0], meant].map(({ cssRules }) =>
        [...cssRules].map(({ cssText }) => cssText.replace(/([,:])\\s+/g, '$1')));
    })()`);
    expect(said.length).toBeGreaterThan(100);
    expect(said).toEqual(meant);
  });

  test('a second page asks for nothing but itself, and every script runs', async () => {
    const page = await open(BASE, DESKTOP);
    await page.locator('.copy-link').first().waitFor({ state: 'attached' });
    const hasAllAhead = `(() => {
      const ahead = document.querySelector('meta[name="next-page"]').content.split(' ');
      const ended = performance.getEntriesByType('resource').filter(({ responseEnd }) => responseEnd > 0);
      return ahead.every((href) => ended.some(({ name }) => name.endsWith(href)));
    })()`;
    await expect.poll(() => page.evaluate(hasAllAhead), { timeout: 20_000 }).toBe(true);
    const asked: string[] = [];
    const note = ({ url }: IncomingMessage): number => asked.push(`${url}`);
    app.server.on('request', note);
    await page.getByRole('link', { name: '单位', exact: true }).first().click();
    await page.waitForURL(/units$/);
    await page.waitForLoadState('networkidle');
    app.server.off('request', note);
    expect(asked).toEqual([`${BASE}/units`]);
  });

  test('the outline stands beside the text on a desktop, and folds on a phone', async () => {
    const desktop = await open(BASE, DESKTOP);
    expect(await desktop.getByRole('navigation', { name: '目录' }).isVisible()).toBe(true);
    const phone = await open(BASE, PHONE);
    const links = phone.locator('.outline a');
    expect(await links.first().isVisible()).toBe(false);
    await phone.locator('.outline summary').tap();
    await links.filter({ hasText: '四、实施保障' }).tap();
    expect(await isInSight(phone, '4')).toBe(true);
    expect(await links.first().isVisible()).toBe(false);
  });

  test('复制链接 puts the address of the clause on the clipboard', async () => {
    const page = await open(BASE, { ...DESKTOP, permissions: ['clipboard-read', 'clipboard-write'] });
    const button = page.getByRole('button', { name: '复制链接：附件任务分解表第21项', exact: true });
    await button.focus();
    await page.keyboard.press('Enter');
    await page.getByText('已复制').waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(`${on.origin}${BASE}#annex.21`);
  });

  test('on a phone a unit or an action is chosen first, and a count leads to its tasks', async () => {
    const page = await open(`${BASE}/matrix`, PHONE);
    expect(await page.locator('.matrix').isVisible()).toBe(false);
    const units = page.getByRole('region', { name: '选一个单位' });
    await units.locator('summary', { hasText: '市财政局' }).tap();
    const row = units.locator('details[open] li').first();
    const action = await row.getByRole('link').first().textContent();
    const count = (await row.getByRole('link').nth(1).textContent())?.replace(/\D/g, '');
    await row.getByRole('link').nth(1).tap();
    await page.waitForURL(/#(?:responsible|supporting)-\d+$/);
    expect(await page.locator(':target').textContent()).toBe(`${action} ${count} 项`);
    await page.goBack();
    await page.getByRole('region', { name: '选一个行动' }).locator('summary').first().tap();
    expect(await page.getByRole('region', { name: '选一个行动' }).locator('details[open] li').count()).toBeGreaterThan(
      3,
    );
  });

  test('on a phone the table of an action becomes a card for each task, its cells named', async () => {
    const page = await open(`${BASE}/actions/6`, PHONE);
    const rows = page.getByRole('row');
    const { tasks } = plan.actions.find(({ number }) => number === 6) ?? { tasks: [] };
    expect(await page.locator('.tasks thead').isVisible()).toBe(false);
    expect(await rows.count()).toBe(tasks.length);
    const [first] = await page.evaluate<string[]>(
      `[...document.querySelectorAll('.tasks td')].map((cell) => getComputedStyle(cell, '::before').content)`,
    );
    expect(first).toBe(`"${plan.tasks[0]?.row.targets[0]?.year}年目标"`);
    expect(await page.evaluate(`document.querySelector('.tasks').getBoundingClientRect().right <= innerWidth`)).toBe(
      true,
    );
  });

  test('the heads of the matrix stay in sight', async () => {
    const page = await open(`${BASE}/matrix`, { viewport: { width: 720, height: 600 } });
    await page.evaluate(`document.querySelector('.tall').scrollTo(400, 400)`);
    const places = await page.evaluate<number[]>(`(() => {
      const node = document.querySelector('.tall');
      const box = node.getBoundingClientRect();
      const head = node.querySelector('thead th:last-child').getBoundingClientRect();
      const name = node.querySelector('tbody th').getBoundingClientRect();
      return [Math.round(head.top - box.top), Math.round(name.left - box.left)];
    })()`);
    expect(places.map((place) => Math.abs(place) <= 1)).toEqual([true, true]);
  });

  test('on paper: no navigation, the whole plan, black on white', async () => {
    const page = await open(BASE, DESKTOP);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    for (const name of ['.places', '.find', '.outline', '.skip', '.copy-link'])
      expect([name, await page.locator(name).first().isVisible()]).toEqual([name, false]);
    expect(await page.locator('[id="annex.57"]').isVisible()).toBe(true);
    const colours = 'getComputedStyle(document.body).color + getComputedStyle(document.body).backgroundColor';
    expect(await page.evaluate(colours)).toBe('rgb(0, 0, 0)rgb(255, 255, 255)');
  });

  /** An answer with its first source beside it. */
  const openSource = async (page: Page): Promise<void> => {
    const before = await page.locator('.turn').count();
    await page.getByRole('textbox').fill(GAS);
    await page.keyboard.press('Enter');
    const card = page.locator('.turn').nth(before).locator('.card:not(.waiting)');
    await card.locator('summary').first().click();
    await card.locator('.lines a').first().click();
    await page.getByRole('dialog').locator('.pointed').waitFor();
  };

  test.each(['light', 'dark'] as const)(
    'axe finds nothing serious or moderate on any kind of page in %s colours',
    async (colorScheme) => {
      const page = await open('/', { ...DESKTOP, colorScheme, bypassCSP: true });
      const found: unknown[] = [];
      for (const { size, paths } of [
        { size: DESKTOP, paths: KINDS_OF_PAGE },
        { size: PHONE, paths: KINDS_OF_PAGE.filter((path) => !path.includes('/units')) },
      ]) {
        await page.setViewportSize(size.viewport);
        for (const path of paths) {
          await page.goto('about:blank');
          await page.goto(`${on.origin}${path}`);
          if (path === '/') await openSource(page);
          await page.addScriptTag({ path: AXE });
          const violations =
            await page.evaluate(`axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
          violations.filter(({ impact }) => impact !== 'minor')
            .map(({ id, nodes }) => [id, nodes.length, nodes[0].html.slice(0, 160), nodes[0].failureSummary]))`);
          if (Array.isArray(violations) && violations.length > 0) found.push([size.viewport.width, path, violations]);
        }
      }
      on.wrongs = on.wrongs.filter((wrong) => !wrong.includes('404') && !wrong.startsWith('request to null'));
      expect(found).toEqual([]);
    },
    120_000,
  );
});
