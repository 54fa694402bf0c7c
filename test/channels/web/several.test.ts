import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from '../../../src/config.ts';
import { createService } from '../../../src/service.ts';
import { newPage, opened, watch } from '../../browsed.ts';
import { hasBrowser } from '../../browser.ts';
import { openLivePlans } from '../../overlay/opened.ts';
import { CARE, FIRST, PORT, threePlans } from '../../plans/three-plans.ts';

describe.skipIf(!hasBrowser)('the page with three plans in a browser', async () => {
  const folders = threePlans();
  const plans = await openLivePlans(folders.data, folders);
  const config = readConfig({ DATA_DIR: join(folders.data, 'data') });
  const log = pino({ level: 'silent' });
  const { app, chats, store } = await createService({
    ...{ config, plans, log, lines: () => [], closed: [], version: '0.0.0' },
  });
  const on = opened(app);
  let page: Page;

  beforeAll(async () => {
    page = await newPage(on.browser);
    watch(on, page);
    await page.goto(on.origin);
  });

  afterAll(async () => {
    await on.browser.close();
    await app.close();
    await chats.stop();
    await store.close();
    rmSync(folders.data, { recursive: true, force: true });
    expect(on.wrongs).toEqual([]);
  });

  /** The addresses to which the card of the answer leads. */
  const linksFor = async (question: string): Promise<readonly string[]> => {
    await page.getByRole('textbox', { name: '向这些计划提问' }).fill(question);
    await page.getByRole('button', { name: '发送' }).click();
    const turn = page.locator('.turn', { has: page.locator('.bubble', { hasText: question }) }).last();
    const card = turn.locator('.card:not(.waiting)');
    await card.waitFor();
    const found = await card.locator('a').all();
    return Promise.all(found.map(async (link) => (await link.getAttribute('href')) ?? ''));
  };

  test('units and clauses of an answer lead to the pages of its plan, also after a reload', async () => {
    const links = await linksFor('老年助餐由谁负责');
    expect(links).toContain(`/plans/${CARE}/units/${encodeURIComponent('县民政局')}`);
    expect(links).toContain(`/plans/${CARE}#2.1.3`);
    expect(links.every((link) => link.startsWith(`/plans/${CARE}`))).toBe(true);
    const others = await linksFor('液化石油交易中心由谁负责？');
    expect(others.length).toBeGreaterThan(2);
    expect(others.every((link) => link.startsWith(`/plans/${PORT}`))).toBe(true);
    await page.reload();
    await page.locator(`a[href="/plans/${CARE}#2.1.3"]`).first().waitFor({ state: 'attached' });
    expect(await page.locator('.turn').count()).toBe(2);
  });

  test('of an answer from two plans, each clause leads to its own', async () => {
    await page.getByRole('button', { name: '新对话' }).click();
    const links = await linksFor('市教育局负责哪些任务');
    expect(new Set(links.map((link) => link.split(/[#/]/)[2]))).toEqual(new Set([FIRST, PORT]));
  });

  test('a question asked while those before it are still being drawn comes after them', async () => {
    await linksFor('老年助餐由谁负责');
    const before = await page.locator('.bubble').allTextContents();
    let release = (): void => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route('**/units.json', async (route) => {
      await held;
      await route.continue();
    });
    const asked = page.waitForRequest('**/units.json');
    await page.reload();
    await asked;
    await page.getByRole('textbox', { name: '向这些计划提问' }).fill('液化石油交易中心由谁负责？');
    await page.keyboard.press('Enter');
    release();
    await page.locator('.turn').nth(before.length).locator('.card:not(.waiting)').waitFor();
    expect(await page.locator('.bubble').allTextContents()).toEqual([...before, '液化石油交易中心由谁负责？']);
  });

  test('a page of a plan hands a question over that names it', async () => {
    await page.goto(`${on.origin}/plans`);
    await page.getByRole('link', { name: /平湖县/ }).click();
    await page.getByRole('link', { name: '单位', exact: true }).click();
    await page.waitForURL(/\/units$/);
    await page.getByRole('link', { name: '县民政局' }).first().click();
    await page.waitForURL(/\/units\/./);
    const handed = page.locator('main a[href^="/?"]').first();
    await handed.waitFor({ state: 'attached' });
    const href = (await handed.getAttribute('href')) ?? '';
    expect(new URLSearchParams(href.slice(2)).get('q')).toMatch(/^《平湖县养老服务提升三年行动方案/);
  });
});
