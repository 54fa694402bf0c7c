import { expect, it } from 'vitest';
import type { Ask, Claim, Query, UnitClass } from '../../src/values.ts';
import { answerTo, query } from './figures-ground.ts';

export const value = (measure?: string, unit?: UnitClass): Ask => ({
  ask: 'value',
  ...(measure !== undefined && { measure }),
  ...(unit !== undefined && { unit }),
});
type Reckon = Extract<Ask, { ask: 'reckon' }>['reckon'];
export const reckon = (what: Reckon): Ask => ({ ask: 'reckon', reckon: what });
export const content: Ask = { ask: 'content' };
export const targets: Ask = { ask: 'targets' };
export const when: Ask = { ask: 'when' };
export const words = (text: string): Claim => ({ claim: 'words', words: text });
export const date = (month: number, day: number): Claim => ({ claim: 'date', month, day });
export const inYears = (...years: readonly number[]): Claim => ({ claim: 'year', years });

export interface Row {
  /** The question as people ask it. */
  readonly says: string;
  readonly asked: Query;
  /** Parts of the first line. */
  readonly first: readonly string[];
  readonly has?: readonly string[];
  readonly hasNot?: readonly string[];
  readonly tasks?: readonly number[];
  readonly clauses?: readonly string[];
  readonly verdict?: boolean;
  readonly told?: false;
  readonly status?: 'answered' | 'not_found';
}

export const of = (
  thing: string | readonly string[],
  asks: Parameters<typeof query>[1],
  text = '',
  more: Partial<Query> = {},
) => query(thing, asks, { words: text, ...more });

export const ALL = [1, 2, 3, 4, 5, 6, 7].map((number) => `indicator.${number}`);

const MOST = 1600;

/** Asks what a row asks, and looks at the answer. */
export const test = ({
  says,
  asked,
  first,
  has = [],
  hasNot = [],
  tasks,
  clauses,
  verdict,
  told,
  status = 'answered',
}: Row) =>
  it(says, () => {
    const found = answerTo(asked);
    expect(found?.faults).toEqual([]);
    expect(found?.answer.status).toBe(status);
    for (const part of first) expect(found?.first).toContain(part);
    for (const part of has) expect(found?.answer.text).toContain(part);
    for (const part of hasNot) expect(found?.answer.text).not.toContain(part);
    if (tasks) expect(found?.answer.tasks).toEqual(tasks);
    if (clauses)
      expect(found?.answer.citations.map(({ clause }) => clause)).toEqual(expect.arrayContaining([...clauses]));
    if (verdict !== undefined || told === false) expect(found?.draft.verdict).toBe(verdict);
    expect(found?.answer.text.length).toBeLessThanOrEqual(MOST);
    const lines = found?.answer.text.split('\n') ?? [];
    expect(new Set(lines).size, 'no line twice').toBe(lines.length);
  });
