import { gramsOf } from '../../search/terms.ts';
import { canonical, sentencesOf } from '../../text.ts';
import type { Ground } from '../ground.ts';
import type { Sentence } from './result.ts';
import { piecesOf } from './scopes.ts';
import { type Thing, titleOf } from './things.ts';

const RUN = /\p{Script=Han}+|[a-z0-9][a-z0-9.+&-]*/gu;
/** What a title says tells one task from another, not one figure of it from the next. */
const TITLE_SHARE = 0.25;

const read = (text: string): ReadonlySet<string> =>
  new Set(
    [...canonical(text).matchAll(RUN)].flatMap(([run]) =>
      /\p{Script=Han}/u.test(run) ? (run.length === 1 ? [run] : gramsOf(run)) : run.length > 1 ? [run] : [],
    ),
  );

/** Pieces of a plan are asked about again and again. */
const known = new Map<string, ReadonlySet<string>>();
const MOST_KNOWN = 5000;

/** Returns the character pairs of a text's Chinese and the words of its Latin, each once. */
export const termsIn = (text: string): ReadonlySet<string> => {
  const before = known.get(text);
  if (before) return before;
  if (known.size >= MOST_KNOWN) known.clear();
  const terms = read(text);
  known.set(text, terms);
  return terms;
};

/** Returns how much of some words a text holds, by their character pairs, 0–1. */
export const heldShare = (words: string, text: string): number => {
  const [asked, held] = [[...termsIn(words)], termsIn(text)];
  return asked.length === 0 ? 0 : asked.filter((term) => held.has(term)).length / asked.length;
};

/** Returns the sentences of a thing, body first, the cells of the annex by year. */
export const sentencesIn = (thing: Thing, { clause }: Ground): readonly Sentence[] => {
  switch (thing.kind) {
    case 'task': {
      const { body, row } = thing.task;
      return [
        ...sentencesOf(body.text).map((text) => ({ text, clause: body.clause })),
        ...row.targets.flatMap(({ year, text }) =>
          sentencesOf(text).map((sentence) => ({ text: sentence, clause: row.clause, year })),
        ),
      ];
    }
    case 'indicator':
      return [{ text: thing.indicator.name, clause: thing.indicator.clause }];
    case 'action':
    case 'clause': {
      const found = thing.kind === 'action' ? clause(thing.action.goal) : thing.clause;
      return found ? sentencesOf(found.text).map((text) => ({ text, clause: found.id })) : [];
    }
  }
};

const pieces = new WeakMap<Ground, Map<string, readonly string[]>>();

/** Returns the pieces between commas of all that a thing says. */
export const piecesIn = (thing: Thing, ground: Ground): readonly string[] => {
  const all = pieces.get(ground) ?? new Map<string, readonly string[]>();
  pieces.set(ground, all);
  const found = all.get(thing.topic) ?? sentencesIn(thing, ground).flatMap(({ text }) => piecesOf(text));
  all.set(thing.topic, found);
  return found;
};

/** How well pieces of a thing bear out some words, 0–1: rare pairs count more, those of the title less. */
export interface Match {
  readonly share: (text: string) => number;
  /** Words of the question that say more than the title does. */
  readonly apart: boolean;
}

/** 张家口大数据集群 of 张家口大数据产业集群: a name with characters left out says no more than the name. */
const isShortened = (words: string, name: string): boolean => {
  let at = 0;
  for (const char of canonical(words).replace(/\s/g, '')) {
    at = name.indexOf(char, at) + 1;
    if (at === 0) return false;
  }
  return true;
};

/** Returns the measure of how well texts of a thing bear out some words. */
export const matchOf = (words: string, thing: Thing, ground: Ground): Match => {
  const held = piecesIn(thing, ground).map(termsIn);
  const title = termsIn(titleOf(thing));
  const weights = new Map(
    [...termsIn(words)].flatMap((term) => {
      const holding = held.filter((terms) => terms.has(term)).length;
      if (holding === 0) return [];
      const rare = Math.log(1 + held.length / holding);
      return [[term, title.has(term) ? rare * TITLE_SHARE : rare] as const];
    }),
  );
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  const share = (text: string): number => {
    if (total === 0) return 0;
    const terms = termsIn(text);
    return [...weights].reduce((sum, [term, weight]) => (terms.has(term) ? sum + weight : sum), 0) / total;
  };
  return {
    share,
    apart: [...termsIn(words)].some((term) => !title.has(term)) && !isShortened(words, canonical(titleOf(thing))),
  };
};

/** Returns whether words are in another language than the plan's: they tell none of its sentences from the next. */
export const isForeign = (words: string): boolean => words.trim() !== '' && !/\p{Script=Han}/u.test(words);
