/**
 * Returns a clock that never goes back: where the given one does, it goes on from where it was. Milliseconds since no
 * time in particular; for waiting and counting, which a clock set back by eight hours would hold up as long.
 */
export const steady = (now: () => number): (() => number) => {
  let shift = 0;
  let last = Number.NEGATIVE_INFINITY;
  return () => {
    const at = now() + shift;
    if (at < last) shift += last - at;
    last = Math.max(at, last);
    return last;
  };
};
