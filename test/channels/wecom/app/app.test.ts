import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { WECOM_APP_PATH, wecomAppLine } from '../../../../src/channels/wecom/app/app.ts';
import { echoAsk } from '../../../fakes/answer.ts';
import { type FakeWecomApi, fakeWecomApi, WECOM_APP } from '../../../fakes/wecom-api.ts';
import { appDelivery, appText, appXml } from '../../../fakes/wecom-sender.ts';
import { ask } from '../../../helper.ts';
import { EXAMPLE, type House, type HouseOptions, openHouse, WELCOMED } from '../../contract/house.ts';
import { secondsOf } from '../../contract/mode.ts';
import { openTime, type Time } from '../../contract/time.ts';
import { APP_MODE_KEYS, appConfig } from '../../contract/wecom-app.ts';
import { requestOf } from '../../contract/wecom-webhook.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

const ASKED = '天然气交易中心由哪个单位负责？';

let time: Time;
let fake: FakeWecomApi;
let house: House;
let ids: number;

const open = async (options: Partial<HouseOptions> = {}, config: Partial<ReturnType<typeof appConfig>> = {}) => {
  const timing = { timeout: 60_000, now: time.now, sleep: time.hurry, random: () => 0 };
  house = await openHouse({
    time,
    line: ({ log, now }) => wecomAppLine({ ...appConfig(fake.url), ...config }, { log, now, timing }),
    ...options,
  });
};

const reopen = async (...options: Parameters<typeof open>): Promise<void> => {
  await house.close();
  await open(...options);
};

beforeEach(async () => {
  ids = 0;
  time = openTime();
  fake = await fakeWecomApi(time.now);
  await open();
});

afterEach(async () => {
  await house.close();
  await fake.close();
});

type Fields = Readonly<Record<string, string>>;

const frame = (): Fields => ({
  ToUserName: WECOM_APP.corpId,
  FromUserName: 'zhangsan',
  CreateTime: secondsOf(time),
  MsgId: `45612553542513459${++ids}`,
});

/** Delivers, and waits for what comes of it. */
const deliver = async (xml: string) => {
  const delivery = appDelivery(xml, { timestamp: secondsOf(time) }, APP_MODE_KEYS);
  const response = await house.app.inject(requestOf(WECOM_APP_PATH, delivery));
  await house.chats.idle();
  return response;
};

const say = (text: string, fields: Fields = {}) => deliver(appText(text, { ...frame(), ...fields }));

const happen = (Event: string, fields: Fields = {}) =>
  deliver(appXml({ ...frame(), MsgType: 'event', Event, ...fields, MsgId: undefined }));

const pass = async (ms: number): Promise<void> => {
  time.pass(ms);
  await house.chats.idle();
};

const messages = () => fake.shown.map(({ message }) => message as { readonly text?: string; readonly card?: Card });
const texts = (): readonly string[] => messages().flatMap(({ text }) => (text === undefined ? [] : [text]));
const heads = (): readonly string[] => texts().map((text) => text.split('\n')[0] ?? '');

interface Card {
  readonly task_id: string;
  readonly button_list: readonly { readonly text: string; readonly key: string }[];
}

const cards = (): readonly Card[] => messages().flatMap(({ card }) => (card ? [card] : []));

const click = (key: string, task: string, fields: Fields = {}) =>
  happen('template_card_event', { EventKey: key, TaskId: task, CardType: 'button_interaction', ...fields });

const log = (): string => house.lines.join('');

describe('a question', () => {
  test('is acknowledged with nothing, and answered by a message with the source to whoever asked', async () => {
    const response = await say(ASKED, { FromUserName: 'LiSi' });
    expect([response.statusCode, response.body]).toEqual([200, '']);
    expect(fake.shown.map(({ to }) => to)).toEqual(['LiSi']);
    const [text = ''] = texts();
    for (const { label } of ask(ASKED).citations.slice(0, 2)) {
      expect(text).toContain(label);
    }
    expect(fake.tries()[0]?.body).toMatchObject({ agentid: WECOM_APP.agentId, enable_duplicate_check: 1 });
  });

  test('asked again and again gets an answer each time, though the platform keeps back what it has shown', async () => {
    await say(ASKED);
    await pass(10 * MINUTE);
    await say(ASKED);
    await pass(10 * MINUTE);
    await say(ASKED);
    expect(texts()).toHaveLength(3);
    expect(texts().map((text) => /（第\d次回答）$/.exec(text)?.[0])).toEqual([
      undefined,
      '（第2次回答）',
      '（第3次回答）',
    ]);
  });

  test('asked by two people gets the same answer twice, neither told apart', async () => {
    await say(ASKED, { FromUserName: 'LiSi' });
    await say(ASKED, { FromUserName: 'wangwu' });
    expect(new Set(texts()).size).toBe(1);
    expect(fake.shown.map(({ to }) => to)).toEqual(['LiSi', 'wangwu']);
  });

  test('delivered again after a lost acknowledgement is answered once', async () => {
    for (let n = 0; n < 4; n++) expect((await say(ASKED, { MsgId: '1234567890123456' })).body).toBe('');
    expect(fake.tries()).toHaveLength(1);
  });

  test('ids that differ in the last of nineteen digits are two questions', async () => {
    await say(ASKED, { MsgId: '4561255354251345929' });
    await say('供应链金融归谁管', { MsgId: '4561255354251345930' });
    expect(texts()).toHaveLength(2);
  });

  test('as a picture, a voice message or a place gets the line that only text is read', async () => {
    for (const MsgType of ['image', 'voice', 'location']) {
      await deliver(appXml({ ...frame(), MsgType }));
      await pass(MINUTE);
    }
    expect(heads()).toEqual(Array.from({ length: 3 }, () => expect.stringContaining('目前只能读文字')));
  });

  test('without a word, and one that is too long, get a line that says what to do', async () => {
    await say(' 　 ');
    await say('字'.repeat(10_001));
    expect(texts()).toEqual([expect.stringContaining('请用文字输入问题'), expect.stringContaining('10000')]);
  });

  test('leaves neither its words nor who asked in the log', async () => {
    await say('天然气的机密');
    fake.failNext({ kind: 'reset' });
    await say('天然气的机密二');
    expect(log()).not.toMatch(/天然气|机密|zhangsan|secret-of|w-token/i);
  });
});

describe('a long answer', () => {
  const LISTED = '市金融工作局有哪些任务？';

  test('comes in pages of at most 2,048 bytes, turned by 下一页, 第3页 and 上一页', async () => {
    for (const text of [LISTED, '下一页', '第3页', '上一页']) await say(text);
    const footers = texts().map((text) => /（第(\d+)\/\d+页/.exec(text)?.[1]);
    expect(footers).toEqual(['1', '2', '3', '2']);
    expect(texts()[3]).toMatch(/（第2次回答）$/);
    for (const text of texts()) expect(Buffer.byteLength(text)).toBeLessThanOrEqual(2048);
  });

  test('is turned by a number where that is none of its entries', async () => {
    const lines = Array.from({ length: 200 }, (_, at) => `第${at}行，说的是一件事情。`);
    await reopen({ ask: (question) => ({ ...echoAsk(question), text: ['共一件：', ...lines].join('\n') }) });
    for (const text of ['甲', '3']) await say(text);
    expect(texts()[1]).toContain('（第3/');
  });

  test('has no page after the last, and none in a conversation that has ended', async () => {
    await say(LISTED);
    await say('第99页');
    expect(texts()[1]).toBe('没有这一页。');
    await pass(31 * MINUTE);
    await say('下一页');
    expect(texts()[2]).not.toContain('（第2/');
  });
});

describe('an answer that asks back', () => {
  const UNCLEAR = '那2022年呢？';
  const firstChoice = ask(UNCLEAR).choices[0]?.question ?? '';
  const answer = ask(firstChoice).text.split('\n')[0] ?? '';

  test('lists the choices by number, and brings a card with them', async () => {
    await say(UNCLEAR);
    expect(texts()[0]).toContain(`1. ${ask(UNCLEAR).choices[0]?.label}`);
    expect(cards()[0]?.button_list).toHaveLength(ask(UNCLEAR).choices.length);
  });

  test('is answered by a number', async () => {
    await say(UNCLEAR);
    await say('1');
    expect(heads()[1]).toBe(answer);
  });

  test('is answered by a click, once however often that is delivered', async () => {
    await say(UNCLEAR);
    const [card] = cards();
    const created = { CreateTime: secondsOf(time) };
    for (let n = 0; n < 3; n++) {
      const response = await click(card?.button_list[0]?.key ?? '', card?.task_id ?? '', created);
      expect([response.statusCode, response.body]).toEqual([200, '']);
    }
    expect(heads().slice(1)).toEqual([answer]);
  });

  test('asked twice brings two cards, though the platform keeps back what it has shown', async () => {
    await say(UNCLEAR);
    await say('你好');
    await pass(31 * MINUTE); // another conversation
    await say(UNCLEAR);
    expect(cards()).toHaveLength(2);
  });

  test('that nobody knows any more says so when it is clicked', async () => {
    await say(UNCLEAR);
    const [card] = cards();
    await reopen();
    await click(card?.button_list[0]?.key ?? '', card?.task_id ?? '');
    expect(texts()[1]).toBe('这张卡片已经过期，请把问题再问一遍。');
  });

  test('a button of another making, or of another reply than its card, does nothing', async () => {
    await say(UNCLEAR);
    const [card] = cards();
    await click('transfer', card?.task_id ?? '');
    await click(card?.button_list[0]?.key ?? '', 'another-task');
    expect(texts()).toHaveLength(1);
  });
});

describe('opening the app', () => {
  test('is greeted once a day, with what may be asked', async () => {
    const DAY = 24 * HOUR;
    await happen('enter_agent');
    await pass(SECOND);
    await happen('enter_agent');
    expect(texts()).toEqual([expect.stringContaining(WELCOMED)]);
    expect(texts()[0]).toContain(EXAMPLE);
    await pass(DAY);
    await happen('enter_agent');
    expect(texts()).toHaveLength(2);
  });

  test('by two people greets both', async () => {
    await happen('enter_agent');
    await happen('subscribe', { FromUserName: 'LiSi' });
    expect(fake.shown.map(({ to }) => to)).toEqual(['zhangsan', 'LiSi']);
  });

  test('and other events are acknowledged; nothing is said to them', async () => {
    for (const event of ['unsubscribe', 'LOCATION', 'click', 'view', 'change_contact'])
      expect((await happen(event)).statusCode).toBe(200);
    expect(fake.tries()).toEqual([]);
  });
});

describe('when sending fails', () => {
  beforeEach(() => reopen({ ask: echoAsk }));

  test('because the connection breaks after the message was shown, it is shown once', async () => {
    fake.failNext({ kind: 'reset' });
    await say('甲');
    expect(fake.tries().length).toBeGreaterThan(1);
    expect(texts()).toHaveLength(1);
  });

  test('because the connection breaks each time, it is still shown once, and over when the platform says so', async () => {
    fake.failNext({ kind: 'reset' }, { kind: 'reset' }, { kind: 'reset' });
    await say('甲');
    await pass(5 * SECOND);
    expect(texts()).toHaveLength(1);
    expect(await house.store.inbox.open()).toEqual([]);
  });

  test('because the token is dead, a new one is fetched', async () => {
    await say('甲');
    fake.expireTokens();
    await say('乙');
    expect(heads()).toHaveLength(2);
    expect(fake.tokensIssued()).toBe(2);
  });

  test('because the platform is down, it is sent later, by itself', async () => {
    fake.failNext(...Array.from({ length: 3 }, () => ({ kind: 'page', http: 502 }) as const));
    await say('甲');
    expect(texts()).toEqual([]);
    await pass(5 * SECOND);
    expect(heads()).toEqual(['答：甲（此前 0 问）']);
  });

  test.each(['invaliduser', 'unlicenseduser'] as const)('because the member is in %s, it is dropped', async (list) => {
    fake.failNext({ kind: 'missed', list });
    await say('甲');
    await pass(HOUR);
    expect(fake.tries()).toHaveLength(1);
    expect(await house.store.inbox.open()).toEqual([]);
    expect(log()).toContain(list);
  });

  test('because the app is not for the member (81013), it is dropped', async () => {
    await say('甲', { FromUserName: 'somebody-else' });
    await pass(HOUR);
    expect(fake.tries()).toHaveLength(1);
    expect(await house.store.inbox.open()).toEqual([]);
  });

  test('because the platform is asked too often, it waits for a minute', async () => {
    fake.failNext({ kind: 'code', code: 45009 });
    await say('甲');
    await pass(59 * SECOND);
    expect(texts()).toEqual([]);
    await pass(SECOND);
    expect(texts()).toHaveLength(1);
  });

  test('because our address is not on the list of the app: an alarm, a trouble, and all of it an hour later', async () => {
    fake.failNext({ kind: 'code', code: 60020 });
    await say('甲');
    await say('乙');
    expect(fake.tries()).toHaveLength(1);
    expect(log()).toContain('"alarm":true');
    expect((await house.app.inject('/healthz')).json().troubles).toEqual({ 'wecom-app': 'errcode 60020' });
    await pass(HOUR);
    expect(heads()).toEqual([expect.stringContaining('答：甲'), expect.stringContaining('答：乙')]);
    expect((await house.app.inject('/healthz')).json().troubles).toBeUndefined();
  });

  test('because the secret is wrong: questions are kept, an administrator is told', async () => {
    await reopen({ ask: echoAsk }, { secret: 'another' });
    await say('甲');
    expect((await house.app.inject('/healthz')).json().troubles).toEqual({ 'wecom-app': 'errcode 40001' });
    expect(await house.store.inbox.open()).toHaveLength(1);
    expect(log()).not.toContain('another');
  });

  test('because a message is not taken as it stands, the plain text goes out, without the card', async () => {
    await reopen();
    fake.failNext({ kind: 'code', code: 42045 });
    await say('那2022年呢？');
    expect([texts().length, cards().length]).toEqual([1, 0]);
  });

  test('more than thirty messages in a minute are spread, none is lost', async () => {
    for (let n = 0; n < 33; n++) await say(`甲${n}`);
    expect(texts()).toHaveLength(30);
    await pass(MINUTE);
    expect(new Set(heads()).size).toBe(33);
  });
});
