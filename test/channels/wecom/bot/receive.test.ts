import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { readBot, receiveBot } from '../../../../src/channels/wecom/bot/receive.ts';
import { isReplyUrl } from '../../../../src/channels/wecom/bot/reply-url.ts';
import { keyOf, taskOf } from '../../../../src/channels/wecom/look/card-key.ts';
import { createWords } from '../../../../src/channels/wecom/text.ts';
import type { WecomDelivery } from '../../../../src/channels/wecom/unseal.ts';
import {
  BOT_KEYS,
  botBody,
  botDelivery,
  botEvent,
  challengeOf,
  seal,
  signedQuery,
} from '../../../fakes/wecom-sender.ts';
import { B3 } from '../../../fixtures/wecom/vectors.ts';
import { createRandom } from '../../../properties/random.ts';

const AT = 1_700_000_100_000;
const read = (body: unknown) => readBot(body, { receivedAt: AT, isAllowedUrl: isReplyUrl(), words: createWords() });
const receive = (delivery: WecomDelivery) => receiveBot(delivery, BOT_KEYS);

const forged = { status: 'refused', code: 'delivery_forged' };
const malformed = { status: 'refused', code: 'delivery_malformed' };

const MSGID = 'CAIQ16HMjQYY/NGagIOAgAMgq4KM0AI=';
const STREAM = createHash('sha256').update(MSGID).digest('hex').slice(0, 32);

describe('a delivery to the address', () => {
  test('the check is answered with the bare text', () => {
    expect(receive(challengeOf('1616140317555161061', BOT_KEYS))).toEqual({
      status: 'challenge',
      challenge: '1616140317555161061',
    });
  });

  test('a message of a group is a question, without the mention', () => {
    const delivery = botDelivery(botBody());
    expect(receive(delivery)).toEqual({
      status: 'question',
      text: '第21项由谁负责？',
      asker: { tenant: '', chat: 'wrkSFfCgAAxxxxxx', person: 'ZhangSan', private: false, outside: false },
      to: {
        message: MSGID,
        stream: STREAM,
        chat: 'wrkSFfCgAAxxxxxx',
        group: true,
        person: 'ZhangSan',
        responseUrl: 'https://qyapi.weixin.qq.com/cgi-bin/aibot/response?response_code=CODE',
        at: delivery.receivedAt,
      },
      ids: [`wecom-bot-message:${MSGID}`],
    });
  });

  test.each([
    '',
    ' ',
    'null',
    '[]',
    '"x"',
    '{',
    '{}',
    '{"encrypt":123}',
    '{"encrypt":null}',
    '{"encrypt":["AAAA"]}',
    '{"Encrypt":"AAAA"}',
    '{"__proto__":{"encrypt":"AAAA"}}',
    '<xml><Encrypt>AAAA</Encrypt></xml>',
  ])('of %j is malformed', (body) => {
    expect(receive({ ...botDelivery(botBody()), body: Buffer.from(body) })).toMatchObject(malformed);
    expect(Object.hasOwn(Object.prototype, 'encrypt')).toBe(false);
  });

  test('with a wrong signature, without one, or with it twice is forged', () => {
    const delivery = botDelivery(botBody());
    const { msg_signature: signature } = delivery.query;
    for (const wrong of ['', 'ff', 'x'.repeat(41), undefined, [String(signature), String(signature)]])
      expect(receive({ ...delivery, query: { ...delivery.query, msg_signature: wrong } })).toMatchObject(forged);
  });

  test('stale or with a garbled time is refused', () => {
    for (const timestamp of ['1700000000', 'x', ''])
      expect(receive(botDelivery(botBody(), { timestamp }))).toMatchObject({ code: 'delivery_stale' });
  });

  test('meant for a corp, truncated or flipped is forged, though signed', () => {
    const signed = (encrypt: string) =>
      receive({
        ...botDelivery(botBody()),
        query: { ...signedQuery(encrypt, BOT_KEYS) },
        body: Buffer.from(JSON.stringify({ encrypt })),
      });
    const encrypt = seal(JSON.stringify(botBody()), BOT_KEYS);
    const bytes = Buffer.from(encrypt, 'base64');
    expect(signed(encrypt)).toMatchObject({ status: 'question' });
    expect(signed(bytes.subarray(0, -16).toString('base64'))).toMatchObject(forged);
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    expect(signed(bytes.toString('base64'))).toMatchObject(forged);
    expect(signed(seal(JSON.stringify(botBody()), { ...BOT_KEYS, receiveId: 'ww1' }))).toMatchObject(forged);
    expect(signed('AAAA')).toMatchObject(forged);
  });

  test.each([B3.plain, '', 'no JSON', 'null', '[]', '{"__proto__":{"msgtype":"text"}}'])(
    'rightly under lock, but of %j, is ignored',
    (plain) => {
      expect(receive(botDelivery(plain))).toMatchObject({ status: 'ignored' });
    },
  );

  test('B3 itself, under its own key, is ignored', () => {
    const query = { msg_signature: B3.signature, timestamp: B3.timestamp, nonce: B3.nonce };
    const body = Buffer.from(JSON.stringify({ encrypt: B3.encrypt }));
    const delivery = { method: 'POST', headers: {}, query, body, receivedAt: Number(B3.timestamp) * 1000 };
    expect(receiveBot(delivery, B3.keys)).toMatchObject({ status: 'ignored' });
  });
});

describe('a message', () => {
  test('of a private chat goes back to the person', () => {
    const { chatid: _, ...body } = botBody({ chattype: 'single', text: { content: '第21项由谁负责？' } });
    expect(read(body)).toMatchObject({
      status: 'question',
      asker: { chat: 'user:ZhangSan', private: true },
      to: { chat: 'ZhangSan', group: false, person: 'ZhangSan', at: AT },
    });
  });

  test('with a quote asks what is said, not what is quoted', () => {
    const quote = { msgtype: 'text', text: { content: '第5项是什么' } };
    expect(read(botBody({ quote }))).toMatchObject({ status: 'question', text: '第21项由谁负责？' });
  });

  test('of words and images asks the words', () => {
    const msg_item = [
      { msgtype: 'text', text: { content: '@RobotA 第21项' } },
      { msgtype: 'image', image: { url: 'https://x' } },
      { msgtype: 'text', text: { content: '由谁负责？' } },
      { msgtype: 'from the future' },
    ];
    expect(read(botBody({ msgtype: 'mixed', mixed: { msg_item } }))).toMatchObject({
      status: 'question',
      text: '第21项\n由谁负责？',
    });
  });

  test('by voice asks what the platform heard', () => {
    expect(read(botBody({ msgtype: 'voice', voice: { content: '第二十一项由谁负责' } }))).toMatchObject({
      status: 'question',
      text: '第二十一项由谁负责',
    });
  });

  test.each([
    ['image', { image: { url: 'https://x', aeskey: 'k' } }],
    ['file', { file: { url: 'https://x' } }],
    ['video', { video: { url: 'https://x' } }],
    ['mixed', { mixed: { msg_item: [{ msgtype: 'image', image: { url: 'https://x' } }] } }],
  ])('of type %s without words gets the line that only text is read', (msgtype, fields) => {
    expect(read(botBody({ msgtype, text: undefined, ...fields }))).toMatchObject({
      status: 'hint',
      hint: 'only_text',
      ids: [`wecom-bot-message:${MSGID}`],
    });
  });

  test.each([
    ['a mention alone', '@RobotA', 'question_empty'],
    ['a mention and invisible marks', '@RobotA \u200b', 'question_empty'],
    ['nothing', '', 'question_empty'],
    ['10,001 characters', '？'.repeat(10_001), 'question_too_long'],
  ])('of %s gets its line', (_name, content, hint) => {
    expect(read(botBody({ text: { content } }))).toMatchObject({ status: 'hint', hint });
  });

  test('delivered again has the same id and the same stream; another has others', () => {
    expect(read(botBody())).toEqual(read(botBody()));
    expect(read(botBody({ msgid: 'other' }))).toMatchObject({ ids: ['wecom-bot-message:other'] });
    expect(read(botBody({ msgid: 'other' }))).not.toMatchObject({ to: { stream: STREAM } });
    expect(STREAM).toMatch(/^[0-9a-f]{32}$/);
  });

  test('of somebody from another organisation says so', () => {
    expect(read(botBody({ from: { userid: 'wmX', corpid: 'wpxxxx' } }))).toMatchObject({
      asker: { tenant: 'wpxxxx', person: 'wmX', outside: true },
    });
    expect(read(botBody({ from: { userid: 'wmX', corpid: '' } }))).toMatchObject({ asker: { outside: false } });
  });

  test.each([
    { msgtype: 'location' },
    { msgtype: 'text', text: undefined },
    { msgtype: 'text', text: { content: 5 } },
    { msgtype: 'voice', voice: null },
    { msgtype: 'mixed', mixed: { msg_item: 'x' } },
    { msgtype: 'toString' },
    { msgtype: '__proto__' },
    { msgtype: 5 },
    { msgid: '' },
    { msgid: 5 },
    { from: undefined },
    { from: { userid: '' } },
    { chatid: undefined }, // of a group
  ])('with %j is ignored', (fields) => {
    expect(read(botBody(fields))).toMatchObject({ status: 'ignored' });
  });
});

describe('a response_url', () => {
  const urlOf = (response_url: unknown) => {
    const received = read(botBody({ response_url }));
    return received.status === 'question' ? received.to.responseUrl : 'not read';
  };

  test('of the platform is kept', () => {
    expect(urlOf('https://qyapi.weixin.qq.com/cgi-bin/aibot/response?response_code=X')).toMatch(/response_code=X$/);
  });

  test.each([
    'http://qyapi.weixin.qq.com/x',
    'https://qyapi.weixin.qq.com.evil.cn/x',
    'https://qyapi.weixin.qq.com@evil.cn/x',
    'https://a:b@qyapi.weixin.qq.com/x',
    'https://evil.cn/qyapi.weixin.qq.com',
    'https://qyapi.weixin.qq.com:8443/x',
    'https://QYAPI.weixin.qq.com.',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'RESPONSEURL',
    '',
    5,
    null,
    `https://qyapi.weixin.qq.com/${'x'.repeat(3000)}`,
  ])('%j is left out, and the question read all the same', (url) => {
    expect(urlOf(url)).toBeUndefined();
  });

  test('of the base that stands in for the platform in a test is kept, and only that', () => {
    const isAllowed = isReplyUrl('http://127.0.0.1:4000');
    expect(isAllowed('http://127.0.0.1:4000/cgi-bin/aibot/response?response_code=X')).toBe(true);
    expect(isAllowed('http://127.0.0.1:4001/x')).toBe(false);
    expect(isAllowed('https://qyapi.weixin.qq.com/x')).toBe(false);
  });
});

describe('a poll', () => {
  test('is a read of a stream, and no question', () => {
    expect(read(botBody({ msgtype: 'stream', text: undefined, stream: { id: STREAM } }))).toEqual({
      status: 'poll',
      stream: STREAM,
    });
  });

  test.each([{}, undefined, { id: 5 }, { id: '' }])('of the stream %j is ignored', (stream) => {
    expect(read(botBody({ msgtype: 'stream', stream }))).toMatchObject({ status: 'ignored' });
  });
});

describe('an event', () => {
  test('enter_chat is a welcome, once a day for each person', () => {
    const on = (time: string) => read(botEvent('enter_chat', {}, { create_time: Date.parse(time) / 1000 }));
    expect(on('2020-06-30T23:59:59+08:00')).toMatchObject({
      status: 'welcome',
      asker: { person: 'ZhangSan', private: true },
      to: { chat: 'ZhangSan', group: false },
      ids: ['wecom-bot-welcome::ZhangSan:2020-06-30'],
    });
    expect(on('2020-07-01T00:00:00+08:00')).toMatchObject({ ids: ['wecom-bot-welcome::ZhangSan:2020-07-01'] });
  });

  test.each([undefined, 'x', -1, 1e300])('enter_chat with the time %j counts from when it came in', (create_time) => {
    expect(read(botEvent('enter_chat', {}, { create_time }))).toMatchObject({
      ids: ['wecom-bot-welcome::ZhangSan:2023-11-15'],
    });
  });

  const click = { reply: 'reply-1', kind: 'choice', at: 2 } as const;
  const card = { event_key: keyOf(click), task_id: taskOf(click.reply) };

  test('on one of our cards is the click that its key says, nested as the page has it', () => {
    const more = { chatid: 'C', chattype: 'group' };
    expect(read(botEvent('template_card_event', { card_type: 'button_interaction', ...card }, more))).toMatchObject({
      status: 'click',
      click,
      asker: { chat: 'C', person: 'ZhangSan', private: false },
      to: { chat: 'C', group: true, message: 'E-CAIQ16HMjQYY' },
      ids: ['wecom-bot-message:E-CAIQ16HMjQYY'],
    });
  });

  test('or flat as the types of the SDK have it', () => {
    const event = { eventtype: 'template_card_event', ...card };
    expect(read(botEvent('template_card_event', {}, { event }))).toMatchObject({ status: 'click', click });
  });

  test.each([{ event_key: 'btn_ok' }, { event_key: 5 }, { task_id: 'T1' }, { event_key: undefined }])(
    'on a card of another making (%j) is ignored',
    (fields) => {
      expect(read(botEvent('template_card_event', { ...card, ...fields }))).toMatchObject({ status: 'ignored' });
    },
  );

  test.each([
    [1, 'useful'],
    [2, 'wrong'],
  ])('feedback_event of type %d is the verdict %s on the reply', (type, verdict) => {
    const fields = { id: 'reply-1', type, content: '再详细些', inaccurate_reason_list: [2, 4] };
    expect(read(botEvent('feedback_event', fields))).toMatchObject({
      status: 'click',
      click: { reply: 'reply-1', kind: 'verdict', verdict },
    });
  });

  test.each([{ id: 'reply-1', type: 3 }, { id: 'reply-1', type: '1' }, { id: '', type: 1 }, { type: 1 }, {}])(
    'feedback_event of %j is ignored',
    (fields) => {
      expect(read(botEvent('feedback_event', fields))).toMatchObject({ status: 'ignored' });
    },
  );

  test('disconnected_event says that another connection has taken over', () => {
    expect(read(botEvent('disconnected_event'))).toEqual({ status: 'replaced' });
    expect(read({ msgtype: 'event', event: { eventtype: 'disconnected_event' } })).toEqual({ status: 'replaced' });
  });

  test('of a kind that is not known is ignored', () => {
    expect(read(botEvent('from_the_future'))).toMatchObject({ status: 'ignored' });
  });
});

describe('whatever comes in', () => {
  const { below, pick } = createRandom(20_260_302);
  const NAMES = [
    'msgid',
    'chatid',
    'chattype',
    'from',
    'msgtype',
    'text',
    'mixed',
    'voice',
    'stream',
    'event',
    'response_url',
  ];
  const LEAVES = [null, '', 'text', 'event', 'group', 'stream', 0, -1, 1e99, true, [], {}, 'enter_chat', '\ud800'];

  const value = (depth: number): unknown =>
    depth === 0 || below(3) === 0
      ? pick(LEAVES)
      : Object.fromEntries(
          Array.from({ length: below(4) }, () => [
            pick([...NAMES, 'userid', 'content', 'id', 'eventtype', 'msg_item']),
            value(depth - 1),
          ]),
        );

  test('nothing throws', () => {
    for (let round = 0; round < 2000; round++)
      expect(read(botBody({ [pick(NAMES)]: value(3), [pick(NAMES)]: value(3) }))).toHaveProperty('status');
  });

  test.each([null, undefined, 1, 'x', [], [1], {}])('%j is ignored', (body) => {
    expect(read(body)).toMatchObject({ status: 'ignored' });
  });
});
