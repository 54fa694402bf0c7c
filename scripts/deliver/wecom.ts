import { randomUUID } from 'node:crypto';
import { encrypt, sign, type WecomKeys } from '../../src/channels/wecom/crypto.ts';
import { type Asked, askHttp } from './http.ts';

/** Milliseconds for which the platform waits for an answer (page 接收消息). */
export const WECOM_PATIENCE = 5_000;

/** An address with the signature in its query, as the platform calls it. */
const signedUrl = (url: string, sealed: string, keys: WecomKeys): URL => {
  const nonce = randomUUID().slice(0, 8);
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signed = new URL(url);
  signed.searchParams.set('msg_signature', sign({ timestamp, nonce, encrypt: sealed }, keys));
  signed.searchParams.set('timestamp', timestamp);
  signed.searchParams.set('nonce', nonce);
  return signed;
};

export interface WecomCheck {
  readonly keys: WecomKeys;
  /** Milliseconds. */
  readonly timeout: number;
}

/** Sends the check that the platform makes when the address is saved (page 验证URL有效性). */
export const checkWecom = (url: string, challenge: string, { keys, timeout }: WecomCheck): Promise<Asked> => {
  const echostr = encrypt(challenge, keys);
  const signed = signedUrl(url, echostr, keys);
  signed.searchParams.set('echostr', echostr);
  return askHttp(signed, { timeout });
};

export interface WecomDelivery {
  readonly envelope: (sealed: string) => string;
  readonly keys: WecomKeys;
}

/** Delivers what is under lock in the envelope of the app (XML) or of the AI bot (JSON). */
export const deliverWecom = (url: string, plain: string, { envelope, keys }: WecomDelivery): Promise<Asked> => {
  const sealed = encrypt(plain, keys);
  const signed = signedUrl(url, sealed, keys);
  return askHttp(signed, { method: 'POST', body: envelope(sealed), timeout: WECOM_PATIENCE });
};
