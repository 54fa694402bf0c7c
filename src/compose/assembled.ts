import type { Ask, Claim, Operator, Query, SetOf, Token } from '../values.ts';
import type { Parts } from './parts.ts';
import { confirms, isYearly, wordsOf } from './said.ts';

/** One way to put a question's parts together, and the parts that it accounts for. */
export interface Assembled {
  readonly name: string;
  readonly query: Query;
  readonly uses: ReadonlySet<Field>;
  readonly operators: ReadonlySet<Operator>;
}

/** The fields of `Parts` that carry something that was said. */
export type Field =
  | 'refs'
  | 'clauses'
  | 'excepted'
  | 'heads'
  | 'wanted'
  | 'roles'
  | 'properties'
  | 'years'
  | 'quantities'
  | 'sizes'
  | 'interval'
  | 'dates'
  | 'figures'
  | 'positions'
  | 'words'
  | 'terms'
  | 'plan'
  | 'part';

export type Build = (parts: Parts) => Assembled | undefined;

/** A row of the annex, named as one. */
const ROW = 'position:row/annex';

/** 正文给的数跟附件第11项给的数: a figure is asked of both parts. */
const saysBoth = ({ parts, tokens }: Parts, [ask]: readonly [Ask, ...Ask[]]): boolean =>
  ask.ask === 'value' && parts.includes('body') && (parts.includes('annex') || tokens.some(({ rule }) => rule === ROW));

/** What is asked of a set, and what is claimed. */
interface Said {
  readonly asks: readonly [Ask, ...Ask[]];
  readonly claims?: readonly Claim[];
}

export const query = (parts: Parts, of: SetOf, { asks, claims = [] }: Said): Query => ({
  of,
  asks,
  years: parts.years,
  every: parts.years.length === 0 ? parts.every : parts.years.length > 1 && isYearly(parts),
  confirm: confirms(parts),
  claims,
  ...(saysBoth(parts, asks) ? { both: true as const } : parts.part && { part: parts.part }),
  words: wordsOf(parts),
  ...nameOf(parts),
});

const NAMES: readonly Token['kind'][] = ['task', 'action', 'indicator'];

/** The text by which things were named. */
const nameOf = ({ tokens }: Parts): { readonly name?: string } => {
  const name = tokens.filter(({ kind }) => NAMES.includes(kind)).map(({ text }) => text);
  return name.length > 0 ? { name: name.join(' ') } : {};
};

/** The fields and operators of the parts that a query takes in. */
interface Used {
  readonly uses: readonly Field[];
  readonly operators?: readonly Operator[];
}

export const made = (name: string, made: Query, { uses, operators = [] }: Used): Assembled => ({
  name,
  query: made,
  uses: new Set(uses),
  operators: new Set(operators),
});

export const SET_OPERATORS: readonly Operator[] = [
  'not',
  'only',
  'all',
  'together',
  'mutual',
  'first',
  'total',
  'except',
  'other',
  'mention',
  'same',
  'differ',
  'misprint',
  'last',
  'uninvolved',
  'reach',
  'lack',
];
