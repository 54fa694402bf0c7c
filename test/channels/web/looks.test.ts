import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { onePlan } from '../../../src/channels/asked-plans.ts';
import { withLists } from '../../../src/channels/with-lists.ts';
import { newPage } from '../../browsed.ts';
import { hasBrowser, launchBrowser } from '../../browser.ts';
import { bot } from '../../helper.ts';
import { openBook, sheetOf, tableOf } from '../../worklists/read.ts';
import { appWithPages } from './pages/served.ts';

const BASE = `/plans/${bot.plan.id}`;
const LIST = '高新区负责但市财政局不负责的任务';

describe.skipIf(!hasBrowser)('how the pages look and what they hand out', async () => {
  const lists = withLists(bot.ask, { plans: onePlan(bot), now: () => 0 });
  const app = await appWithPages(undefined, lists);
  let browser: Browser;
  let origin: string;

  const open = async (path: string, options: BrowserContextOptions = {}): Promise<Page> => {
    const page = await newPage(browser, options);
    await page.goto(`${origin}${path}`);
    return page;
  };

  const ask = async (page: Page, question: string): Promise<void> => {
    const before = await page.locator('.turn').count();
    await page.getByRole('textbox').fill(question);
    await page.getByRole('button', { name: '发送' }).click();
    await page.locator('.turn').nth(before).locator('.card:not(.waiting)').waitFor();
  };

  beforeAll(async () => {
    await app.listen({ host: '127.0.0.1', port: 0 });
    origin = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
    browser = await launchBrowser();
  });

  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
  });

  afterAll(async () => {
    await browser?.close();
    await app.close();
  });

  test.each([320, 347, 360, 390, 414])('at %d pixels no line ends within 2020—2022年', async (width) => {
    const page = await open('/', { viewport: { width, height: 700 } });
    await ask(page, '这份计划的全称是什么');
    for (const path of ['/', BASE, `${BASE}/units`]) {
      if (path !== '/') await page.goto(`${origin}${path}`);
      const lines = await page.evaluate<number[]>(`[...document.querySelectorAll('.whole-span')]
        .filter((node) => node.checkVisibility()).map((node) => node.getClientRects().length)`);
      expect(lines.length).toBeGreaterThan(0);
      expect([path, lines.filter((count) => count !== 1)]).toEqual([path, []]);
    }
  });

  test('Chinese letters come first, so that quotes are as wide as they; English ones where the text is English', async () => {
    const page = await open('/');
    const family = 'getComputedStyle(document.body).fontFamily';
    expect(await page.evaluate<string>(family)).toMatch(/^"PingFang SC", "Microsoft YaHei"/);
    await ask(page, 'Who is responsible for the natural gas trading centre?');
    const inCard = (what: string) =>
      page.evaluate<string>(`getComputedStyle(document.querySelector('${what}')).fontFamily`);
    expect(await inCard('.card')).toMatch(/^system-ui/);
    expect(await inCard('.card blockquote')).toMatch(/^"PingFang SC"/);
  });

  test.each(['light', 'dark'] as const)(
    'in colours that the reader forces, %s, lines tell what colours told',
    async (colorScheme) => {
      const page = await open(`${BASE}/matrix`, { colorScheme, forcedColors: 'active' });
      const style = (selector: string, property: string) =>
        page.evaluate<string>(`getComputedStyle(document.querySelector('${selector}')).${property}`);
      expect(await style('.places [aria-current]', 'borderBottomColor')).not.toBe(
        await style('.places a:not([aria-current])', 'borderBottomColor'),
      );
      expect(await style('.matrix a.responsible', 'borderTopStyle')).toBe('double');
      expect(await style('.matrix a.supporting', 'borderTopStyle')).toBe('solid');
      await page.goto(`${origin}${BASE}#annex.21`);
      expect(await style('[id="annex.21"]', 'borderLeftColor')).not.toBe(
        await style('[id="annex.20"]', 'borderLeftColor'),
      );
    },
  );

  test.each(['发个表', '导出', 'excel', '给我表格', '下载'])(
    '%s gives the file of the list just shown',
    async (wording) => {
      const page = await open('/', { acceptDownloads: true });
      await ask(page, LIST);
      await ask(page, wording);
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page
          .locator('.card')
          .last()
          .getByRole('link', { name: /下载 Excel|Download Excel/ })
          .click(),
      ]);
      expect(file.suggestedFilename()).toMatch(/\.xlsx$/);
      const rows = tableOf(sheetOf(await openBook(await readFile(await file.path())), '任务清单'));
      const numbers = rows.flatMap((row) => /（第(\d+)项）$/.exec(`${row.任务}`)?.[1] ?? []).map(Number);
      expect(numbers).toEqual(bot.ask({ text: LIST, history: [] }).tasks);
    },
  );

  test('without scripts the file is a link too', async () => {
    const page = await open('/', { javaScriptEnabled: false });
    await page.getByRole('textbox').fill(LIST);
    await page.getByRole('button', { name: '发送' }).click();
    await page.locator('.bubble', { hasText: LIST }).waitFor();
    await page.getByRole('textbox').fill('导出');
    await page.getByRole('button', { name: '发送' }).click();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '下载 Excel' }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/\.xlsx$/);
  });
});
