import nodejieba from 'nodejieba';

const LATIN = /[a-z0-9]/;
/** The end of a Latin word, or a sign in it: xi'an is no an, state-owned no state. */
const LATIN_BEFORE = /[a-z0-9]['’-]?$/;
const LATIN_AFTER = /^-?[a-z0-9]/;

const HAN = /\p{Script=Han}/u;

/** A地块, 4+n企业: a letter beside a Chinese character is a part of its word. */
const isLetterOfName = (text: string, from: number, to: number): boolean =>
  to - from === 1 && LATIN.test(text[from] ?? '') && (HAN.test(text[from - 1] ?? '') || HAN.test(text[to] ?? ''));

/** True where no Latin word is cut apart at either end of [from, to). */
export const onLatinBorders = (text: string, from: number, to: number): boolean =>
  !isLetterOfName(text, from, to) &&
  !(LATIN.test(text[from] ?? '') && LATIN_BEFORE.test(text.slice(Math.max(0, from - 2), from))) &&
  !(LATIN.test(text[to - 1] ?? '') && LATIN_AFTER.test(text.slice(to, to + 2)));

/** How jieba cuts a text. */
export interface Borders {
  /** For each place, where the word of jieba's best cut that covers it begins and ends. */
  readonly startOf: Int32Array;
  readonly endOf: Int32Array;
  /** Every dictionary word of two characters and more, overlapping ones too, as [from, to). */
  readonly words: readonly (readonly [from: number, to: number])[];
}

const allWords = (text: string): readonly (readonly [number, number])[] => {
  const found: (readonly [number, number])[] = [];
  let start = 0;
  for (const word of nodejieba.cutAll(text)) {
    if (word.length < 2) continue;
    const at = text.indexOf(word, start);
    if (at < 0) continue;
    found.push([at, at + word.length]);
    start = at;
  }
  return found;
};

/** Returns where jieba's words begin and end; the dictionary was loaded by `createCutter`. */
export const bordersOf = (text: string): Borders => {
  const [startOf, endOf] = [new Int32Array(text.length), new Int32Array(text.length)];
  let at = 0;
  for (const word of nodejieba.cut(text)) {
    startOf.fill(at, at, at + word.length);
    endOf.fill(at + word.length, at, at + word.length);
    at += word.length;
  }
  for (; at < text.length; at += 1) {
    startOf[at] = at;
    endOf[at] = at + 1;
  }
  return { startOf, endOf, words: allWords(text) };
};

/** Finds every place where one of some words stands, as [from, to). */
export type Finder = (text: string) => readonly (readonly [from: number, to: number])[];

const finders = new WeakMap<ReadonlySet<string>, Finder>();

/** Returns the finder of some words; the same words have one finder, however many plans are read with them. */
export const createFinder = (words: ReadonlySet<string>): Finder => {
  const finder = finders.get(words) ?? finderOf(words);
  finders.set(words, finder);
  return finder;
};

const finderOf = (words: ReadonlySet<string>): Finder => {
  const sizes = new Map<string, Set<number>>();
  for (const word of words) sizes.set(word.charAt(0), (sizes.get(word.charAt(0)) ?? new Set()).add(word.length));
  const order = [...new Set([...words].map(({ length }) => length))];
  const byHead = new Map([...sizes].map(([head, own]) => [head, order.filter((size) => own.has(size))]));
  return (text) => {
    const found: (readonly [number, number])[] = [];
    for (let at = 0; at < text.length; at += 1)
      for (const size of byHead.get(text.charAt(at)) ?? [])
        if (at + size <= text.length && words.has(text.slice(at, at + size))) found.push([at, at + size]);
    return found;
  };
};
