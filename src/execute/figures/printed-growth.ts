import { comparedWith } from '../../library/figure-words.ts';
import type { Ask, Query } from '../../values.ts';
import { attributesIn } from '../attribute-words.ts';
import type { Ground } from '../ground.ts';
import { type Chosen, chooseFigures } from './choose.ts';
import type { OneAsk } from './one-ask.ts';
import { foundOf } from './scopes.ts';
import type { Thing } from './things.ts';
import { wishOf } from './value.ts';

type ReckonAsk = Extract<Ask, { ask: 'reckon' }>;

/** A growth that the plan prints itself: 信贷支持增速在20%以上. */
const printedGrowth = (thing: Thing, query: Query, ground: Ground): Extract<Chosen, { kind: 'series' }> | undefined => {
  const growing = foundOf(thing, ground).filter(({ figure }) => figure.unit === 'percent');
  const said = growing.flatMap(({ scope }) => attributesIn(scope, ground).flatMap(({ says }) => says));
  const word = said.find((one) => growing.some(({ scope }) => scope.includes(one)));
  if (word === undefined) return undefined;
  const wish = wishOf({ ...query, words: `${query.words} ${word}` }, { unit: 'percent' }, query.years);
  const chosen = chooseFigures(wish, thing, ground);
  return chosen.kind === 'series' ? chosen : undefined;
};

/** Returns a growth that the plan prints; 比2022年多多少: one over that year that the plan prints, 较2022年增长25%. */
export const growthPrinted = (thing: Thing, { query, ask }: OneAsk<ReckonAsk>, ground: Ground) => {
  if (ask.reckon === 'growth') return printedGrowth(thing, query, ground);
  if (ask.reckon !== 'change' || query.years.length !== 2) return undefined;
  const [from, to] = [Math.min(...query.years), Math.max(...query.years)];
  const against = comparedWith(from);
  const chosen = printedGrowth(thing, { ...query, years: [to] }, ground);
  const [first, ...rest] = chosen?.series.filter(({ found: [{ figure }] }) => against.test(figure.sentence)) ?? [];
  return chosen && first ? { ...chosen, series: [first, ...rest] as const } : undefined;
};
