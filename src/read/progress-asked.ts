import { normalisePlain } from './normalise.ts';

/**
 * States of progress that may be asked about; `open` is everything but done, `person` asks
 * who has it in hand, `any` what was reported at all.
 */
export const STATES = ['idle', 'going', 'done', 'late', 'open', 'person', 'any'] as const;

export type State = (typeof STATES)[number];

/** Words by which progress is asked about, and words that may stand beside them. */
export type ProgressWords = Readonly<Record<State | 'beside', readonly string[]>>;

/** A question about progress. */
export interface ProgressAsked {
  readonly state: State;
  /** What it is asked of: the text without those words. */
  readonly rest: string;
}

/** Longer texts are not read. */
const LONGEST = 120;
const LATIN = /^[a-z]/u;
const MARKS = /[\p{P}\p{S}\s]+/gu;

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const oneOf = (words: readonly string[]): RegExp =>
  new RegExp(
    words
      .toSorted((a, b) => b.length - a.length)
      .map((word) => (LATIN.test(word) ? `(?<![a-z])${escaped(word)}(?![a-z])` : escaped(word)))
      .join('|'),
    'gu',
  );

/** Reads questions about progress. */
export interface ProgressReader {
  /** Returns the question about progress that a text is; `prints` tells which words of it are the plan's own. */
  readonly asked: (typed: string, prints: (words: string) => boolean) => ProgressAsked | undefined;
  /** Returns whether words say nothing but which tasks: 哪些任务, 目前有. */
  readonly isBeside: (text: string) => boolean;
}

/** 推进中 in 推进中国 is no word of progress where the plan prints 推进中国. */
const isPrinted = (
  text: string,
  { from, to }: { readonly from: number; readonly to: number },
  prints: (words: string) => boolean,
): boolean => {
  const [before, after] = [text[from - 1] ?? '', text[to] ?? ''];
  const word = text.slice(from, to);
  return (
    (/\p{Script=Han}/u.test(before) && prints(before + word)) || (/\p{Script=Han}/u.test(after) && prints(word + after))
  );
};

/** Makes a reader of questions about progress. */
export const createProgressReader = (words: ProgressWords): ProgressReader => {
  const stateOf = new Map(STATES.flatMap((state) => words[state].map((word) => [word, state] as const)));
  const states = oneOf([...stateOf.keys()]);
  const beside = oneOf(words.beside);
  return {
    isBeside: (text) => text.toLowerCase().replace(beside, ' ').replace(MARKS, '') === '',
    asked: (typed, prints) => {
      if (typed.length > LONGEST) return undefined;
      const { text } = normalisePlain(typed);
      const lower = text.toLowerCase();
      const found = [...lower.matchAll(states)].filter(
        (match) => !isPrinted(text, { from: match.index, to: match.index + match[0].length }, prints),
      );
      const named = found.flatMap((match) => stateOf.get(match[0]) ?? []);
      const state = named.find((one) => one !== 'any') ?? named[0];
      if (state === undefined) return undefined;
      const rest = found.reduceRight(
        (left, match) => `${left.slice(0, match.index)} ${left.slice(match.index + match[0].length)}`,
        text,
      );
      return { state, rest: rest.replace(/\s+/gu, ' ').trim() };
    },
  };
};
