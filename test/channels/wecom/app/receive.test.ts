import { describe, expect, test } from 'vitest';
import { readApp, receiveApp } from '../../../../src/channels/wecom/app/receive.ts';
import { keyOf, taskOf } from '../../../../src/channels/wecom/look/card-key.ts';
import type { WecomDelivery } from '../../../../src/channels/wecom/unseal.ts';
import {
  APP_KEYS,
  appDelivery,
  appEnvelope,
  appText,
  appXml,
  challengeOf,
  element,
  seal,
  signedQuery,
} from '../../../fakes/wecom-sender.ts';
import { A1, A2, B1, B2, B3 } from '../../../fixtures/wecom/vectors.ts';
import { createRandom } from '../../../properties/random.ts';

const receive = (delivery: WecomDelivery) => receiveApp(delivery, APP_KEYS);
const read = (xml: string) => receive(appDelivery(xml));

const forged = { status: 'refused', code: 'delivery_forged' };
const malformed = { status: 'refused', code: 'delivery_malformed' };
const stale = { status: 'refused', code: 'delivery_stale' };

const seconds = (offset: number): string => String(Math.floor(Date.now() / 1000) + offset);

/** A sample as it came in at its time. */
const sampleQuery = ({ signature, timestamp, nonce }: { signature: string; timestamp: string; nonce: string }) => ({
  msg_signature: signature,
  timestamp,
  nonce,
});
const at = (timestamp: string) => ({ headers: {}, receivedAt: Number(timestamp) * 1000 });

describe('the official samples', () => {
  test.each([
    ['A1', A1],
    ['B1', B1],
  ])('%s, the check of the address, is answered with the bare text', (_name, sample) => {
    const query = { ...sampleQuery(sample), echostr: sample.encrypt };
    const delivery = { ...at(sample.timestamp), method: 'GET', query, body: Buffer.alloc(0) };
    expect(receiveApp(delivery, sample.keys)).toEqual({ status: 'challenge', challenge: sample.plain });
  });

  test('A1 with its + sent raw, which a query turns into blanks, is forged', () => {
    const query = new URLSearchParams(
      `msg_signature=${A1.signature}&timestamp=${A1.timestamp}&nonce=${A1.nonce}&echostr=${A1.encrypt}`,
    );
    const delivery = { ...at(A1.timestamp), method: 'GET', query: Object.fromEntries(query), body: Buffer.alloc(0) };
    expect(receiveApp(delivery, A1.keys)).toMatchObject(forged);
  });

  test.each([
    ['A2', A2, 'hello', '4561255354251345929', 'mycreate'],
    ['B2', B2, '你好', '1456453720', 'ChenJiaShun'],
  ])('%s, a message, is a question, its id to the last digit', (_name, sample, text, id, person) => {
    const body = Buffer.from(appEnvelope(sample.encrypt));
    const delivery = { ...at(sample.timestamp), method: 'POST', query: sampleQuery(sample), body };
    expect(receiveApp(delivery, sample.keys)).toEqual({
      status: 'question',
      text,
      asker: { tenant: sample.keys.receiveId, chat: `user:${person}`, person, private: true, outside: false },
      to: { user: person },
      ids: [`wecom-app-message:${id}`],
    });
  });

  test('B3, which is JSON and not even that, is ignored', () => {
    const body = Buffer.from(appEnvelope(B3.encrypt));
    const delivery = { ...at(B3.timestamp), method: 'POST', query: sampleQuery(B3), body };
    expect(receiveApp(delivery, B3.keys)).toMatchObject({ status: 'ignored' });
  });

  test('A2 of 2014 is stale today', () => {
    const body = Buffer.from(appEnvelope(A2.encrypt));
    const delivery = { headers: {}, receivedAt: Date.now(), method: 'POST', query: sampleQuery(A2), body };
    expect(receiveApp(delivery, A2.keys)).toMatchObject(stale);
  });
});

describe('the check of the address', () => {
  test('is answered to the letter', () => {
    expect(receive(challengeOf(' 12\n3" ', APP_KEYS))).toEqual({ status: 'challenge', challenge: ' 12\n3" ' });
  });

  test.each(['msg_signature', 'timestamp', 'nonce', 'echostr'])('without %s, or with it twice, is forged', (name) => {
    const delivery = challengeOf('123', APP_KEYS);
    const value = delivery.query[name] as string;
    expect(receive({ ...delivery, query: { ...delivery.query, [name]: undefined } })).toMatchObject(forged);
    expect(receive({ ...delivery, query: { ...delivery.query, [name]: [value, value] } })).toMatchObject(forged);
    expect(receive({ ...delivery, query: { ...delivery.query, [name]: '' } })).toMatchObject(forged);
  });

  test('of another app is forged', () => {
    expect(receive(challengeOf('123', { ...APP_KEYS, token: 'x' }))).toMatchObject(forged);
    expect(receive(challengeOf('123', { ...APP_KEYS, receiveId: 'ww1' }))).toMatchObject(forged);
  });

  test('is stale after ten minutes', () => {
    expect(receive(challengeOf('123', APP_KEYS, { timestamp: seconds(-700) }))).toMatchObject(stale);
  });
});

describe('a delivery', () => {
  const xml = appText('第21项由谁负责？');

  test.each([-590, 0, 590])('is read when its time is %d seconds off', (offset) => {
    expect(receive(appDelivery(xml, { timestamp: seconds(offset) }))).toMatchObject({ status: 'question' });
  });

  test.each([-620, 620, -90_000])('is stale when its time is %d seconds off', (offset) => {
    expect(receive(appDelivery(xml, { timestamp: seconds(offset) }))).toMatchObject(stale);
  });

  test.each(['', 'NaN', '-1', '1e9', '0x5f', ' 1', '1.5', '99999999999999999999'])(
    'is stale when its time is %j, though signed',
    (timestamp) => {
      expect(receive(appDelivery(xml, { timestamp }))).toMatchObject(stale);
    },
  );

  test.each(['msg_signature', 'timestamp', 'nonce'])('without %s, or with it twice, is forged', (name) => {
    const delivery = appDelivery(xml);
    const value = delivery.query[name] as string;
    expect(receive({ ...delivery, query: { ...delivery.query, [name]: undefined } })).toMatchObject(forged);
    expect(receive({ ...delivery, query: { ...delivery.query, [name]: [value, value] } })).toMatchObject(forged);
    expect(receive({ ...delivery, query: { ...delivery.query, [name]: `${value},${value}` } })).toMatchObject(forged);
  });

  test.each(['', 'ff', 'x'.repeat(1000), '签名'])('is forged when the signature is %j', (signature) => {
    const delivery = appDelivery(xml);
    expect(receive({ ...delivery, query: { ...delivery.query, msg_signature: signature } })).toMatchObject(forged);
  });

  test('is forged when one bit of the ciphertext is flipped, signed or not', () => {
    const bytes = Buffer.from(seal(xml, APP_KEYS), 'base64');
    const query = { ...signedQuery(bytes.toString('base64'), APP_KEYS) };
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    const flipped = bytes.toString('base64');
    const delivery = { ...appDelivery(xml), body: Buffer.from(appEnvelope(flipped)) };
    expect(receive({ ...delivery, query })).toMatchObject(forged);
    expect(receive({ ...delivery, query: { ...signedQuery(flipped, APP_KEYS) } })).toMatchObject(forged);
  });

  test('is forged when it is truncated, for another receiver, or lies about its length', () => {
    const signed = (encrypt: string) =>
      receive({
        ...appDelivery(xml),
        query: { ...signedQuery(encrypt, APP_KEYS) },
        body: Buffer.from(appEnvelope(encrypt)),
      });
    const bytes = Buffer.from(seal(xml, APP_KEYS), 'base64');
    expect(signed(bytes.subarray(0, -16).toString('base64'))).toMatchObject(forged);
    expect(signed(bytes.subarray(0, -1).toString('base64'))).toMatchObject(forged);
    expect(signed(seal(xml, { ...APP_KEYS, receiveId: 'ww2' }))).toMatchObject(forged);
    expect(signed(seal(xml, APP_KEYS, { length: 0xffffffff }))).toMatchObject(forged);
    expect(signed('')).toMatchObject(forged);
    expect(signed(seal(xml, APP_KEYS))).toMatchObject({ status: 'question' });
  });

  test.each([
    '',
    ' ',
    '{"encrypt":123}',
    '{"encrypt":"AAAA"}',
    '<xml></xml>',
    '<xml><Encrypt><a>1</a></Encrypt></xml>',
    '<xml><Encrypt>1</Encrypt><Encrypt>2</Encrypt></xml>',
    '<xml><encrypt>1</encrypt></xml>',
    '<xml><__proto__><Encrypt>1</Encrypt></__proto__></xml>',
    '<!DOCTYPE a [<!ENTITY b "c">]><xml><Encrypt>&b;</Encrypt></xml>',
    `<xml>${'<a>'.repeat(50)}`,
    '\u0000',
  ])('of %j is malformed, whatever its query', (body) => {
    const delivery = appDelivery(xml);
    expect(receive({ ...delivery, body: Buffer.from(body) })).toMatchObject(malformed);
    expect(receive({ ...delivery, query: {}, body: Buffer.from(body) })).toMatchObject(malformed);
  });

  test.each([
    '',
    'no XML',
    '<xml></xml>',
    '<xml>text</xml>',
    '<!DOCTYPE a><xml><A>1</A></xml>',
    '{"a":1}',
    '<xml><__proto__><FromUserName>x</FromUserName></__proto__></xml>',
  ])('rightly under lock, but of %j, is ignored', (plain) => {
    expect(read(plain)).toMatchObject({ status: 'ignored' });
  });
});

describe('a message', () => {
  test('of words is a question, as it was typed', () => {
    expect(read(appText(' 第21项 <b>由谁</b> &lt;负责？\n'))).toMatchObject({
      status: 'question',
      text: '第21项 <b>由谁</b> &lt;负责？',
    });
  });

  test.each([
    ['image', { PicUrl: 'https://x/y', MediaId: 'm' }],
    ['voice', { MediaId: 'm', Format: 'amr' }],
    ['video', { MediaId: 'm', ThumbMediaId: 't' }],
    ['location', { Location_X: '34.2', Location_Y: '108.9', Scale: '20', Label: '西安', AppType: 'wxwork' }],
    ['link', { Title: 't', Description: 'd', Url: 'https://x', PicUrl: 'https://y' }],
    ['file', { MediaId: 'm' }],
    ['not_yet_invented', {}],
  ])('of type %s gets the line that only text is read', (MsgType, fields) => {
    expect(read(appXml({ MsgType, MsgId: '77', ...fields }))).toMatchObject({
      status: 'hint',
      hint: 'only_text',
      to: { user: 'ZhangSan' },
      ids: ['wecom-app-message:77'],
    });
  });

  test.each([
    ['nothing', '', 'question_empty'],
    ['invisible marks', ' \u200b ', 'question_empty'],
    ['10,001 characters', '？'.repeat(10_001), 'question_too_long'],
  ])('of %s gets its line', (_name, text, hint) => {
    expect(read(appText(text))).toMatchObject({ status: 'hint', hint });
  });

  test.each(['@all', 'a|b', '|', '', '-a', 'a b', '张三', 'a'.repeat(65), '../x'])(
    'from %j, which is no id of a member, is ignored',
    (FromUserName) => {
      expect(read(appText('问题', { FromUserName }))).toMatchObject({ status: 'ignored' });
    },
  );

  test.each(['ZhangSan', 'zhang.san@x-y_1', '0', 'a'.repeat(64)])('from %s is taken', (user) => {
    expect(read(appText('问题', { FromUserName: user }))).toMatchObject({ status: 'question', to: { user } });
  });

  test.each(['', 'x', '1.5', '-1', '1'.repeat(21)])('with the MsgId %j is ignored', (MsgId) => {
    expect(read(appText('问题', { MsgId }))).toMatchObject({ status: 'ignored' });
  });
});

describe('an event', () => {
  const event = (fields: Readonly<Record<string, string | undefined>>) => read(appXml({ MsgType: 'event', ...fields }));

  test.each(['enter_agent', 'subscribe'])('%s is a welcome, once a day for each member', (Event) => {
    const on = (time: string) => event({ Event, CreateTime: String(Date.parse(time) / 1000), EventKey: '' });
    expect(on('2020-06-30T23:59:59+08:00')).toEqual({
      status: 'welcome',
      asker: { tenant: APP_KEYS.receiveId, chat: 'user:ZhangSan', person: 'ZhangSan', private: true, outside: false },
      to: { user: 'ZhangSan' },
      ids: ['wecom-app-welcome:ZhangSan:2020-06-30'],
    });
    expect(on('2020-06-30T00:00:00+08:00')).toMatchObject({ ids: ['wecom-app-welcome:ZhangSan:2020-06-30'] });
    expect(on('2020-07-01T00:00:00+08:00')).toMatchObject({ ids: ['wecom-app-welcome:ZhangSan:2020-07-01'] });
  });

  test.each([
    { Event: 'click', EventKey: 'MENU_1' },
    { Event: 'view', EventKey: 'https://x' },
    { Event: 'unsubscribe' },
    { Event: 'LOCATION', Latitude: '34' },
    { Event: 'change_contact', ChangeType: 'create_user', FromUserName: 'sys' },
    { Event: 'batch_job_result' },
    { Event: 'template_card_menu_event', EventKey: keyOf({ reply: 'r', kind: 'choice', at: 1 }) },
    { Event: undefined },
  ])('%j is ignored', (fields) => {
    expect(event(fields)).toMatchObject({ status: 'ignored' });
  });

  const click = { reply: 'reply-1', kind: 'choice', at: 2 } as const;
  const onCard = {
    Event: 'template_card_event',
    EventKey: keyOf(click),
    TaskId: taskOf(click.reply),
    CardType: 'button_interaction',
    ResponseCode: 'secret',
    CreateTime: '1700000000',
  };

  test('on one of our cards is the click that its key says', () => {
    const clicked = event(onCard);
    expect(clicked).toMatchObject({ status: 'click', click, to: { user: 'ZhangSan' } });
    expect(JSON.stringify(clicked)).not.toContain('secret');
  });

  test('delivered again has the same id, and another click another', () => {
    const idsOf = (fields: Readonly<Record<string, string>>) => {
      const clicked = event({ ...onCard, ...fields });
      return clicked.status === 'click' ? clicked.ids : [];
    };
    const own = idsOf({});
    expect(own).toHaveLength(1);
    expect(idsOf({})).toEqual(own);
    const other = keyOf({ ...click, at: 3 });
    for (const fields of [{ CreateTime: '1700000001' }, { FromUserName: 'LiSi' }, { EventKey: other }]) {
      expect(idsOf(fields)).toHaveLength(1);
      expect(idsOf(fields)).not.toEqual(own);
    }
  });

  test.each([
    { EventKey: 'approve' },
    { EventKey: '' },
    { EventKey: undefined },
    { EventKey: 'c2:' },
    { TaskId: 'another card' },
    { TaskId: taskOf('reply-2') },
  ])('on a card of another making (%j) is ignored', (fields) => {
    expect(event({ ...onCard, ...fields })).toMatchObject({ status: 'ignored' });
  });
});

describe('whatever comes in', () => {
  const { below, pick } = createRandom(20_260_301);
  const NAMES = ['ToUserName', 'FromUserName', 'CreateTime', 'MsgType', 'MsgId', 'Content', 'Event', 'EventKey', 'A'];
  const VALUES = [
    'text',
    'event',
    'ZhangSan',
    '170',
    'subscribe',
    '',
    '<',
    ']]>',
    '&',
    '问题',
    '\ud800',
    'c1:r',
    '@all',
  ];

  test('nothing throws, and no reply goes to more than one member', () => {
    for (let round = 0; round < 500; round++) {
      const fields = Array.from({ length: below(9) }, () => element(pick(NAMES), pick(VALUES)));
      const received = read(`<xml>${fields.join('')}</xml>`);
      if ('to' in received) expect(received.to.user).toMatch(/^[0-9A-Za-z][\w.@-]{0,63}$/);
    }
  });

  test.each([null, undefined, 1, 'x', [], [1], {}, { MsgType: {} }, { FromUserName: ['a'] }])(
    '%j is ignored',
    (body) => {
      expect(readApp(body)).toMatchObject({ status: 'ignored' });
    },
  );
});
