import type { Streams } from '../../../store/streams.ts';
import type { Sent } from '../../work.ts';
import type { WecomMessage } from '../look/render.ts';
import type { BotTo } from './receive.ts';

/** What the platform is told of a stream (page 被动回复消息). */
export interface StreamState {
  readonly finish: boolean;
  readonly content: string;
}

/** Replies that wait until the platform fetches them: in the answer to the delivery, or to one of its polls. */
export interface BotStreams {
  /** The state of a stream, to be handed out at once; waits a moment for an answer that is about to come. */
  readonly read: (stream: string) => Promise<StreamState>;
  /** Puts the reply where the platform fetches it; the other way when it does not. */
  readonly send: (to: BotTo, message: WecomMessage) => Promise<Sent>;
}

export interface BotStreamsParts {
  readonly streams: Streams;
  /** The other way: the response_url of a question that came `at`, once. */
  readonly post: (url: string, message: WecomMessage, at: number) => Promise<Sent>;
  readonly now: () => number;
  /** Ends early, by an exception, when the signal says so. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<unknown>;
}

/** Milliseconds that the answer to a delivery waits for the reply; it usually comes within a few. */
const MOMENT = 1_000;
/** Milliseconds after which the platform, which asks every second or so, has stopped asking. */
const PATIENCE = 20_000;
/** Milliseconds from the message on, after which the platform asks no more. */
const STREAM_LIFETIME = 6 * 60_000;

const SENT: Sent = { status: 'sent' };
const UNFETCHED: Sent = { status: 'dropped', reason: 'the platform did not fetch the reply' };
const UNKNOWN: Sent = { status: 'dropped', reason: 'unknown outcome' };

const DIVERTED = '回答见本会话的下一条消息。';

const contentOf = (message: WecomMessage): string => (message.kind === 'card' ? '' : message.content);

/** Everybody who waits for something to happen to a stream. */
const createWaiters = () => {
  const waiting = new Map<string, Set<() => void>>();
  const tell = (id: string): void => {
    for (const waiter of waiting.get(id) ?? []) waiter();
    waiting.delete(id);
  };
  const next = (id: string): { readonly happened: Promise<void>; readonly leave: () => void } => {
    let waiter = (): void => {};
    const happened = new Promise<void>((resolve) => {
      waiter = resolve;
    });
    const all = waiting.get(id) ?? new Set();
    waiting.set(id, all.add(waiter));
    const leave = (): void => {
      all.delete(waiter);
      if (all.size === 0 && waiting.get(id) === all) waiting.delete(id);
    };
    return { happened, leave };
  };
  return { tell, next };
};

/** Replies in streams. What was handed out is recorded before it is, so that no crash makes it come twice. */
export const createBotStreams = ({ streams, post, now, sleep }: BotStreamsParts): BotStreams => {
  const published = createWaiters();
  const fetched = createWaiters();

  const within = async (waiters: typeof published, id: string, ms: number): Promise<void> => {
    const { happened, leave } = waiters.next(id);
    const over = new AbortController();
    await Promise.race([happened, sleep(ms, over.signal)]).finally(() => {
      over.abort();
      leave();
    });
  };

  const read: BotStreams['read'] = async (id) => {
    if ((await streams.get(id))?.content === undefined) await within(published, id, MOMENT);
    const stream = await streams.get(id);
    if (stream?.content === undefined) return { finish: false, content: '' };
    if (!(await streams.fetched(id))) return { finish: true, content: DIVERTED };
    fetched.tell(id);
    return { finish: true, content: stream.content };
  };

  /** Recorded before it is taken: after a crash in the middle it is not known whether the message went out. */
  const takeOtherWay = async ({ stream: id, responseUrl, at }: BotTo, message: WecomMessage): Promise<Sent> => {
    if (responseUrl === undefined) return UNFETCHED;
    if (!(await streams.divert(id))) return (await streams.get(id))?.fetched ? SENT : UNKNOWN;
    const sent = await post(responseUrl, message, at);
    // Neither posted nor perhaps posted: whoever asks still gets it.
    if (sent.status !== 'sent' && sent.status !== 'dropped') await streams.rejoin(id);
    return sent;
  };

  const send: BotStreams['send'] = async (to, message) => {
    const id = to.stream;
    await streams.publish(id, contentOf(message));
    const waiting = within(fetched, id, PATIENCE);
    published.tell(id);
    const { fetched: isFetched, diverted: isDiverted } = (await streams.get(id)) ?? {};
    if (now() - to.at < STREAM_LIFETIME && !isFetched && !isDiverted) await waiting;
    return (await streams.get(id))?.fetched ? SENT : takeOtherWay(to, message);
  };

  return { read, send };
};
