/** So many bits tell the runs of characters of a long plan apart well enough. */
const BITS = 1 << 18;

/** Where a run of characters has its bit. */
const bitOf = (text: string, at: number, run: number): number => {
  let hash = 0;
  for (let next = at; next < at + run; next += 1) hash = (Math.imul(hash, 31) + text.charCodeAt(next)) | 0;
  return (hash ^ (hash >>> 15)) & (BITS - 1);
};

/** Tells of most pieces that a text does not hold them, by their runs of so many characters. */
export const createLacks = (text: string, run: number): ((piece: string) => boolean) => {
  const bits = new Uint8Array(BITS >> 3);
  for (let at = 0; at + run <= text.length; at += 1) {
    const bit = bitOf(text, at, run);
    bits[bit >> 3] = (bits[bit >> 3] ?? 0) | (1 << (bit & 7));
  }
  return (piece) => {
    for (let at = 0; at + run <= piece.length; at += 1) {
      const bit = bitOf(piece, at, run);
      if (((bits[bit >> 3] ?? 0) & (1 << (bit & 7))) === 0) return true;
    }
    return false;
  };
};

/**
 * Returns which of some texts hold a piece, in order. They lie one behind the other, so that looking in all of them is
 * one search; a piece has no line break. Most of what is asked for stands nowhere: its runs of so many characters tell.
 */
export const createHolding = (texts: readonly string[], run = 2): ((piece: string) => readonly number[]) => {
  const whole = texts.join('\n');
  const lacks = createLacks(whole, run);
  const ends: number[] = [];
  for (const { length } of texts) ends.push((ends.at(-1) ?? -1) + length + 1);
  return (piece) => {
    if (lacks(piece)) return [];
    const found: number[] = [];
    for (let at = whole.indexOf(piece), text = 0; at >= 0; at = whole.indexOf(piece, ends[text])) {
      while ((ends[text] ?? 0) < at) text += 1;
      found.push(text);
    }
    return found;
  };
};
