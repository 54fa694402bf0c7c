import type { Move, Operator, Test, Token } from '../values.ts';
import type { Parts } from './parts.ts';
import { has, headOf, isAgainstLast, wants } from './said.ts';

/** The operators that say how figures move. */
export const MOVING: readonly Operator[] = ['more', 'less', 'than', 'growth', 'multiple', 'each', 'same'];

const TWICE = 2;

const moveOf = (parts: Parts): Move | undefined => {
  if (has(parts, 'multiple')) return parts.times ?? TWICE;
  if (has(parts, 'more', 'growth')) return 'up';
  if (has(parts, 'less')) return 'down';
  return has(parts, 'same') && parts.figures.length > 0 && !parts.parts.includes('body') ? 'level' : undefined;
};

const isThan = (token: Token | undefined): boolean => token?.kind === 'operator' && token.operator === 'than';
const isAnd = (token: Token | undefined): boolean => token?.kind === 'operator' && token.operator === 'and';
const yearOf = (token: Token | undefined): number | undefined =>
  token?.kind === 'year' && token.years.length === 1 ? token.years[0] : undefined;

/** 比2020年, 与2020年相比: the year that another is set against. */
const baseOf = (parts: Parts): number | undefined => {
  const said = parts.tokens.filter(({ kind }) => kind !== 'glue');
  const at = said.findIndex(isThan);
  if (at < 0) return undefined;
  const [before, behind] = [yearOf(said[at - 1]), yearOf(said[at + 1])];
  return before !== undefined && isAnd(said[at - 2]) ? before : (behind ?? before);
};

/** The years that are set against each other, in order; none for each year against the one before. */
const yearsOf = (parts: Parts): readonly number[] => {
  const base = baseOf(parts);
  const years = [...new Set(parts.years)];
  const [only] = years;
  if (years.length === 1 && only !== undefined && isAgainstLast(parts)) return [only - 1, only];
  if (years.length === 2 && base !== undefined) return [base, ...years.filter((year) => year !== base)];
  return years.toSorted((a, b) => a - b);
};

/** Things of a sort, of which figures or targets are said, or years that are set against each other. */
const isOfYears = (parts: Parts): boolean => {
  const targets = parts.properties.includes('target') && wants(parts, 'which', 'howMany');
  const type = headOf(parts)?.type ?? parts.heads[0]?.type ?? (targets ? 'task' : undefined);
  if ((type !== 'task' && type !== 'indicator') || parts.quantities.length > 0) return false;
  const said = parts.figures.length > 0 || parts.properties.includes('target') || parts.properties.includes('amount');
  return parts.every || parts.years.length > 1 || isAgainstLast(parts) || (said && parts.years.length === 0);
};

/** 2022年的家数是2020年的两倍, 目标逐年提高, 2021年金额比2020年少: how figures move over the years. */
export const moveTests = (parts: Parts): readonly Test[] => {
  const by = moveOf(parts);
  const years = yearsOf(parts);
  if (by === undefined || !isOfYears(parts) || years.length === 1) return [];
  const [figure] = parts.figures;
  const unit = figure && figure.figure !== 'figure' && figure.figure !== 'date' ? figure.figure : undefined;
  const { measure } = figure ?? {};
  const moves: Test = { test: 'moves', years, by, ...(unit && { unit }), ...(measure && { measure }) };
  return [parts.openNot ? { test: 'not', of: moves } : moves];
};

/** Targets of years are set against each other, and no part of the plan against another. */
const comparesTargets = ({ years, every, parts, properties }: Parts): boolean =>
  (years.length > 1 || every) && properties.includes('target') && !parts.includes('body');

/** Years that are said to be alike, or not to be. */
interface Stretch {
  readonly same: boolean;
  readonly years: readonly number[];
}

const COMPARES: readonly Operator[] = ['same', 'differ', 'change'];

/** 后两年一样、头一年不同: each comparison with the years said before it; behind it where none were. */
const stretchesOf = ({ tokens }: Parts): readonly Stretch[] => {
  const found: Stretch[] = [];
  let years: readonly number[] = [];
  for (const token of tokens) {
    if (token.kind === 'year') years = [...years, ...token.years];
    const [only, more] = years;
    if (token.kind === 'relative' && token.of === 'year' && only !== undefined && more === undefined)
      years = [only + token.by, only];
    if (token.kind !== 'operator' || !COMPARES.includes(token.operator)) continue;
    found.push({ same: token.operator === 'same', years });
    years = [];
  }
  const [only] = found;
  return only && found.length === 1 && only.years.length === 0 ? [{ ...only, years }] : found;
};

/** Some years are alike and another is not: 2021、2022年一样，2020年不同. */
const mixedTests = (parts: Parts): readonly Test[] | undefined => {
  const stretches = stretchesOf(parts);
  const of = (same: boolean) => [...new Set(stretches.flatMap((one) => (one.same === same ? one.years : [])))];
  const [alike, others] = [of(true), of(false)];
  if (alike.length < 2 || others.length === 0) return undefined;
  const apart = others.length > 1 ? others : [...alike, ...others];
  return [
    { test: 'same', years: alike.toSorted((a, b) => a - b) },
    { test: 'not', of: { test: 'same', years: apart.toSorted((a, b) => a - b) } },
  ];
};

/** 三年目标一样, 三年目标各不相同: whether the words of the years' targets are the same. */
export const targetTests = (parts: Parts): readonly Test[] => {
  const mixed = parts.parts.includes('body') ? undefined : mixedTests(parts);
  if (mixed) return mixed;
  const years = [...new Set(stretchesOf(parts).flatMap((one) => one.years))];
  if (has(parts, 'same') && !parts.parts.includes('body')) return years.length === 1 ? [] : [{ test: 'same', years }];
  if (!has(parts, 'differ', 'change') || !comparesTargets(parts)) return [];
  return years.length !== 2 && has(parts, 'each', 'all')
    ? [{ test: 'apart', years }]
    : [{ test: 'not', of: { test: 'same', years } }];
};
