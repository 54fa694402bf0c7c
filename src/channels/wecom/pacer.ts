import { steady } from '../steady.ts';

/** Limits how often something is sent to one place. */
export interface Pacer {
  /** Takes a turn: 0, or the milliseconds until there is one, and then nothing is taken. */
  readonly take: (place: string) => number;
}

/** At most so many in so many milliseconds. */
interface Pace {
  readonly most: number;
  readonly within: number;
}

/** For a conversation of the AI bot and for a member of a self-built app alike. Pages 主动回复消息, 访问频率限制. */
const PACES: readonly Pace[] = [
  { most: 30, within: 60_000 },
  { most: 1000, within: 3_600_000 },
];
const LONGEST = Math.max(...PACES.map(({ within }) => within));

/** Places remembered before those that are quiet are forgotten. */
const MOST_PLACES = 1000;

/** Times are in order: the turn opens when the oldest of the last `most` falls out of the window. */
const waitFor = (times: readonly number[], now: number, { most, within }: Pace): number => {
  const oldest = times.at(-most);
  return oldest === undefined ? 0 : Math.max(0, oldest + within - now);
};

/** A pacer that remembers in memory; the platform silently drops what is over its limits. */
export const createPacer = (now: () => number): Pacer => {
  const clock = steady(now);
  const timesOf = new Map<string, readonly number[]>();

  const forgetQuiet = (time: number): void => {
    for (const [place, times] of timesOf) if ((times.at(-1) ?? 0) + LONGEST <= time) timesOf.delete(place);
  };

  const take: Pacer['take'] = (place) => {
    const time = clock();
    const times = (timesOf.get(place) ?? []).filter((taken) => taken + LONGEST > time);
    const wait = Math.max(...PACES.map((pace) => waitFor(times, time, pace)));
    if (wait > 0) return wait;
    if (timesOf.size >= MOST_PLACES) forgetQuiet(time);
    timesOf.set(place, [...times, time]);
    return 0;
  };

  return { take };
};
