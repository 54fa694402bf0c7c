import type { Challenge, Delivery, Refusal } from '../../types.ts';
import { decrypt, isSigned, type WecomKeys } from './crypto.ts';

/** One HTTP delivery of WeCom: the signature stands in the query. */
export interface WecomDelivery extends Delivery {
  readonly method: string;
  /** Decoded once; a value that stands twice is a list, and is never right. */
  readonly query: Readonly<Record<string, string | readonly string[] | undefined>>;
}

export type Unsealed = { readonly status: 'open'; readonly plain: string } | Refusal;

/** Milliseconds by which a signed delivery may differ from our clock. The platform states no window. */
const WINDOW = 600_000;

export const refuse = (code: Refusal['code'], reason: string): Refusal => ({ status: 'refused', code, reason });

const isFresh = (timestamp: string, { receivedAt }: WecomDelivery): boolean =>
  /^\d{1,12}$/.test(timestamp) && Math.abs(receivedAt - Number(timestamp) * 1000) <= WINDOW;

/**
 * Opens what a delivery has under lock: signature, then window, then decryption (page 回调配置). Whatever depends on the
 * key is refused with one code, so that strangers cannot try out what they have overheard.
 */
export const unseal = (delivery: WecomDelivery, encrypt: string, keys: WecomKeys): Unsealed => {
  const { msg_signature: signature, timestamp, nonce } = delivery.query;
  if (typeof signature !== 'string' || typeof timestamp !== 'string' || typeof nonce !== 'string')
    return refuse('delivery_forged', 'query');
  if (!isSigned(signature, { timestamp, nonce, encrypt }, keys)) return refuse('delivery_forged', 'signature');
  if (!isFresh(timestamp, delivery)) return refuse('delivery_stale', 'timestamp');
  const plain = decrypt(encrypt, keys);
  return plain === undefined ? refuse('delivery_forged', 'ciphertext') : { status: 'open', plain };
};

/** The check of the address when it is entered in the console (page 验证URL有效性): the answer is the plain text, bare. */
export const readChallenge = (delivery: WecomDelivery, keys: WecomKeys): Challenge | Refusal => {
  const { echostr } = delivery.query;
  if (typeof echostr !== 'string') return refuse('delivery_forged', 'query');
  const opened = unseal(delivery, echostr, keys);
  return opened.status === 'open' ? { status: 'challenge', challenge: opened.plain } : opened;
};
