import { describe, expect, it } from 'vitest';
import { BUILDS } from '../../src/compose/assemble.ts';
import { type Build, made, query } from '../../src/compose/assembled.ts';
import { ALL_TASKS, where } from '../../src/compose/sets.ts';
import { allOf, testOf } from '../../src/compose/tests.ts';
import { passes } from '../../src/execute/sets/sets.ts';
import type { Test } from '../../src/values.ts';
import { answered, ground, plan } from '../execute/sets-desk.ts';
import { task } from '../helper.ts';
import { bestOf, leftBy, partsOf } from './extended.ts';

const [FROM, TO] = plan.document.period;
const YEARS = Array.from({ length: TO - FROM + 1 }, (_, at) => FROM + at);

/** 每年都写了金额的任务: a figure in each year, and not in any one of them. */
const everyYear: Build = (parts) => {
  const [figure] = parts.figures;
  if (!parts.every || !figure || !parts.heads.some(({ type }) => type === 'task')) return undefined;
  const yearly = YEARS.map((year): Test => ({ test: 'figure', figure: figure.figure, years: [year], part: 'annex' }));
  const tests = [allOf(yearly), ...parts.clauses.map(testOf)].filter((test) => test !== undefined);
  return made('every-year', query(parts, where(ALL_TASKS, tests), { asks: [{ ask: 'members' }] }), {
    uses: ['clauses', 'figures', 'heads', 'wanted', 'years'],
    operators: ['not'],
  });
};

const told = (sentence: string) => {
  const parts = partsOf(sentence);
  const best = bestOf(parts, [everyYear, ...BUILDS]);
  return { name: best?.name, left: best && leftBy(best, parts), answer: best && answered(best.query) };
};

describe('a condition', () => {
  it('put together from those that there are is listed, said back and borne out', () => {
    const { name, left, answer } = told('每年都写了金额的任务有哪些');
    expect(name).toBe('every-year');
    expect(left).toEqual([]);
    const tasks = answer?.answer.tasks ?? [];
    expect(tasks.length).toBeGreaterThan(0);
    for (const number of tasks)
      for (const { text } of task(number).row.targets) expect(text, `${number}`).toMatch(/元/);
    expect(answer?.answer.text.split('\n')[0]).toMatch(new RegExp(YEARS.map((year) => `${year}年.*金额`).join('.*')));
    expect(answer?.faults).toEqual([]);
  });

  it('joins with conditions that know nothing of it', () => {
    const both = told('每年都写了金额、高新区不负责的任务有哪些');
    expect(both.name).toBe('every-year');
    const all = told('每年都写了金额的任务有哪些').answer?.answer.tasks ?? [];
    const named = (number: number) => ground.library.assigned(number, 'responsible').includes('高新区');
    expect(both.answer?.answer.tasks).toEqual(all.filter((number) => !named(number)));
  });

  it('is decided for one thing by one function, whatever it is put together from', () => {
    const test: Test = { test: 'not', of: { test: 'count', role: 'supporting', is: AT_LEAST_ONE } };
    const without = plan.tasks.filter(({ number }) => passes(test, { type: 'task', id: `${number}` }, ground));
    expect(without.map(({ number }) => number)).toEqual(
      plan.tasks.filter(({ body }) => body.supporting.length === 0).map(({ number }) => number),
    );
  });
});

const AT_LEAST_ONE = { value: 1, unit: 'count', measure: '', relation: '≥' } as const;
