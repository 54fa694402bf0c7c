import type { Claim, Operator, Token } from '../values.ts';
import type { Parts } from './parts.ts';
import { confirms, has, isAgainstLast } from './said.ts';

const SET_AGAINST: readonly Token['kind'][] = ['year', 'indicator', 'words', 'term'];

/** 比; 高于 where nothing else compares. */
const COMPARING: readonly Operator[] = ['than', 'more', 'less'];

/** What something is set against stands behind 比, or before where nothing does: 与2021年相比，2022年. */
const baseOf = (tokens: readonly Token[]): Token | undefined => {
  const said = tokens.filter(({ kind }) => kind !== 'glue');
  const compares = COMPARING.find((one) => said.some((token) => token.kind === 'operator' && token.operator === one));
  const at = said.findIndex((token) => token.kind === 'operator' && token.operator === compares);
  return [said[at + 1], said[at - 1]].find((token) => token !== undefined && SET_AGAINST.includes(token.kind));
};

/** 2020年比2022年少: said of the earlier year, or of the thing that was said last. */
const isReversed = ({ tokens }: Parts, base: Token): boolean => {
  const others = tokens.filter(({ kind, from }) => kind === base.kind && from !== base.from);
  if (base.kind !== 'year') return others.every(({ from }) => from > base.from);
  const years = others.flatMap((token) => (token.kind === 'year' ? token.years : []));
  return years.some((year) => year < (base.years[0] ?? year));
};

/** 存款余额有没有下降: of an indicator, over the years that are said or all. */
export const moves = (parts: Parts): boolean =>
  confirms(parts) &&
  has(parts, 'more') !== has(parts, 'less') &&
  parts.refs.length === 1 &&
  parts.refs.every(({ type }) => type === 'indicator') &&
  parts.years.length !== 1 &&
  parts.quantities.length === 0 &&
  !has(parts, 'all', 'each', 'than', 'reach');

/** Returns the claim in 2022年比2021年高吗: how two amounts are said to lie to one another. */
export const orderOf = (parts: Parts): readonly Claim[] => {
  const [more, less] = [has(parts, 'more'), has(parts, 'less')];
  const compares =
    (has(parts, 'than') || isAgainstLast(parts) || parts.refs.length > 1 || moves(parts)) &&
    more !== less &&
    parts.quantities.length === 0;
  if (!compares || !confirms(parts)) return [];
  const base = isAgainstLast(parts) || moves(parts) ? undefined : baseOf(parts.tokens);
  return [{ claim: 'order', more: base && isReversed(parts, base) ? less : more }];
};
