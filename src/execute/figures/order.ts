import type { Ask, Claim, Query } from '../../values.ts';
import { differenceOf, ratioOf } from './arithmetic.ts';
import { heldShare } from './match.ts';
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

/** The figure of each name, where each has one of its own in the same measure. */
const ownOf = (names: readonly string[], all: readonly Series[], query: Query): readonly Found[] => {
  const own = names.flatMap((name) => figureOf(name, all, query) ?? []);
  const figures = new Set(own.map(({ figure }) => figure));
  const measures = new Set(own.map(({ figure }) => `${figure.unit} ${figure.measure}`));
  return own.length === names.length && figures.size === own.length && measures.size === 1 ? own : [];
};

/** Whether a figure counts what a noun says; of amounts dealt out by 分别 the noun stands with the last name. */
const counts = (noun: string, one: Found): boolean =>
  nameShare(noun, one) >= CHUNK_SHARE ||
  (one.respective !== undefined && heldShare(noun, one.figure.sentence) >= CHUNK_SHARE);

/** Those that count what the last of the names says: 通信导航跟新型显示 收入. */
const ofNoun = (noun: string, all: readonly Series[]): readonly Series[] =>
  all.flatMap((series) => {
    const [first, ...rest] = series.found.filter((one) => counts(noun, one));
    return first ? [{ ...series, found: [first, ...rest] as const }] : [];
  });

/** Returns the figures that are named one by one, where the words name several; none where one of them has none of its own. */
export const figuresByName = (all: readonly Series[], query: Query): readonly Found[] => {
  const names = namesIn(query.words);
  const whole = names.length > 1 ? ownOf(names, all, query) : [];
  if (whole.length > 0 || names.length < 3) return whole;
  return ownOf(names.slice(0, -1), ofNoun(names.at(-1) ?? '', all), query);
};

/** Returns how two figures of one thing, each by its own name, lie to one another: 社区支行比特色专业支行多几家. */
export const betweenNames = (
  all: readonly Series[],
  query: Query,
  { reckon }: { readonly reckon: Reckon },
): Reckoned | undefined => {
  const [a, b, ...others] = figuresByName(all, query);
  if (!a || !b || others.length > 0) return undefined;
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
