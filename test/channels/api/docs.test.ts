import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { apiDocs } from '../../../src/channels/api/docs.ts';
import { onePlan } from '../../../src/channels/asked-plans.ts';
import { browse, focused, newPage } from '../../browsed.ts';
import { hasBrowser } from '../../browser.ts';
import { bot } from '../../helper.ts';
import { appWith } from './served.ts';

const OPTIONS = {
  plans: onePlan({ plan: bot.plan, examples: ['天然气交易中心由哪个单位负责？'] }),
  ask: bot.ask,
  version: '0.1.0',
};
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const PHONE = { viewport: { width: 320, height: 640 }, isMobile: true, hasTouch: true };
const DESKTOP = { viewport: { width: 1280, height: 900 } };

interface Violation {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly target: readonly string[] }[];
}

describe.skipIf(!hasBrowser)('the page of the API in a browser', async () => {
  const { app } = await appWith(bot.ask, apiDocs(OPTIONS));
  const on = browse(app);

  const open = async (options: BrowserContextOptions): Promise<Page> => {
    const page = await newPage(on.browser, options);
    await page.goto(`${on.origin}/api/docs`);
    return page;
  };

  test.each([
    ['phone', 'light', PHONE],
    ['phone', 'dark', PHONE],
    ['desktop', 'light', DESKTOP],
    ['desktop', 'dark', DESKTOP],
  ] as const)(
    'on a %s, %s: nothing is wider than the window, axe finds nothing serious or moderate',
    async (_, colorScheme, size) => {
      const page = await open({ ...size, colorScheme, bypassCSP: true }); // for axe alone
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
      await page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true");
      await page.evaluate(AXE);
      const violations = (await page.evaluate(
        'axe.run().then(({ violations }) => violations)',
      )) as readonly Violation[];
      const serious = violations.filter(({ impact }) => impact !== 'minor');
      expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(', ')}`)).toEqual([]);
      await page.context().close();
    },
  );

  test('keys only, under its own policy: skip to the text, follow a link, unfold an example', async () => {
    const page = await open(DESKTOP);
    const wrongs: string[] = [];
    page.on('console', (message) => wrongs.push(message.text()));
    page.on('request', (request) => {
      if (!request.url().startsWith(on.origin)) wrongs.push(request.url());
    });
    await page.reload();
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('跳到正文');
    await page.keyboard.press('Enter');
    await focused(page, '#main');
    await page.locator('nav a[href="#ask"]').focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/#ask$/);
    await expect.poll(() => page.locator('#ask').boundingBox()).toMatchObject({ y: expect.closeTo(16, -1) });
    const example = page.locator('#ask details', { hasText: 'answered' }).first();
    await example.locator('summary').focus();
    await page.keyboard.press('Enter');
    expect(await example.locator('pre').textContent()).toContain('"status": "answered"');
    expect(wrongs).toEqual([]);
  });
});
