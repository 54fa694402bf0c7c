import { describe, expect, test } from 'vitest';
import { sealedReply } from '../../../src/channels/wecom/bot/sealed-reply.ts';
import { decrypt, encrypt, isEncodingAesKey, isSigned, sign } from '../../../src/channels/wecom/crypto.ts';
import { cut, flip } from '../../fakes/base64.ts';
import { APP_KEYS, BOT_KEYS, openReply, seal } from '../../fakes/wecom-sender.ts';
import { A1, A2, B1, B2, B3, C, KEYS_A, KEYS_B } from '../../fixtures/wecom/vectors.ts';

const OFFICIAL = [
  ['A1', A1],
  ['A2', A2],
  ['B1', B1],
  ['B2', B2],
  ['B3', B3],
] as const;

describe('the official samples', () => {
  test.each(OFFICIAL)('%s is rightly signed and decrypts to the letter', (_name, sample) => {
    expect(sign(sample, sample.keys)).toBe(sample.signature);
    expect(isSigned(sample.signature, sample, sample.keys)).toBe(true);
    expect(decrypt(sample.encrypt, sample.keys)).toBe(sample.plain);
  });

  test('C: with known bytes in place of random ones, the ciphertext is the one of the official library', () => {
    expect(encrypt(C.plain, C.keys, Buffer.from(C.random))).toBe(C.encrypt);
    expect(seal(C.plain, C.keys, { random: Buffer.from(C.random) })).toBe(C.encrypt);
    expect(decrypt(C.encrypt, C.keys)).toBe(C.plain);
  });
});

describe('a signature is refused', () => {
  const { signature } = A2;

  test.each([
    ['empty', ''],
    ['shorter', signature.slice(1)],
    ['longer', `${signature}0`],
    ['in capitals', signature.toUpperCase()],
    ['with one letter changed', `${signature.slice(0, -1)}7`],
    ['of wide characters', '签'.repeat(40)],
    ['of another sample', A1.signature],
  ])('%s', (_name, other) => {
    expect(isSigned(other, A2, A2.keys)).toBe(false);
  });

  test.each(['timestamp', 'nonce', 'encrypt'] as const)('over another %s', (part) => {
    expect(isSigned(signature, { ...A2, [part]: `${A2[part]}1` }, A2.keys)).toBe(false);
  });

  test('with another token', () => {
    expect(isSigned(signature, A2, { ...A2.keys, token: 'QDG6eL' })).toBe(false);
  });
});

describe('decrypting gives nothing', () => {
  test.each(['', 'AAAA', 'A'.repeat(22), cut(A1.encrypt, 1), cut(A1.encrypt, 48), '不是', '{}', `${A1.encrypt} `])(
    'for what is no ciphertext: %j',
    (text) => {
      expect(decrypt(text, A1.keys)).toBeUndefined();
    },
  );

  test('when a raw + has become a blank', () => {
    expect(decrypt(A1.encrypt.replaceAll('+', ' '), A1.keys)).toBeUndefined();
  });

  test('when the last block is missing', () => {
    expect(decrypt(cut(A2.encrypt, 16), A2.keys)).toBeUndefined();
    expect(decrypt(cut(A2.encrypt, 32), A2.keys)).toBeUndefined();
  });

  test('when a bit is flipped in the length, in the receiver or in the padding', () => {
    const { length } = Buffer.from(A1.encrypt, 'base64');
    for (const at of [16, length - 40, length - 17, length - 1])
      expect(decrypt(flip(A1.encrypt, at), A1.keys)).toBeUndefined();
  });

  test('under another key, or a key that is none', () => {
    expect(decrypt(A1.encrypt, { ...KEYS_B, receiveId: KEYS_A.receiveId })).toBeUndefined();
    expect(decrypt(A1.encrypt, { ...KEYS_A, encodingAesKey: 'short' })).toBeUndefined();
    expect(decrypt(A1.encrypt, { ...KEYS_A, encodingAesKey: '' })).toBeUndefined();
  });

  test.each(['wwOTHER', '', 'wx5823bf96d3bd56c', 'wx5823bf96d3bd56c77'])('for the receiver %j', (receiveId) => {
    expect(decrypt(A1.encrypt, { ...KEYS_A, receiveId })).toBeUndefined();
  });

  test('for the bot, whose receiver is empty, when a corp id stands there', () => {
    const keys = { ...BOT_KEYS, receiveId: 'ww1' };
    expect(decrypt(seal('{}', keys), BOT_KEYS)).toBeUndefined();
    expect(decrypt(seal('{}', BOT_KEYS), BOT_KEYS)).toBe('{}');
  });

  /** 16 + 4 + 10 + 18 bytes: 16 are missing to 64. */
  const TEN = '0123456789';
  const padded = (padding: Buffer) => decrypt(seal(TEN, APP_KEYS, { padding }), APP_KEYS);

  test('the right padding is accepted, that of sixteen bytes', () => {
    expect(padded(Buffer.alloc(16, 16))).toBe(TEN);
  });

  test.each([
    ['a byte 0', Buffer.alloc(16, 0)],
    ['a byte 33', Buffer.alloc(16, 33)],
    ['a byte 255', Buffer.alloc(16, 255)],
    ['bytes that do not agree', Buffer.from([...Buffer.alloc(15, 15), 16])],
    ['fewer than it says', Buffer.from([...Buffer.alloc(14, 9), 9, 17])],
  ])('for a padding of %s', (_name, padding) => {
    expect(padded(padding)).toBeUndefined();
  });

  test('for a padding of exactly what fills up to 32 it gives the text, for all lengths', () => {
    for (let length = 0; length < 70; length++) {
      const plain = '文'.repeat(length);
      expect(decrypt(seal(plain, APP_KEYS), APP_KEYS)).toBe(plain);
      expect(decrypt(encrypt(plain, APP_KEYS), APP_KEYS)).toBe(plain);
    }
  });

  test.each([0xffffffff, 0x7fffffff, 11, 9, 29, 0])('for a length field of %d in place of 10', (length) => {
    expect(decrypt(seal(TEN, APP_KEYS, { length }), APP_KEYS)).toBeUndefined();
  });

  test('an AI bot takes it for whomever it is meant, an app only for itself', () => {
    const { receiveId: _, ...bot } = APP_KEYS;
    expect(decrypt(seal(TEN, APP_KEYS), bot)).toBe(TEN);
    expect(decrypt(seal(TEN, bot), bot)).toBe(TEN);
    expect(decrypt(seal(TEN, bot), APP_KEYS)).toBeUndefined();
  });

  test('for one block of padding and nothing else', () => {
    const bare = { token: '', encodingAesKey: APP_KEYS.encodingAesKey, receiveId: '' };
    expect(decrypt(seal('', bare, { length: 0, padding: Buffer.alloc(12, 28) }), bare)).toBeUndefined();
  });
});

describe('an EncodingAESKey', () => {
  test.each([KEYS_A.encodingAesKey, KEYS_B.encodingAesKey])('%s is one', (key) => {
    expect(isEncodingAesKey(key)).toBe(true);
  });

  test.each(['', 'a'.repeat(42), 'a'.repeat(44), `${'a'.repeat(42)}=`, `${'a'.repeat(42)}-`])('%j is none', (key) => {
    expect(isEncodingAesKey(key)).toBe(false);
  });
});

describe('an answer under lock', () => {
  const plain = '{"msgtype":"stream","stream":{"id":"S","finish":true,"content":"责任单位"}}';

  test('opens for the platform, with the nonce of the delivery', () => {
    const answer = sealedReply(plain, BOT_KEYS, { nonce: 'n1', timestamp: 1_700_000_000 });
    expect(answer.timestamp).toBe(1_700_000_000);
    expect(openReply(JSON.parse(JSON.stringify(answer)), BOT_KEYS, 'n1')).toBe(plain);
  });

  test('is another each time, unless its random bytes are given', () => {
    const sealing = { nonce: 'n1', timestamp: 1_700_000_000 };
    const random = Buffer.alloc(16, 7);
    expect(sealedReply(plain, BOT_KEYS, sealing)).not.toEqual(sealedReply(plain, BOT_KEYS, sealing));
    expect(sealedReply(plain, BOT_KEYS, { ...sealing, random })).toEqual(
      sealedReply(plain, BOT_KEYS, { ...sealing, random }),
    );
  });

  test('does not open for anybody else', () => {
    const answer = sealedReply(plain, BOT_KEYS, { nonce: 'n1', timestamp: 1_700_000_000 });
    expect(() => openReply(answer, BOT_KEYS, 'n2')).toThrow('nonce');
    expect(() => openReply(answer, { ...BOT_KEYS, token: 'x' }, 'n1')).toThrow('signature');
    expect(() => openReply(answer, { ...BOT_KEYS, receiveId: 'ww' }, 'n1')).toThrow('somebody else');
  });
});
