import { beforeEach, expect, test } from 'vitest';
import type { Database } from '../../src/store/database.ts';
import { createRecords, forgetMisses, type Records, tidyRecords } from '../../src/store/records.ts';
import { createReplies } from '../../src/store/replies.ts';
import type { State } from '../../src/store/unanswered.ts';
import type { Answer } from '../../src/types.ts';
import { answerOf } from '../fakes/answer.ts';
import { describeStores, type Place } from './stores.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** 2026-01-31 10:00 in China. */
const START = Date.parse('2026-01-31T02:00:00Z');

let time: number;
let database: Database;
let records: Records;

const begin = (place: Place): void => {
  beforeEach(async () => {
    time = START;
    database = await place.open();
    records = createRecords(database, () => time);
  });
};

interface Given {
  readonly plan?: string;
  readonly status?: Answer['status'];
  readonly kind?: string;
  readonly channel?: string;
  readonly chat?: 'group' | 'private' | 'page' | 'api';
  readonly ms?: number;
  readonly work?: number;
}

const answered = (question: string, given: Given = {}) => {
  const { status = 'not_found', kind = 'not-found', channel = 'feishu', chat = 'group', ms = 4, work, plan } = given;
  const event = {
    question,
    answer: { status, kind },
    channel,
    chat,
    ms,
    ...(work !== undefined && { work }),
    ...(plan && { plan }),
  };
  return records.answered(event);
};

const judged = (
  verdict: 'useful' | 'wrong',
  reader: string,
  more: { reply?: string; reason?: string; channel?: string } = {},
) =>
  records.judged({
    ...{ reply: more.reply ?? 'r1', reader, verdict, question: '甲任务谁负责', kind: 'responsible' },
    ...{
      channel: more.channel ?? 'feishu',
      chat: 'private' as const,
      ...(more.reason !== undefined && { reason: more.reason }),
    },
  });

const questions = async (state: State = 'open'): Promise<readonly string[]> =>
  (await records.unanswered({ limit: 100, state })).map(({ question, count }) => `${question} ${count}`);

describeStores('questions that were not answered well', (place) => {
  begin(place);
  test('are kept with what is known of them, and nothing of who asked', async () => {
    await answered('地铁八号线什么时候通车');
    time += HOUR;
    await answered('红烧肉怎么做？', { channel: 'api', chat: 'api' });
    await answered('天然气谁管', { status: 'answered', kind: 'responsible' });
    await answered('那支持单位呢', { status: 'clarify', kind: 'dangling' });
    expect(await records.unanswered({ limit: 10 })).toEqual([
      expect.objectContaining({ id: 2, question: '红烧肉怎么做？', channels: ['api'], chats: ['api'] }),
      {
        ...{ id: 3, state: 'open', question: '那支持单位呢', others: [], count: 1, kinds: ['dangling'] },
        ...{
          sorts: { not_found: 0, clarify: 1, wrong: 0 },
          channels: ['feishu'],
          chats: ['group'],
          reasons: [],
          meant: [],
          plans: [],
        },
        ...{ first: START + HOUR, last: START + HOUR },
      },
      expect.objectContaining({ id: 1, question: '地铁八号线什么时候通车', first: START, last: START }),
    ]);
    const columns = await place.columns('miss');
    expect(columns).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/person|conversation|tenant|lane|chat_id/)]),
    );
  });

  test('are grouped by likeness, the most frequent first, the same way each time', async () => {
    const asked = [
      '垃圾分类归谁管',
      '公积金怎么提取',
      '垃圾分类归谁管？',
      '【垃圾分类】归 谁 管',
      '垃圾分类归谁管啊',
      '公积金怎么提取呢',
      '红烧肉怎么做',
      '?',
      '？？',
    ];
    for (const question of asked) await answered(question);
    expect(await questions()).toEqual(['垃圾分类归谁管啊 4', '公积金怎么提取呢 2', '红烧肉怎么做 1', '? 1', '？？ 1']);
    expect((await records.unanswered({ limit: 1 }))[0]?.others).toEqual([
      '【垃圾分类】归 谁 管',
      '垃圾分类归谁管？',
      '垃圾分类归谁管',
    ]);
    expect((await records.unanswered({ limit: 2 })).map(({ count }) => count)).toEqual([4, 2]);
    expect(await createRecords(database, () => time).unanswered({ limit: 9 })).toEqual(
      await records.unanswered({ limit: 9 }),
    );
  });

  test('seen to are listed apart; asked once more, they are open again', async () => {
    await answered('公积金怎么提取');
    await answered('公积金怎么提取呢');
    expect(await records.settle(2, 'settled')).toBe(true);
    expect([await questions(), await questions('settled')]).toEqual([[], ['公积金怎么提取呢 2']]);
    expect(await records.group(1)).toMatchObject({ id: 1, state: 'settled', count: 2 });
    time += 1;
    await answered('公积金怎么提取？');
    expect([await questions(), await questions('settled')]).toEqual([['公积金怎么提取？ 3'], []]);
    await records.settle(1, 'mended');
    expect([await questions(), await questions('mended')]).toEqual([[], ['公积金怎么提取？ 3']]);
    await records.settle(1, 'open');
    expect(await questions()).toEqual(['公积金怎么提取？ 3']);
    expect([await records.settle(99, 'settled'), await records.group(99)]).toEqual([false, undefined]);
  });

  test('有误 comes with its reason; the last word of each reader counts', async () => {
    await judged('wrong', 'feishu t a', { reason: '责任单位不对' });
    await judged('wrong', 'feishu t a', { reason: '少了一个单位' });
    await judged('wrong', 'feishu t b');
    await judged('useful', 'feishu t c');
    expect(await records.unanswered({ limit: 10 })).toMatchObject([
      { question: '甲任务谁负责', count: 2, sorts: { wrong: 2 }, reasons: ['少了一个单位'], chats: ['private'] },
    ]);
    await judged('useful', 'feishu t a');
    await judged('useful', 'feishu t b');
    expect(await questions()).toEqual([]);
    expect(JSON.stringify(await database.read.all('SELECT * FROM miss'))).not.toContain('feishu t');
  });

  test('are gone with the question’s recall, the judgement of its answer too', async () => {
    const replies = createReplies(database, () => time);
    await database.write((sql) =>
      replies.keep(sql, { id: 'r1', asked: { text: '甲', history: [] }, answer: answerOf('答'), work: 7 }),
    );
    await answered('甲任务谁负责', { work: 7 });
    await answered('公积金怎么提取', { work: 8 });
    await judged('wrong', 'feishu t a');
    await database.write((sql) => forgetMisses(sql, 7));
    expect(await questions()).toEqual(['公积金怎么提取 1']);
    expect(JSON.stringify(await database.read.all('SELECT * FROM miss'))).not.toContain('甲');
  });

  test('are written with the answer or not at all', async () => {
    const writing = database.write(async (sql) => {
      await records.record(sql, {
        ...{ question: '公积金怎么提取', answer: { status: 'not_found', kind: 'not-found' } },
        ...{ channel: 'feishu', chat: 'group', ms: 1 },
      });
      throw new Error('not written');
    });
    await expect(writing).rejects.toThrow('not written');
    expect([await questions(), (await records.days(1))[0]?.questions]).toEqual([[], 0]);
  });

  test('stay bounded: the same one is counted, the oldest gives way, what was seen to first', async () => {
    for (let at = 0; at < 60; at += 1) await answered('公积金怎么提取', { work: at });
    expect(await questions()).toEqual(['公积金怎么提取 60']);
    expect((await database.read.get('SELECT count(*) AS n FROM miss'))?.n).toBe(20);
    await database.write((sql) => forgetMisses(sql, 19));
    expect(await questions()).toEqual(['公积金怎么提取 59']);
    const few = createRecords(database, () => time, 22);
    records = few;
    await few.settle(1, 'settled');
    for (const question of ['红烧肉怎么做', '世界杯谁赢了', '驾照怎么考']) await answered(question);
    expect(await questions()).toEqual(['红烧肉怎么做 1', '世界杯谁赢了 1', '驾照怎么考 1']);
    expect((await database.read.get('SELECT count(*) AS n FROM miss'))?.n).toBe(22);
    await answered('长'.repeat(9000));
    expect((await questions()).map((question) => question.length)).toContain('长'.repeat(500).length + 2);
  });

  test('more than are kept, made to look alike without being so: the last ones stand, each counted once', async () => {
    const few = createRecords(database, () => time, 300);
    records = few;
    const many = Array.from({ length: 400 }, (_, at) => `第${at * 7919}号楼的${at % 83}件事由${at % 31}处办吗`);
    for (const question of many) await answered(question);
    const groups = await few.unanswered({ limit: 1000 });
    expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(300);
    const kept = groups.flatMap(({ question, others }) => [question, ...others]);
    expect(kept).toContain(many.at(-1));
    expect(kept).not.toContain(many[0]);
  });
});

describeStores('the days', (place) => {
  begin(place);
  test('count questions by status, kind and channel in China’s time, today first, empty days too', async () => {
    time = Date.parse('2026-01-30T15:59:59Z');
    await answered('甲', { status: 'answered', kind: 'responsible', ms: 1 });
    time += 2000;
    for (const ms of [3, 4, 4, 40_000])
      await answered('甲', { status: 'answered', kind: 'responsible', channel: 'api', chat: 'api', ms });
    await answered('乙', { ms: 30 });
    await answered('丙', { status: 'clarify', kind: 'tied', ms: 5.1 });
    const none = {
      questions: 0,
      statuses: { answered: 0, clarify: 0, not_found: 0 },
      kinds: [],
      channels: [],
      plans: [],
    };
    expect(await records.days(3)).toEqual([
      {
        ...{
          day: '2026-01-31',
          questions: 6,
          statuses: { answered: 4, clarify: 1, not_found: 1 },
          p50: 5,
          p95: 10_000,
        },
        kinds: [
          { name: 'responsible', count: 4 },
          { name: 'not-found', count: 1 },
          { name: 'tied', count: 1 },
        ],
        plans: [],
        channels: [
          { ...{ name: 'api', questions: 4, answered: 4, clarify: 0, not_found: 0 }, useful: 0, wrong: 0 },
          { ...{ name: 'feishu', questions: 2, answered: 0, clarify: 1, not_found: 1 }, useful: 0, wrong: 0 },
        ],
        feedback: { useful: 0, wrong: 0 },
      },
      expect.objectContaining({ day: '2026-01-30', questions: 1, p50: 1, p95: 1 }),
      { day: '2026-01-29', ...none, feedback: { useful: 0, wrong: 0 } },
    ]);
  });

  test('and what was not answered well, tell which plan was asked', async () => {
    await answered('甲', { plan: 'plan-a' });
    await answered('甲', { plan: 'plan-b' });
    await answered('乙', { status: 'answered', kind: 'list', plan: 'plan-b' });
    expect((await records.days(1))[0]?.plans).toEqual([
      { name: 'plan-b', count: 2 },
      { name: 'plan-a', count: 1 },
    ]);
    expect((await records.unanswered({ limit: 1 }))[0]?.plans).toEqual(['plan-b', 'plan-a']);
  });

  test('count the last word of each reader, from wherever it comes', async () => {
    await judged('wrong', 'a');
    await judged('useful', 'a');
    await judged('wrong', 'b', { channel: 'web' });
    time += DAY;
    await judged('useful', 'b', { reply: 'r2' });
    expect((await records.days(2)).map(({ feedback }) => feedback)).toEqual([
      { useful: 1, wrong: 0 },
      { useful: 1, wrong: 1 },
    ]);
    const none = { questions: 0, answered: 0, clarify: 0, not_found: 0 };
    expect((await records.days(2))[1]?.channels).toEqual([
      { name: 'feishu', ...none, useful: 1, wrong: 0 },
      { name: 'web', ...none, useful: 0, wrong: 1 },
    ]);
  });

  test('go with the days that are set, and so do the questions', async () => {
    await answered('公积金怎么提取');
    time += 14 * DAY;
    await answered('红烧肉怎么做');
    const tidy = () => database.write((sql) => tidyRecords(sql, time, 14));
    await tidy();
    expect(await questions()).toEqual(['红烧肉怎么做 1', '公积金怎么提取 1']);
    time += DAY;
    await tidy();
    expect(await questions()).toEqual(['红烧肉怎么做 1']);
    expect((await records.days(16)).map(({ questions: count }) => count)).toEqual([0, 1, ...Array(14).fill(0)]);
    expect((await database.read.get('SELECT count(*) AS n FROM latency'))?.n).toBe(1);
  });
});
