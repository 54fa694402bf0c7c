import { describe, expect, test } from 'vitest';
import { onePlan } from '../../src/channels/asked-plans.ts';
import { listAsked } from '../../src/channels/list-asked.ts';
import { withLists } from '../../src/channels/with-lists.ts';
import { worklistFile } from '../../src/worklists/worklist-file.ts';
import { bot } from '../helper.ts';
import { csvTable, linesOf, MADE_AT, made, openBook, sheetOf, tableOf } from '../worklists/read.ts';

const plans = onePlan(bot);
const BASE = 'https://wenji.example.cn';

const found = (text: string, ...history: readonly string[]) =>
  listAsked({ text, history, year: 2021 }, { ask: bot.ask, plans }, { at: MADE_AT, base: BASE });

/** The list that must be offered. */
const offered = (text: string, ...history: readonly string[]) => {
  const list = found(text, ...history);
  if (list?.kind !== 'list') throw new Error(`no list for ${text}: ${JSON.stringify(list)}`);
  return list.list;
};

const answer = (text: string, ...history: readonly string[]) => bot.ask({ text, history });
const ASKED = '市财政局2021年负责哪些任务';

const WORDINGS = [
  ...[
    '发个表',
    '导出',
    'excel',
    '给我表格',
    '下载',
    '匯出',
    '給我表格',
    '下載',
    '导出一下',
    '能不能下载',
    '可以导出吗',
  ],
  ...[
    '弄成excel发我',
    '把上面的导出来',
    '导出这个清单',
    '发个excel',
    '给我个表格',
    '存成excel',
    '转成表格',
    '打印出来',
  ],
  ...['export', 'send it as excel', 'download this', 'Can you export this list?', '导出任务清单', '麻烦导出来，谢谢'],
];

describe('a request for the list just shown', () => {
  test.each(WORDINGS)('%s: its tasks with unit and year', (wording) => {
    const { title, request } = offered(wording, ASKED);
    expect(title).toBe('2021年市财政局负责的任务清单');
    expect(request).toEqual({
      filter: { unit: '市财政局', year: 2021, tasks: answer(ASKED).tasks, about: '市财政局负责的任务' },
      format: 'xlsx',
      at: MADE_AT,
    });
  });

  test.each([
    ['绿色金融引领行动有哪些任务', { about: '绿色金融引领行动的任务' }],
    ['2021年有量化数字的任务有哪些', { about: '2021年写有数字的任务', year: 2021 }],
    ['人行西安分行支持哪些任务', { unit: '人行西安分行' }],
    ['高新区负责但市财政局不负责的', { about: '高新区负责、市财政局不负责的任务' }],
    ['哪些任务没有支持单位', { about: '没有支持单位的任务' }],
    ['正文和附件任务名称不一样的有哪些', {}],
    ['全部任务有哪些', {}],
    ['第21项谁负责', {}],
  ])('of “%s”: every task that it lists', (asked, filter) => {
    const { tasks } = answer(asked);
    const { request } = offered('发个表', asked);
    expect(request.filter).toMatchObject({ ...filter, tasks });
    return expect(
      made(request.filter)
        .lists.flatMap(({ rows }) => rows.map(({ task }) => task))
        .toSorted(),
    ).toEqual(tasks.toSorted());
  });

  test.each([
    ['有哪些指标', 7, '金融业增加值'],
    ['有哪些行动', 15, '金融机构壮大行动（4项）'],
    ['各单位负责几项任务', 29, '市金融工作局负责：56项'],
    ['哪些单位没有负责任务', 9, '陕西银保监局：第1、'],
  ])('of “%s”: its %i lines', async (asked, count, first) => {
    const { request } = offered('发个表', asked);
    const list = made(request.filter);
    const rows = tableOf(sheetOf(await openBook((await worklistFile(list, 'xlsx')).bytes), '清单'));
    expect(rows).toHaveLength(count);
    expect(rows[0]?.内容).toContain(first);
    expect(csvTable((await worklistFile(list, 'csv')).bytes).map((row) => row.内容)).toEqual(
      rows.map((row) => row.内容),
    );
  });

  test('what was asked next narrows the list', () => {
    const [first, next] = ['市财政局负责哪些任务', '其中有量化数字的'];
    const { request, url } = offered('发个表', first, next);
    expect(request.filter).toMatchObject({ unit: '市财政局', tasks: answer(next, first).tasks });
    expect(new URL(url ?? '').searchParams.getAll('history')).toEqual([first]);
  });

  test('a year that is named with it counts', () => {
    expect(offered('导出2022年的', '市财政局负责哪些任务').request.filter).toMatchObject({
      unit: '市财政局',
      year: 2022,
    });
    expect(offered('发个csv', ASKED).request.format).toBe('csv');
  });

  test('earlier requests for files and what was not answered are passed over', () => {
    expect(offered('发个表', ASKED, '导出', '今天天气怎么样').request.filter).toMatchObject({ unit: '市财政局' });
  });

  test('a list that is named is that list, whatever was shown', () => {
    expect(offered('导出市科技局的任务清单', ASKED).request.filter).toEqual({ unit: '市科技局' });
    expect(offered('导出全部任务清单', ASKED).request.filter).toEqual({});
  });

  test('where nothing was shown it is asked which', () => {
    expect(found('发个表', '市金融工作局支持哪些任务')?.kind).toBe('which');
    expect(found('发个表')).toEqual({
      kind: 'which',
      requests: [expect.stringMatching(/^导出.+任务清单$/), expect.any(String), '导出全部任务清单'],
    });
    for (const request of ['市金融工作局', '全部']) expect(found(`导出${request}任务清单`)?.kind).toBe('list');
  });

  test.each(['市金融工作局支持哪些任务', '怎么导出', '不要导出', '印发一份', '第21项谁负责', '导出表格的是谁'])(
    '%s: is none',
    (asked) => {
      expect(found(asked, ASKED)).toBeUndefined();
    },
  );

  test('its head says what was asked', async () => {
    const { request } = offered('发个表', '高新区负责但市财政局不负责的');
    const book = await openBook((await worklistFile(made(request.filter), 'xlsx')).bytes);
    const [title, , about] = linesOf(sheetOf(book, '任务清单'));
    expect(title).toBe('高新区负责、市财政局不负责的任务清单');
    expect(about).toContain('共8项任务');
  });
});

describe('an ask that knows lists', () => {
  const ask = withLists(bot.ask, { plans, now: () => MADE_AT });

  test('answers with the address of the file, citing what it lists', () => {
    const { status, text, tasks, citations } = ask({ text: '导出', history: [ASKED] });
    expect([status, tasks]).toEqual(['answered', answer(ASKED).tasks]);
    expect(text).toMatch(/^2021年市财政局负责的任务清单（责任9项），下载：\n\/api\/worklists\?/);
    expect(citations.length).toBeGreaterThan(0);
    expect(ask({ text: '导出市财政局任务清单', history: [] }).text).toContain('/api/worklists?');
  });

  test('asks back which list where none was shown', () => {
    const asked = ask({ text: '发个表', history: [] });
    expect(asked).toMatchObject({ status: 'clarify', kind: 'unclear-list' });
    for (const { question } of asked.choices) expect(ask({ text: question, history: [] }).status).toBe('answered');
  });

  test('leaves every question as it is', () => {
    for (const text of [ASKED, '第21项谁负责', '你好', '进展怎么样'])
      expect(ask({ text, history: [] })).toEqual(bot.ask({ text, history: [] }));
  });
});
