import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { isSame } from '../constant-time.ts';

/** What the platform's console and the bot share (page 加解密方案说明). */
export interface WecomKeys {
  readonly token: string;
  /** 43 characters: the AES key in base64 without the sign that fills it up. */
  readonly encodingAesKey: string;
  /**
   * For whom a message is meant: the corp id of a self-built app. An AI bot's is empty, the page says, and is not where a
   * bot of another sort of company is concerned: absent, it is not looked at.
   */
  readonly receiveId?: string;
}

/** What a signature is computed from, besides the token. */
export interface Signed {
  /** Seconds since the epoch, as it stands in the query. */
  readonly timestamp: string;
  readonly nonce: string;
  readonly encrypt: string;
}

/** AES block in bytes. */
const BLOCK = 16;
/** The padding fills up to a multiple of this many bytes, not of AES's own block. */
const PADDED_TO = 32;
/** Random bytes before the message, and the bytes of its length. */
const RANDOM = 16;
const LENGTH = 4;

const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;
const ENCODING_AES_KEY = /^[A-Za-z0-9+/]{43}$/;

/** Whether a text can be an EncodingAESKey. */
export const isEncodingAesKey = (text: string): boolean => ENCODING_AES_KEY.test(text);

const keyOf = ({ encodingAesKey }: WecomKeys): Buffer => Buffer.from(`${encodingAesKey}=`, 'base64');

/** The `msg_signature` of a delivery, in hex. */
export const sign = ({ timestamp, nonce, encrypt }: Signed, { token }: WecomKeys): string =>
  createHash('sha1').update([token, timestamp, nonce, encrypt].sort().join('')).digest('hex');

/** Whether a signature is right, in a time that does not tell how nearly. */
export const isSigned = (signature: string, signed: Signed, keys: WecomKeys): boolean =>
  isSame(signature, sign(signed, keys));

const unpad = (bytes: Buffer): Buffer | undefined => {
  const pad = bytes.at(-1) ?? 0;
  if (pad < 1 || pad > PADDED_TO || pad > bytes.length) return undefined;
  return bytes.subarray(-pad).every((byte) => byte === pad) ? bytes.subarray(0, -pad) : undefined;
};

/** 16 random bytes, the length of the message, the message, the id of whom it is for. */
const open = (bytes: Buffer, receiveId: string | undefined): string | undefined => {
  const start = RANDOM + LENGTH;
  if (bytes.length < start) return undefined;
  const end = start + bytes.readUInt32BE(RANDOM);
  if (end > bytes.length) return undefined;
  if (receiveId !== undefined && !isSame(bytes.toString('utf8', end), receiveId)) return undefined;
  return bytes.toString('utf8', start, end);
};

/**
 * Decrypts `Encrypt`, `encrypt` or `echostr`: AES-256-CBC, the initialisation vector is the beginning of the key.
 * Undefined for whatever is not exactly what the platform writes: length, padding, length field, receiver.
 */
export const decrypt = (base64: string, keys: WecomKeys): string | undefined => {
  const bytes = BASE64.test(base64) ? Buffer.from(base64, 'base64') : Buffer.alloc(0);
  if (bytes.length < 2 * BLOCK || bytes.length % BLOCK !== 0 || !isEncodingAesKey(keys.encodingAesKey))
    return undefined;
  const key = keyOf(keys);
  const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, BLOCK)).setAutoPadding(false);
  const plain = unpad(Buffer.concat([decipher.update(bytes), decipher.final()]));
  return plain && open(plain, keys.receiveId);
};

/** Encrypts an answer as the platform expects it; `random` is 16 bytes. */
export const encrypt = (plain: string, keys: WecomKeys, random: Buffer = randomBytes(RANDOM)): string => {
  const message = Buffer.from(plain);
  const length = Buffer.alloc(LENGTH);
  length.writeUInt32BE(message.length);
  const body = Buffer.concat([random, length, message, Buffer.from(keys.receiveId ?? '')]);
  const pad = PADDED_TO - (body.length % PADDED_TO);
  const key = keyOf(keys);
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, BLOCK)).setAutoPadding(false);
  return Buffer.concat([cipher.update(body), cipher.update(Buffer.alloc(pad, pad)), cipher.final()]).toString('base64');
};
