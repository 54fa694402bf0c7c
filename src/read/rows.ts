import { onLatinBorders } from './borders.ts';
import type { Candidate } from './candidate.ts';
import type { Row } from './lang.ts';

/** The words of asking, found by their first character. */
export interface RowIndex {
  /** Returns every row whose word stands in the text, overlapping ones too. */
  readonly find: (text: string) => readonly Candidate[];
  /** True when a word is made of words of asking and nothing else: 不是, 有哪些. */
  readonly isMadeOf: (word: string) => boolean;
  /** True when the word is a row. */
  readonly isRow: (word: string) => boolean;
}

const MARK = /[\p{P}\p{S}\p{Z}\p{C}]/u;
const MOST_KNOWN = 20_000;

/** xi'an, (at home): within a word, and at the end of a bracket, no clause begins. */
const CLOSING = /[)\]}）】》”]/u;
const inWord = (text: string, at: number): boolean =>
  /['’]/.test(text[at] ?? '') && /[a-z]/.test(text[at - 1] ?? '') && /[a-z]/.test(text[at + 1] ?? '');

/** A mark, or a blank between Chinese words: clauses begin and end there. */
const isBreak = (text: string, at: number): boolean =>
  text[at] === ' '
    ? isBreak(text, at - 1) || /\p{Script=Han}/u.test(text[at - 1] ?? '') || /\p{Script=Han}/u.test(text[at + 1] ?? '')
    : at >= 0 && MARK.test(text[at] ?? '') && !inWord(text, at);

type ByHead = ReadonlyMap<string, readonly Row[]>;

const isPassing = ({ meaning }: Row): boolean => meaning.kind === 'glue' || meaning.kind === 'act';

const stands = (text: string, at: number, word: string): boolean =>
  text.startsWith(word, at) && onLatinBorders(text, at, at + word.length);

const behindBlank = (text: string, at: number): number => (text[at] === ' ' ? at + 1 : at);

/** Returns where a clause may begin: at the start, behind a mark, behind polite and empty words that stand there. */
const headsOf = (text: string, starting: Starting): Uint8Array => {
  const heads = new Uint8Array(text.length + 1);
  heads[0] = 1;
  for (let at = 0; at < text.length; at += 1) {
    if (isBreak(text, at) && !CLOSING.test(text[at] ?? '')) heads[at + 1] = 1;
    if (heads[at] !== 1) continue;
    for (const row of starting(text, at))
      if (stands(text, at, row.word)) heads[behindBlank(text, at + row.word.length)] = 1;
  }
  return heads;
};

/** Returns where a clause may end: at the end, before a mark, before polite and empty words that stand there. */
const endsOf = (text: string, starting: Starting): Uint8Array => {
  const ends = new Uint8Array(text.length + 1);
  ends[text.length] = 1;
  for (let at = text.length - 1; at >= 0; at -= 1) {
    if (isBreak(text, at)) ends[at] = 1;
    for (const row of starting(text, at))
      if (ends[at + row.word.length] === 1 && stands(text, at, row.word)) ends[at] = 1;
  }
  return ends;
};

type Starting = (text: string, at: number) => readonly Row[];

/** Returns the rows whose words may stand at a place of a text: their first two characters are the same. */
const startingOf = (byHead: ByHead): Starting => {
  const byPair = new Map<string, readonly Row[]>();
  for (const [head, rows] of byHead) {
    const single = rows.filter(({ word }) => word === head);
    byPair.set(head, single);
    for (const next of new Set(rows.map(({ word }) => word.charAt(1))))
      byPair.set(
        head + next,
        rows.filter(({ word }) => word === head || word.charAt(1) === next),
      );
  }
  return (text, at) => byPair.get(text.slice(at, at + 2)) ?? byPair.get(text.charAt(at)) ?? [];
};

const indexOf = (rows: readonly Row[]): ByHead => {
  const byHead = new Map<string, Row[]>();
  for (const row of rows) {
    const list = byHead.get(row.word[0] ?? '');
    if (list) list.push(row);
    else byHead.set(row.word[0] ?? '', [row]);
  }
  return byHead;
};

const candidateOf = ({ word, rule, meaning, weak }: Row, from: number): Candidate => {
  const grade = meaning.kind === 'relative' ? 'thing' : 'asking';
  const found: Candidate = { from, to: from + word.length, rule, grade, meaning };
  return weak ? { ...found, weak } : found;
};

const indexes = new WeakMap<readonly Row[], RowIndex>();

/** Returns the index of all rows, one for all plans; where two give the same word, the one bound to a place goes first. */
export const createRowIndex = (rows: readonly Row[]): RowIndex => {
  const index = indexes.get(rows) ?? indexRows(rows);
  indexes.set(rows, index);
  return index;
};

const indexRows = (rows: readonly Row[]): RowIndex => {
  const bound = ({ head, end }: Row): number => Number(head) + Number(end);
  const byHead = indexOf([...rows].sort((a, b) => bound(b) - bound(a)));
  const starting = startingOf(byHead);
  const passing = startingOf(indexOf(rows.filter(isPassing)));
  const words = new Set(rows.map(({ word }) => word));
  const made = new Map<string, boolean>();
  const isMadeOf = (word: string): boolean => {
    if (word === '') return true;
    const known = made.get(word);
    if (known !== undefined) return known;
    const answer = (byHead.get(word[0] ?? '') ?? []).some(
      (row) => word.startsWith(row.word) && isMadeOf(word.slice(row.word.length)),
    );
    if (made.size < MOST_KNOWN) made.set(word, answer);
    return answer;
  };
  const find = (text: string): readonly Candidate[] => {
    const [heads, ends] = [headsOf(text, passing), endsOf(text, passing)];
    const found: Candidate[] = [];
    for (let at = 0; at < text.length; at += 1)
      for (const row of starting(text, at)) {
        const end = at + row.word.length;
        if (!stands(text, at, row.word)) continue;
        if ((row.head && heads[at] !== 1) || (row.end && ends[end] !== 1)) continue;
        found.push(candidateOf(row, at));
      }
    return found;
  };
  return { find, isMadeOf, isRow: (word) => words.has(word) };
};
