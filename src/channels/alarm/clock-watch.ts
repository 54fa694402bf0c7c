import { steady } from '../steady.ts';

/** Finds out from the platforms' deliveries that our clock is wrong. */
export interface ClockWatch {
  /** How a delivery was acknowledged: `stale` where it was signed at another time than ours. */
  readonly delivered: (channel: string, outcome: string) => void;
  /** What an administrator has to see to, by `clock`. */
  readonly troubles: () => Readonly<Record<string, string>>;
}

/** So many in a row are no single delivery that came late, or was sent again by a stranger. */
const IN_A_ROW = 3;
/** Milliseconds after the last of them: longer, and nobody knows any more. */
const KNOWN_FOR = 30 * 60_000;

interface Row {
  readonly count: number;
  readonly last: number;
}

/** @param now milliseconds */
export const createClockWatch = (now: () => number, titleOf: (channel: string) => string): ClockWatch => {
  const clock = steady(now);
  const rows = new Map<string, Row>();
  return {
    delivered: (channel, outcome) => {
      if (outcome === 'stale') rows.set(channel, { count: (rows.get(channel)?.count ?? 0) + 1, last: clock() });
      else if (outcome !== 'refused') rows.delete(channel);
    },
    troubles: () => {
      const wrong = [...rows].filter(([, { count, last }]) => count >= IN_A_ROW && clock() - last < KNOWN_FOR);
      if (wrong.length === 0) return {};
      const titles = wrong.map(([channel]) => titleOf(channel)).join('、');
      return { clock: `${titles}推送来的消息因时间不符全被拒收：请校准服务器的时钟（timedatectl set-ntp true）` };
    },
  };
};
