import { describe, expect, test } from 'vitest';
import { decrypt } from '../../../src/channels/feishu/crypto.ts';
import { readEvent } from '../../../src/channels/feishu/event.ts';
import { receive, replayKey } from '../../../src/channels/feishu/receive.ts';
import type { Delivery } from '../../../src/types.ts';
import { APP, BOT } from '../../fakes/feishu-api.ts';
import { deliveryOf, encrypt, KEYS, messageEvent, sealed, signedHeaders } from '../../fakes/feishu-sender.ts';

const TOKEN = KEYS.verificationToken;
const challenge = { challenge: 'ajls384kdjx98XX', token: TOKEN, type: 'url_verification' };

const readQuestion = (event: unknown) => readEvent(event, BOT, () => undefined);

const read = (delivery: Delivery) => receive(delivery, KEYS, readQuestion);
const readBody = (body: string, headers?: Delivery['headers']) => read(deliveryOf(body, headers));
const readUnsigned = (body: string) => readBody(body, { 'content-type': 'application/json' });

const seconds = (offset: number): string => String(Math.floor(Date.now() / 1000) + offset);

const forged = { status: 'refused', code: 'delivery_forged' };
const malformed = { status: 'refused', code: 'delivery_malformed' };
const stale = { status: 'refused', code: 'delivery_stale' };

describe('the challenge', () => {
  test('encrypted and unsigned, it is answered', () => {
    expect(readUnsigned(sealed(challenge))).toEqual({ status: 'challenge', challenge: 'ajls384kdjx98XX' });
  });

  test('signed, it is answered, too', () => {
    expect(readBody(sealed(challenge))).toMatchObject({ status: 'challenge' });
  });

  test.each([
    ['a wrong token', { ...challenge, token: 'wrong' }],
    ['an empty token', { ...challenge, token: '' }],
    ['no token', { challenge: 'x', type: 'url_verification' }],
    ['a token that is a list', { ...challenge, token: [TOKEN] }],
    ['a challenge that is no text', { ...challenge, challenge: { a: 1 } }],
  ])('with %s it is refused', (_name, event) => {
    expect(readUnsigned(sealed(event))).toMatchObject(forged);
  });

  test('not encrypted, it is refused', () => {
    expect(readUnsigned(JSON.stringify(challenge))).toMatchObject(forged);
  });

  test('under another key it is refused', () => {
    expect(readUnsigned(sealed(challenge, 'another key'))).toMatchObject(forged);
  });
});

describe('a signed event', () => {
  test('is read', () => {
    expect(readBody(sealed(messageEvent()))).toMatchObject({ status: 'question' });
  });

  test('is read when its JSON is pretty-printed: the signature is over the bytes', () => {
    const pretty = JSON.stringify(JSON.parse(sealed(messageEvent())), null, 2);
    expect(readBody(pretty)).toMatchObject({ status: 'question' });
  });

  test('is read with headers as lists of one', () => {
    const body = sealed(messageEvent());
    const headers = Object.fromEntries(Object.entries(signedHeaders(body)).map(([name, value]) => [name, [value]]));
    expect(readBody(body, headers)).toMatchObject({ status: 'question' });
  });

  test('is refused when one bit of the body is flipped', () => {
    const body = sealed(messageEvent());
    const bytes = Buffer.from(body);
    bytes[40] = (bytes[40] ?? 0) ^ 1;
    expect(read({ ...deliveryOf(body), body: bytes })).toMatchObject(forged);
  });

  test('is refused when one letter of the signature is another', () => {
    const body = sealed(messageEvent());
    const headers = signedHeaders(body);
    const signature = headers['x-lark-signature'] ?? '';
    const other = (signature.startsWith('a') ? 'b' : 'a') + signature.slice(1);
    expect(readBody(body, { ...headers, 'x-lark-signature': other })).toMatchObject(forged);
  });

  test.each(['', 'ff', 'x'.repeat(1000), '签名'])(
    'is refused when the signature is %j, of another length',
    (signature) => {
      const body = sealed(messageEvent());
      expect(readBody(body, { ...signedHeaders(body), 'x-lark-signature': signature })).toMatchObject(forged);
    },
  );

  test.each(['x-lark-signature', 'x-lark-request-timestamp', 'x-lark-request-nonce'])(
    'is refused without %s',
    (name) => {
      const body = sealed(messageEvent());
      expect(readBody(body, { ...signedHeaders(body), [name]: undefined })).toMatchObject(forged);
    },
  );

  test.each(['x-lark-signature', 'x-lark-request-timestamp', 'x-lark-request-nonce'])(
    'is refused with %s twice, as a list or joined',
    (name) => {
      const body = sealed(messageEvent());
      const headers = signedHeaders(body);
      const value = headers[name] ?? '';
      expect(readBody(body, { ...headers, [name]: [value, value] })).toMatchObject(forged);
      expect(readBody(body, { ...headers, [name]: `${value}, ${value}` })).toMatchObject(forged);
    },
  );

  test('is refused when signed with another key', () => {
    const body = sealed(messageEvent());
    expect(readBody(body, signedHeaders(body, { encryptKey: 'another key' }))).toMatchObject(forged);
  });

  test.each([-3590, -10, 0, 10, 3590])('is read when its time is %d seconds off', (offset) => {
    const body = sealed(messageEvent());
    expect(readBody(body, signedHeaders(body, { timestamp: seconds(offset) }))).toMatchObject({ status: 'question' });
  });

  test.each([-3660, 3660, -90_000])('is stale when its time is %d seconds off', (offset) => {
    const body = sealed(messageEvent());
    expect(readBody(body, signedHeaders(body, { timestamp: seconds(offset) }))).toMatchObject(stale);
  });

  test.each(['', 'NaN', '-1', '1e9', '0x5f', ' 1', '99999999999999999999'])(
    'is stale when its time is %j',
    (timestamp) => {
      const body = sealed(messageEvent());
      expect(readBody(body, signedHeaders(body, { timestamp }))).toMatchObject(stale);
    },
  );

  test('is refused with a wrong token, under a right signature', () => {
    const event = messageEvent();
    const body = sealed({ ...event, header: { ...event.header, token: 'wrong' } });
    expect(readBody(body)).toMatchObject(forged);
  });

  test('is refused when the right token stands where the challenge has it', () => {
    const event = messageEvent();
    expect(readBody(sealed({ ...event, token: TOKEN, header: { ...event.header, token: 'x' } }))).toMatchObject(forged);
  });

  test('of a type that the bot does not know is ignored', () => {
    const event = messageEvent();
    const other = { ...event, header: { ...event.header, event_type: 'im.message.message_read_v1' } };
    expect(readBody(sealed(other))).toMatchObject({ status: 'ignored' });
  });
});

describe('an event for another app', () => {
  const keys = { ...KEYS, appId: APP.id };
  const event = messageEvent();
  const eventFor = (app: unknown) => sealed({ ...event, header: { ...event.header, app_id: app } });

  test('is refused, where the App ID is known', () => {
    expect(receive(deliveryOf(eventFor('cli_ffffffffffffffff')), keys, readQuestion)).toMatchObject(forged);
    expect(receive(deliveryOf(eventFor(1)), keys, readQuestion)).toMatchObject(forged);
    expect(receive(deliveryOf(eventFor(APP.id)), keys, readQuestion)).toMatchObject({ status: 'question' });
  });

  test('is read, where it is not', () => {
    expect(readBody(eventFor('cli_ffffffffffffffff'))).toMatchObject({ status: 'question' });
  });
});

describe('whatever is refused', () => {
  test('is never handed to the reader', () => {
    const seen: unknown[] = [];
    const spy = (event: unknown) => {
      seen.push(event);
      return readQuestion(event);
    };
    const body = sealed(messageEvent());
    receive(deliveryOf(body, {}), KEYS, spy);
    receive(deliveryOf(body, { ...signedHeaders(body), 'x-lark-signature': 'x' }), KEYS, spy);
    receive(deliveryOf(sealed(messageEvent(), 'another key')), KEYS, spy);
    expect(seen).toEqual([]);
    receive(deliveryOf(body), KEYS, spy);
    expect(seen).toHaveLength(1);
  });
});

describe('the key of a request', () => {
  test('is the same for the same bytes sent again, and another for another request', () => {
    const body = sealed(messageEvent());
    const headers = signedHeaders(body);
    expect(replayKey(deliveryOf(body, headers))).toBe(replayKey(deliveryOf(body, headers)));
    expect(replayKey(deliveryOf(body))).not.toBe(replayKey(deliveryOf(body, headers)));
    const other = sealed(messageEvent());
    const { 'x-lark-request-timestamp': timestamp = '', 'x-lark-request-nonce': nonce = '' } = headers;
    const sameTime = signedHeaders(other, { timestamp, nonce });
    expect(replayKey(deliveryOf(other, sameTime))).not.toBe(replayKey(deliveryOf(body, headers)));
  });
});

describe('the vector of the official page', () => {
  test('is decrypted, and refused, because it is no event', () => {
    const encrypted = 'P37w+VZImNgPEO1RBhJ6RtKl7n6zymIbEG1pReEzghk=';
    expect(decrypt(encrypted, 'test key')).toBe('hello world');
    const body = JSON.stringify({ encrypt: encrypted });
    const keys = { encryptKey: 'test key', verificationToken: 'xxxxxx' };
    const headers = signedHeaders(body, { encryptKey: 'test key' });
    expect(receive(deliveryOf(body, headers), keys, readQuestion)).toMatchObject(forged);
  });

  test('a challenge under the same key is answered', () => {
    const encrypted =
      'AAAAAAAAAAAAAAAAAAAAAD6N0hj9vF9ERgmsJVWf4XdSLLbFMTD3bWObfgjFzYm3BU+fYFXW6Vow2nPvsiHz+v/uvcfMGGe04Xkq8ejBT2tyHZPvrvSgAPDvxDb9aCqI';
    const keys = { encryptKey: 'test key', verificationToken: 'xxxxxx' };
    const delivery = deliveryOf(JSON.stringify({ encrypt: encrypted }), {});
    expect(receive(delivery, keys, readQuestion)).toEqual({ status: 'challenge', challenge: 'ajls384kdjx98XX' });
  });
});

describe('what nobody signed', () => {
  test('is refused when it is an event, though encrypted under the right key', () => {
    expect(readUnsigned(sealed(messageEvent()))).toMatchObject(forged);
  });

  test('is refused when it is a plain event', () => {
    expect(readUnsigned(JSON.stringify(messageEvent()))).toMatchObject(forged);
  });
});

describe('a plain event is refused even under a right signature', () => {
  test('schema 2.0', () => expect(readBody(JSON.stringify(messageEvent()))).toMatchObject(forged));
});

describe('rubbish is refused without an exception', () => {
  test.each([
    '',
    ' ',
    'null',
    '1',
    '"x"',
    '[]',
    '[{"encrypt":"x"}]',
    '{',
    '\u0000',
    '{"encrypt":123}',
    '{"encrypt":null}',
    '{"encrypt":["AAAA"]}',
    '{"encrypt":{"toString":"x"}}',
    '{"encrypt":""}',
    '{"encrypt":"AAAA"}',
  ])('%j, signed or not', (body) => {
    expect(readUnsigned(body)).toMatchObject(malformed);
    expect(readBody(body)).toMatchObject(malformed);
  });

  test('a truncated ciphertext', () => {
    const whole = Buffer.from(encrypt(JSON.stringify(messageEvent())), 'base64');
    const truncated = (bytes: number) => JSON.stringify({ encrypt: whole.subarray(0, -bytes).toString('base64') });
    expect(readBody(truncated(1))).toMatchObject(malformed);
    expect(readBody(truncated(16))).toMatchObject(forged);
  });

  test.each(['{"__proto__":{"encrypt":"x"}}', '{"constructor":{"prototype":{"encrypt":"x"}}}'])('%s', (body) => {
    expect(readUnsigned(body)).toMatchObject(forged);
    expect(Object.hasOwn(Object.prototype, 'encrypt')).toBe(false);
  });

  test.each([
    '',
    'null',
    '[]',
    '"x"',
    '{}',
    'no JSON',
    '{"__proto__":{"token":"x"}}',
    '{"schema":"2.0"}',
    '{"schema":"2.0","header":null}',
  ])('a right ciphertext of %j', (plain) => {
    expect(readBody(JSON.stringify({ encrypt: encrypt(plain) }))).toMatchObject(forged);
  });

  test('bytes that are no UTF-8', () => {
    expect(read({ headers: {}, body: Buffer.from([0xff, 0xfe, 0x7b]), receivedAt: 0 })).toMatchObject(malformed);
  });

  test('wrong padding and a wrong token cannot be told apart by the code', () => {
    const { encrypt: good } = JSON.parse(sealed({ ...challenge, token: 'wrong' })) as { encrypt: string };
    const bytes = Buffer.from(good, 'base64');
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    const badPadding = JSON.stringify({ encrypt: bytes.toString('base64') });
    expect(readUnsigned(badPadding)).toMatchObject(forged);
    expect(readUnsigned(JSON.stringify({ encrypt: good }))).toMatchObject(forged);
  });
});
