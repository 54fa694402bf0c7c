import axe from 'axe-core';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { browse, newPage, settled, watch } from '../../browsed.ts';
import { hasBrowser } from '../../browser.ts';
import { firstOf, newFolder, openLivePlans } from '../../overlay/opened.ts';
import { serveDesk, TOKEN } from './served.ts';

const UNKNOWN = '小蓝平台谁负责';
const SCRIPT = '<script>document.title="!"</script>归谁管';
const PHONE = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true };
const DESKTOP = { viewport: { width: 1280, height: 900 } };
const SCREENS: readonly (readonly [string, BrowserContextOptions])[] = [
  ['a phone in the light', { ...PHONE, colorScheme: 'light' }],
  ['a phone in the dark', { ...PHONE, colorScheme: 'dark' }],
  ['a desktop in the light', { ...DESKTOP, colorScheme: 'light' }],
  ['a desktop in the dark', { ...DESKTOP, colorScheme: 'dark' }],
];
/** Where pictures of the pages go, if anywhere. */
const PICTURES = process.env.WENJI_PICTURES;

describe.skipIf(!hasBrowser)('the desk in a browser', async () => {
  const plans = await openLivePlans(newFolder());
  const live = firstOf(plans);
  const { app, records } = await serveDesk(plans);
  const on = browse(app);

  beforeAll(async () => {
    const place = { channel: 'feishu', chat: 'group' as const, ms: 12 };
    for (const question of [UNKNOWN, '小蓝平台谁负责啊', SCRIPT])
      await records.answered({ ...place, question, answer: { status: 'not_found', kind: 'not-found' } });
    for (let at = 0; at < 5; at += 1)
      await records.answered({ ...place, question: '甲', answer: { status: 'answered', kind: 'responsible' } });
  });

  const open = async (options: BrowserContextOptions): Promise<Page> => {
    const page = await newPage(on.browser, options);
    // A word that is not taken is answered by a page with the status 422, which the browser notes.
    watch(on, page, /422/);
    return page;
  };

  /** What axe finds serious or moderate, and whatever stands out of the window. */
  const look = async (page: Page, name: string): Promise<void> => {
    await settled(page);
    if (PICTURES) await page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true });
    await page.evaluate(axe.source);
    const found = await page.evaluate(async () => {
      const { violations } = await (globalThis as unknown as { axe: { run: () => Promise<axe.AxeResults> } }).axe.run();
      return violations.map(({ id, impact, nodes }) => ({ id, impact, at: nodes.map(({ html }) => html) }));
    });
    expect(found.filter(({ impact }) => impact !== 'minor')).toEqual([]);
    const size = await page.evaluate('[document.documentElement.scrollWidth, window.innerWidth]');
    expect((size as number[])[0], `${name} is no wider than the window`).toBeLessThanOrEqual(
      (size as number[])[1] ?? 0,
    );
  };

  test.each(SCREENS)(
    'on %s: login → unanswered → word → preview → save → answered → undo',
    { timeout: 900_000 },
    async (name, options) => {
      const page = await open(options);
      const picture = (what: string) => look(page, `${name.replaceAll(' ', '-')}-${what}`);
      await page.goto(`${on.origin}/admin`);
      await picture('1-login');
      await page.getByLabel('管理令牌').fill(TOKEN);
      await page.getByLabel('署名').fill('张三');
      await page.getByRole('button', { name: '登录' }).click();
      await page.getByRole('heading', { name: '概况' }).waitFor();
      await picture('2-overview');

      await page.getByRole('link', { name: '没答好的问题' }).click();
      await page.getByRole('link', { name: SCRIPT }).waitFor();
      await picture('3-unanswered');
      await page.getByRole('link', { name: '小蓝平台谁负责啊' }).click();
      await page.getByLabel('叫法').waitFor();
      await picture('4-question');

      expect(await page.getByLabel('叫法').inputValue()).toBe('小蓝平台');
      await page.getByLabel('指计划里的').fill('任务43');
      await page.getByRole('button', { name: '看看会改变什么' }).click();
      await page.getByRole('heading', { name: '对其他问题' }).waitFor();
      expect(await page.locator('h1 + p').textContent()).toBe('答不了 → 已回答');
      await page.getByText('答案都不变').waitFor();
      await picture('5-preview');
      await page.getByRole('button', { name: '保存' }).click();
      await page.getByRole('status').waitFor();
      expect(await page.getByRole('status').textContent()).toContain('已保存');
      await page.getByText('已修好', { exact: true }).waitFor();
      await picture('5b-mended');
      expect(live.ask({ text: UNKNOWN, history: [] }).tasks).toEqual([43]);

      await page.getByRole('link', { name: '词表' }).click();
      await page.getByRole('button', { name: '撤销 小蓝平台' }).waitFor();
      await picture('6-words');
      await page.getByRole('button', { name: '撤销 小蓝平台' }).click();
      await page.getByRole('status').filter({ hasText: '已撤销' }).waitFor();
      expect(live.ask({ text: UNKNOWN, history: [] }).status).toBe('not_found');

      await page.getByLabel('叫法').fill('小紫平台');
      await page.getByLabel('指计划里的').fill('财政局');
      await page.getByLabel('试问一句').fill(UNKNOWN);
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: '单位 市财政局' }).waitFor();
      await picture('7-near');
      await page.getByRole('button', { name: '单位 市财政局' }).click();
      await page.getByRole('heading', { name: '对其他问题' }).waitFor();
      expect(await page.locator('h1 + p').textContent()).toBe('没有变化，换个叫法');
      await picture('8-nothing');

      await page.getByLabel('叫法').fill('上市');
      await page.getByLabel('指计划里的').fill('市财政局');
      await page.getByRole('button', { name: '看看会改变什么' }).click();
      await page.getByText(/个现在答对的问题会答错/).waitFor();
      expect(await page.locator('h1 + p').textContent()).toMatch(/^会答错：\d+ 个/);
      await picture('9-harm');
      await page.getByRole('button', { name: '保存' }).click();
      expect(await page.getByLabel('看过了会答错的问题').evaluate((tick) => tick.matches(':invalid'))).toBe(true);
      expect(live.words().entries.filter(({ undone }) => !undone)).toEqual([]);
      await page.getByRole('button', { name: '退出' }).click();
      await page.getByLabel('管理令牌').waitFor();
      expect(await page.title()).toBe('登录 · 问计管理');
      await page.context().close();
    },
  );
});
