import { beforeEach, describe, expect, test } from 'vitest';
import { openChats } from '../../../src/channels/chats.ts';
import { createWeekly } from '../../../src/channels/desk/weekly.ts';
import type { Line } from '../../../src/channels/line.ts';
import type { Reply } from '../../../src/channels/work.ts';
import { readConfig } from '../../../src/config.ts';
import { openStore, type Store } from '../../../src/store/store.ts';
import { firstOf, newFolder, openLivePlans } from '../../overlay/opened.ts';
import { serveDesk, visit } from './served.ts';

/** Monday, 2026-02-02, 09:00 in China. */
const MONDAY = Date.parse('2026-02-02T01:00:00Z');
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const plans = await openLivePlans(newFolder());

let time: number;
let store: Store;
let sent: { readonly to: unknown; readonly text: string }[];

beforeEach(async () => {
  time = MONDAY - 3 * DAY;
  store = await openStore({ path: ':memory:', days: 14, now: () => time });
  sent = [];
});

const textOf = (reply: Reply): string => (reply.kind === 'line' ? reply.text : '');

/** A platform that takes what is sent. */
const line: Line = {
  name: 'feishu',
  title: '飞书',
  toChat: (chat) => ({ chat }),
  outlet: {
    pages: () => 1,
    render: (reply) => [textOf(reply)],
    plain: (reply) => [textOf(reply)],
    send: async (to: unknown, text: unknown) => {
      sent.push({ to, text: String(text) });
      return { status: 'sent' };
    },
    holds: HOUR,
  },
  connect: () => ({ address: '' }),
};

/** As the process starts: nothing is remembered but what is in the store. */
const started = async () => {
  const log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
  const access = { tenants: [], chats: [], people: [], external: false, perMinute: 20 };
  const chats = openChats({ ...{ lines: [line], store, ask: plans.ask, plans, access, log }, now: () => time });
  await chats.start();
  const say = (text: string, id: string) => chats.say({ channel: 'feishu', chat: 'oc_admin' }, text, id);
  const look = createWeekly({ ...{ plans, records: store.records, now: () => time, say }, publicUrl: 'https://w.cn' });
  return async (): Promise<void> => {
    await look();
    await chats.idle();
  };
};

const asked = async (status: 'answered' | 'not_found', channel: string) =>
  store.records.answered({
    ...{ question: '小蓝平台谁负责', answer: { status, kind: 'responsible' }, channel, ms: 3 },
    chat: channel === 'web' ? 'page' : 'group',
  });

const someWeek = async (): Promise<void> => {
  await asked('answered', 'feishu');
  await asked('answered', 'feishu');
  await asked('not_found', 'web');
  await store.records.judged({
    ...{ reply: 'r1', reader: 'a', verdict: 'wrong', question: '小蓝平台谁负责', kind: 'responsible' },
    ...{ channel: 'web', chat: 'page' },
  });
};

describe('the weekly summary', () => {
  test('goes to the chat on Monday at nine in China, and says what the week came to, by where it came from', async () => {
    await someWeek();
    const look = await started();
    time = MONDAY - 1;
    await look();
    expect(sent).toEqual([]);
    time = MONDAY;
    await look();
    expect(sent).toEqual([
      {
        to: { chat: 'oc_admin' },
        text: [
          '问计每周小结（1月26日至2月1日）',
          '提问 3：已回答 2（67 %），反问 0，答不了 1',
          '读者评价：有用 0，有误 1',
          '新增叫法 0',
          '飞书：提问 2，已回答 2，反问 0，答不了 0，有误 0',
          '网页：提问 1，已回答 0，反问 0，答不了 1，有误 1',
          '待处理的问题 1 个：https://w.cn/admin/questions',
        ].join('\n'),
      },
    ]);
  });

  test('is sent once a week, however often the process starts, and after days in which it did not run', async () => {
    await someWeek();
    time = MONDAY + 2 * DAY;
    await (await started())();
    expect(sent.length).toBe(1);
    time += 3 * DAY;
    await store.tidy();
    const again = await started();
    await again();
    await again();
    expect(sent.length).toBe(1);
    await asked('answered', 'web');
    time = MONDAY + 7 * DAY;
    await (await started())();
    expect(sent.map(({ text }) => text.split('\n')[0])).toEqual([
      '问计每周小结（1月26日至2月1日）',
      '问计每周小结（2月2日至2月8日）',
    ]);
  });

  test('counts by days of China: what is asked on Sunday before midnight there is of the week that ends', async () => {
    time = Date.parse('2026-02-01T15:59:00Z');
    await asked('answered', 'web');
    time = Date.parse('2026-02-01T16:01:00Z');
    await asked('not_found', 'web');
    time = MONDAY;
    await (await started())();
    expect(sent[0]?.text).toContain('提问 1：已回答 1（100 %）');
  });

  test('of a week in which nothing happened is not sent', async () => {
    time = MONDAY;
    await (await started())();
    expect(sent).toEqual([]);
  });

  test('stands on the desk too, with the words that were added', async () => {
    const served = await serveDesk(plans);
    // The words of these plans are added on 21 September 2026.
    served.pass(Date.parse('2026-09-22T01:00:00Z') - Date.parse('2026-01-31T02:00:00Z'));
    await served.records.answered({
      ...{ question: '甲', answer: { status: 'answered', kind: 'list' }, channel: 'web', chat: 'page', ms: 3 },
    });
    const means = { kind: 'task', target: 43 } as const;
    expect((await firstOf(plans).add({ say: '小蓝平台', means, author: '张三' })).status).toBe('kept');
    const visitor = visit(served);
    await visitor.login();
    const words = (await visitor.get('/admin/weeks')).body.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
    expect(words).toMatch(/本周（9月21日至9月27日） 提问 1 已回答 1 100 % 反问 0 0 %/);
    expect(words).toMatch(/网页 1 1 0 0 100 % 0 0 “小蓝平台”指 任务43 /);
    expect(words).toContain('上周（9月14日至9月20日） 提问 0');
  });

  test('needs a chat that is written as a platform and an id', async () => {
    expect(readConfig({ ADMIN_CHAT: 'feishu:oc_abc' }).adminChat).toEqual({ channel: 'feishu', chat: 'oc_abc' });
    for (const text of ['oc_abc', 'dingtalk:x', 'feishu:', 'feishu:a b'])
      expect(() => readConfig({ ADMIN_CHAT: text })).toThrow(/ADMIN_CHAT 应写作 feishu:群标识/);
    expect(readConfig({}).adminChat).toBeUndefined();
  });
});
