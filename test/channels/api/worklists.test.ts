import { fastify } from 'fastify';
import { afterAll, describe, expect, test } from 'vitest';
import { asCoded } from '../../../src/channels/api/faults.ts';
import { worklistRoute } from '../../../src/channels/api/worklists.ts';
import { onePlan } from '../../../src/channels/asked-plans.ts';
import { errorBody } from '../../../src/errors.ts';
import { bot } from '../../helper.ts';
import { csvTable, MADE_AT, openBook, sheetOf, tableOf } from '../../worklists/read.ts';

const app = fastify();
app.setErrorHandler((thrown, _request, reply) => {
  const error = asCoded(thrown);
  return reply.code(error.status).send(errorBody(error));
});
await app.register(worklistRoute({ plans: onePlan(bot), ask: bot.ask, now: () => MADE_AT }));
afterAll(() => app.close());

const get = (query: string) => app.inject(`/api/worklists${query}`);
const query = (values: Readonly<Record<string, string>>): string => `?${new URLSearchParams(values)}`;

/** The name that a browser gives the file (RFC 6266: the one in UTF-8 first). */
const nameIn = (header: unknown): string =>
  decodeURIComponent(/filename\*=UTF-8''([\w!#$&+.^`|~%-]+)$/.exec(String(header))?.[1] ?? 'no name');

describe('GET /api/worklists', () => {
  test('without a format it is a workbook, named for what it holds', async () => {
    const { statusCode, headers, rawPayload } = await get(query({ unit: '市财政局', year: '2021' }));
    expect(statusCode).toBe(200);
    expect(headers).toMatchObject({
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    expect(nameIn(headers['content-disposition'])).toBe('市财政局2021年任务清单.xlsx');
    expect(headers['content-disposition']).toMatch(/^attachment; filename="worklist-2021\.xlsx"; filename\*=UTF-8''/);
    expect(tableOf(sheetOf(await openBook(rawPayload), '任务清单'))).toHaveLength(9);
  });

  test('as CSV', async () => {
    const { headers, rawPayload } = await get(query({ unit: '西安市财政局', year: '2021', format: 'csv' }));
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(nameIn(headers['content-disposition'])).toBe('市财政局2021年任务清单.csv');
    expect(csvTable(rawPayload)).toHaveLength(9);
  });

  test('as JSON', async () => {
    const { headers, body } = await get(query({ action: '6', format: 'json' }));
    expect(headers['content-type']).toBe('application/json; charset=utf-8');
    expect(JSON.parse(body)).toMatchObject({
      cover: { made: '2026年11月25日' },
      filter: { action: { number: 6, title: '绿色金融引领行动' } },
      lists: [{ relation: 'all', rows: [{ task: 23 }, { task: 24 }, { task: 25 }, { task: 26 }] }],
    });
  });

  test('without parameters, and with empty ones as a form sends them, it holds everything', async () => {
    for (const url of ['?format=json', '?unit=&year=&action=&format=json', '?unit=%20&format=json'])
      expect((await get(url)).json().lists[0].rows, url).toHaveLength(bot.plan.tasks.length);
    expect(nameIn((await get('')).headers['content-disposition'])).toBe('全部任务清单.xlsx');
  });

  test.each([
    [{ unit: '市财政菊' }, '计划里没有“市财政菊”这个单位，相近的有：市财政局。'],
    [{ unit: '../../etc/passwd' }, '计划里没有“../../etc/passwd”这个单位。'],
    [{ unit: '__proto__' }, '计划里没有“__proto__”这个单位。'],
    [{ unit: '甲\u0000\r\nset-cookie: a=b' }, '这个单位'],
    [{ year: '2023' }, '计划只有2020—2022年各年的目标'],
    [{ year: '21' }, '没有“21”这一年'],
    [{ year: '2021.0' }, '没有“2021.0”这一年'],
    [{ year: '-2021' }, '没有“-2021”这一年'],
    [{ year: '2021年' }, '没有“2021年”这一年'],
    [{ action: '16' }, '计划共有15个行动，没有第“16”个'],
    [{ action: '0x6' }, '没有第“0x6”个'],
    [{ action: '1e1' }, '没有第“1e1”个'],
    [{ format: 'pdf' }, '不能导出“pdf”，可以导出的格式是xlsx、csv、json。'],
    [{ format: 'XLSX' }, '不能导出“XLSX”'],
    [{ format: 'constructor' }, '不能导出“constructor”'],
  ])('%j is refused with what there is instead', async (values, message) => {
    const { statusCode, headers, body } = await get(query(values));
    expect(statusCode).toBe(400);
    expect(headers['content-disposition']).toBeUndefined();
    expect(JSON.parse(body)).toEqual({
      error: { code: expect.any(String), message: expect.stringContaining(message) },
    });
  });

  test.each([
    '?unit=a&unit=b',
    '?year=2021&year=2021',
    '?format=csv&format=xlsx',
    '?limit=5',
    '?unit[]=a',
    '?unit[x]=a',
    '?__proto__=a',
    '?constructor=a',
    `?unit=${'a'.repeat(65)}`,
  ])('%s is refused', async (url) => {
    const { statusCode, body } = await get(url);
    expect(statusCode).toBe(400);
    expect(JSON.parse(body)).toEqual({
      error: {
        code: 'bad_request',
        message: expect.stringContaining('只接受 plan、unit、year、action、tasks、question、format、history'),
      },
    });
  });

  test.each([
    '/api/worklists/',
    '/api/worklists/..%2f..%2fpackage.json',
    '/api/worklists/市财政局',
    '/api/worklists.xlsx',
  ])('%s is not there', async (url) => {
    expect((await app.inject(encodeURI(url))).statusCode).toBe(404);
  });

  test('of many at once all are served that may wait, the others are told to come back', async () => {
    const asked = await Promise.all(Array.from({ length: 120 }, () => get(query({ unit: '秦农银行', year: '2021' }))));
    const served = asked.filter(({ statusCode }) => statusCode === 200);
    const refused = asked.filter(({ statusCode }) => statusCode === 503);
    expect([served.length, refused.length]).toEqual([104, 16]);
    expect(new Set(served.map(({ rawPayload }) => rawPayload.toString('base64'))).size).toBe(1);
    for (const { body } of refused)
      expect(JSON.parse(body)).toEqual({ error: { code: 'worklist_busy', message: expect.any(String) } });
    expect((await get(query({ unit: '秦农银行' }))).statusCode).toBe(200);
  });
});
