import { ADDING } from '../../library/figure-words.ts';
import { canonical } from '../../text.ts';
import type { Indicator } from '../../types.ts';
import type { Figure, Query } from '../../values.ts';
import type { Ground } from '../ground.ts';
import { unsaidOf } from './attributes.ts';
import { termsIn } from './match.ts';
import { type Thing, thingOf } from './things.ts';

/** Two nouns that share a pair of characters. */
const akin = (a: string, b: string): boolean => {
  const terms = termsIn(b);
  return [...termsIn(a)].some((term) => terms.has(term));
};

/** 几家 → 家; the class of a claim's amount or of an ask. */
const measureIn = ({ asks, claims }: Query): string | undefined => {
  const claimed = claims.flatMap((claim) => (claim.claim === 'quantity' ? [claim.quantity.measure] : []));
  const asked = asks.flatMap((ask) => ('measure' in ask && ask.measure !== undefined ? [ask.measure] : []));
  return claimed[0] ?? asked[0];
};

const ADDS = new RegExp(ADDING, 'u');

const shareIn = (noun: string, name: string): number => {
  const [own, known] = [[...termsIn(noun)], termsIn(name)];
  return own.length === 0 ? 0 : own.filter((term) => known.has(term)).length / own.length;
};

/** So much of a noun must be in an indicator's name. */
const SAME = 0.5;

/** 引进多少家金融机构: what is added to a running total is printed with a task. */
const addedTo = ({ name, measure, number }: Indicator, { library }: Ground): Figure | undefined => {
  const total = library.figures({ type: 'indicator', id: String(number) }).some(({ running }) => running);
  const shares = library.allFigures
    .filter((figure) => total && figure.added && figure.measure === measure)
    .map((figure) => ({ figure, share: shareIn(figure.of, name) }))
    .toSorted((a, b) => b.share - a.share);
  return shares[0] && shares[0].share >= SAME ? shares[0].figure : undefined;
};

/**
 * Returns the thing whose figures count what an indicator does not: 千亿市值上市公司 is no 上市公司年末累计数. The
 * indicator itself, when it bears out all that was said or nothing else does.
 */
export const countedElsewhere = (thing: Thing, query: Query, ground: Ground): Thing => {
  if (thing.kind !== 'indicator') return thing;
  const added = ADDS.test(query.words) ? addedTo(thing.indicator, ground) : undefined;
  if (added) return thingOf(added.ref, ground) ?? thing;
  const asked = unsaidOf(query, thing, ground);
  if (asked === undefined) return thing;
  const measure = measureIn(query);
  const counts = ({ ref, of, measure: own }: Figure): boolean =>
    ref.type !== 'indicator' &&
    (canonical(of).endsWith(canonical(asked)) || (own === measure && canonical(of).includes(canonical(asked)))) &&
    akin(of, thing.indicator.name);
  const found = ground.library.allFigures.find(counts);
  return (found && thingOf(found.ref, ground)) ?? thing;
};

const LATIN = /[a-z][a-z0-9]+/giu;
const NAMED = /(\p{Script=Han}{2,})[（(]([A-Za-z][A-Za-z0-9]+)[)）]/gu;

/** The name before an abbreviation: as much of it as the plan prints more than once. */
const nameBefore = (text: string, plan: string): string => {
  const tails = [...text].map((_, at) => text.slice(at)).filter((tail) => tail.length > 2);
  return tails.find((tail) => plan.split(tail).length > 2) ?? '';
};

const names = new WeakMap<Ground, ReadonlyMap<string, string>>();

const namesOf = (ground: Ground): ReadonlyMap<string, string> => {
  const known = names.get(ground);
  if (known) return known;
  const plan = ground.library.plan.clauses.map(({ text }) => text).join('\n');
  const found = new Map(
    [...plan.matchAll(NAMED)].map(([, name = '', short = '']) => [short.toLowerCase(), nameBefore(name, plan)]),
  );
  names.set(ground, found);
  return found;
};

/** Returns words with the names that the plan gives in place of their abbreviations: GFCI is 全球金融中心指数. */
export const withNames = (words: string, ground: Ground): string =>
  words.replace(LATIN, (short) => {
    const name = namesOf(ground).get(short.toLowerCase()) ?? '';
    return name === '' ? short : name;
  });
