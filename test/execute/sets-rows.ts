import { describe, expect, it } from 'vitest';
import type { Ask, Claim, Query, SetOf, Test } from '../../src/values.ts';
import { answered, is } from './sets-desk.ts';

/** A query, as a person would ask it, and what the plan says. */
export interface Row {
  readonly ask: string;
  readonly query: Query;
  /** How the first line begins. */
  readonly says?: string;
  readonly tasks?: readonly number[];
  readonly holds?: readonly string[];
  readonly verdict?: boolean;
}

export const from = (first: number, last: number): readonly number[] =>
  Array.from({ length: last - first + 1 }, (_, at) => first + at);
export const except = (...left: readonly number[]): readonly number[] =>
  from(1, 57).filter((one) => !left.includes(one));

export const UNITS: SetOf = { set: 'all', type: 'unit' };
export const named = (...units: readonly string[]): SetOf => ({
  set: 'named',
  refs: units.map((id) => ({ type: 'unit', id })),
});
export const placed = (place: 'first' | 'only', role: 'responsible' | 'supporting', unit: string): Test => ({
  test: 'has',
  role,
  units: [unit],
  every: false,
  place,
});
export const count = (
  role: 'responsible' | 'supporting' | 'any',
  relation: '=' | '≥' | '>' | '≤' | '<',
  value: number,
): Test => ({
  test: 'count',
  role,
  is: is(relation, value),
});
export const money = (
  relation: '≥' | '>',
  value: number,
  more: { years?: readonly number[]; part?: 'body' | 'annex' } = {},
): Test => ({
  test: 'figure',
  figure: 'money',
  is: is(relation, value * 1e8, 'money', '亿元'),
  years: more.years ?? [],
  ...(more.part && { part: more.part }),
});
export const who = (...roles: readonly ('responsible' | 'supporting')[]): Ask => ({ ask: 'units', roles, lead: false });
export const claims = (...of: readonly Claim[]): Partial<Query> => ({ confirm: true, claims: of });
export const claim = (test: Test): Partial<Query> => claims({ claim: 'test', test });
export const some = claims({ claim: 'exists' });

/** Asks what a row asks, and looks at the answer. */
const check = ({ query: asked, says, tasks, holds = [], verdict }: Row): void => {
  const got = answered(asked);
  expect(got?.faults).toEqual([]);
  if (says !== undefined) expect(got?.draft.lines[0]?.slice(0, says.length)).toBe(says);
  if (tasks) expect(got?.draft.tasks).toEqual(tasks);
  for (const words of holds) expect(got?.answer.text).toContain(words);
  expect(got?.draft.verdict).toBe(verdict);
  expect(got?.answer.citations.length).toBeGreaterThan(0);
  expect(got?.answer.text.length).toBeLessThanOrEqual(4000);
};

/** Every row in its own words, and the same in English and in traditional characters. */
export const checkAll = (promise: string, rows: readonly Row[]): void => {
  describe(promise, () => {
    for (const row of rows) it(row.ask, () => check(row));
  });
  describe('the same in English and in traditional characters is borne out too', () => {
    for (const row of rows)
      it(row.ask, () => {
        for (const language of ['en', 'zh-Hant'] as const) {
          const got = answered(row.query, language);
          expect(got?.faults).toEqual([]);
          if (row.tasks) expect(got?.draft.tasks).toEqual(row.tasks);
        }
      });
  });
};
