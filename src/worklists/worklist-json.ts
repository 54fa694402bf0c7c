import type { Worklist } from './worklist.ts';

/** A list as programs read it: the values of `Worklist`, in the order cover, lists, indicators, differences. */
export const worklistJson = ({ cover, filter, years, lists, indicators, differences }: Worklist) => ({
  cover,
  filter,
  years,
  lists,
  indicators,
  differences,
});
