import { z } from 'zod';
import type { ErrorCode } from '../../errors.ts';
import type { Receipt } from '../../types.ts';
import { questionFault } from '../question-fault.ts';
import { wordsOf } from './content.ts';

/** Why a person gets a line about how to ask, in place of an answer. */
export type Hint = 'only_text' | Extract<ErrorCode, 'question_empty' | 'question_too_long'>;

/** What a verified event turned out to be. */
export type Reading =
  | Extract<Receipt, { status: 'question' | 'ignored' }>
  | { readonly status: 'hint'; readonly hint: Hint; readonly messageId: string }
  /** Whether the bot was mentioned cannot be told before its own open_id is known. */
  | { readonly status: 'unready' };

const openId = z.string().min(1).optional().catch(undefined);

const identity = z.object({ open_id: openId }).nullish().catch(undefined);

/** Of im.message.receive_v1, schema 2.0, what is needed here. */
const messageSchema = z.object({
  header: z.object({ tenant_key: z.string().optional() }),
  event: z.object({
    sender: z.object({ sender_type: z.string(), sender_id: identity }),
    message: z.object({
      message_id: z.string().regex(/^[\w-]{1,128}$/), // goes into the address of the reply
      chat_id: z.string(),
      chat_type: z.string(),
      message_type: z.string(),
      content: z.string(),
      mentions: z.array(z.object({ id: identity })).nullish(),
    }),
  }),
});

type MessageEvent = z.output<typeof messageSchema>;
type Message = MessageEvent['event']['message'];

const ignore = (reason: string): Reading => ({ status: 'ignored', reason });

const isPrivate = (message: Message): boolean => message.chat_type === 'p2p';

/** In a group only what is said to the bot itself; other bots and @所有人 are not meant. */
const isAddressed = (message: Message, self: string | undefined): boolean | undefined => {
  const mentions = message.mentions ?? [];
  if (isPrivate(message)) return true;
  if (mentions.length === 0) return false;
  return self === undefined ? undefined : mentions.some(({ id }) => id?.open_id === self);
};

/** Person and chat; a sender without an id shares a conversation with nobody. */
const conversationOf = ({ header, event: { sender, message } }: MessageEvent): string =>
  ['feishu', header.tenant_key ?? '', message.chat_id, sender.sender_id?.open_id ?? message.message_id].join(':');

const readWords = (event: MessageEvent): Reading => {
  const { message } = event.event;
  const messageId = message.message_id;
  const text = wordsOf(message.message_type, message.content);
  if (text === undefined)
    return isPrivate(message) ? { status: 'hint', hint: 'only_text', messageId } : ignore('message without words');
  const fault = questionFault(text);
  if (fault) return { status: 'hint', hint: fault, messageId };
  return { status: 'question', question: { text, messageId, conversation: conversationOf(event) } };
};

const typeSchema = z.object({ header: z.object({ event_type: z.literal('im.message.receive_v1') }) });

/**
 * Reads a verified event. Never throws: what it does not know, it ignores.
 *
 * In a group, messages that mention the bot are questions; in a private chat, all are, and one without words gets the
 * line that only text is read. Messages of bots are ignored, or two of them would talk for ever.
 *
 * @param self the bot's own open_id, when it is known
 */
export const readMessage = (event: unknown, self: string | undefined): Reading => {
  if (!typeSchema.safeParse(event).success) return ignore('another event');
  const read = messageSchema.safeParse(event);
  if (!read.success) return ignore('message of an unknown shape');
  const { sender, message } = read.data.event;
  if (sender.sender_type !== 'user') return ignore('not sent by a person');
  const addressed = isAddressed(message, self);
  if (addressed === undefined) return { status: 'unready' };
  return addressed ? readWords(read.data) : ignore('the bot is not mentioned');
};
