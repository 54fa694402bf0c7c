import { createCipheriv, createHash, randomBytes, randomUUID } from 'node:crypto';
import { sign } from '../../src/channels/feishu/crypto.ts';
import type { FeishuKeys } from '../../src/channels/feishu/receive.ts';
import type { Delivery } from '../../src/types.ts';
import { APP, BOT } from './feishu-api.ts';

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
  readonly threadId?: string;
  /** The message to which this one is a reply. */
  readonly parentId?: string;
  /** The first of those; the same one when absent. */
  readonly rootId?: string;
  /** The organisation of the sender; the bot's own when absent. */
  readonly senderTenant?: string;
}

/** The organisation in which the bot is installed. */
export const TENANT = '2ca1d211f64f6438';

/** An event of schema 2.0 as the platform sends it. */
export const eventOf = <E extends object>(type: string, event: E, eventId: string = randomUUID()) => ({
  schema: '2.0',
  header: {
    event_id: eventId,
    event_type: type,
    create_time: String(Date.now()),
    token: KEYS.verificationToken,
    app_id: APP.id as string,
    tenant_key: TENANT,
  },
  event,
});

const personOf = (openId: string) => ({ union_id: 'on_8ed6', user_id: 'e33ggbyz', open_id: openId });

/** `@_user_1`, `@_user_2` … in the text stand for the mentions in their order. */
export const messageEvent = (options: MessageOptions = {}) => {
  const { type = 'text', chat = 'group', mentions = chat === 'group' ? [{ openId: BOT }] : [] } = options;
  const text = options.text ?? '@_user_1 天然气交易中心由哪个单位负责？';
  const event = {
    sender: {
      sender_id: personOf(options.sender ?? 'ou_84aad35d'),
      sender_type: options.senderType ?? 'user',
      tenant_key: options.senderTenant ?? TENANT,
    },
    message: {
      ...(options.parentId !== undefined && {
        root_id: options.rootId ?? options.parentId,
        parent_id: options.parentId,
      }),
      message_id: options.messageId ?? `om_${randomUUID().replaceAll('-', '')}`,
      create_time: String(Date.now()),
      chat_id: options.chatId ?? 'oc_5ce6d572',
      chat_type: chat,
      ...(options.threadId !== undefined && { thread_id: options.threadId }),
      message_type: type,
      content: JSON.stringify(options.content ?? { text }),
      mentions: mentions.map(({ openId, name = 'Tom' }, index) => ({
        key: `@_user_${index + 1}`,
        id: { union_id: 'on_x', user_id: '', open_id: openId },
        name,
        tenant_key: TENANT,
      })),
    },
  };
  return eventOf('im.message.receive_v1', event, options.eventId);
};

/** Somebody takes a message back. */
export const recalledEvent = (messageId: string) =>
  eventOf('im.message.recalled_v1', {
    message_id: messageId,
    chat_id: 'oc_5ce6d572',
    recall_time: String(Date.now()),
    recall_type: 'message_owner',
  });

export interface AddedOptions {
  readonly chatId?: string;
  readonly external?: boolean;
  readonly operator?: string;
  readonly operatorTenant?: string;
  readonly eventId?: string;
}

/** Somebody adds the bot to a group. */
export const botAddedEvent = (options: AddedOptions = {}) =>
  eventOf(
    'im.chat.member.bot.added_v1',
    {
      chat_id: options.chatId ?? 'oc_new',
      operator_id: personOf(options.operator ?? 'ou_operator'),
      external: options.external ?? false,
      operator_tenant_key: options.operatorTenant ?? TENANT,
      name: '测试群',
      i18n_names: { zh_cn: '测试群', en_us: '', ja_jp: '' },
    },
    options.eventId,
  );

/** Somebody opens the private chat with the bot. */
export const enteredEvent = (chatId: string, openId = 'ou_visitor') =>
  eventOf('im.chat.access_event.bot_p2p_chat_entered_v1', {
    chat_id: chatId,
    operator_id: personOf(openId),
    last_message_id: 'om_last',
    last_message_create_time: String(Date.now()),
  });

/** Somebody presses an entry of the bot's menu. */
export const menuEvent = (openId: string, eventId?: string) =>
  eventOf(
    'application.bot.menu_v6',
    {
      operator: { operator_name: '张三', operator_id: personOf(openId) },
      event_key: 'help',
      timestamp: Math.floor(Date.now() / 1000), // seconds
    },
    eventId,
  );

export interface ClickOptions {
  readonly messageId?: string;
  readonly chatId?: string;
  readonly operator?: string;
  readonly operatorTenant?: string;
  readonly eventId?: string;
}

/** Somebody presses a button of a card. */
export const clickEvent = (value: unknown, options: ClickOptions = {}) => {
  const event = eventOf(
    'card.action.trigger',
    {
      operator: { tenant_key: options.operatorTenant ?? TENANT, ...personOf(options.operator ?? 'ou_clicker') },
      token: 'c-295ee57216a5dc9de90fefd0aadb4b1d7d',
      action: { value, tag: 'button', timezone: 'Asia/Shanghai' },
      host: 'im_message',
      context: { open_message_id: options.messageId ?? 'om_card', open_chat_id: options.chatId ?? 'oc_5ce6d572' },
    },
    options.eventId,
  );
  return { ...event, header: { ...event.header, create_time: String(Date.now() * 1000) } }; // microseconds
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

/** Delivers over HTTP like the platform. How fast that is acknowledged is measured by `npm run bench`. */
export const deliver = async (url: string, event: unknown): Promise<{ status: number; body: unknown }> => {
  const body = sealed(event);
  const response = await fetch(`${url}/webhooks/feishu`, {
    method: 'POST',
    headers: signedHeaders(body),
    body,
    signal: AbortSignal.timeout(60_000),
  });
  return { status: response.status, body: await response.json() };
};
