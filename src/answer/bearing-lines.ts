import { foldWidth, isHan, squeeze } from '../text.ts';

/** Figures side by side in a row of a table stay apart. */
const BETWEEN_FIGURES = /(?<=\d)\s+(?=\d)/g;
const FIGURE = /\d+(?:\.\d+)?/g;

/** What a text says, in the smallest pieces that tell texts apart: figures, and each two Chinese characters. */
export const piecesOf = (text: string): ReadonlySet<string> => {
  const plain = squeeze(foldWidth(text).replace(BETWEEN_FIGURES, '|'));
  const letters = [...plain];
  const pairs = letters.slice(1).flatMap((letter, at) => {
    const before = letters[at] ?? '';
    return isHan(before) && isHan(letter) ? [before + letter] : [];
  });
  return new Set([...pairs, ...(plain.match(FIGURE) ?? [])]);
};

/** How much of a line another text says too, from 0 to 1. */
export const shareIn = (line: ReadonlySet<string>, text: ReadonlySet<string>): number =>
  line.size === 0 ? 0 : [...line].filter((piece) => text.has(piece)).length / line.size;

/** A source bears a line out that it says so much of, and so much of as the best one does. */
const LEAST = 0.4;
const NEAR_BEST = 0.6;

/** A title or a heading says nothing by itself. */
const TITLE_LINE = /^(?:\d+\. |第\d+项“[^”]*”$)|[：:]$/u;

/** Returns whether a line only names what the others speak of. */
export const isTitle = (line: string): boolean => TITLE_LINE.test(line);

/**
 * Returns which sources bear each line out, by their places; every source stands at one line at least: at the one of
 * which it says most, and at the first where it says nothing of any. The first line, the conclusion, is borne out by
 * those that say most of it, however little that is.
 */
export const bearersOf = (
  lines: readonly string[],
  sources: readonly string[],
  /** Whether a source may bear a line out, by their places. */
  may: (line: number, source: number) => boolean = () => true,
): readonly (readonly number[])[] => {
  const texts = sources.map(piecesOf);
  const shares = lines.map((line, at) => {
    const pieces = piecesOf(line);
    return texts.map((text, source) => (may(at, source) ? shareIn(pieces, text) : 0));
  });
  const borne = lines.map((line, at) => {
    const own = shares[at] ?? [];
    const best = Math.max(0, ...own);
    const least = Math.max(at === 0 ? 0 : LEAST, best * NEAR_BEST);
    return isTitle(line) || best === 0 ? [] : own.flatMap((share, source) => (share >= least ? [source] : []));
  });
  const used = new Set(borne.flat());
  const unused = sources.map((_, source) => source).filter((source) => !used.has(source));
  const placeOf = (source: number): number => {
    const own = shares.map((share, at) => (isTitle(lines[at] ?? '') && at > 0 ? 0 : (share[source] ?? 0)));
    const most = Math.max(0, ...own);
    return most > 0 ? own.indexOf(most) : lines.findIndex((_, at) => may(at, source));
  };
  const added = unused.map((source) => ({ source, at: Math.max(0, placeOf(source)) }));
  return borne.map((own, at) => [...own, ...added.filter((one) => one.at === at).map(({ source }) => source)]);
};
