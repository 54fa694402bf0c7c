import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { createFinder } from '../../../../src/channels/web/pages/find-page.ts';
import { createSite } from '../../../../src/channels/web/pages/site.ts';
import { focused } from '../../../browsed.ts';
import { hasBrowser } from '../../../browser.ts';
import { bot } from '../../../helper.ts';
import { BASE, DESKTOP, openReading, PHONE, plan } from './reading-stage.ts';
import { conflicts } from './served.ts';

describe.skipIf(!hasBrowser)('the reading pages in a browser', async () => {
  const { on, open, inSight, highlighted } = await openReading();

  describe('finding as one types', () => {
    const find = createFinder(createSite({ plan, conflicts }), bot);
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

    test('shows what comes nearest where no clause has all the words', async () => {
      const page = await open(BASE, PHONE);
      await page.getByRole('searchbox').fill('碳排放交易中心');
      await page.getByText('没有这样的条款，最接近的 5 条').waitFor();
      expect(await shown(page)).toContain('annex.21');
      expect(await page.getByRole('link', { name: '拿这句话去提问' }).isVisible()).toBe(true);
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
        await expect.poll(() => new URL(page.url()).searchParams.get('q')).toBe(query);
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
      await expect.poll(() => new URL(page.url()).search).toBe('');
      expect(await page.locator('main [data-entry][hidden]').count()).toBe(0);
    });

    test('by the Tab key no link stops under the bar or under what is pinned', async () => {
      const page = await open(BASE, PHONE);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      expect(await page.locator(':focus').textContent()).toBe('跳到条款');
      await page.keyboard.press('Enter');
      await focused(page, '#clauses');
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
      await page.locator('#found', { hasText: /^2 条$/ }).waitFor();
      await page.keyboard.press('Enter');
      expect(await page.evaluate('document.activeElement.textContent')).toBe('正文三、（五）2.（3）');
      await inSight(page, '3.5.2.3');
      await page.keyboard.press('Enter');
      await highlighted(page, '3.5.2.3');
      await expect.poll(() => page.getByRole('searchbox').inputValue()).toBe('');
      await page.keyboard.press('/');
      await page.keyboard.type('/浐灞');
      await expect.poll(() => page.getByRole('searchbox').inputValue()).toBe('/浐灞');
      await page.keyboard.press('Escape');
      await expect.poll(() => page.getByRole('searchbox').inputValue()).toBe('');
      await expect.poll(() => page.locator('#found').textContent()).toBe('');
    });

    test('is quick: a letter takes the processor less than a tenth of a second on the whole plan', async () => {
      const page = await open(BASE, DESKTOP);
      const session = await page.context().newCDPSession(page);
      // What the page itself used of the processor: others may keep it waiting.
      await session.send('Performance.enable', { timeDomain: 'threadTicks' });
      const used = async (): Promise<number> => {
        const { metrics } = await session.send('Performance.getMetrics');
        return metrics.find(({ name }) => name === 'ThreadTime')?.value ?? Number.NaN;
      };
      const times: number[] = [];
      for (const letters of ['金', '金融', '金融机', '金融机构', '责任单位', '的']) {
        const before = await used();
        await page.getByRole('searchbox').fill(letters);
        times.push((await used()) - before);
      }
      expect(times.sort((a, b) => a - b)[3]).toBeLessThan(0.1);
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
      await inSight(page, 'annex.21');
    });
  });
});
