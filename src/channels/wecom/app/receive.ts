import { createHash } from 'node:crypto';
import { z } from 'zod';
import { dayOf } from '../../../china-time.ts';
import type { Receipt } from '../../../types.ts';
import { questionFault } from '../../question-fault.ts';
import type { Asker, Incoming } from '../../work.ts';
import type { WecomKeys } from '../crypto.ts';
import { readCardClick } from '../look/card-key.ts';
import { createWords } from '../text.ts';
import { readChallenge, refuse, unseal, type WecomDelivery } from '../unseal.ts';
import { readXml } from './xml.ts';

/** Where a reply of the self-built app goes: one member, by id. */
export interface AppTo {
  readonly user: string;
}

/** What a delivery to the self-built app turned out to be. */
export type AppReceipt = Receipt<Incoming<AppTo>>;

/** Page 成员管理: the id goes into `touser`, where `|` separates members and `@all` means everybody. */
const USER_ID = /^[0-9A-Za-z][\w.@-]{0,63}$/;

const frameSchema = z.object({
  ToUserName: z.string().min(1).max(128),
  FromUserName: z.string().regex(USER_ID),
  CreateTime: z.string().regex(/^\d{1,12}$/),
  MsgType: z.string(),
});

type Frame = z.output<typeof frameSchema>;

/** 64 bits as text: a number would lose the last digits. */
const messageSchema = z.object({ MsgId: z.string().regex(/^\d{1,20}$/), Content: z.string().optional() });

const eventSchema = z.object({
  Event: z.string(),
  EventKey: z.string().optional(),
  TaskId: z.string().optional(),
});

const ignore = (reason: string): Incoming<AppTo> => ({ status: 'ignored', reason });

const askerOf = ({ ToUserName, FromUserName }: Frame): Asker => ({
  tenant: ToUserName,
  chat: `user:${FromUserName}`,
  person: FromUserName,
  private: true,
  outside: false,
});

const readWords = (body: unknown, frame: Frame): Incoming<AppTo> => {
  const message = messageSchema.safeParse(body);
  if (!message.success) return ignore('message of an unknown shape');
  const { MsgId, Content } = message.data;
  const frameOf = {
    asker: askerOf(frame),
    to: { user: frame.FromUserName },
    ids: [`wecom-app-message:${MsgId}`],
  } as const;
  if (frame.MsgType !== 'text' || Content === undefined) return { status: 'hint', hint: 'only_text', ...frameOf };
  const text = createWords()(Content);
  const fault = questionFault(text);
  return fault ? { status: 'hint', hint: fault, ...frameOf } : { status: 'question', text, ...frameOf };
};

/** Events carry no id of their own (page 接收事件). */
const eventId = ({ FromUserName, CreateTime }: Frame, { Event, EventKey }: z.output<typeof eventSchema>): string =>
  createHash('sha256')
    .update(JSON.stringify([FromUserName, CreateTime, Event, EventKey]))
    .digest('hex')
    .slice(0, 32);

const readEvent = (body: unknown, frame: Frame): Incoming<AppTo> => {
  const event = eventSchema.safeParse(body);
  if (!event.success) return ignore('event of an unknown shape');
  const { FromUserName, CreateTime } = frame;
  const { Event, EventKey, TaskId } = event.data;
  const frameOf = { asker: askerOf(frame), to: { user: FromUserName } };
  if (Event === 'enter_agent' || Event === 'subscribe')
    return {
      status: 'welcome',
      ...frameOf,
      ids: [`wecom-app-welcome:${FromUserName}:${dayOf(Number(CreateTime) * 1000)}`],
    };
  if (Event !== 'template_card_event') return ignore('another event');
  const click = readCardClick(EventKey ?? '', TaskId);
  if (!click) return ignore('a card of another making');
  return { status: 'click', click, ...frameOf, ids: [`wecom-app-event:${eventId(frame, event.data)}`] };
};

/** Reads the decrypted body of a message or event (pages 接收消息, 接收事件). Never throws: what it does not know, it ignores. */
export const readApp = (body: unknown): Incoming<AppTo> => {
  const frame = frameSchema.safeParse(body);
  if (!frame.success) return ignore('no message of a member');
  return frame.data.MsgType === 'event' ? readEvent(body, frame.data) : readWords(body, frame.data);
};

const envelopeSchema = z.object({ Encrypt: z.string() });

/** Reads one delivery to the self-built app: the check of the address by GET, messages and events by POST. */
export const receiveApp = (delivery: WecomDelivery, keys: WecomKeys): AppReceipt => {
  if (delivery.method === 'GET') return readChallenge(delivery, keys);
  const envelope = envelopeSchema.safeParse(readXml(Buffer.from(delivery.body).toString('utf8')));
  if (!envelope.success) return refuse('delivery_malformed', 'envelope');
  const opened = unseal(delivery, envelope.data.Encrypt, keys);
  return opened.status === 'open' ? readApp(readXml(opened.plain)) : opened;
};
