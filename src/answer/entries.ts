import { clip, sentencesOf, squeeze } from '../text.ts';
import type { ClauseId } from '../types.ts';
import { bearersOf, isTitle, piecesOf, shareIn } from './bearing-lines.ts';
import { OMISSION, type Source } from './citation.ts';

/** ① … ⑳: more sources than that are named in one line. */
export const MARKS = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';

/** A line of a quote on a phone. */
const LONGEST_QUOTE = 60;
/** Shorter pieces tell nothing. */
const SHORTEST_PIECE = 6;
const SHORTEST_SENTENCE = 12;

/** A clause among the sources of an answer: one entry, however many pieces of it are quoted. */
export interface Entry {
  readonly clause: string;
  readonly label: string;
  /** What is shown of it, piece by piece. */
  readonly pieces: readonly string[];
}

/** Returns the clauses that an answer names as its sources, each once, in order. */
export const entriesOf = (sources: readonly Source[]): readonly Entry[] => {
  const entries = new Map<string, Entry>();
  for (const { clause, label, shown } of sources) {
    if (shown === '') continue;
    const known = entries.get(clause)?.pieces ?? [];
    entries.set(clause, { clause, label, pieces: [...new Set([...known, ...shown.split(OMISSION)])] });
  }
  return [...entries.values()];
};

/** （责任单位：…；支持单位：…）: who is named in brackets is one piece. */
const wholeOf = (piece: string): readonly string[] =>
  /^[（(][^）)]*[）)]$/u.test(piece) ? [piece] : sentencesOf(piece);

/** A piece that says so much of a line bears it out. */
const BEARS = 0.5;
/** A piece that the answer says so much of says nothing new. */
const MOSTLY = 0.8;

/**
 * Returns the piece of a source that is seen before it is opened: the one that bears most of a line out, else one that
 * the answer does not say already; none where the answer prints a sentence of it.
 */
export const quoteOf = ({ pieces }: Entry, said: readonly string[]): string => {
  const known = squeeze(said.filter((line) => !isTitle(line)).join('\n'));
  const sentences = pieces.flatMap(wholeOf).filter(({ length }) => length >= SHORTEST_PIECE);
  const prints = (piece: string): boolean => known.includes(squeeze(piece).replace(/[。；，]$/u, ''));
  if (sentences.some((piece) => prints(piece) && piece.length >= SHORTEST_SENTENCE)) return '';
  const lines = said.filter((line) => !isTitle(line)).map(piecesOf);
  const shareOf = (piece: string): number => {
    const own = piecesOf(piece);
    return Math.max(0, ...lines.map((line) => shareIn(line, own)));
  };
  const shares = sentences.map((piece) => (prints(piece) ? 0 : shareOf(piece)));
  const best = Math.max(0, ...shares);
  const all = piecesOf(said.join('\n'));
  const fresh = sentences.find((piece) => !prints(piece) && shareIn(piecesOf(piece), all) < MOSTLY);
  const shown = best >= BEARS ? sentences[shares.indexOf(best)] : fresh;
  return clip((shown ?? '').replace(/[，；]$/u, ''), LONGEST_QUOTE);
};

/** The lines of an answer with the marks of their sources, and the sources in the order of the marks. */
export interface Marked {
  readonly lines: readonly string[];
  readonly entries: readonly Entry[];
}

/** Returns lines with ①② behind what each source bears out, where one may; the numbers follow the reading. */
export const marked = (
  lines: readonly string[],
  entries: readonly Entry[],
  may: (at: number, clause: ClauseId) => boolean = () => true,
): Marked => {
  const bearers = bearersOf(
    lines,
    entries.map(({ label, pieces }) => `${label}${pieces.join('')}`),
    (at, source) => may(at, entries[source]?.clause ?? ''),
  );
  const order = [...new Set(bearers.flat())];
  const marksOf = (own: readonly number[]): string =>
    own
      .map((source) => order.indexOf(source))
      .sort((a, b) => a - b)
      .map((at) => MARKS[at] ?? '')
      .join('');
  return {
    lines: lines.map((line, at) => {
      const marks = marksOf(bearers[at] ?? []);
      return marks === '' ? line : `${line} ${marks}`;
    }),
    entries: order.flatMap((source) => entries[source] ?? []),
  };
};
