import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Line } from '../../../../src/channels/line.ts';
import { botByConnection } from '../../../../src/channels/wecom/bot/connection.ts';
import type { Ask } from '../../../../src/types.ts';
import { type FakeAibot, fakeAibot } from '../../../fakes/aibot.ts';
import type { Said } from '../../../fakes/aibot-mouth.ts';
import { AIBOT } from '../../../fakes/aibot-peer.ts';
import { echoAsk } from '../../../fakes/answer.ts';
import { until } from '../../../fakes/until.ts';
import { ask, bot } from '../../../helper.ts';
import { type House, type HouseOptions, type LineParts, openHouse, WELCOMED } from '../../contract/house.ts';
import { openTime, type Time } from '../../contract/time.ts';
import { createGate, type Gate } from './gate.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Milliseconds after which what could not be sent is tried again. */
const SOON = 5 * SECOND;

let time: Time;
let fake: FakeAibot;
let house: House;
let gate: Gate;
let folder: string | undefined;

const lineOf =
  (secret: string) =>
  ({ log, now }: LineParts): Line => {
    const timing = { timeout: 60_000, now, sleep: time.hurry, random: () => 0 };
    return gate.before(
      botByConnection({ mode: 'websocket', botId: AIBOT.botId, secret, url: fake.url }, { log, now, timing }),
    );
  };

const trouble = async (of = house): Promise<string | undefined> =>
  (await of.app.inject('/healthz')).json().troubles?.['wecom-bot'];

const connected = (): Promise<void> => until('the bot is connected', async () => (await trouble()) === undefined);

const open = async (options: Partial<HouseOptions> = {}): Promise<void> => {
  house = await openHouse({ time, ask: echoAsk, line: lineOf(AIBOT.secret), ...options });
};

const reopen = async (options: Partial<HouseOptions> = {}): Promise<void> => {
  gate.open();
  await house.close();
  await open(options);
  await connected();
};

const onDisk = (): string => {
  folder = mkdtempSync(join(tmpdir(), 'wenji-bot-'));
  return join(folder, 'wenji.sqlite');
};

beforeAll(() => import('@wecom/aibot-node-sdk'));

beforeEach(async () => {
  time = openTime();
  gate = createGate();
  fake = await fakeAibot(time.now);
  await open();
  await connected();
});

afterEach(async () => {
  gate.open();
  await house.close();
  await fake.close();
  if (folder) rmSync(folder, { recursive: true, force: true });
  folder = undefined;
});

/** Something is delivered and taken. */
const delivered = async (deliver: () => unknown): Promise<void> => {
  const before = house.takes();
  deliver();
  await until('the bot has taken it', () => house.takes() > before);
};

const say = async (text: string, said: Said = {}): Promise<void> => {
  await delivered(() => fake.say({ text, ...said }));
  await house.chats.idle();
};

const happen = async (...event: Parameters<FakeAibot['happen']>): Promise<void> => {
  await delivered(() => fake.happen(...event));
  await house.chats.idle();
};

/** A question whose reply is on its way to the connection, and no further. */
const askedSlowly = async (text: string, said: Said = {}): Promise<void> => {
  gate.shut();
  const before = gate.reached();
  await delivered(() => fake.say({ text, ...said }));
  await until('the reply is about to be sent', () => gate.reached() > before);
};

const pass = async (ms: number): Promise<void> => {
  time.pass(ms);
  await house.chats.idle();
};

const kinds = (): readonly string[] => fake.shown.map(({ kind }) => kind);
const words = (): readonly string[] => fake.shown.map(({ content }) => String(content));
const answers = (): readonly (string | undefined)[] => words().map((text) => /答：[^*\n]*/.exec(text)?.[0]);
const log = (): string => house.lines.join('');

interface Card {
  readonly task_id: string;
  readonly button_list: readonly { readonly key: string }[];
}

const card = (): Card => {
  const shown = fake.shown.find(({ kind }) => kind === 'card');
  if (!shown) throw new Error('no card is shown');
  return shown.content as Card;
};

/** Asks back with two choices when it is asked 哪个. */
const choosing: Ask = (question) => {
  if (question.text !== '哪个') return echoAsk(question);
  const [first, second] = ['甲', '乙'].map((label) => ({ label, question: label, tasks: [] }));
  if (!first || !second) throw new Error('two choices');
  return { ...echoAsk(question), status: 'clarify', citations: [], choices: [first, second], related: [] };
};

describe('a question', () => {
  test('is answered by one stream, finished with its first frame, on which people may say whether it was of use', async () => {
    await say('@问计 甲', { group: 'G1', msgid: 'M1' });
    expect(fake.shown).toEqual([
      {
        ...{ chat: 'G1', kind: 'stream', finished: true, feedback: expect.stringMatching(/^[0-9a-f]{32}$/) },
        content: expect.stringContaining('答：甲（此前 0 问）'),
      },
    ]);
    expect(fake.frames.filter(({ cmd }) => cmd === 'aibot_respond_msg')).toHaveLength(1);
  });

  test('gets the source with its answer', async () => {
    await reopen({ ask: bot.ask });
    const asked = '天然气交易中心由哪个单位负责？';
    await say(asked);
    for (const { label } of ask(asked).citations.slice(0, 2)) {
      expect(words()[0]).toContain(label);
    }
  });

  test('delivered twice, under another req_id, is answered once', async () => {
    await say('甲', { msgid: 'M1', reqId: 'R1' });
    await say('甲', { msgid: 'M1', reqId: 'R2' });
    expect(kinds()).toEqual(['stream']);
  });

  test('of a private chat is answered there', async () => {
    await say('甲', { user: 'lisi' });
    expect(fake.shown).toMatchObject([{ chat: 'lisi', kind: 'stream' }]);
  });

  test('with a long answer is turned by 下一页, each page a stream of its own', async () => {
    await reopen({ ask: bot.ask });
    await say('市金融工作局有哪些任务？');
    await say('下一页');
    expect(words()).toEqual([expect.stringContaining('（第1/'), expect.stringContaining('（第2/')]);
  });

  test('leaves neither its words, its asker nor its chat in the log', async () => {
    fake.failNext({ kind: 'code', code: -1 });
    await say('机密', { user: 'zhangsan', group: 'G-secret' });
    expect(answers()).toHaveLength(1);
    expect(log()).not.toMatch(/机密|zhangsan|G-secret|secret-of/);
  });
});

describe('an answer that asks back', () => {
  beforeEach(() => reopen({ ask: choosing }));

  test('is a stream with the choices, and a card behind it', async () => {
    await say('哪个', { group: 'G1' });
    expect(fake.shown.map(({ chat, kind }) => [chat, kind])).toEqual([
      ['G1', 'stream'],
      ['G1', 'card'],
    ]);
    expect(words()[0]).toContain('1．甲');
  });

  test('is answered by a click, with a message of its own, in the name of whoever clicked', async () => {
    await say('哪个', { group: 'G1', user: 'zhangsan' });
    const { task_id, button_list } = card();
    const click = { event_key: button_list[1]?.key, task_id };
    await happen('template_card_event', click, { group: 'G1', user: 'lisi' });
    expect(fake.shown.at(-1)).toMatchObject({ chat: 'G1', kind: 'markdown' });
    expect(answers().at(-1)).toBe('答：乙（此前 0 问）');
    await say('丙', { group: 'G1', user: 'lisi' });
    expect(answers().at(-1)).toBe('答：丙（此前 1 问）');
  });

  test('a click that is delivered twice is answered once', async () => {
    await say('哪个');
    const { task_id, button_list } = card();
    const click = { event_key: button_list[0]?.key, task_id };
    for (let n = 0; n < 2; n++) await happen('template_card_event', click, { msgid: 'E1' });
    expect(kinds()).toEqual(['stream', 'card', 'markdown']);
  });

  test('a click on a card that nobody knows any more says so', async () => {
    await say('哪个');
    const { task_id, button_list } = card();
    await reopen({ ask: choosing });
    fake.say({ text: '甲' }); // or the bot would not be heard in this chat
    await until('it is answered', () => fake.shown.length === 3);
    await happen('template_card_event', { event_key: button_list[0]?.key, task_id });
    expect(words().at(-1)).toBe('这张卡片已经过期，请把问题再问一遍。');
  });

  test('of which the platform does not take the card shows its text, once', async () => {
    fake.failNext({ kind: 'hold' }, { kind: 'code', code: 42045 });
    await delivered(() => fake.say({ text: '哪个' }));
    await until('the text is shown', () => fake.shown.length === 1);
    fake.release();
    await house.chats.idle();
    expect(kinds()).toEqual(['stream']);
    expect(await house.store.inbox.open()).toEqual([]);
  });
});

describe('events', () => {
  test('opening the chat is greeted within five seconds, once a day', async () => {
    await happen('enter_chat');
    await happen('enter_chat');
    expect(fake.shown).toEqual([{ chat: 'zhangsan', kind: 'welcome', content: expect.stringContaining(WELCOMED) }]);
    await pass(DAY);
    await happen('enter_chat');
    expect(kinds()).toEqual(['welcome', 'welcome']);
  });

  test('a greeting that comes too late is not forced upon anybody', async () => {
    gate.shut();
    await delivered(() => fake.happen('enter_chat'));
    await until('the greeting is about to be sent', () => gate.reached() > 0);
    time.pass(6 * SECOND);
    gate.open();
    await house.chats.idle();
    await pass(HOUR);
    expect(fake.shown).toEqual([]);
    expect(await house.store.inbox.open()).toEqual([]);
  });

  test('a thumb below a reply is kept and answered by nothing', async () => {
    await say('甲');
    const id = fake.shown[0]?.feedback;
    await happen('feedback_event', { id, type: 2 });
    expect(await house.database.read.all('SELECT reply, verdict FROM verdict')).toEqual([
      { reply: id, verdict: 'wrong' },
    ]);
    await happen('feedback_event', { id: 'unknown', type: 1 });
    expect(kinds()).toEqual(['stream']);
  });
});

describe('the connection', () => {
  test('is lost between acceptance and sending: the reply goes out over the next one, by a message of its own, once', async () => {
    await askedSlowly('甲', { group: 'G1' });
    fake.drop();
    await until('the bot is connected again', () => fake.connections() === 2 && fake.subscribed());
    await connected();
    gate.open();
    await house.chats.idle();
    expect(fake.shown.map(({ chat, kind }) => [chat, kind])).toEqual([['G1', 'markdown']]);
    await pass(HOUR);
    expect(answers()).toEqual(['答：甲（此前 0 问）']);
  });

  test('is lost after the reply was shown, before that was known: it is not shown again', async () => {
    await askedSlowly('甲', { group: 'G1' });
    fake.failNext({ kind: 'drop' });
    gate.open();
    await house.chats.idle();
    await until('the bot is connected again', () => fake.connections() >= 2 && fake.subscribed());
    await connected();
    for (let n = 0; n < 10; n++) await pass(HOUR / 10);
    expect(answers()).toEqual(['答：甲（此前 0 问）']);
    expect(await house.store.inbox.open()).toEqual([]);
  });

  test('is lost, and not to be had for a while: the reply is kept, and goes out when there is one', async () => {
    await askedSlowly('甲');
    fake.accept(false);
    fake.drop();
    await until('it is known', () => log().includes('wecom bot disconnected'));
    gate.open();
    await house.chats.idle();
    for (let n = 0; n < 3; n++) await pass(SOON);
    expect(fake.shown).toEqual([]);
    expect(await trouble()).toBe('长连接正在建立');
    fake.accept(true);
    await connected();
    await pass(20 * MINUTE);
    expect(kinds()).toEqual(['markdown']);
  });

  test('is another after a restart: what was accepted before is answered by a message of its own, once', async () => {
    const path = onDisk();
    await reopen({ path });
    await house.chats.stop();
    await delivered(() => fake.say({ text: '甲', msgid: 'M1' }));
    await reopen({ path });
    await pass(SOON);
    await say('甲', { msgid: 'M1' });
    expect(fake.shown.map(({ kind }) => kind)).toEqual(['markdown']);
  });

  test('stands, but the question is six minutes old: the reply is a message of its own', async () => {
    await askedSlowly('甲');
    time.pass(6 * MINUTE);
    gate.open();
    await house.chats.idle();
    expect(kinds()).toEqual(['markdown']);
  });

  test('is taken over by another process: somebody is told, and what is left goes out when it is back', async () => {
    await askedSlowly('甲');
    const other = await openHouse({ time, ask: echoAsk, line: lineOf(AIBOT.secret) });
    await until('the first is replaced', () => log().includes('was replaced'));
    expect(await trouble()).toBe('另一个进程以同一个机器人建立了长连接：请只留一个');
    gate.open();
    await house.chats.idle();
    expect(fake.shown).toEqual([]);
    await other.close();
    await pass(5 * MINUTE);
    await connected();
    await pass(5 * MINUTE);
    expect(kinds()).toEqual(['markdown']);
  });

  test('is refused: somebody is told, and what is left goes out when it is accepted', async () => {
    await askedSlowly('甲');
    fake.failSubscriptions(853000);
    fake.drop();
    await until('it is refused', () => log().includes('refuses the bot'));
    expect(await trouble()).toBe('长连接被拒绝：请检查 Bot ID 和 Secret');
    gate.open();
    await house.chats.idle();
    expect(log()).toContain('"alarm":true');
    time.pass(5 * MINUTE);
    await until('it is accepted', () => log().split('wecom bot connected').length > 2);
    expect(await trouble()).toBe('credentials'); // until sending is tried again
    await pass(HOUR);
    expect(await trouble()).toBeUndefined();
    expect(kinds()).toEqual(['markdown']);
  });
});
