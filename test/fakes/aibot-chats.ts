import type { BotCommand } from './aibot-frames.ts';

/** What people see of the bot. */
export interface BotShown {
  readonly chat: string;
  readonly kind: 'stream' | 'markdown' | 'card' | 'welcome' | 'updated card';
  readonly content: unknown;
  readonly finished?: boolean;
  /** By which people may say whether the answer was of use. */
  readonly feedback?: string;
}

/** What a req_id stands for, on the connection over which it came. */
export interface Heard {
  readonly kind: 'message' | 'enter_chat' | 'template_card_event' | 'other';
  readonly chat: string;
  readonly at: number;
}

interface Stream {
  readonly reqId: string;
  readonly at: number;
  readonly index: number;
  readonly finished: boolean;
}

const OK = 0;
const TOO_FAST = 45009;
const BAD_PARAMETER = 40058;
const UNKNOWN_REQ_ID = 846605;
const STREAM_OVER = 846608;
const UNKNOWN_CHAT = 93006;

const PER_MINUTE = 30;
const STREAM_LIFE = 360_000;
const EVENT_LIFE = 5000;

/** Where something is said: a group, or a private chat without. */
export const placeOf = (group?: string) => (group ? { chatid: group, chattype: 'group' } : { chattype: 'single' });

/** What people see, and how often a chat may be spoken to. */
const createWall = (now: () => number) => {
  const shown: BotShown[] = [];
  const times: { readonly chat: string; readonly at: number }[] = [];

  const isTooFast = (chat: string): boolean => {
    const recent = times.filter((one) => one.chat === chat && now() - one.at < 60_000);
    if (recent.length < PER_MINUTE) times.push({ chat, at: now() });
    return recent.length >= PER_MINUTE;
  };

  const show = (what: BotShown): number => shown.push(what) - 1;

  return { shown, isTooFast, show };
};

type StreamBody = Extract<BotCommand<'aibot_respond_msg'>['body'], { readonly msgtype: 'stream' }>['stream'];

/** The streams of the bot: each is one message. */
const createStreams = (now: () => number, { shown, isTooFast, show }: ReturnType<typeof createWall>) => {
  const streams = new Map<string, Stream>();

  const startStream = (reqId: string, { id, content, finish, feedback }: StreamBody, { chat, at }: Heard): number => {
    if (now() - at >= STREAM_LIFE) return STREAM_OVER;
    if (isTooFast(chat)) return TOO_FAST;
    const index = show({ chat, kind: 'stream', content, finished: finish, ...(feedback && { feedback: feedback.id }) });
    streams.set(id, { reqId, at, index, finished: finish });
    return OK;
  };

  const stream = (reqId: string, body: StreamBody, heard: Heard): number => {
    const known = streams.get(body.id);
    if (!known) return startStream(reqId, body, heard);
    if (known.reqId !== reqId) return BAD_PARAMETER;
    if (known.finished || now() - known.at >= STREAM_LIFE) return STREAM_OVER;
    streams.set(body.id, { ...known, finished: body.finish });
    // Feedback counts with the first frame only.
    const before = shown[known.index];
    if (before) shown[known.index] = { ...before, content: body.content, finished: body.finish };
    return OK;
  };

  return stream;
};

/** The chats of the platform: who has spoken, what is shown, what is refused. Each frame is answered with its errcode. */
export const createChats = (now: () => number) => {
  const wall = createWall(now);
  const { shown, isTooFast, show } = wall;
  const stream = createStreams(now, wall);
  const spoken = new Set<string>();
  const respond = ({ headers, body }: BotCommand<'aibot_respond_msg'>, heard: Heard | undefined): number => {
    if (heard?.kind !== 'message') return UNKNOWN_REQ_ID;
    if (body.msgtype === 'stream') return stream(headers.req_id, body.stream, heard);
    if (isTooFast(heard.chat)) return TOO_FAST;
    show({ chat: heard.chat, kind: 'card', content: body.template_card });
    return OK;
  };

  const isFresh = (heard: Heard | undefined, kind: Heard['kind']): heard is Heard =>
    heard?.kind === kind && now() - heard.at < EVENT_LIFE;

  const welcome = ({ body }: BotCommand<'aibot_respond_welcome_msg'>, heard: Heard | undefined): number => {
    if (!isFresh(heard, 'enter_chat')) return UNKNOWN_REQ_ID;
    const content = body.msgtype === 'text' ? body.text.content : body.template_card;
    show({ chat: heard.chat, kind: 'welcome', content });
    return OK;
  };

  const update = ({ body }: BotCommand<'aibot_respond_update_msg'>, heard: Heard | undefined): number => {
    if (!isFresh(heard, 'template_card_event')) return UNKNOWN_REQ_ID;
    show({ chat: heard.chat, kind: 'updated card', content: body.template_card });
    return OK;
  };

  const push = ({ body }: BotCommand<'aibot_send_msg'>): number => {
    if (!spoken.has(`${body.chat_type}:${body.chatid}`)) return UNKNOWN_CHAT;
    if (isTooFast(body.chatid)) return TOO_FAST;
    const content = body.msgtype === 'markdown' ? body.markdown.content : body.template_card;
    show({ chat: body.chatid, kind: body.msgtype === 'markdown' ? 'markdown' : 'card', content });
    return OK;
  };

  /** Somebody has spoken to the bot there, so that it may speak unasked. */
  const speak = (chat: string, group: boolean): void => {
    spoken.add(`${group ? 2 : 1}:${chat}`);
  };

  return { shown, respond, welcome, update, push, speak };
};
