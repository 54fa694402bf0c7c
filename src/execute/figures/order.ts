import type { Ask, Claim, Query } from '../../values.ts';
import { differenceOf, ratioOf } from './arithmetic.ts';
import { CHUNK_SHARE, nameShare, namesIn } from './names.ts';
import type { FigureResult, Found, Reckoned, Series } from './result.ts';

type Reckon = Extract<Ask, { ask: 'reckon' }>['reckon'];

/** The figure that bears a name, of the years asked for, where no other does. */
const figureOf = (name: string, all: readonly Series[], { years }: Query): Found | undefined => {
  const inYears = all
    .flatMap(({ found }) => found)
    .filter((one) => years.length === 0 || one.years.length === 0 || one.years.some((year) => years.includes(year)));
  const whole = inYears.filter((one) => nameShare(name, one) === 1);
  const own = whole.length > 0 ? whole : inYears.filter((one) => nameShare(name, one) >= CHUNK_SHARE);
  return own.length === 1 ? own[0] : undefined;
};

/** Returns how two figures of one thing, each by its own name, lie to one another: 社区支行比特色专业支行多几家. */
export const betweenNames = (
  all: readonly Series[],
  query: Query,
  { reckon }: { readonly reckon: Reckon },
): Reckoned | undefined => {
  const names = namesIn(query.words);
  const [a, b] = names.map((name) => figureOf(name, all, query));
  if (names.length !== 2 || !a || !b || a.figure === b.figure || a.figure.unit !== b.figure.unit) return undefined;
  if (reckon === 'ratio') return ratioOf(a, b);
  return reckon === 'change' ? differenceOf(a, b, 'difference') : undefined;
};

/** Returns a computed gap with the verdict on which of the two was said to be more. */
export const orderOnReckoned = (result: FigureResult, { more }: Extract<Claim, { claim: 'order' }>): FigureResult => {
  if (result.shape !== 'reckoned') return result;
  const gaps = result.reckoned.filter(({ what }) => what === 'change' || what === 'difference');
  const holds = gaps.map(({ value }) => (more ? Number(value) > 0 : Number(value) < 0));
  if (holds.length === 0) return result;
  const verdict = holds.every((one) => one) ? true : holds.some((one) => one) ? undefined : false;
  return { ...result, claim: { verdict } };
};
