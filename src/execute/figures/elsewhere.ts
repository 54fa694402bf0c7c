import { ADDING } from '../../library/figure-words.ts';
import { canonical, squeeze } from '../../text.ts';
import type { Indicator } from '../../types.ts';
import type { Claim, Figure, Query } from '../../values.ts';
import type { Ground } from '../ground.ts';
import { unsaidOf } from './attributes.ts';
import { termsIn } from './match.ts';
import { type Thing, thingOf } from './things.ts';

/** Two nouns that share a pair of characters. */
const akin = (a: string, b: string): boolean => {
  const terms = termsIn(b);
  return [...termsIn(a)].some((term) => terms.has(term));
};

/** The measures that were said, asked for or claimed: 几家, 5家 → 家. */
const measuresIn = ({ asks, claims }: Query): readonly string[] => [
  ...claims.flatMap((claim) => (claim.claim === 'quantity' ? [claim.quantity.measure] : [])),
  ...asks.flatMap((ask) => ('measure' in ask && ask.measure !== undefined ? [ask.measure] : [])),
];

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
 * Returns the figure that counts what was asked for where an indicator does not: 千亿市值上市公司 is no
 * 上市公司年末累计数. Undefined when the indicator bears out all that was said, or nothing else does.
 */
const countedElsewhere = (thing: Thing, query: Query, ground: Ground): Figure | undefined => {
  if (thing.kind !== 'indicator' || query.part === 'table') return undefined;
  const added = ADDS.test(query.words) ? addedTo(thing.indicator, ground) : undefined;
  if (added) return added;
  const asked = unsaidOf(query, thing, ground);
  if (asked === undefined) return undefined;
  const measures = measuresIn(query);
  const counts = ({ ref, of, measure: own }: Figure): boolean =>
    ref.type !== 'indicator' &&
    (canonical(of).endsWith(canonical(asked)) ||
      (measures.includes(own) && canonical(of).includes(canonical(asked)))) &&
    akin(of, thing.indicator.name);
  return ground.library.allFigures.find(counts);
};

/** The things that a query is of, and the query with the words that tell one figure of them from the next. */
export interface Subject {
  readonly things: readonly Thing[];
  readonly query: Query;
}

/** 千亿市值上市公司5家: a number that begins the name of what is counted claims nothing. */
const withoutNames = (claims: readonly Claim[], { of, sentence }: Figure): readonly Claim[] =>
  claims.filter(
    (one) => one.claim !== 'quantity' || !squeeze(sentence).includes(`${squeeze(one.quantity.printed)}${of}`),
  );

/** Returns the things that a query is of, with indicators replaced by the tasks that print what was asked for. */
export const subjectOf = (things: readonly Thing[], query: Query, ground: Ground): Subject => {
  const [only, ...others] = things;
  const figure = only && others.length === 0 ? countedElsewhere(only, query, ground) : undefined;
  const thing = figure && thingOf(figure.ref, ground);
  if (!figure || !thing) return { things, query };
  return { things: [thing], query: { ...query, words: figure.of, claims: withoutNames(query.claims, figure) } };
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
