import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { browse, newPage, settled, watch } from '../../browsed.ts';
import { hasBrowser } from '../../browser.ts';
import { bot } from '../../helper.ts';
import { appWithPages } from './pages/served.ts';

const GAS = '天然气交易中心由哪个单位负责';
const PLACE = '正文三、（五）2.（3）';
const BASE = `/plans/${bot.plan.id}`;
const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
const DESKTOP = { viewport: { width: 1280, height: 800 } };

describe.skipIf(!hasBrowser)('a source beside the chat', async () => {
  const app = await appWithPages();
  const on = browse(app);

  /** The page with some turns, so that there is a place to keep, and the last one's first source unfolded. */
  const open = async (options: BrowserContextOptions): Promise<Page> => {
    const page = await newPage(on.browser, options);
    watch(on, page);
    await page.goto(on.origin);
    for (const [at, question] of ['第5项是什么', '市财政局负责哪些任务', GAS].entries()) {
      await page.getByRole('textbox', { name: '向这份计划提问' }).fill(question);
      await page.getByRole('button', { name: '发送' }).click();
      await page.locator('.turn').nth(at).locator('.card:not(.waiting)').waitFor();
    }
    await card(page).locator('summary').first().click();
    return page;
  };

  const card = (page: Page): Locator => page.locator('.card').last();
  const panel = (page: Page): Locator => page.getByRole('dialog', { name: PLACE });
  const link = (page: Page): Locator => card(page).getByRole('link', { name: `在全文中查看：${PLACE}` });
  const topOf = async (locator: Locator): Promise<number> => Math.round((await locator.boundingBox())?.y ?? Number.NaN);
  const isBack = (page: Page): Promise<void> => page.locator('a[href$="#3.5.2.3"]:focus').waitFor();

  test.each([
    ['a desktop', DESKTOP],
    ['a phone', PHONE],
  ])('on %s: opens with the clause pointed at, Back closes it and the reader is where he was', async (_, size) => {
    const page = await open(size);
    const before = await topOf(link(page));
    await link(page).click();
    await panel(page).waitFor();
    expect(new URL(page.url()).pathname).toBe('/');
    expect(await panel(page).locator('.pointed').textContent()).toContain('推动设立天然气交易中心');
    expect(await panel(page).textContent()).toContain('附件任务分解表第21项');
    expect(await page.locator(':focus').textContent()).toBe(PLACE);
    await page.goBack();
    await isBack(page);
    expect(await panel(page).count()).toBe(0);
    expect(Math.abs((await topOf(link(page))) - before)).toBeLessThanOrEqual(1);
    expect(await card(page).locator('details[open]').count()).toBe(1);
  });

  test('stands beside the chat where there is room, which can be used meanwhile', async () => {
    const page = await open(DESKTOP);
    await link(page).click();
    await panel(page).waitFor();
    const [chat, side] = await Promise.all([card(page).boundingBox(), panel(page).boundingBox()]);
    expect((chat?.x ?? 0) + (chat?.width ?? 0)).toBeLessThanOrEqual(side?.x ?? 0);
    await page.getByRole('textbox', { name: '向这份计划提问' }).fill('第5项是什么');
    await page.getByRole('button', { name: '发送' }).click();
    await page.locator('.turn').nth(3).locator('.card:not(.waiting)').waitFor();
    expect(await panel(page).count()).toBe(1);
  });

  test('covers the chat on a phone, and closes by Escape, by its button, by a tap beside it', async () => {
    const page = await open(PHONE);
    for (const close of [
      () => page.keyboard.press('Escape'),
      () => panel(page).getByRole('button', { name: '关闭' }).tap(),
      () => page.touchscreen.tap(195, 40),
    ]) {
      await link(page).click();
      await panel(page).waitFor();
      expect(await page.locator('dialog:modal').count()).toBe(1);
      await close();
      await isBack(page);
      expect(await panel(page).count()).toBe(0);
    }
  });

  test('Escape closes it on a desktop; a second source takes its place, and one Back closes both', async () => {
    const page = await open(DESKTOP);
    await link(page).click();
    await panel(page).waitFor();
    await page.keyboard.press('Escape');
    await isBack(page);
    await link(page).click();
    await panel(page).getByRole('link', { name: '附件任务分解表第21项' }).click();
    await page.getByRole('dialog', { name: '附件任务分解表第21项' }).waitFor();
    await page.goBack();
    await page.locator('dialog:not([open])').waitFor({ state: 'attached' });
    await page.goForward();
    await page.getByRole('dialog', { name: '附件任务分解表第21项' }).waitFor();
  });

  test('leads on to the whole plan, and Back from there brings all of it again', async () => {
    const page = await open(DESKTOP);
    await link(page).click();
    await panel(page).getByRole('link', { name: '在全文中查看' }).click();
    await page.waitForURL(`${on.origin}${BASE}#3.5.2.3`);
    await page.goBack();
    await panel(page).waitFor();
    expect(await page.locator('.turn').count()).toBe(3);
    expect(await card(page).locator('details[open]').count()).toBe(1);
    expect(await link(page).isVisible()).toBe(true);
  });

  test('one that comes after the reader went back, or on to another, stays away', async () => {
    const page = await open(DESKTOP);
    const late: (() => void)[] = [];
    await page.route('**/clauses/3.5.2.3', async (route) => {
      await new Promise<void>((resolve) => late.push(resolve));
      await route.continue();
    });
    const comesLate = async (): Promise<void> => {
      const come = page.waitForResponse('**/clauses/3.5.2.3');
      late.pop()?.();
      await (await come).finished();
      await settled(page);
    };
    await link(page).click();
    await expect.poll(() => late.length).toBe(1);
    await page.goBack();
    await comesLate();
    expect(await panel(page).count()).toBe(0);

    await card(page).locator('summary').nth(1).click();
    await link(page).click();
    await expect.poll(() => late.length).toBe(1);
    await card(page).getByRole('link', { name: '在全文中查看：附件任务分解表第21项' }).click();
    await page.getByRole('dialog', { name: '附件任务分解表第21项' }).waitFor();
    await comesLate();
    expect(await page.getByRole('dialog', { name: '附件任务分解表第21项' }).count()).toBe(1);
  });

  test('every clause has its page, for browsers without scripts and for this', async () => {
    for (const { id, label } of bot.plan.clauses) {
      const { statusCode, body } = await app.inject(`${BASE}/clauses/${id}`);
      expect([id, statusCode, body.includes('data-source')]).toEqual([id, 200, true]);
      expect(body).toContain(`<h1>${label}</h1>`);
      expect(body).toContain(`id="${id}"`);
    }
  });
});
