import { clip } from '../../text.ts';

const PIECE = /[^，,；;。]+[，,；;。]?/g;
const FIGURE = /\d/;
const OMITTED = '……';
/** A piece with a figure is kept though it goes over, unless it is this long. */
const LONGEST_FIGURE = 40;

/** Pieces with figures first, then those from the beginning, while they fit. */
const chosen = (pieces: readonly string[], most: number): ReadonlySet<number> => {
  const order = pieces.map((piece, at) => ({ at, figure: FIGURE.test(piece), length: piece.length }));
  const sorted = [...order.filter(({ figure }) => figure), ...order.filter(({ figure }) => !figure)];
  const taken = new Set<number>();
  let left = most;
  for (const { at, figure, length } of sorted) {
    const kept = figure && length <= LONGEST_FIGURE && left > -LONGEST_FIGURE;
    if (length + OMITTED.length > left && !kept) continue;
    taken.add(at);
    left -= length + OMITTED.length;
  }
  return taken;
};

/** Returns a text of about a length: whole pieces of it, those with figures before others, …… where some are left out. */
export const excerpt = (text: string, most: number): string => {
  if (text.length <= most) return text;
  const pieces = text.match(PIECE) ?? [text];
  const taken = chosen(pieces, most);
  if (taken.size === 0) return clip(text, most);
  const kept = pieces.flatMap((piece, at) => {
    if (taken.has(at)) return [piece];
    return at === 0 || taken.has(at - 1) ? [OMITTED] : [];
  });
  return kept.join('').replace(/[，,；;]……/g, OMITTED);
};
