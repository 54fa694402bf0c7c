import { createRequire } from 'node:module';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';
import { browse, newPage, watch } from '../../../browsed.ts';
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

  const open = async (path: string, options: BrowserContextOptions = {}, expected?: RegExp): Promise<Page> => {
    const page = await newPage(on.browser, options);
    watch(on, page, expected);
    await page.goto(`${on.origin}${path}`);
    return page;
  };

  /** Waits until the clause is wholly or mostly in sight, below what sticks to the top. */
  const inSight = async (page: Page, id: string): Promise<void> => {
    const holds = `(() => {
      const { top } = document.getElementById('${id}').getBoundingClientRect();
      const bar = document.querySelector('.find')?.getBoundingClientRect().bottom ?? 0;
      return top >= bar - 1 && top < innerHeight / 2;
    })()`;
    await expect.poll(() => page.evaluate(holds)).toBe(true);
  };

  /** Waits until the clause is the one that the address names, and looks so. */
  const highlighted = async (page: Page, id: string): Promise<void> => {
    const holds = `(() => {
      const node = document.getElementById('${id}');
      const colour = (of) => getComputedStyle(of).backgroundColor;
      return node.matches(':target') && colour(node) !== colour(document.body) && colour(node) !== 'rgba(0, 0, 0, 0)';
    })()`;
    await expect.poll(() => page.evaluate(holds)).toBe(true);
  };

  return { app, on, open, inSight, highlighted };
};
