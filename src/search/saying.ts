import { canonical } from '../text.ts';
import type { Passage, SaidPiece, Saying } from '../types.ts';
import type { Cut } from './cut.ts';
import type { Everyday } from './everyday.ts';
import { gramsOf, isStopWord } from './terms.ts';

/** So much of what was said must stand in the one sentence, and so much less in any other. */
const HELD = 0.6;
const AHEAD = 1.25;
/** A date or an amount in the plan's own figures tells more than a word. */
const EXACT_WEIGHT = 2;
/** A word of one character may be part of another. */
const SINGLE_WEIGHT = 0.6;
/** Two words of it, or a run of so many characters as it is printed. */
const FEWEST = 2;
const LONGEST_RUN = 4;

/** One thing that was said, in the ways in which a sentence may hold it. */
interface Wanted {
  readonly holds: (sentence: string) => boolean;
  readonly asked: boolean;
  readonly weight: number;
  /** A figure, which must be there; else a word. */
  readonly exact?: true;
}

/** A sentence of a plan, and the passage that it is. */
export interface Sentence {
  readonly passage: Passage;
  readonly text: string;
}

const DIGIT = /\d$/u;

/** 1月15日 is not in 11月15日. */
const includesFigure = (sentence: string, form: string): boolean => {
  for (let at = sentence.indexOf(form); at >= 0; at = sentence.indexOf(form, at + 1))
    if (!DIGIT.test(sentence.slice(0, at))) return true;
  return false;
};

const holdsWord = (word: string, sentence: string): boolean =>
  sentence.includes(word) || (word.length > 2 && gramsOf(word).every((gram) => sentence.includes(gram)));

/** Returns the sentences of a plan, each once: one that stands under several things belongs to the nearest. */
export const sentencesOf = (passages: readonly Passage[]): readonly Sentence[] => {
  const found = new Map<string, Sentence>();
  for (const passage of passages) {
    const text = canonical(passage.text);
    if ((passage.field === 'body' || passage.field === 'row') && !found.has(text)) found.set(text, { passage, text });
  }
  return [...found.values()];
};

/** Returns what finds the one sentence of a plan that says what was said, whatever was asked of it. */
export const createSaying = (
  sentences: readonly Sentence[],
  { contents, everyday }: { readonly contents: Cut; readonly everyday: Everyday },
): Saying => {
  const wordsOf = (text: string): readonly (readonly string[])[] => {
    const said = canonical(text);
    const spoken = everyday.spoken(said);
    const rest = spoken.reduce((left, say) => left.replaceAll(say, ' '), said);
    return [
      ...spoken.map((say) => [say, ...everyday.means(say)]),
      ...contents(rest)
        .filter((word) => word.length > 1 && !isStopWord(word))
        .map((word) => [word]),
    ];
  };
  const wantedOf = ({ text, asked, exact, common }: SaidPiece): readonly Wanted[] => {
    if (exact) {
      const holds = (sentence: string) => exact.some((form) => includesFigure(sentence, form));
      return [{ holds, asked, weight: common ? 1 : EXACT_WEIGHT, exact: true }];
    }
    const said = canonical(text);
    const whole =
      said.length >= LONGEST_RUN
        ? [{ holds: (sentence: string) => sentence.includes(said), asked: true, weight: 1 }]
        : [];
    const words = wordsOf(text).map((forms) => ({
      holds: (sentence: string) => forms.some((form) => holdsWord(form, sentence)),
      asked,
      weight: 1,
    }));
    const single = contents(said)
      .filter((word) => word.length === 1)
      .map((word) => ({ holds: (sentence: string) => sentence.includes(word), asked: true, weight: SINGLE_WEIGHT }));
    return [...whole, ...words, ...single];
  };
  const rarity = ({ holds, weight }: Wanted): number => {
    const holding = sentences.filter(({ text }) => holds(text)).length;
    return weight * Math.log(1 + sentences.length / Math.max(1, holding));
  };
  const isRun = (runs: readonly string[], text: string): boolean =>
    runs.some((run) => run.length >= LONGEST_RUN && text.includes(run));

  return (pieces) => {
    const wanted = pieces.flatMap(wantedOf).map((one) => ({ ...one, rare: rarity(one) }));
    const runs = pieces.flatMap(({ text, exact }) => (exact ? [] : [canonical(text)]));
    const scored = sentences
      .map(({ passage, text }) => {
        const held = wanted.filter(({ holds }) => holds(text));
        const missed = wanted.filter((one) => !one.asked && !held.includes(one));
        const sum = (of: typeof held) => of.reduce((all, { rare }) => all + rare, 0);
        const told = held.some(({ weight }) => weight > 1) || isRun(runs, text);
        const known =
          told || (held.filter(({ weight: one }) => one >= 1).length >= FEWEST && held.some(({ exact }) => !exact));
        const enough = known && missed.every(({ exact }) => !exact);
        return { passage, score: sum(held), share: enough ? sum(held) / (sum(held) + sum(missed)) : 0 };
      })
      .toSorted((a, b) => b.score - a.score);
    const [first, second] = scored;
    if (!first || first.score === 0 || !(first.share >= HELD)) return undefined;
    return first.score >= AHEAD * (second?.score ?? 0) ? first.passage : undefined;
  };
};
