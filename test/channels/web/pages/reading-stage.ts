import { createRequire } from 'node:module';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { browse, watch } from '../../../browsed.ts';
import { bot } from '../../../helper.ts';
import { appWithPages } from './served.ts';

export const { plan } = bot;
export const BASE = `/plans/${plan.id}`;
export const GAS = '天然气交易中心由哪个单位负责';
export const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
export const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
export const NARROW = { viewport: { width: 320, height: 568 }, isMobile: true, hasTouch: true };
export const DESKTOP = { viewport: { width: 1280, height: 900 } };
export const unitPath = (name: string) => `${BASE}/units/${encodeURIComponent(name)}`;
/** The reading pages before a browser, opened for the tests of a block. */
export const openReading = async () => {
  const app = await appWithPages();
  const on = browse(app);

  const open = async (path: string, options: BrowserContextOptions = {}): Promise<Page> => {
    const context = await on.browser.newContext({ locale: 'zh-CN', reducedMotion: 'reduce', ...options });
    context.setDefaultTimeout(10_000);
    const page = await context.newPage();
    watch(on, page);
    await page.goto(`${on.origin}${path}`);
    return page;
  };

  /** True when the clause is wholly or mostly in sight, below what sticks to the top. */
  const isInSight = (page: Page, id: string): Promise<boolean> =>
    page.evaluate(`(() => {
      const { top } = document.getElementById('${id}').getBoundingClientRect();
      const bar = document.querySelector('.find')?.getBoundingClientRect().bottom ?? 0;
      return top >= bar - 1 && top < innerHeight / 2;
    })()`);

  const isHighlighted = (page: Page, id: string): Promise<boolean> =>
    page.evaluate(`(() => {
      const node = document.getElementById('${id}');
      const colour = (of) => getComputedStyle(of).backgroundColor;
      return node.matches(':target') && colour(node) !== colour(document.body) && colour(node) !== 'rgba(0, 0, 0, 0)';
    })()`);

  return { app, on, open, isInSight, isHighlighted };
};
