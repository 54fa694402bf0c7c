import { steady } from './steady.ts';

/** Waits until the next message to a chat may go. */
export type Pace = (chat: string) => Promise<void>;

/** How fast, and by which clock. */
export interface PaceOptions {
  /** Messages to one chat in any second. */
  readonly perSecond: number;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<unknown>;
}

/** Milliseconds; a little over a second, because messages do not travel equally fast. */
const WINDOW = 1_100;

/** Keeps messages to one chat in order, and to so many a second. Remembers only chats with a message in the last second. */
export const createPace = ({ perSecond, now, sleep }: PaceOptions): Pace => {
  const clock = steady(now);
  /** When the last messages of a chat go, oldest first; chats in the order of their last message. */
  const going = new Map<string, readonly number[]>();

  const forgetQuiet = (at: number): void => {
    for (const [chat, times] of going) {
      if ((times.at(-1) ?? 0) + WINDOW > at) return;
      going.delete(chat);
    }
  };

  /** The place is taken at once, so that whoever comes later goes later. */
  const takePlace = (chat: string, at: number): number => {
    const times = going.get(chat) ?? [];
    const last = times.at(-1) ?? at;
    const free = times.length < perSecond ? at : (times[0] ?? at) + WINDOW;
    const place = Math.max(at, last, free);
    going.delete(chat);
    going.set(chat, [...times, place].slice(-perSecond));
    return place;
  };

  return async (chat) => {
    const at = clock();
    forgetQuiet(at);
    const wait = takePlace(chat, at) - at;
    if (wait > 0) await sleep(wait);
  };
};
