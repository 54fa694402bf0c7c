import type { Ask, Ref } from '../values.ts';
import { type AboutWords, offersOf } from './about-words.ts';
import { named } from './askable.ts';
import { resolved } from './by-name.ts';
import { refuse } from './refusals.ts';
import { answer, type SettleContent, type Settled } from './settled.ts';

/** 甲和乙: two topics, each clear by itself. */
const pairOf = (words: string, ask: Ask, { halves, resolve, prints }: SettleContent): readonly Ref[] => {
  if (prints(words)) return [];
  for (const pair of halves(words)) {
    const refs = pair.flatMap((half) => {
      const found = resolve(half, ask);
      return found.status === 'sure' ? found.refs.slice(0, 1) : [];
    });
    if (refs.length === pair.length && new Set(refs.map(({ type, id }) => type + id)).size === pair.length) return refs;
  }
  return [];
};

const MOST_OF_HALF = 2;

const unique = (refs: readonly Ref[]): readonly Ref[] =>
  refs.filter((one, at) => refs.findIndex(({ type, id }) => type === one.type && id === one.id) === at);

/** 甲和乙差多少: two things are set against each other, and one of them alone answers nothing. */
const isBetweenTwo = (ask: Ask): boolean => ask.ask === 'reckon' && (ask.reckon === 'change' || ask.reckon === 'ratio');

/** Words that name two things: both, or a question back about those that are not clear; undefined where they do not. */
export const settleSides = (about: Omit<AboutWords, 'how'>): Settled | undefined => {
  const { query, words, ask, content } = about;
  const pair = pairOf(words, ask, content);
  if (pair.length > 0) return answer(named({ ...query, of: resolved(query.of, pair) }, content));
  const halves = isBetweenTwo(ask) && !content.prints(words) ? (content.halves(words)[0] ?? []) : [];
  const sides = halves.map((half) => content.resolve(half, ask));
  const unsure = unique(sides.flatMap(({ refs }) => refs.slice(0, MOST_OF_HALF)));
  const gone = halves.find((_, at) => sides[at]?.status === 'absent');
  if (ask.ask === 'reckon' && ask.reckon === 'ratio' && gone !== undefined)
    return { decision: refuse('absent', gone, unsure.slice(0, 1)), assumed: [] };
  if (unsure.length > 1)
    return {
      decision: { decision: 'ask-back', why: 'topic', about: words, offers: offersOf(unsure, ask) },
      assumed: [],
    };
  return undefined;
};
