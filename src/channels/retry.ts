/** What came before a failed try. */
export interface Tried {
  /** Tries made, from 1. */
  readonly made: number;
  /** 0–1, spreads the waits of several callers. */
  readonly random: number;
}

/** Milliseconds. */
export interface Waits {
  /** After the first try; doubled with every further one. */
  readonly first: number;
  readonly longest: number;
}

/** Milliseconds to wait before the next try: doubled each time, and longer by up to a quarter. */
export const backOff = ({ made, random }: Tried, { first, longest }: Waits): number =>
  Math.round(Math.min(first * 2 ** (made - 1), longest) * (1 + random / 4));
