import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { launchBrowser } from './browser.ts';

/** A browser before an app that listens; what goes wrong in a test's pages, which must be nothing at its end. */
export interface Browsed {
  browser: Browser;
  origin: string;
  wrongs: string[];
}

/** Waits until a page has taken on its colours: what changes them has begun, and has ended. */
export const settled = async (page: Page): Promise<void> => {
  await page.waitForLoadState('load');
  await page.evaluate(
    `new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
      .then(() => Promise.allSettled(document.getAnimations().map((one) => one.finished)))
      .then(() => undefined)`,
  );
};

/** What a page may take for one step on a busy machine: only what hangs takes longer. */
const PATIENCE = 240_000;

/** A new page of a Chinese reader for whom nothing moves about. */
export const newPage = async (browser: Browser, options: BrowserContextOptions = {}): Promise<Page> => {
  const context = await browser.newContext({ locale: 'zh-CN', reducedMotion: 'reduce', ...options });
  context.setDefaultTimeout(PATIENCE);
  return context.newPage();
};

/** Does something and waits until it has brought a text, though that may be gone again by now. */
export const brings = async (page: Page, text: string, act: () => Promise<unknown>): Promise<void> => {
  await page.evaluate(`(() => {
    window.brought = false;
    const look = () => { window.brought ||= document.body.textContent.includes(${JSON.stringify(text)}); };
    new MutationObserver(look).observe(document.body, { childList: true, characterData: true, subtree: true });
  })()`);
  await act();
  await expect.poll(() => page.evaluate('window.brought')).toBe(true);
};

/** Waits until the keys are where something stands or can be written. */
export const focused = (page: Page, selector: string): Promise<void> => page.locator(`${selector}:focus`).waitFor();

/** What the browser itself puts on the console about a request that was to fail. */
export const FAILED_REQUEST = /^Failed to load resource/;

/** Notes what a page does that it must not: requests to other hosts, errors on the console, exceptions. */
export const watch = (on: Browsed, page: Page, expected = /$^/): void => {
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.origin !== on.origin && !['data:', 'about:'].includes(url.protocol))
      on.wrongs.push(`request to ${url.origin}`);
  });
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()) && !expected.test(message.text())) on.wrongs.push(message.text());
  });
  page.on('pageerror', (error) => on.wrongs.push(`thrown: ${error.message}`));
};

/** Opens an app and a browser for the tests of a block, and closes both behind them; filled in before the first test. */
export const opened = (app: FastifyInstance): Browsed => {
  const on = { wrongs: [] as string[] } as Browsed;

  beforeAll(async () => {
    await app.listen({ host: '127.0.0.1', port: 0 });
    on.origin = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
    on.browser = await launchBrowser();
  });

  afterAll(async () => {
    await on.browser?.close();
    await app.close();
  });

  return on;
};

/** The same, with new pages for every test, in which nothing may go wrong. */
export const browse = (app: FastifyInstance): Browsed => {
  const on = opened(app);

  afterEach(async () => {
    await Promise.all(on.browser.contexts().map((context) => context.close()));
    const found = on.wrongs;
    on.wrongs = [];
    expect(found).toEqual([]);
  });

  return on;
};
