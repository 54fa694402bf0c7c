import type { Places } from '../values.ts';

/** Sorted things that stand in some places, ties together; those before them, and those behind. */
export interface InPlaces<T> {
  readonly ahead: readonly T[];
  readonly first: readonly [T, ...T[]];
  readonly next: readonly T[];
}

/** Returns the things in some places of a sorted list, with all that tie with them; undefined where the list ends. */
export const inPlaces = <T>(
  sorted: readonly T[],
  [top, last]: Places,
  amountOf: (one: T) => number,
): InPlaces<T> | undefined => {
  const values = new Set(sorted.slice(top - 1, last).map(amountOf));
  const [first, ...ties] = sorted.filter((one) => values.has(amountOf(one)));
  if (!first) return undefined;
  const from = sorted.indexOf(first);
  return { ahead: sorted.slice(0, from), first: [first, ...ties], next: sorted.slice(from + 1 + ties.length) };
};
