import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../../src/app.ts';
import { onePlan } from '../../../src/channels/asked-plans.ts';
import type { AnsweredQuestion } from '../../../src/channels/watch.ts';
import { webPage } from '../../../src/channels/web/web.ts';
import { openStore } from '../../../src/store/store.ts';
import { newPage } from '../../browsed.ts';
import { hasBrowser, launchBrowser } from '../../browser.ts';
import { bot } from '../../helper.ts';

const GAS = '天然气交易中心由哪个单位负责？';
const { document, id } = bot.plan;
const PAGE = { planTitle: document.title, planNumber: document.number, examples: [GAS] };

const seen: AnsweredQuestion[] = [];
const app = await createApp({
  ask: bot.ask,
  conversations: (await openStore({ path: ':memory:', days: 14, now: Date.now })).conversations,
  channels: [
    {
      ...{ name: 'web', title: '网页', status: 'on', address: '/' },
      mount: async (scope) => {
        const answers = {
          ask: bot.ask,
          plans: onePlan(bot),
          now: () => 0,
          answered: (event: AnsweredQuestion) => seen.push(event),
        };
        const reading = { planId: id, units: [] };
        await scope.register(webPage, { current: () => ({ ...PAGE, reading }), answers });
      },
    },
  ],
  logger: pino({ level: 'silent' }),
});

const answerTo = (q: string, ...before: readonly string[]) => {
  const query = new URLSearchParams({ q });
  for (const one of before) query.append('before', one);
  return app.inject(`/answer?${query}`);
};

describe('GET /answer', () => {
  test('is the answer as a page of its own, counted as asked on the page', async () => {
    seen.length = 0;
    const { statusCode, headers, body } = await answerTo(GAS);
    expect([statusCode, headers['content-type'], headers['cache-control']]).toEqual([
      ...[200, 'text/html; charset=utf-8', 'no-store'],
    ]);
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(body).toContain(`<title>${GAS} · 问计</title>`);
    expect(body).toContain('<article class="card answered" lang="zh-CN"');
    expect(body).not.toMatch(/<script|\son\w+=|\sstyle=/);
    expect(seen).toMatchObject([{ channel: 'web', chat: 'page', question: GAS, answer: { status: 'answered' } }]);
  });

  test('a follow-up is read with the questions before it, and a number picks what was offered', async () => {
    const { body } = await answerTo('那配合单位呢？', GAS);
    expect(body).toContain('陕西证监局');
    const { choices } = bot.ask({ text: '那配合单位呢？', history: [] });
    expect((await answerTo('1', '那配合单位呢？')).body).toContain(`<p class="bubble">${choices[0]?.question}</p>`);
  });

  test('text from the address is text only', async () => {
    const hostile = '"><img src=x onerror=alert(1)><script>{{planTitle}}';
    const { body } = await answerTo(hostile, hostile);
    expect(body).not.toMatch(/<img|<script/);
    expect(body).toContain('{{planTitle}}');
  });

  test('nothing asked leads to the start; too much is refused with the remedy', async () => {
    const empty = await answerTo(' \u200b ');
    expect([empty.statusCode, empty.headers.location]).toEqual([302, '/']);
    expect((await app.inject('/answer')).statusCode).toBe(302);
    const long = await answerTo('金'.repeat(1200), ...Array.from({ length: 40 }, () => GAS));
    expect(long.statusCode).toBe(200);
    expect([...long.body.matchAll(/name="before"/g)].length).toBeLessThanOrEqual(6);
  });
});

describe.skipIf(!hasBrowser)('a browser that runs no scripts', () => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    await app.listen({ host: '127.0.0.1', port: 0 });
    browser = await launchBrowser();
    page = await newPage(browser, { javaScriptEnabled: false });
    await page.goto(`http://127.0.0.1:${(app.server.address() as AddressInfo).port}`);
  });

  afterAll(async () => {
    await browser?.close();
    await app.close();
  });

  test('asks by an example, asks on in the box, unfolds a source, begins anew', async () => {
    await page.getByRole('link', { name: GAS }).click();
    const card = page.getByRole('article', { name: '回答' });
    expect(await card.textContent()).toContain('市发改委');
    await card.locator('summary').first().click();
    expect(await card.locator('blockquote').first().isVisible()).toBe(true);
    await page.getByRole('textbox', { name: '向这份计划提问' }).fill('那配合单位呢？');
    await page.getByRole('button', { name: '发送' }).click();
    await page.waitForURL(/before=/);
    expect(await page.locator('.bubble').textContent()).toBe('那配合单位呢？');
    expect(await card.textContent()).toContain('陕西证监局');
    await page.getByRole('link', { name: '新对话' }).click();
    await page.waitForURL(({ search }) => search === '');
    await page.getByRole('textbox', { name: '向这份计划提问' }).fill('那配合单位呢？');
    await page.getByRole('button', { name: '发送' }).click();
    await page.locator('.card.clarify').waitFor();
    await page.locator('.options a').first().click();
    await page.locator('.card.answered').waitFor();
  });
});
