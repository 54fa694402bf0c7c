import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newPage } from '../../browsed.ts';
import { hasBrowser, launchBrowser } from '../../browser.ts';
import { bot } from '../../helper.ts';
import { appWithPage } from './served.ts';

const QUESTIONS = ['天然气交易中心由哪个单位负责', '市财政局负责哪些任务', '年保费收入三年目标'];
const TURNS = 200;
const { title: planTitle, number: planNumber } = bot.plan.document;

describe.skipIf(!hasBrowser)('a long conversation in a browser', async () => {
  const app = await appWithPage(bot.ask, { planTitle, planNumber, examples: [] });
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    await app.listen({ host: '127.0.0.1', port: 0 });
    browser = await launchBrowser();
    page = await newPage(browser);
    await page.goto(`http://127.0.0.1:${(app.server.address() as AddressInfo).port}`);
  });

  afterAll(async () => {
    await browser?.close();
    await app.close();
  });

  const ask = async (question: string): Promise<void> => {
    const before = await page.locator('.turn').count();
    await page.getByRole('textbox').fill(question);
    await page.keyboard.press('Enter');
    await page.locator(`.turn:nth-of-type(${before + 1}) .card:not(.waiting)`).waitFor();
  };

  /** The same few turns again and again, as the page keeps them. */
  const seed = (count: number): Promise<unknown> =>
    page.evaluate(`(() => {
      const kept = Object.keys(sessionStorage).filter((key) => key.startsWith('wenji.turn.')).map((key) => sessionStorage[key]);
      for (let at = 0; at < ${count}; at += 1) sessionStorage.setItem('wenji.turn.' + at, kept[at % kept.length]);
      sessionStorage.setItem('wenji.range', JSON.stringify({ from: 0, to: ${count} }));
    })()`);

  test(`all of ${TURNS} turns survive a reload, the last in sight`, async () => {
    for (const question of QUESTIONS) await ask(question);
    await seed(TURNS);
    await page.reload();
    await page
      .locator('.turn')
      .nth(TURNS - 1)
      .waitFor();
    expect(await page.locator('.turn').count()).toBe(TURNS);
    expect(await page.locator('.lost').count()).toBe(0);
    const top = await page.evaluate(`document.querySelector('.turn:last-child').getBoundingClientRect().top`);
    expect(top).toBeGreaterThanOrEqual(0);
    await ask('第21项是什么');
    await page.reload();
    await page.locator('.turn').nth(TURNS).waitFor();
  });

  test('what is far from the window is not laid out, and no turn holds a form until one is asked for', async () => {
    const isLaidOut = (turn: string) =>
      page.evaluate(`document.querySelector('.turn${turn} .text').checkVisibility({ contentVisibilityAuto: true })`);
    await expect.poll(async () => [await isLaidOut(''), await isLaidOut(':last-child')]).toEqual([false, true]);
    expect(await page.evaluate('document.forms.length')).toBe(1);
  });

  test('where the browser keeps no more, the oldest make room and the page says how many are gone', async () => {
    await page.evaluate(`(() => {
      for (let size = 4_000_000; size >= 1000; size /= 2)
        for (let at = 0; at < 8; at += 1)
          try { sessionStorage.setItem('filler.' + size + '.' + at, 'x'.repeat(size)); } catch { break; }
    })()`);
    await ask('市财政局负责哪些任务');
    await page.reload();
    await page.locator('.lost').waitFor();
    const said = await page.locator('.lost').textContent();
    const [lost = 0, kept = 0] = [...`${said}`.matchAll(/\d+/g)].map(Number);
    expect(said).toBe(`更早的 ${lost} 问没有保留，下面是最近的 ${kept} 问。`);
    expect(lost + kept).toBe(TURNS + 2);
    expect(await page.locator('.turn').count()).toBe(kept);
    expect(await page.locator('.bubble').last().textContent()).toBe('市财政局负责哪些任务');
  });
});
