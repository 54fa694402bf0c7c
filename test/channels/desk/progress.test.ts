import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { browse, newPage, settled } from '../../browsed.ts';
import { hasBrowser } from '../../browser.ts';
import { bot } from '../../helper.ts';
import { newFolder, openLivePlans } from '../../overlay/opened.ts';
import { filledList } from '../../worklists/filled.ts';
import { serveDesk, TOKEN } from './served.ts';

const UNIT = { unit: '市财政局', year: 2021 };
const FILLED = { 3: ['张三', '推进中'], 4: ['李四', '滞后'] } as const;

describe.skipIf(!hasBrowser)('a filled list at the desk', async () => {
  const data = newFolder();
  const served = await serveDesk(await openLivePlans(data), { token: TOKEN, data });
  const on = browse(served.app);
  const reported = () =>
    served.reports.latest(bot.plan.id).map(({ task, person, progress }) => [task, person, progress]);

  const login = async (javaScriptEnabled = true): Promise<Page> => {
    const page = await newPage(on.browser, { javaScriptEnabled });
    await page.goto(`${on.origin}/admin`);
    await page.getByLabel('管理令牌').fill(TOKEN);
    await page.getByLabel('署名').fill('张三');
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByRole('link', { name: '填报', exact: true }).click();
    await page.getByRole('heading', { name: '填报', exact: true }).waitFor();
    return page;
  };

  const drop = async (page: Page, bytes: Buffer): Promise<void> => {
    const dataTransfer = await page.evaluateHandle(
      `(() => {
        const bytes = Uint8Array.from(atob('${bytes.toString('base64')}'), (sign) => sign.charCodeAt(0));
        const held = new DataTransfer();
        held.items.add(new File([bytes], '清单.xlsx'));
        return held;
      })()`,
    );
    await page.dispatchEvent('#upload', 'drop', { dataTransfer });
  };

  const expectNoFaults = async (page: Page): Promise<void> => {
    await settled(page);
    await page.evaluate(readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8'));
    const found = await page.evaluate<axe.Result[]>('axe.run().then(({ violations }) => violations)');
    expect(found.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  };

  test('is dropped, looked at, kept; the units that reported stand below', async () => {
    const page = await login();
    await drop(page, await filledList(UNIT, FILLED));
    await page.getByRole('heading', { name: '核对填报' }).waitFor();
    await page.getByText('2021年：共 9 项，填了 2 项').waitFor();
    await page.getByRole('row', { name: /^4\. .*李四 滞后/ }).waitFor();
    expect(reported()).toEqual([]);
    await expectNoFaults(page);
    await page.getByRole('button', { name: '收下' }).click();
    await page.getByText('已收下市财政局的清单：共 9 项，填了 2 项。').waitFor();
    await page.getByText(/填了 2 项 · 滞后 1 项/).waitFor();
    expect(reported()).toEqual(Object.entries(FILLED).map(([task, said]) => [Number(task), ...said]));
    await expectNoFaults(page);
  });

  test('with a word that is none of the choices is refused, by row and with the remedy, and nothing is kept', async () => {
    const before = reported();
    const page = await login();
    await drop(page, await filledList(UNIT, { 3: ['张三', '快了'] }));
    await page.getByText(/（第3项）的进展“快了”不认得：请改为未启动、推进中、已完成、滞后中的一个/).waitFor();
    await drop(page, Buffer.from('not a workbook'));
    await page.getByText('xlsx').first().waitFor();
    expect(reported()).toEqual(before);
  });

  test('without scripts is chosen and sent; one that gave way to another is not kept', async () => {
    const page = await login(false);
    const send = async (person: string): Promise<void> => {
      const buffer = await filledList(UNIT, { 9: [person, '推进中'] });
      await page.getByLabel('选择填好的任务清单').setInputFiles({ name: '清单.xlsx', mimeType: 'x/x', buffer });
      await page.getByRole('button', { name: '上传并预览' }).click();
      await page.getByRole('cell', { name: person }).waitFor();
    };
    await send('王五');
    const other = await page.context().newPage();
    await other.goto(`${on.origin}/admin/progress/preview`);
    await other.getByRole('cell', { name: '王五' }).waitFor();
    await page.getByRole('link', { name: '不收，换一份' }).click();
    await send('赵六');
    await other.getByRole('button', { name: '收下' }).click();
    await other.getByText('清单已经换过，请重新上传').waitFor();
    await page.getByRole('button', { name: '收下' }).click();
    await page.getByText('已收下市财政局的清单').waitFor();
    expect(reported()).toContainEqual([9, '赵六', '推进中']);
  });
});
