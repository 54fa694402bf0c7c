import { createCipheriv, createHash, randomBytes, randomUUID } from 'node:crypto';
import { sign } from '../../src/channels/feishu/crypto.ts';
import type { FeishuKeys } from '../../src/channels/feishu/receive.ts';
import type { Delivery } from '../../src/types.ts';
import { BOT } from './feishu-api.ts';

/** The keys that the tests set in the platform's console and in the bot. */
export const KEYS: FeishuKeys = { encryptKey: 'encrypt-key-of-the-test', verificationToken: 'token-of-the-test' };

/** Encrypts as the platform does. */
export const encrypt = (plain: string, encryptKey = KEYS.encryptKey, iv = randomBytes(16)): string => {
  const cipher = createCipheriv('aes-256-cbc', createHash('sha256').update(encryptKey).digest(), iv);
  return Buffer.concat([iv, cipher.update(plain, 'utf8'), cipher.final()]).toString('base64');
};

/** The body of a delivery: an event under lock. */
export const sealed = (event: unknown, encryptKey = KEYS.encryptKey): string =>
  JSON.stringify({ encrypt: encrypt(JSON.stringify(event), encryptKey) });

export interface Mention {
  readonly openId: string;
  readonly name?: string;
}

/** What a test says about a message; the rest is as in a group where the bot is mentioned first. */
export interface MessageOptions {
  readonly text?: string;
  readonly type?: string;
  /** The content's object, for types other than text. */
  readonly content?: unknown;
  readonly chat?: 'group' | 'p2p';
  readonly chatId?: string;
  readonly messageId?: string;
  readonly eventId?: string;
  readonly sender?: string;
  readonly senderType?: string;
  readonly mentions?: readonly Mention[];
}

/** `@_user_1`, `@_user_2` … in the text stand for the mentions in their order. */
export const messageEvent = (options: MessageOptions = {}) => {
  const { type = 'text', chat = 'group', mentions = chat === 'group' ? [{ openId: BOT }] : [] } = options;
  const text = options.text ?? '@_user_1 天然气交易中心由哪个单位负责？';
  return {
    schema: '2.0',
    header: {
      event_id: options.eventId ?? randomUUID(),
      event_type: 'im.message.receive_v1',
      create_time: String(Date.now()),
      token: KEYS.verificationToken,
      app_id: 'cli_0123456789abcdef',
      tenant_key: '2ca1d211f64f6438',
    },
    event: {
      sender: {
        sender_id: { union_id: 'on_8ed6', user_id: 'e33ggbyz', open_id: options.sender ?? 'ou_84aad35d' },
        sender_type: options.senderType ?? 'user',
        tenant_key: '2ca1d211f64f6438',
      },
      message: {
        message_id: options.messageId ?? `om_${randomUUID().replaceAll('-', '')}`,
        create_time: String(Date.now()),
        chat_id: options.chatId ?? 'oc_5ce6d572',
        chat_type: chat,
        message_type: type,
        content: JSON.stringify(options.content ?? { text }),
        mentions: mentions.map(({ openId, name = 'Tom' }, index) => ({
          key: `@_user_${index + 1}`,
          id: { union_id: 'on_x', user_id: '', open_id: openId },
          name,
          tenant_key: '2ca1d211f64f6438',
        })),
      },
    },
  };
};

export type SignedHeaders = Readonly<Record<string, string>>;

export interface SigningOptions {
  /** Seconds since the epoch. */
  readonly timestamp?: string;
  readonly nonce?: string;
  readonly encryptKey?: string;
}

/** The headers that the platform sends with a body. */
export const signedHeaders = (body: string, options: SigningOptions = {}): SignedHeaders => {
  const { timestamp = String(Math.floor(Date.now() / 1000)), nonce = randomUUID() } = options;
  const signature = sign({ timestamp, nonce, body: Buffer.from(body) }, options.encryptKey ?? KEYS.encryptKey);
  return {
    'content-type': 'application/json;charset=utf-8',
    'x-lark-request-timestamp': timestamp,
    'x-lark-request-nonce': nonce,
    'x-lark-signature': signature,
  };
};

/** A delivery as the receiver gets it. */
export const deliveryOf = (body: string, headers: Delivery['headers'] = signedHeaders(body)): Delivery => ({
  headers,
  body: Buffer.from(body),
  receivedAt: Date.now(),
});

/** Delivers over HTTP like the platform: three seconds for the whole answer. */
export const deliver = async (url: string, event: unknown): Promise<{ status: number; body: unknown }> => {
  const body = sealed(event);
  const response = await fetch(`${url}/webhooks/feishu`, {
    method: 'POST',
    headers: signedHeaders(body),
    body,
    signal: AbortSignal.timeout(3000),
  });
  return { status: response.status, body: await response.json() };
};
