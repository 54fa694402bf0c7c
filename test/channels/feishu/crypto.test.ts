import { describe, expect, test } from 'vitest';
import { decrypt, isCiphertext, isSame, sign } from '../../../src/channels/feishu/crypto.ts';
import { cut, flip } from '../../fakes/base64.ts';
import { encrypt } from '../../fakes/feishu-sender.ts';

/** Page 配置 Encrypt Key. */
const OFFICIAL = 'P37w+VZImNgPEO1RBhJ6RtKl7n6zymIbEG1pReEzghk=';

/** A challenge under an initialisation vector of zeros. */
const CHALLENGE =
  'AAAAAAAAAAAAAAAAAAAAAD6N0hj9vF9ERgmsJVWf4XdSLLbFMTD3bWObfgjFzYm3BU+fYFXW6Vow2nPvsiHz+v/uvcfMGGe04Xkq8ejBT2tyHZPvrvSgAPDvxDb9aCqI';

describe('decrypting', () => {
  test('the vector of the official page', () => {
    expect(decrypt(OFFICIAL, 'test key')).toBe('hello world');
  });

  test('a challenge encrypted under a known initialisation vector', () => {
    const plain = '{"challenge":"ajls384kdjx98XX","token":"xxxxxx","type":"url_verification"}';
    expect(decrypt(CHALLENGE, 'test key')).toBe(plain);
    expect(encrypt(plain, 'test key', Buffer.alloc(16))).toBe(CHALLENGE);
  });

  test('Chinese text across block borders comes out whole', () => {
    const plain = '天然气交易中心由哪个单位负责？'.repeat(100);
    expect(decrypt(encrypt(plain, 'key'), 'key')).toBe(plain);
  });

  test('another key gives nothing that could be taken for the text', () => {
    expect(decrypt(CHALLENGE, 'another key')).not.toBe(decrypt(CHALLENGE, 'test key'));
  });

  test('a flipped bit in the last block, or a block less, does not give the text', () => {
    const plain = decrypt(CHALLENGE, 'test key');
    expect(decrypt(flip(CHALLENGE, 95), 'test key')).not.toBe(plain);
    expect(decrypt(cut(CHALLENGE, 16), 'test key')).not.toBe(plain);
  });

  test.each(['', 'AAAA', 'A'.repeat(22), cut(OFFICIAL, 1), cut(OFFICIAL, 16), '不是', '{}'])(
    'what has not the length of a ciphertext (%s) is told by its length, without an exception',
    (text) => {
      expect(isCiphertext(text)).toBe(false);
      expect(decrypt(text, 'test key')).toBeUndefined();
    },
  );
});

describe('signing', () => {
  const body = Buffer.from('{"encrypt":"x"}');

  test('is over time, nonce, key and the very bytes of the body', () => {
    // sha256 of `1600000000` `nonce` `key` `{"encrypt":"x"}`, computed with sha256sum
    const expected = 'b863ed0a81272de4ba5178e2dbc91e10b797bdc28c844ef5978822cbcc0caafa';
    expect(sign({ timestamp: '1600000000', nonce: 'nonce', body }, 'key')).toBe(expected);
  });

  test('differs when the same JSON is written otherwise', () => {
    const pretty = Buffer.from(JSON.stringify({ encrypt: 'x' }, null, 2));
    const one = sign({ timestamp: '1', nonce: 'n', body }, 'key');
    expect(sign({ timestamp: '1', nonce: 'n', body: pretty }, 'key')).not.toBe(one);
  });
});

describe('comparing', () => {
  test.each([
    ['abc', 'abc', true],
    ['', '', true],
    ['abc', 'abd', false],
    ['abc', 'ab', false],
    ['', 'abc', false],
    ['ABC', 'abc', false],
  ])('%j with %j is %s, whatever their lengths', (one, other, same) => {
    expect(isSame(one, other)).toBe(same);
  });
});
