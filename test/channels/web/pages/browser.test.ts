import { readFile } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { brings, settled } from '../../../browsed.ts';
import { hasBrowser } from '../../../browser.ts';
import { ask, bot, task } from '../../../helper.ts';
import { openBook, sheetOf, tableOf } from '../../../worklists/read.ts';
import { AXE, BASE, DESKTOP, GAS, NARROW, openReading, PHONE, plan, unitPath } from './reading-stage.ts';

/** What the browser notes of the pages that are not there. */
const MISSING = /status of 404/;
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
  const { app, on, open, inSight, highlighted } = await openReading();

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
        await inSight(page, '3.5.2.3');
        await highlighted(page, '3.5.2.3');
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
      const page = await open('/', size, MISSING);
      for (const path of KINDS_OF_PAGE) {
        await page.goto(`${on.origin}${path}`);
        const width = await page.evaluate<number>('document.documentElement.scrollWidth');
        expect([path, width <= size.viewport.width]).toEqual([path, true]);
      }
    });
  });

  test('at 320 pixels nothing has to be scrolled sideways', async () => {
    const page = await open('/', NARROW, MISSING);
    for (const path of KINDS_OF_PAGE) {
      await page.goto(`${on.origin}${path}`);
      expect([path, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([path, 320]);
    }
  });

  test('a unit in an answer leads to its page, and the copied text stays text', async () => {
    const page = await open('/', { ...DESKTOP, permissions: ['clipboard-read', 'clipboard-write'] });
    await page.getByRole('textbox').fill(GAS);
    await page.keyboard.press('Enter');
    const card = page.locator('.card:not(.waiting)').last();
    await brings(page, '已复制', () => card.getByRole('button', { name: '复制' }).click());
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
    await expect.poll(() => page.getByRole('textbox').inputValue()).toBe(hostile);
    expect(await page.locator('img').count()).toBe(0);
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
    await expect.poll(() => page.evaluate(hasAllAhead)).toBe(true);
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
    await inSight(phone, '4');
    await links.first().waitFor({ state: 'hidden' });
  });

  test('复制链接 puts the address of the clause on the clipboard', async () => {
    const page = await open(BASE, { ...DESKTOP, permissions: ['clipboard-read', 'clipboard-write'] });
    const button = page.getByRole('button', { name: '复制链接：附件任务分解表第21项', exact: true });
    await button.focus();
    await brings(page, '已复制', () => page.keyboard.press('Enter'));
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
    await page.getByRole('region', { name: '选一个行动' }).locator('details[open] li').nth(3).waitFor();
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
      const page = await open('/', { ...DESKTOP, colorScheme, bypassCSP: true }, MISSING);
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
          await settled(page);
          await page.addScriptTag({ path: AXE });
          const violations =
            await page.evaluate(`axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
          violations.filter(({ impact }) => impact !== 'minor')
            .map(({ id, nodes }) => [id, nodes.length, nodes[0].html.slice(0, 160), nodes[0].failureSummary]))`);
          if (Array.isArray(violations) && violations.length > 0) found.push([size.viewport.width, path, violations]);
        }
      }
      expect(found).toEqual([]);
    },
  );
});
