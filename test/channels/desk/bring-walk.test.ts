import { existsSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import axe from 'axe-core';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StartReading } from '../../../src/bring/in-child.ts';
import { readInChild } from '../../bring/compiled.ts';
import { newPage, settled } from '../../browsed.ts';
import { hasBrowser, launchBrowser } from '../../browser.ts';
import { docxOf, p } from '../../import/helper.ts';
import { newFolder, openLivePlans } from '../../overlay/opened.ts';
import { serveDesk, TOKEN } from './served.ts';

/** A real plan, where the shared files stand beside the project. */
const SHARED = fileURLToPath(new URL('../../../../shared/plans-more/files/09-automatic-numbers.docx', import.meta.url));
const MADE = docxOf(
  [
    '云州省学前教育人才培养实施方案',
    '云州省教育厅',
    '2021年3月5日',
    '为加快培养，制定本方案。',
    '一、重点任务',
    '（一）扩大培养。',
    '1.办好院校。办好院校。（省教育厅负责，省发改委、具体处室配合）',
    '2.扩大招生（具体负责人另定）。扩大招生。（省教育厅、省发展和改革委员会负责）',
    '（二）提高待遇。提高待遇。（省财政厅、省人社厅负责）',
  ]
    .map((line) => p(line))
    .join(''),
);
const DESKTOP = { width: 1280, height: 900 };
const PHONE = { width: 360, height: 740 };
/** Where pictures of the pages go, if anywhere; and those of the documentation. */
const PICTURES = process.env.WENJI_PICTURES;
const DOCS = process.env.WENJI_DOC_PICTURES;

/** Reading that begins once it is let: until then the page that waits for it is there to be looked at. */
const heldReading = () => {
  let letRead = (): void => {};
  const allowed = new Promise<void>((resolve) => {
    letRead = resolve;
  });
  const read = readInChild();
  const start: StartReading = (task, onStep) => {
    const running = allowed.then(() => read(task, onStep));
    return { result: running.then(({ result }) => result), stop: () => void running.then(({ stop }) => stop()) };
  };
  return { start, letRead };
};

describe.skipIf(!hasBrowser)('a plan is brought in a browser', async () => {
  const data = newFolder();
  const plans = await openLivePlans(data);
  const { start, letRead } = heldReading();
  const { app, desk } = await serveDesk(plans, { token: TOKEN, data, chat: true, start });
  const wrongs: string[] = [];
  let browser: Browser;
  let origin: string;

  beforeAll(async () => {
    await app.listen({ host: '127.0.0.1', port: 0 });
    origin = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await app.close();
  });

  const open = async (javaScriptEnabled = true): Promise<Page> => {
    const page = await newPage(browser, { viewport: DESKTOP, javaScriptEnabled });
    page.on('console', (message) => {
      // A page that refuses is answered with its status, which the browser tells.
      if (['error', 'warning'].includes(message.type()) && !/status of 4\d\d/.test(message.text()))
        wrongs.push(message.text());
    });
    return page;
  };

  const login = async (page: Page): Promise<void> => {
    await page.goto(`${origin}/admin`);
    await page.getByLabel('管理令牌').fill(TOKEN);
    await page.getByLabel('署名').fill('张三');
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByRole('link', { name: '计划', exact: true }).click();
    await page.getByRole('heading', { name: '上传一份计划' }).waitFor();
  };

  /** On desktop and phone, light and dark: what axe finds serious or moderate, and what stands out of the window. */
  const look = async (page: Page, name: string): Promise<void> => {
    for (const [screen, size] of [
      ['desktop', DESKTOP],
      ['phone', PHONE],
    ] as const) {
      await page.setViewportSize(size);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await settled(page);
        if (PICTURES)
          await page.screenshot({ path: `${PICTURES}/${name}-${screen}-${colorScheme}.png`, fullPage: true });
        await page.evaluate(axe.source);
        const found = await page.evaluate(async () => {
          const { violations } = await (
            globalThis as unknown as { axe: { run: () => Promise<axe.AxeResults> } }
          ).axe.run();
          // The page of a draft asks for itself again until it has been read: that is what it is for.
          const own = violations.filter(({ id }) => id !== 'meta-refresh');
          return own.map(({ id, impact, nodes }) => ({ id, impact, at: nodes.map(({ html }) => html) }));
        });
        expect(
          found.filter(({ impact }) => impact !== 'minor'),
          name,
        ).toEqual([]);
        const wide = (await page.evaluate('[document.documentElement.scrollWidth, window.innerWidth]')) as number[];
        expect(wide[0], `${name} on a ${screen} is no wider than the window`).toBeLessThanOrEqual(wide[1] ?? 0);
      }
    }
    await page.setViewportSize(DESKTOP);
    await page.emulateMedia({ colorScheme: 'light' });
  };

  const picture = async (page: Page, name: string, of?: Locator): Promise<void> => {
    if (!DOCS) return;
    await page.setViewportSize({ width: 800, height: 640 });
    await of?.scrollIntoViewIfNeeded();
    await page.screenshot({ path: `${DOCS}/${name}.png` });
    await page.setViewportSize(DESKTOP);
  };

  /** Reading may wait for its turn: on a busy machine that takes its time. */
  const preview = (page: Page) => page.getByRole('heading', { name: '读出的内容' }).waitFor({ timeout: 240_000 });

  /** Looks at a page that asks for itself again, as it is without that: no request is under way while it is looked at. */
  const lookStill = async (page: Page, name: string): Promise<void> => {
    const url = page.url();
    await page.route(url, async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replace(/<meta http-equiv="refresh"[^>]*>/, '');
      await route.fulfill({ response, body });
    });
    await page.locator('meta[http-equiv="refresh"]').waitFor({ state: 'detached' });
    await look(page, name);
    await page.unroute(url);
    await page.reload();
  };

  test('docx → preview → a unit and the level corrected → 投入使用 → asked in the chat', {
    timeout: 900_000,
  }, async () => {
    const shared = existsSync(SHARED);
    const page = await open();
    await login(page);
    await look(page, '1-plans');
    await page
      .getByLabel(/选择文件/)
      .setInputFiles({ name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.alloc(21 * 1024 * 1024, 97) });
    await page.getByText(/文件有 21 MB，超过 20 MB/).waitFor();
    const dataTransfer = await page.evaluateHandle(
      "(() => { const held = new DataTransfer(); held.items.add(new File(['{\\\\rtf1 x}'], 'a.doc')); return held; })()",
    );
    await page.dispatchEvent('#upload', 'drop', { dataTransfer });
    await page.getByText('这是 RTF 文件').waitFor();
    await look(page, '2-refused');
    await picture(page, 'bring-1-upload');

    const buffer = shared ? readFileSync(SHARED) : MADE;
    await page.getByLabel(/选择文件/).setInputFiles({ name: '学前教育人才培养方案.docx', mimeType: 'x/x', buffer });
    await page.getByRole('button', { name: '上传并预览' }).click();
    await page.getByRole('heading', { name: '正在读取' }).waitFor();
    await lookStill(page, '3-reading');
    letRead();
    await preview(page);
    await look(page, '4-preview');
    await picture(page, 'bring-2-preview');

    await page.locator('summary', { hasText: '单位（' }).click();
    const row = page
      .getByRole('row')
      .filter({ has: page.getByRole('checkbox') })
      .first();
    const name = (await row.getByRole('checkbox').getAttribute('aria-label'))?.replace(' 不是单位', '') ?? '';
    await row.getByRole('combobox').fill('云州教育局');
    await look(page, '5-units');
    await picture(page, 'bring-3-units', page.locator('form[action$="/names"]').getByRole('button'));
    await page.locator('form[action$="/names"]').getByRole('button').click();
    await page.getByText(`“${name}”就是“云州教育局”`).waitFor();
    const before = await page.locator('.tile dd').first().textContent();
    await page.locator('summary', { hasText: '任务所在层级' }).first().click();
    await page.getByLabel('任务是哪一层编号').selectOption('（一）');
    await page.locator('form[action$="/level"]').getByRole('button').click();
    await page.getByText('任务层级：（一）').waitFor();
    expect(await page.locator('.tile dd').first().textContent()).not.toBe(before);
    await page.getByRole('heading', { name: '上次更正改变了什么' }).waitFor();
    await look(page, '6-changed');
    await picture(page, 'bring-4-changed');

    await page.getByLabel(/^标识/).fill('xueqian');
    await page.getByRole('button', { name: '投入使用' }).click();
    await page.getByText(/已投入使用，现在就可以提问/).waitFor();
    await look(page, '7-in-force');
    await picture(page, 'bring-5-in-force', page.locator('.plan-entry').last());

    const title = plans.get('xueqian')?.title ?? '';
    await page.goto(origin);
    await page.getByRole('textbox').fill(`《${title}》里云州教育局负责哪些任务？`);
    await page.keyboard.press('Enter');
    await page
      .getByText(/云州教育局负责的任务共\d+项/)
      .first()
      .waitFor();
    expect(await page.locator('main').textContent()).toContain(title);
    await look(page, '8-answer');
    await page.context().close();
    expect(wrongs).toEqual([]);
  });

  test('without scripts the form and the pages do the same', { timeout: 600_000 }, async () => {
    const page = await open(false);
    letRead();
    await login(page);
    await page.getByLabel(/选择文件/).setInputFiles({ name: '方案.docx', mimeType: 'x/x', buffer: MADE });
    await page.getByRole('button', { name: '上传并预览' }).click();
    await preview(page);
    await page.getByText('没有归入任务：具体负责人另定').waitFor();
    await page.getByLabel(/^标识/).fill('fangan');
    await page.getByRole('button', { name: '投入使用' }).click();
    await page.getByText(/已投入使用，现在就可以提问/).waitFor();
    // The plan of the other walk may have the same title; plans stand in the order of their ids.
    await page.getByRole('button', { name: '停用 云州省学前教育人才培养实施方案' }).first().click();
    await page.getByRole('heading', { name: '已停用的计划' }).waitFor();
    await page.context().close();
    expect(plans.get('fangan')).toBeUndefined();
    expect(desk.drafts.list()).toEqual([]);
  });
});
