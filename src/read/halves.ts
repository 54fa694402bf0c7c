const JOIN = /和|与|跟|同|以及|、|\band\b/gu;
const SHORTEST = 3;

/** Returns the places where words may be two topics: each half before and after a joining word. */
export const halvesOf = (text: string): readonly (readonly [string, string])[] =>
  [...text.matchAll(JOIN)]
    .map((cut) => [text.slice(0, cut.index).trim(), text.slice(cut.index + cut[0].length).trim()] as const)
    .filter(([one, other]) => one.length >= SHORTEST && other.length >= SHORTEST);
