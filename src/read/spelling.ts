import type { Corpus } from '../corpus.ts';
import { once } from '../once.ts';
import type { Cutter } from '../search/cut.ts';
import type { Language, Plan } from '../types.ts';
import { bordersOf } from './borders.ts';
import { createCondense, pairsOf } from './condense.ts';
import { createHomophones } from './homophones.ts';
import { createMisheard } from './misheard.ts';
import { createMistyped } from './mistyped.ts';
import type { Name, Named } from './name-reader.ts';
import { createNormalise } from './normalise.ts';
import { spokenOf } from './plan-names.ts';
import { createRomanised } from './romanised.ts';

/** A text as it is read: simplified, half width, without addresses and markup. */
export interface Spelt {
  readonly text: string;
  readonly language: Language;
  /** Of a very long text only the pieces that ask are left. */
  readonly condensed?: true;
}

/** Rows of what is no part of the question, and what stands in its place. */
const MARKUP: readonly { readonly pattern: RegExp; readonly by: string }[] = [
  { pattern: /^.{0,20}(?:fwd?|re|回复|答复)\s?[:：].{0,200}\n/gimu, by: '' },
  {
    pattern: /^(?:发件人|收件人|抄送|主题|发送时间|时间|日期|from|to|cc|subject|date|sent)\s?[:：].{0,200}\n/gimu,
    by: '',
  },
  { pattern: /^附件\s?[:：]\s?(?:无|见附件)?\s?\n/gmu, by: '' },
  { pattern: /^-{2,}(?:\s?来自.{0,40})?$/gmu, by: '' },
  { pattern: /\[([^[\]]{0,200})\]\((?:https?:\/\/|www\.)[^()\s]{1,500}\)/giu, by: '$1' },
  { pattern: /(?:https?:\/\/|www\.)[^\s\p{Script=Han}，。；！？、”’）】》]{1,1000}/giu, by: ' ' },
  { pattern: /<\/?[a-z][^<>]{0,200}>/giu, by: '' },
  { pattern: /&(?:nbsp|emsp|ensp);/giu, by: ' ' },
  { pattern: /&(?:amp);/giu, by: '&' },
  { pattern: /&(?:lt|gt|quot|#\d{1,6});/giu, by: ' ' },
  { pattern: /^\s{0,8}(?:[-*+]\s\[[ x]\]\s|[-*+]\s|#{1,6}\s|>\s?)/gimu, by: '' },
  { pattern: /(?<!\d)[*_`~]{1,3}(?=\S)|(?<=\S)[*_`~]{1,3}(?!\d)/gu, by: '' },
];

/** @somebody, as chats print it; the name may run on into the question where no blank follows. */
const CALLED = /[@＠][^\s@＠，。,?？]{1,30}(?=[\s，。,?？]|$)/gu;
const SHORTEST_BORNE = 3;

/** Takes out who is called; what the plan prints at the end of the run belongs to the question: @助手一校一所一企. */
const withoutCalled = (typed: string, bears: (piece: string) => boolean): string =>
  typed.replace(CALLED, (run) => {
    const starts = [...Array(Math.max(0, run.length - SHORTEST_BORNE)).keys()].map((at) => at + 1);
    const from = starts.find((at) => bears(run.slice(at)));
    return from === undefined ? ' ' : ` ${run.slice(from)}`;
  });

/** Without any of these there is no markup. */
const MARKED = /[\n<>&[*_`~#+-]|:\/\/|www\./i;

const withoutMarkup = (typed: string): string =>
  MARKED.test(typed) ? MARKUP.reduce((text, { pattern, by }) => text.replace(pattern, by), typed) : typed;

/** Returns the mended text, but for the characters that belong to a word as it stands: 上市多少家 is no 上是多少家. */
const keepWords = (text: string, mended: string): string => {
  if (text === mended || text.length !== mended.length) return mended;
  const { startOf, endOf } = bordersOf(text);
  const kept = (at: number): boolean => (endOf[at] ?? 0) - (startOf[at] ?? 0) > 1;
  return mended
    .split('')
    .map((char, at) => (char !== text[at] && kept(at) ? text[at] : char))
    .join('');
};

/** A longer text is noise around a question. */
const LONGEST_MENDED = 400;

/** So many characters before a word tell whether the plan prints it in a wording of its own. */
const REACH = 2;

/**
 * Returns a text with words that the corpus puts otherwise put so: 存贷比 → 贷款余额与存款余额之比; not where the plan prints
 * them as they stand: 小额存贷款.
 */
const createRewording = (
  says: Readonly<Record<string, string>>,
  bears: (piece: string) => boolean,
): ((text: string) => string) => {
  const longest = Object.entries(says).sort(([a], [b]) => b.length - a.length);
  return (text) =>
    longest.reduce(
      (said, [say, mean]) =>
        said.replaceAll(say, (found: string, at: number) =>
          at >= REACH && bears(said.slice(at - REACH, at + say.length)) ? found : mean,
        ),
      text,
    );
};

/** Everything that the corpus says in English. */
const describedIn = ({ english }: Corpus): readonly string[] => [
  ...Object.values(english.tasks).flatMap(({ title, others, about }) => [title, ...others, about]),
  ...Object.values(english.clauses),
  ...Object.values(english.terms).flat(),
];

const LETTER = /[a-z]/;

export interface SpellingContent {
  readonly plan: Plan;
  readonly corpus: Corpus;
  readonly cutter: Cutter;
  readonly names: readonly Name<Named>[];
  /** Words of asking. */
  readonly asking: readonly string[];
}

/**
 * Builds the speller: text as typed → text as read. Addresses and markup go first, so that they decide no language; then
 * one form of width and script, standard wording, misheard words of asking, pinyin, and of long texts what asks.
 */
export const createSpelling = ({
  plan,
  corpus,
  cutter,
  names,
  asking,
}: SpellingContent): ((typed: string) => Spelt) => {
  const normalise = createNormalise(corpus.variants);
  const mishear = createMisheard(corpus.asking, (piece) => corpus.source.includes(piece));
  const sounding = createHomophones(corpus.source, new Set(asking));
  const misheard = (text: string): string => {
    const asked = keepWords(text, mishear(text));
    return asked.length > LONGEST_MENDED ? asked : keepWords(asked, sounding(asked));
  };
  const condense = createCondense(once(() => new Set(names.flatMap(({ name }) => pairsOf(name)))));
  const romanised = once(() => createRomanised(spokenOf(plan, corpus, cutter.cut)));
  const reword = createRewording(corpus.words.says, (piece) => corpus.source.includes(piece));
  const mistyped = once(() => createMistyped([...names.map(({ name }) => name), ...asking, ...describedIn(corpus)]));
  return (typed) => {
    const { text, language } = normalise(withoutCalled(withoutMarkup(typed), (piece) => corpus.source.includes(piece)));
    const heard = language === 'en' ? text : misheard(text);
    const condensed = condense(heard);
    const typedIn = { text: condensed, language };
    const spelt = LETTER.test(condensed) ? romanised()(typedIn) : typedIn;
    const read = { ...spelt, text: reword(language === 'en' ? mistyped()(spelt.text) : spelt.text) };
    return condensed === heard ? read : { ...read, condensed: true };
  };
};
