import { createCipheriv, createHash, randomBytes, randomUUID } from 'node:crypto';
import { sign } from '../../src/channels/feishu/crypto.ts';

/** The keys of the bench's own app. */
export const KEYS = { encryptKey: 'encrypt-key-of-the-bench', verificationToken: 'token-of-the-bench' } as const;
export const APP = { appId: 'cli_0123456789abcdef', appSecret: 'secret-of-the-bench' } as const;
/** The bot's own open_id. */
export const BOT = 'ou_bot';

const encrypt = (plain: string): string => {
  const iv = randomBytes(16);
  const cipher = createCipheriv('aes-256-cbc', createHash('sha256').update(KEYS.encryptKey).digest(), iv);
  return Buffer.concat([iv, cipher.update(plain, 'utf8'), cipher.final()]).toString('base64');
};

/** A question in a group, under lock as Feishu delivers it; each in a chat of its own. */
export const bodyOf = (messageId: string, text: string): string => {
  const sender = { sender_id: { open_id: `ou_${messageId}`, union_id: 'on_x', user_id: '' }, sender_type: 'user' };
  const message = {
    ...{ message_id: messageId, create_time: String(Date.now()), chat_id: `oc_${messageId}`, chat_type: 'group' },
    ...{ message_type: 'text', content: JSON.stringify({ text: `@_user_1 ${text}` }) },
    mentions: [{ key: '@_user_1', id: { open_id: BOT, union_id: 'on_b', user_id: '' }, name: '问计' }],
  };
  const header = {
    ...{ event_id: randomUUID(), event_type: 'im.message.receive_v1', create_time: String(Date.now()) },
    ...{ token: KEYS.verificationToken, app_id: APP.appId, tenant_key: 'tenant' },
  };
  return JSON.stringify({ encrypt: encrypt(JSON.stringify({ schema: '2.0', header, event: { sender, message } })) });
};

/** A whole HTTP request as bytes: what the platform would send, or with a signature that is not its own. */
export const requestOf = (path: string, body: string, forged = false): Buffer => {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const nonce = randomUUID();
  const signature = sign({ timestamp, nonce, body: Buffer.from(body) }, forged ? 'another key' : KEYS.encryptKey);
  const head = [
    `POST ${path} HTTP/1.1`,
    'host: 127.0.0.1',
    'content-type: application/json;charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    `x-lark-request-timestamp: ${timestamp}`,
    `x-lark-request-nonce: ${nonce}`,
    `x-lark-signature: ${signature}`,
  ];
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`);
};
