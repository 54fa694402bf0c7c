import { describe, expect, test } from 'vitest';
import type { Ask } from '../../../src/types.ts';
import { echoAsk } from '../../fakes/answer.ts';
import { wordsShown } from '../../fakes/card-words.ts';
import { APP } from '../../fakes/feishu-api.ts';
import { faultsOfCard } from '../../fakes/feishu-card.ts';
import { bot } from '../../helper.ts';
import { app, buttonsOf, click, fake, onStage, open, say, texts } from './webhook-stage.ts';

onStage();

describe('a card', () => {
  const offering: Ask = (question) => ({ ...echoAsk(question), suggestions: ['乙', '丙'] });

  const offered = async (): Promise<readonly unknown[]> => {
    await app.close();
    await open(offering);
    await say({ text: '@_user_1 甲' });
    return buttonsOf(fake.sent[0]?.content ?? '');
  };

  test('its suggestion is a question of whoever clicks, answered under the card', async () => {
    const [first] = await offered();
    expect(await click(first, { operator: 'ou_other' })).toMatchObject({ toast: { type: 'info' } });
    expect(texts()).toEqual(['答：甲（此前 0 问）', '答：乙（此前 0 问）']);
  });

  test('a click that is delivered twice is answered once', async () => {
    const [first] = await offered();
    await click(first, { eventId: 'e_click' });
    expect(await click(first, { eventId: 'e_click' })).toEqual({});
    expect(fake.sent).toHaveLength(2);
  });

  test('its 有用 is thanked for, and sends nothing', async () => {
    const verdict = (await offered()).find((value) => JSON.stringify(value).includes('useful'));
    expect(await click(verdict)).toEqual({ toast: { type: 'success', content: '谢谢反馈' } });
    expect(fake.sent).toHaveLength(1);
  });

  test('a button of an answer that nobody knows says that it has expired', async () => {
    expect(await click({ reply: 'forged', suggestion: 0 })).toMatchObject({
      toast: { type: 'warning', content: expect.stringContaining('过期') },
    });
  });

  test('a button of somebody else’s is none of ours', async () => {
    expect(await click({ question: '转账' })).toEqual({});
    expect(fake.sent).toEqual([]);
  });

  test('its next page comes in the answer to the click', async () => {
    await app.close();
    const list = Array.from({ length: 40 }, (_, at) => `${at + 1}. 任务${at + 1}`);
    await open((question) => ({ ...echoAsk(question), text: ['共40项：', ...list].join('\n') }));
    await say({ text: '@_user_1 甲' });
    const next = buttonsOf(fake.sent[0]?.content ?? '').find((value) => JSON.stringify(value).includes('page'));
    expect(wordsShown(fake.sent[0]?.content ?? '')).not.toContain('任务40');
    const answer = await click({ ...(next as object), page: 3 });
    expect(faultsOfCard(JSON.stringify(answer.card.data))).toEqual([]);
    expect(wordsShown(JSON.stringify(answer.card.data))).toContain('任务40');
    expect(await click({ ...(next as object), page: 9 })).toMatchObject({ toast: { content: '没有这一页。' } });
  });
});

describe('a work list that is asked for', () => {
  const open2022 = () => open(bot.ask, APP.secret, bot.plan);
  const request = '@_user_1 导出市财政局2021年任务清单';

  test('comes as a file, once, with the rows that the plan has', async () => {
    await app.close();
    await open2022();
    await say({ messageId: 'om_list', text: request });
    await say({ messageId: 'om_list', text: request });
    expect(fake.sent).toMatchObject([{ msgType: 'file', content: JSON.stringify({ file_key: 'file_v3_1' }) }]);
    expect(fake.files.map(({ name }) => name)).toEqual(['市财政局2021年任务清单.xlsx']);
    const { default: ExcelJS } = await import('exceljs');
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(fake.files[0]?.bytes.buffer as ArrayBuffer);
    expect(book.worksheets.map(({ name }) => name)).toContain('任务清单');
  });

  test('where the app may not upload, says where to download it', async () => {
    await app.close();
    await open2022();
    fake.set({ uploads: false });
    await say({ text: request });
    expect(fake.files).toEqual([]);
    expect(wordsShown(fake.sent[0]?.content ?? '')).toContain('市财政局2021年任务清单：责任9项');
    expect(wordsShown(fake.sent[0]?.content ?? '')).toContain(
      'https://wenji.example.cn/api/worklists?format=xlsx&unit=%E5%B8%82%E8%B4%A2%E6%94%BF%E5%B1%80&year=2021',
    );
  });

  test('of a unit that the plan does not name is told so, and no markup of the asker takes effect', async () => {
    await app.close();
    await open2022();
    await say({ text: '@_user_1 导出<at user_id="all"></at>市版权局任务清单' });
    expect(fake.files).toEqual([]);
    expect(fake.sent[0]?.content).not.toContain('<at');
  });
});
