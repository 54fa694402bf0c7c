/**
 * Which messages have been taken on, so that a platform that delivers one several times gets one reply.
 *
 * claim → work → commit, or release when the work failed: then the platform's next delivery is taken on again.
 */
export interface Seen {
  /** True when the id is new and now held by the caller; false when it is being worked on or done. */
  readonly claim: (id: string) => boolean;
  /** The work is done: the id is remembered. */
  readonly commit: (id: string) => void;
  /** The work failed: the id is forgotten, unless it is done. */
  readonly release: (id: string) => void;
}

/** How many ids are remembered, and for how long. */
export interface SeenLimits {
  /** Milliseconds. Feishu delivers again for up to 7.2 hours. */
  readonly lifetime: number;
  readonly ids: number;
}

const LIMITS: SeenLimits = { lifetime: 24 * 3_600_000, ids: 100_000 };

interface Entry {
  readonly done: boolean;
  readonly at: number;
}

/** Ids in memory, the oldest first to go. `now` gives milliseconds since the epoch. */
export const memorySeen = (now: () => number, limits: Partial<SeenLimits> = {}): Seen => {
  const { lifetime, ids } = { ...LIMITS, ...limits };
  /** In the order in which they were claimed or done. */
  const entries = new Map<string, Entry>();

  const expired = ({ at }: Entry): boolean => now() - at >= lifetime;

  const put = (id: string, done: boolean): void => {
    entries.delete(id);
    entries.set(id, { done, at: now() });
    for (const [oldest, entry] of entries) {
      if (entries.size <= ids && !expired(entry)) return;
      entries.delete(oldest);
    }
  };

  const claim = (id: string): boolean => {
    const entry = entries.get(id);
    if (entry && !expired(entry)) return false;
    put(id, false);
    return true;
  };

  const release = (id: string): void => {
    if (entries.get(id)?.done === false) entries.delete(id);
  };

  return { claim, commit: (id) => put(id, true), release };
};
