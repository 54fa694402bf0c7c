import type { Operator, Query, Token } from '../values.ts';
import type { State } from './state.ts';

/** 两年, 这两年: the years that were asked about one after the other. */
const BOTH = 'before:these/years';

const MOVING: readonly Operator[] = ['change', 'growth', 'more', 'less'];

/** What may stand beside them, where nothing else is named: 涨了多少, 差几家, 增长率. */
const isBeside = (token: Token): boolean => {
  switch (token.kind) {
    case 'glue':
    case 'mark':
    case 'act':
      return true;
    case 'operator':
      return [...MOVING, 'of', 'is', 'total', 'mean', 'ratio', 'reach', 'multiple'].includes(token.operator);
    case 'wanted':
      return ['howMany', 'howMuch', 'what', 'which'].includes(token.wanted);
    case 'before':
      return token.rule === BOTH || token.before === 'then';
    case 'figure':
      return true;
    default:
      return false;
  }
};

/** The one year that a question asked for; undefined when it asked for several or none. */
const yearOf = ({ years }: Query): number | undefined => (years.length === 1 ? years[0] : undefined);

/** The years of one thing that were asked for one after the other: 2019年…, then 18年呢. */
export const yearsInTurn = (now: Query, { query, yearsBefore = [] }: State): readonly number[] => {
  if (!query || JSON.stringify(query.of) !== JSON.stringify(now.of)) return [];
  const [last, year] = [yearOf(query), yearOf(now)];
  if (year === undefined) return now.years.length > 1 ? [] : yearsBefore;
  if (last === undefined || last === year) return yearsBefore;
  return [last, year].toSorted((a, b) => a - b);
};

/** 多了多少, of two years: how far they lie apart. */
const asChange = (token: Token): Token =>
  token.kind === 'operator' && (token.operator === 'more' || token.operator === 'less')
    ? { ...token, operator: 'change' }
    : token;

/** 长了多少, 两年差多少, after 2019年… and 18年呢: over the two years. */
export const withTwoYears = (tokens: readonly Token[], { query, yearsBefore = [] }: State): readonly Token[] => {
  const said = tokens.some(({ rule }) => rule === BOTH);
  const moves = tokens.some((token) => token.kind === 'operator' && MOVING.includes(token.operator));
  const year = query && yearOf(query);
  const told = year !== undefined && yearsBefore.includes(year) && tokens.every(isBeside) && (said || moves);
  const both = query?.years.length === 2 ? query.years : yearsBefore;
  if (said && !told && both.length === 2)
    return tokens.flatMap((token, at): readonly Token[] => {
      const { from, to, text } = token;
      /** 同样这两年 are these two. */
      if (token.kind === 'operator' && token.operator === 'same' && tokens[at + 1]?.rule === BOTH) return [];
      return [
        token.rule === BOTH ? { from, to, text, rule: 'year:before', kind: 'year', years: both, every: false } : token,
      ];
    });
  if (!told)
    return tokens.map((token): Token => {
      const { from, to, text } = token;
      return token.rule === BOTH ? { from, to, text, rule: 'words', kind: 'words' } : token;
    });
  const years = { rule: 'year:before', kind: 'year', years: yearsBefore, every: false } as const;
  const rest = tokens.filter(({ rule }) => rule !== BOTH);
  return [{ from: 0, to: 0, text: '', ...years }, ...rest.map(asChange)];
};
