import { createCipheriv, createHash, randomBytes, randomUUID } from 'node:crypto';
import { sign } from '../../src/channels/feishu/crypto.ts';
import { type Asked, askHttp } from './http.ts';

/** The keys that the platform's console and the bot share. */
export interface FeishuKeys {
  readonly encryptKey: string;
  readonly verificationToken: string;
}

/** Milliseconds for which the platform waits for an answer (page 步骤三：接收事件). */
export const FEISHU_PATIENCE = 3_000;

/** Encrypts as the platform does (page 配置 Encrypt Key). */
const seal = (plain: string, encryptKey: string): string => {
  const iv = randomBytes(16);
  const cipher = createCipheriv('aes-256-cbc', createHash('sha256').update(encryptKey).digest(), iv);
  return Buffer.concat([iv, cipher.update(plain, 'utf8'), cipher.final()]).toString('base64');
};

const sealedBody = (content: object, { encryptKey }: FeishuKeys): string =>
  JSON.stringify({ encrypt: seal(JSON.stringify(content), encryptKey) });

const JSON_TYPE = { 'content-type': 'application/json;charset=utf-8' };

export interface FeishuCheck {
  readonly keys: FeishuKeys;
  /** Milliseconds. */
  readonly timeout: number;
}

/** Sends the check that the platform makes when the address is saved: under lock, but not signed. */
export const checkFeishu = (url: string, challenge: string, { keys, timeout }: FeishuCheck): Promise<Asked> => {
  const body = sealedBody({ challenge, token: keys.verificationToken, type: 'url_verification' }, keys);
  return askHttp(url, { method: 'POST', headers: JSON_TYPE, body, timeout });
};

/** Delivers an event, signed and under lock. */
export const deliverFeishu = (url: string, event: object, keys: FeishuKeys): Promise<Asked> => {
  const body = sealedBody(event, keys);
  const timestamp = String(Math.floor(Date.now() / 1000));
  const nonce = randomUUID();
  const signature = sign({ timestamp, nonce, body: Buffer.from(body) }, keys.encryptKey);
  const headers = {
    ...JSON_TYPE,
    'x-lark-request-timestamp': timestamp,
    'x-lark-request-nonce': nonce,
    'x-lark-signature': signature,
  };
  return askHttp(url, { method: 'POST', headers, body, timeout: FEISHU_PATIENCE });
};
