import type { Log } from '../log.ts';
import { steady } from '../steady.ts';

/** Something that an administrator has to see to has begun, or is over. */
export interface Alarm {
  readonly status: 'begun' | 'over';
  /** As it stands in /healthz: `disk`, `feishu`. */
  readonly name: string;
  readonly reason: string;
  /** Milliseconds since the epoch. */
  readonly since: number;
  /** How long it lasted so far, in milliseconds. */
  readonly lasted: number;
}

export interface AlarmParts {
  /** What is the matter now, by its name. */
  readonly troubles: () => Readonly<Record<string, string>>;
  /** Tells somebody; false where that did not work. */
  readonly tell: (alarm: Alarm) => Promise<boolean>;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly log: Log;
}

/** Milliseconds for which a trouble must last, and for which it must be gone: connections come back by themselves. */
const PATIENCE = 60_000;

interface Trouble {
  reason: string;
  readonly since: number;
  readonly seen: number;
  told: boolean;
  /** Since when it is gone. */
  gone?: number | undefined;
}

/**
 * Returns what is to be called every half minute: each trouble that lasts is told once, and its end once. What could not
 * be told is tried again the next time.
 */
export const createAlarms = ({ troubles, tell, now, log }: AlarmParts): (() => Promise<void>) => {
  const clock = steady(now);
  const known = new Map<string, Trouble>();
  let looking = false;

  const note = (current: Readonly<Record<string, string>>): void => {
    for (const [name, reason] of Object.entries(current)) {
      const trouble = known.get(name) ?? { reason, since: now(), seen: clock(), told: false };
      known.set(name, Object.assign(trouble, { reason, gone: undefined }));
    }
    for (const [name, trouble] of known) {
      if (name in current) continue;
      if (trouble.told) trouble.gone ??= clock();
      else known.delete(name);
    }
  };

  const say = async (status: Alarm['status'], name: string, { reason, since, seen }: Trouble): Promise<boolean> => {
    const told = await tell({ status, name, reason, since, lasted: clock() - seen });
    if (told) log.warn({ alarm: true, trouble: name, reason, status }, 'an administrator was told');
    else log.error({ alarm: true, trouble: name, reason, status }, 'no administrator could be told');
    return told;
  };

  const lookOnce = async (): Promise<void> => {
    note(troubles());
    for (const [name, trouble] of [...known]) {
      const { gone, told, seen } = trouble;
      if (!told && clock() - seen >= PATIENCE) trouble.told = await say('begun', name, trouble);
      if (gone !== undefined && clock() - gone >= PATIENCE && (await say('over', name, trouble))) known.delete(name);
    }
  };

  return async () => {
    if (looking) return; // a platform that hangs takes its time
    looking = true;
    try {
      await lookOnce();
    } finally {
      looking = false;
    }
  };
};
