import { createHash } from 'node:crypto';
import { z } from 'zod';
import { dayOf } from '../../../china-time.ts';
import type { Receipt } from '../../../types.ts';
import { parseJson } from '../../parse-json.ts';
import { questionFault } from '../../question-fault.ts';
import type { Asker, Incoming } from '../../work.ts';
import type { WecomKeys } from '../crypto.ts';
import { createWords } from '../text.ts';
import { readChallenge, refuse, unseal, type WecomDelivery } from '../unseal.ts';
import { botClick } from './click.ts';
import { isReplyUrl } from './reply-url.ts';
import { botWords, quotedWords } from './words.ts';

/** Where a reply of the AI bot goes. */
export interface BotTo {
  /** The platform's id of the message or event. */
  readonly message: string;
  /** The id of the reply's stream: the same for a message that is delivered again. 32 hexadecimal digits. */
  readonly stream: string;
  /** For a message without a question: the group, or the person in a private chat. */
  readonly chat: string;
  readonly group: boolean;
  readonly person: string;
  /** The words of the message that the question quotes. */
  readonly quotes?: string;
  /** Takes one reply within an hour. A secret. */
  readonly responseUrl?: string;
  /** When it came in, in milliseconds since the epoch: a stream lives for six minutes. */
  readonly at: number;
}

/** What a message or event of the AI bot turned out to be. */
export type BotIncoming =
  | Incoming<BotTo>
  /** The platform asks how far a stream is: a read, never the start of work. */
  | { readonly status: 'poll'; readonly stream: string }
  /** Another long connection has taken this one's place. */
  | { readonly status: 'replaced' };

/** What a delivery to the AI bot's address turned out to be. */
export type BotReceipt = Receipt<BotIncoming>;

/** What is known of a body besides its words. */
export interface Arrival {
  /** Milliseconds since the epoch. */
  readonly receivedAt: number;
  /** Whether a reply may be posted to an address from a body. */
  readonly isAllowedUrl: (url: string) => boolean;
  /** Takes the mentions out of a text. */
  readonly words: (text: string) => string;
}

const id = z.string().min(1).max(256);

const frameSchema = z
  .object({
    msgid: id,
    chatid: id.nullish(),
    chattype: z.string().nullish(),
    from: z.object({ userid: id, corpid: z.string().nullish() }),
    create_time: z.number().int().min(0).max(999_999_999_999).optional().catch(undefined),
    response_url: z.string().max(2048).optional().catch(undefined),
    msgtype: z.string(),
  })
  .refine(({ chattype, chatid }) => chattype !== 'group' || chatid, { message: 'a group without an id' });

type Frame = z.output<typeof frameSchema>;

const typeSchema = z.object({
  msgtype: z.string(),
  stream: z.object({ id }).optional().catch(undefined),
  event: z.object({ eventtype: z.string() }).optional().catch(undefined),
});

const ignore = (reason: string): BotIncoming => ({ status: 'ignored', reason });

const isGroup = ({ chattype }: Frame): boolean => chattype === 'group';

const askerOf = (frame: Frame): Asker => ({
  tenant: frame.from.corpid ?? '',
  chat: isGroup(frame) ? (frame.chatid ?? '') : `user:${frame.from.userid}`,
  person: frame.from.userid,
  private: !isGroup(frame),
  outside: Boolean(frame.from.corpid), // only there for people of other organisations
});

const streamOf = (message: string): string => createHash('sha256').update(message).digest('hex').slice(0, 32);

const toOf = (frame: Frame, { receivedAt, isAllowedUrl }: Arrival): BotTo => ({
  message: frame.msgid,
  stream: streamOf(frame.msgid),
  chat: isGroup(frame) ? (frame.chatid ?? '') : frame.from.userid,
  group: isGroup(frame),
  person: frame.from.userid,
  ...(frame.response_url !== undefined && isAllowedUrl(frame.response_url) && { responseUrl: frame.response_url }),
  at: receivedAt,
});

const welcomeId = ({ from, create_time }: Frame, { receivedAt }: Arrival): string =>
  `wecom-bot-welcome:${from.corpid ?? ''}:${from.userid}:${dayOf(create_time === undefined ? receivedAt : create_time * 1000)}`;

const readEvent = (body: unknown, frame: Frame, arrival: Arrival): BotIncoming => {
  const frameOf = { asker: askerOf(frame), to: toOf(frame, arrival) };
  const eventtype = typeSchema.safeParse(body).data?.event?.eventtype;
  if (eventtype === 'enter_chat') return { status: 'welcome', ...frameOf, ids: [welcomeId(frame, arrival)] };
  const click = botClick(body);
  return click
    ? { status: 'click', click, ...frameOf, ids: [`wecom-bot-message:${frame.msgid}`] }
    : ignore('another event');
};

const readMessage = (body: unknown, frame: Frame, arrival: Arrival): BotIncoming => {
  const said = botWords(body, arrival.words);
  if (said.kind === 'unknown') return ignore('message of an unknown type or shape');
  const ids = [`wecom-bot-message:${frame.msgid}`] as const;
  const quotes = quotedWords(body, arrival.words);
  const to = { ...toOf(frame, arrival), ...(quotes && { quotes }) };
  const frameOf = { asker: askerOf(frame), to, ids };
  if (said.kind === 'wordless') return { status: 'hint', hint: 'only_text', ...frameOf };
  const fault = questionFault(said.text);
  return fault ? { status: 'hint', hint: fault, ...frameOf } : { status: 'question', text: said.text, ...frameOf };
};

/**
 * Reads the body of a message or event (pages 接收消息, 接收事件): decrypted from the address, or as a frame of the long
 * connection. Never throws: what it does not know, it ignores.
 */
export const readBot = (body: unknown, arrival: Arrival): BotIncoming => {
  const type = typeSchema.safeParse(body);
  if (!type.success) return ignore('no message');
  const { msgtype, stream, event } = type.data;
  if (event?.eventtype === 'disconnected_event') return { status: 'replaced' };
  if (msgtype === 'stream') return stream ? { status: 'poll', stream: stream.id } : ignore('poll without a stream');
  const frame = frameSchema.safeParse(body);
  if (!frame.success) return ignore('message of an unknown shape');
  return msgtype === 'event' ? readEvent(body, frame.data, arrival) : readMessage(body, frame.data, arrival);
};

const envelopeSchema = z.object({ encrypt: z.string() });

/** Reads one delivery to the AI bot's address: the check of the address by GET, messages, polls and events by POST. */
export const receiveBot = (
  delivery: WecomDelivery,
  keys: WecomKeys,
  how: Omit<Arrival, 'receivedAt'> = { isAllowedUrl: isReplyUrl(), words: createWords() },
): BotReceipt => {
  if (delivery.method === 'GET') return readChallenge(delivery, keys);
  const envelope = envelopeSchema.safeParse(parseJson(Buffer.from(delivery.body).toString('utf8')));
  if (!envelope.success) return refuse('delivery_malformed', 'envelope');
  const opened = unseal(delivery, envelope.data.encrypt, keys);
  if (opened.status === 'refused') return opened;
  return readBot(parseJson(opened.plain), { receivedAt: delivery.receivedAt, ...how });
};
