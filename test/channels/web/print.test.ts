import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { newPage, opened } from '../../browsed.ts';
import { hasBrowser } from '../../browser.ts';
import { bot } from '../../helper.ts';
import { appWithPages } from './pages/served.ts';

const BASE = `/plans/${bot.plan.id}`;
const GAS = '天然气交易中心由哪个单位负责';
/** Fewer letters than this on a sheet that is not the last leave it nearly empty. */
const FEWEST = 200;

describe.skipIf(!hasBrowser)('on paper', async () => {
  const app = await appWithPages();
  const on = opened(app);
  let page: Page;

  beforeAll(async () => {
    page = await newPage(on.browser, { colorScheme: 'dark' });
  });

  /** How many letters stand on each sheet of the page as printed. */
  const sheets = async (): Promise<readonly number[]> => {
    const data = new Uint8Array(await page.pdf({ preferCSSPageSize: true }));
    const pdf = await getDocument({ data, verbosity: 0 }).promise;
    const counts: number[] = [];
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const { items } = await (await pdf.getPage(number)).getTextContent();
      counts.push(items.reduce((sum, item) => sum + ('str' in item ? item.str.trim().length : 0), 0));
    }
    return counts;
  };

  test.each([
    ['', 30],
    ['/matrix', 1],
    ['/actions/6', 2],
    ['/units', 4],
    ['/indicators', 3],
  ])('%j takes at most %d sheets, none of them nearly empty', async (path, most) => {
    await page.goto(`${on.origin}${BASE}${path}`);
    const counts = await sheets();
    expect([counts.length <= most, counts]).toEqual([true, counts]);
    expect(counts.slice(0, -1).filter((letters) => letters < FEWEST)).toEqual([]);
  });

  test('a question and its answer stand with their sources open and the day, without buttons', async () => {
    for (const way of ['chat', 'answer']) {
      if (way === 'answer') await page.goto(`${on.origin}/answer?${new URLSearchParams({ q: GAS })}`);
      else {
        await page.goto(on.origin);
        await page.getByRole('textbox').fill(GAS);
        await page.keyboard.press('Enter');
        await page.locator('.card.answered').waitFor();
      }
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('.asked-on').textContent()).toMatch(/^\d{4}年\d{1,2}月\d{1,2}日提问$/);
      expect(await page.locator('.asked-on').isVisible()).toBe(true);
      const quotes = await page.locator('blockquote').all();
      expect(quotes.length).toBeGreaterThan(1);
      for (const quote of quotes) expect((await quote.boundingBox())?.height ?? 0).toBeGreaterThan(8);
      for (const hidden of ['.ask', '.places', '.options.small', '.in-place'])
        expect([hidden, await page.locator(hidden).first().isVisible()]).toEqual([hidden, false]);
      expect((await sheets()).length).toBe(1);
      await page.emulateMedia({ media: null });
    }
  });

  test('figures are black on white, whatever the colours of the screen', async () => {
    await page.goto(`${on.origin}${BASE}/matrix`);
    await page.emulateMedia({ media: 'print' });
    const colours =
      await page.evaluate(`[...new Set([...document.querySelectorAll('.matrix :is(.responsible, .supporting)')]
      .map((node) => getComputedStyle(node)).map(({ color, backgroundColor }) => color + ' ' + backgroundColor))]`);
    expect(colours).toEqual(['rgb(0, 0, 0) rgba(0, 0, 0, 0)']);
  });
});
