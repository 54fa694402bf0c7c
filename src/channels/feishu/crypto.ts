import { createDecipheriv, createHash } from 'node:crypto';

export { isSame } from '../constant-time.ts';

/** AES block, and length of the initialisation vector, in bytes. */
const BLOCK = 16;

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Whether base64 text has the length of an initialisation vector and at least one block; says nothing about the key. */
export const isCiphertext = (base64: string): boolean => {
  const { length } = Buffer.from(base64, 'base64');
  return length >= 2 * BLOCK && length % BLOCK === 0;
};

/**
 * Decrypts the `encrypt` field of a delivery (page 配置 Encrypt Key): AES-256-CBC, the key is the SHA-256 of the Encrypt
 * Key, the first 16 bytes are the initialisation vector. Undefined when the bytes do not decrypt.
 */
export const decrypt = (base64: string, encryptKey: string): string | undefined => {
  if (!isCiphertext(base64)) return undefined;
  const bytes = Buffer.from(base64, 'base64');
  const decipher = createDecipheriv('aes-256-cbc', sha256(encryptKey), bytes.subarray(0, BLOCK));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(BLOCK)), decipher.final()]).toString('utf8');
  } catch {
    return undefined; // the padding is wrong: another key, or damaged bytes
  }
};

/** What a delivery's signature is computed from, besides the key. */
export interface Signed {
  readonly timestamp: string;
  readonly nonce: string;
  /** As received, not as parsed and written again. */
  readonly body: Uint8Array;
}

/** The signature that the platform sends as `X-Lark-Signature`, in hex. */
export const sign = ({ timestamp, nonce, body }: Signed, encryptKey: string): string =>
  createHash('sha256')
    .update(timestamp + nonce + encryptKey)
    .update(body)
    .digest('hex');
