/**
 * Returns which of some texts hold a piece, in order. They lie one behind the other, so that looking in all of them is
 * one search; a piece has no line break.
 */
export const createHolding = (texts: readonly string[]): ((piece: string) => readonly number[]) => {
  const whole = texts.join('\n');
  const ends: number[] = [];
  for (const { length } of texts) ends.push((ends.at(-1) ?? -1) + length + 1);
  return (piece) => {
    const found: number[] = [];
    for (let at = whole.indexOf(piece), text = 0; at >= 0; at = whole.indexOf(piece, ends[text])) {
      while ((ends[text] ?? 0) < at) text += 1;
      found.push(text);
    }
    return found;
  };
};
