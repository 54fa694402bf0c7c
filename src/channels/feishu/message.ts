import { z } from 'zod';
import { questionFault } from '../question-fault.ts';
import type { Asker, Hint, Incoming } from '../work.ts';
import { type Mentioned, wordsOf } from './content.ts';
import { differs, type FeishuTo, optionalId, platformId, tenantKey } from './to.ts';

/** What a message or another event turned out to be. */
export type Received = Incoming<FeishuTo>;

const identity = z.object({ open_id: optionalId }).nullish().catch(undefined);

/** Where a name stood in the text. */
const mentionKey = z
  .string()
  .regex(/^@_user_\d+$/)
  .optional()
  .catch(undefined);

const mentionName = z.string().max(200).optional().catch(undefined);

/** Of im.message.receive_v1, schema 2.0, what is needed here. */
const messageSchema = z.object({
  header: z.object({ tenant_key: tenantKey }),
  event: z.object({
    sender: z.object({ sender_type: z.string(), sender_id: identity, tenant_key: tenantKey }),
    message: z.object({
      message_id: platformId,
      chat_id: platformId,
      chat_type: z.string(),
      thread_id: z.string().optional().catch(undefined),
      root_id: optionalId,
      parent_id: optionalId,
      message_type: z.string(),
      content: z.string(),
      mentions: z.array(z.object({ key: mentionKey, id: identity, name: mentionName })).nullish(),
    }),
  }),
});

type MessageEvent = z.output<typeof messageSchema>;
type Message = MessageEvent['event']['message'];

const ignore = (reason: string): Received => ({ status: 'ignored', reason });

const isPrivate = (message: Message): boolean => message.chat_type === 'p2p';

/**
 * In a group only what is said to the bot itself; other bots and @所有人 are not meant. Undefined while the bot does not
 * know its own id. `mentioned_type` is not read: older tenants leave it out.
 */
const isAddressed = (message: Message, self: string | undefined): boolean | undefined => {
  const mentions = message.mentions ?? [];
  if (isPrivate(message)) return true;
  if (mentions.length === 0) return false;
  return self === undefined ? undefined : mentions.some(({ id }) => id?.open_id === self);
};

/** The id by which the platform may deliver a message again; its event ids may differ (page 接收消息). */
export const messageKey = (message: string): string => `feishu-message:${message}`;

/** A sender without an id shares a conversation with nobody. */
const askerOf = ({ header, event: { sender, message } }: MessageEvent): Asker => ({
  tenant: header.tenant_key ?? '',
  chat: message.chat_id,
  person: sender.sender_id?.open_id ?? message.message_id,
  private: isPrivate(message),
  outside: differs(sender.tenant_key, header.tenant_key),
});

/** In a thread every message is a reply to the first (page 消息管理概述): nobody has quoted that. */
const quotedIn = ({ thread_id, root_id, parent_id }: Message): string | undefined =>
  thread_id && parent_id === root_id ? undefined : parent_id;

const toOf = (message: Message): FeishuTo => {
  const quotes = quotedIn(message);
  return {
    kind: 'message',
    message: message.message_id,
    thread: Boolean(message.thread_id),
    chat: message.chat_id,
    asked: true,
    ...(quotes !== undefined && { quotes }),
  };
};

/** The bot's own name is no part of a question. */
const mentionedIn = ({ mentions }: Message, self: string | undefined): readonly Mentioned[] =>
  (mentions ?? []).flatMap(({ key, id, name }) =>
    key === undefined ? [] : { key, ...(id?.open_id !== self && name !== undefined && { name }) },
  );

const readWords = (event: MessageEvent, self: string | undefined): Received => {
  const { message } = event.event;
  const from = { asker: askerOf(event), to: toOf(message), ids: [messageKey(message.message_id)] as const };
  const hint = (why: Hint): Received => ({ status: 'hint', hint: why, ...from });
  const text = wordsOf(message.message_type, message.content, mentionedIn(message, self));
  if (text === undefined) return isPrivate(message) ? hint('only_text') : ignore('message without words');
  const fault = questionFault(text);
  return fault ? hint(fault) : { status: 'question', text, ...from };
};

/**
 * Reads an im.message.receive_v1. In a group, messages that mention the bot are questions; in a private chat, all are,
 * and one without words gets the line that only text is read. Messages of bots are ignored, or two of them would talk
 * for ever.
 *
 * @param self the bot's own open_id, when it is known
 */
export const readMessage = (event: unknown, self: string | undefined): Received => {
  const read = messageSchema.safeParse(event);
  if (!read.success) return ignore('message of an unknown shape');
  const { sender, message } = read.data.event;
  if (sender.sender_type !== 'user') return ignore('not sent by a person');
  const addressed = isAddressed(message, self);
  if (addressed === undefined) return { status: 'unready' };
  return addressed ? readWords(read.data, self) : ignore('the bot is not mentioned');
};
