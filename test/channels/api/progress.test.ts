import { fastify } from 'fastify';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { createCheck } from '../../../src/answer/check.ts';
import { partsOf } from '../../../src/answer/parts.ts';
import { ownLang } from '../../../src/bot.ts';
import { asCoded } from '../../../src/channels/api/faults.ts';
import { progressRoute } from '../../../src/channels/api/progress.ts';
import { onePlan } from '../../../src/channels/asked-plans.ts';
import { withReports } from '../../../src/channels/with-reports.ts';
import { errorBody } from '../../../src/errors.ts';
import { openStore } from '../../../src/store/store.ts';
import { bot } from '../../helper.ts';
import { type Filled, filledList } from '../../worklists/filled.ts';
import { MADE_AT } from '../../worklists/read.ts';

const TOKEN = 'a-token-of-the-administrator';
const DAY = 86_400_000;
const plans = onePlan(bot);
let at = MADE_AT;
const store = await openStore({ path: ':memory:', days: 180, now: () => at });
const ask = withReports(bot.ask, { plans, reports: store.reports, lang: ownLang });
const check = createCheck(bot.plan);

const app = fastify();
app.setErrorHandler((thrown, _request, reply) => {
  const error = asCoded(thrown);
  return reply.code(error.status).send(errorBody(error));
});
await app.register(progressRoute({ plans, reports: store.reports, token: TOKEN, now: () => at }));
afterAll(async () => {
  await app.close();
  await store.close();
});

const send = (payload: Buffer, { url = '', token = TOKEN, type = 'application/octet-stream' } = {}) =>
  app.inject({
    ...{ method: 'POST', url: `/api/worklists/progress${url}`, payload },
    headers: { authorization: `Bearer ${token}`, 'content-type': type },
  });

const said = (text: string, ...history: readonly string[]) => {
  const question = { text, history };
  const answer = ask(question);
  expect(check(answer, question), text).toEqual([]);
  return answer;
};

const UNIT = { unit: '市财政局', year: 2021 };
const FILLED: Filled = { 3: ['张三', '推进中'], 4: ['李四', '滞后'], 9: ['', '滞后'], 11: ['王五', '已完成'] };

describe('a list that comes back filled in', () => {
  beforeEach(() => {
    at = MADE_AT;
  });

  test('before any report, every question is answered as without them', () => {
    for (const text of ['市财政局哪些任务滞后', '第21项进展怎么样', '市财政局负责哪些任务', '哪些任务已完成'])
      expect(ask({ text, history: [] })).toEqual(bot.ask({ text, history: [] }));
  });

  test('is kept whole, by unit, year and day', async () => {
    const { statusCode, body } = await send(await filledList(UNIT, FILLED));
    expect([statusCode, JSON.parse(body)]).toEqual([
      200,
      { plan: bot.plan.id, unit: '市财政局', year: 2021, day: '2026-11-25', tasks: 9, filled: 4 },
    ]);
    expect(store.reports.latest(bot.plan.id).map(({ task, person, progress }) => [task, person, progress])).toEqual(
      Object.entries(FILLED).map(([task, [person, progress]]) => [Number(task), person, progress]),
    );
  });

  test('“市财政局哪些任务滞后” is told as reported, by whom and when', () => {
    const { status, kind, text, tasks } = said('市财政局哪些任务滞后');
    expect([status, kind, tasks]).toEqual(['answered', 'reported', [4, 9]]);
    expect(text).toContain('各单位填报为“滞后”的任务共2项：');
    expect(text).toContain('4. 整合优化本地国有金融资源：市财政局2026年11月25日填报滞后，责任人李四');
    expect(text).toContain('以上是单位填报的情况，计划本身没有写进展。');
  });

  test.each([
    ['第4项进展怎么样', [4]],
    ['第11项完成了吗', [11]],
    ['第11项完成了没有', [11]],
    ['哪些任务滞后', [4, 9]],
    ['目前哪些任务已完成', [11]],
    ['市财政局还有哪些任务没完成', [3, 4, 9]],
    ['市财政局的进展情况', [3, 4, 9, 11]],
    ['市財政局哪些任務滯後', [4, 9]],
    ['加快打造创投之都进展如何', [9]],
    ['市财政局2021年哪些任务滞后', [4, 9]],
  ])('%s', (text, tasks) => {
    expect(said(text).tasks).toEqual(tasks);
  });

  test('what else is asked is answered from the plan below it', () => {
    for (const text of ['第4项谁负责，进展如何', '第4项的责任人是谁']) {
      const answer = said(text);
      expect(answer.text).toMatch(/^市财政局2026年11月25日填报：第4项.*责任人李四。\n责任单位：/);
      const { notes, sources, footer } = partsOf(answer);
      expect(notes[0]).toMatch(/^注意：以上是单位填报的情况/);
      expect([sources[0], footer.slice(0, 3)]).toEqual(['出处', '文号：']);
      expect(answer.text.match(/出处|文号/g)).toHaveLength(2);
      expect(answer.text).toContain('责任单位：市财政局、市金融工作局、市国资委');
    }
    expect(ask({ text: '第9项的责任人是谁', history: [] })).toEqual(
      bot.ask({ text: '第9项的责任人是谁', history: [] }),
    );
  });

  test('in English too, and asked on', () => {
    expect(said('Which tasks are behind schedule?').text).toContain('reported by 市财政局 on 2026-11-25');
    expect(said('那滞后的有哪些', '市财政局负责哪些任务').tasks).toEqual([4, 9]);
  });

  test.each([
    '第21项进展怎么样', // nobody reported of it
    '市科技局哪些任务滞后',
    '市财政局2022年哪些任务滞后',
    '数字人民币进展怎么样',
    '市财政局负责哪些任务',
    '第4项谁负责',
    '第4项2021年目标',
  ])('“%s” is answered from the plan as before', (text) => {
    expect(ask({ text, history: [] })).toEqual(bot.ask({ text, history: [] }));
  });

  test('a later report counts, one of the same day takes the place of the first', async () => {
    at = MADE_AT + DAY;
    await send(await filledList(UNIT, { 4: ['李四', '推进中'] }));
    expect(said('市财政局哪些任务滞后').tasks).toEqual([9]);
    expect(said('第4项进展怎么样').text).toContain(
      '市财政局2026年11月26日填报：第4项“整合优化本地国有金融资源”推进中，责任人李四。',
    );
    await send(await filledList(UNIT, { 4: ['李四', ''], 9: ['', '已完成'] }));
    expect(said('第4项进展怎么样').text).toContain('没有填进展');
    expect(said('市财政局哪些任务滞后').text).toContain('没有“滞后”的');
  });

  test('several units report of one task', async () => {
    await send(await filledList({ unit: '高新区', year: 2021 }, { 9: ['赵六', '滞后'] }));
    const { text } = said('第9项进展怎么样');
    expect(text).toContain('高新区');
    expect(text).toContain('市财政局');
  });

  test('a list that was shown and exported comes back for its year too', async () => {
    const shown = { unit: '市财政局', year: 2022, tasks: [3, 4], about: '市财政局负责的任务' };
    const { statusCode, body } = await send(await filledList(shown, { 3: ['', '未启动'] }));
    expect([statusCode, JSON.parse(body)]).toEqual([200, expect.objectContaining({ year: 2022, tasks: 2, filled: 1 })]);
  });

  test('comes as a form as well', async () => {
    const form = new FormData();
    form.append(
      'file',
      new Blob([new Uint8Array(await filledList({ unit: '市科技局' }, { 10: ['钱七', '推进中'] }))]),
      'a.xlsx',
    );
    const request = new Request('http://x', { method: 'POST', body: form });
    const { statusCode, body } = await send(Buffer.from(await request.arrayBuffer()), {
      type: request.headers.get('content-type') ?? '',
    });
    expect([statusCode, JSON.parse(body)]).toEqual([200, expect.objectContaining({ unit: '市科技局', filled: 1 })]);
  });
});

describe('what cannot be taken', () => {
  const kept = () => JSON.stringify(store.reports.latest(bot.plan.id));
  const refused = async (payload: Buffer, options: Parameters<typeof send>[1], ...words: readonly string[]) => {
    const before = kept();
    const { statusCode, body } = await send(payload, options);
    expect(statusCode, body).toBeGreaterThanOrEqual(400);
    expect(statusCode, body).toBeLessThan(500);
    for (const word of words) expect(JSON.parse(body).error.message).toContain(word);
    expect(kept()).toBe(before);
  };

  test('a word of progress that is not known: the row and the four words', async () => {
    const list = await filledList(UNIT, { 3: ['甲', '已完成'], 4: ['乙', '快了'] });
    await refused(list, {}, '第7行（第4项）的进展“快了”不认得', '未启动、推进中、已完成、滞后', '没有保存任何一行');
  });

  test('a task whose name was changed: the row, and to export it again', async () => {
    const list = await filledList(UNIT, FILLED, (sheet) => {
      sheet.getCell(6, 2).value = '做大做强（第3项）';
    });
    await refused(list, {}, '第6行的任务“做大做强（第3项）”不在计划里', '重新导出');
  });

  test('every row that is wrong is named at once', async () => {
    await refused(await filledList(UNIT, { 3: ['', '好'], 4: ['', '坏'] }), {}, '第6行', '第7行');
  });

  test('a task twice', async () => {
    const list = await filledList(UNIT, FILLED, (sheet) => {
      sheet.getCell(7, 2).value = sheet.getCell(6, 2).value;
    });
    await refused(list, {}, '第3项出现了两次');
  });

  test('something filled in beside no task', async () => {
    const list = await filledList(UNIT, FILLED, (sheet) => {
      sheet.getCell(6, 2).value = null;
    });
    await refused(list, {}, '第6行没有任务，却填了“张三”');
  });

  test('nothing filled in', async () => {
    await refused(await filledList(UNIT, {}), {}, '没有一行填了责任人或进展');
  });

  test('another sheet', async () => {
    const { default: exceljs } = await import('exceljs');
    const book = new exceljs.Workbook();
    book.addWorksheet('表').addRow(['姓名', '电话']);
    await refused(Buffer.from(await book.xlsx.writeBuffer()), {}, '没有找到有“任务”“责任人”“进展”三列的表');
  });

  test('a list of no unit, unless it is named; of another unit; of an unknown one', async () => {
    const whole = await filledList({ year: 2021 }, { 21: ['甲', '推进中'] });
    await refused(whole, {}, '看不出是哪个单位填的', 'unit');
    await refused(
      await filledList(UNIT, FILLED),
      { url: `?unit=${encodeURIComponent('市科技局')}` },
      '清单是市财政局的',
    );
    await refused(whole, { url: `?unit=${encodeURIComponent('市体育局')}` }, '计划里没有“市体育局”');
    await refused(whole, { url: '?plan=nothing' }, '看不出是哪份计划');
    expect((await send(whole, { url: `?unit=${encodeURIComponent('市发改委')}` })).statusCode).toBe(200);
    expect(said('第21项进展怎么样').text).toContain('市发改委');
  });

  test('a damaged file, a text, nothing', async () => {
    const list = await filledList(UNIT, FILLED);
    await refused(list.subarray(0, list.length / 2), {}, '另存一份');
    await refused(Buffer.from('任务,责任人,进展'), {}, '另存一份');
    await refused(Buffer.alloc(0), {}, '.xlsx');
    await refused(Buffer.alloc(5 * 1024 * 1024), {});
  });

  test('without the token nothing is read, and it cannot be guessed', async () => {
    const list = await filledList(UNIT, FILLED);
    await refused(list, { token: 'wrong' }, 'ADMIN_TOKEN');
    for (let tries = 0; tries < 6; tries += 1) await send(list, { token: 'wrong' });
    expect((await send(list, { token: 'wrong' })).statusCode).toBe(429);
    expect((await send(list)).statusCode).toBe(200);
  });
});
