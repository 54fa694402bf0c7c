import { describe, expect, it } from 'vitest';
import { createLibrary } from '../../src/library/library.ts';
import { parsePlan } from '../../src/plan/parse.ts';
import type { ClauseId, Plan } from '../../src/types.ts';
import { corpus, library } from '../library/real.ts';

const whole = library.plan;
const lines = corpus.source.split('\n');
const without = (...ids: readonly ClauseId[]): Plan => {
  const gone = new Set(
    whole.clauses.filter(({ id }) => ids.includes(id)).flatMap(({ source }) => source.map(({ line }) => line)),
  );
  return parsePlan({ ...corpus, source: lines.filter((_, at) => !gone.has(at + 1)).join('\n') });
};
const pairs = ({ tasks }: Plan) => tasks.map(({ number, body, row }) => `${number} ${body.clause} ${row.clause}`);
const all = pairs(whole);

describe('measures and annex rows are paired by what they say', () => {
  it('all of them, in the order of their numbers', () => {
    expect(whole.unpaired).toEqual([]);
    expect(whole.tasks.map(({ number }) => number)).toEqual(Array.from({ length: 57 }, (_, at) => at + 1));
  });

  it.each(whole.tasks.map(({ number }) => number))(
    'row %i deleted: all others stay, its measure is reported',
    (number) => {
      const task = whole.tasks[number - 1];
      const left = without(task?.row.clause ?? '');
      expect(pairs(left)).toEqual(all.filter((_, at) => at !== number - 1));
      expect(left.unpaired).toEqual([task?.body.clause]);
    },
  );

  it.each(whole.tasks.map(({ number }) => number))(
    'measure %i deleted: all others stay, its row is reported',
    (number) => {
      const task = whole.tasks[number - 1];
      const left = without(task?.body.clause ?? '');
      expect(pairs(left)).toEqual(all.filter((_, at) => at !== number - 1));
      expect(left.unpaired).toEqual([task?.row.clause]);
    },
  );

  it('a row and the measure of another task deleted: the two that are left are no pair', () => {
    for (const [row, measure] of [
      ['annex.54', '3.15.2.3'],
      ['annex.27', '3.8.2.1'],
      ['annex.8', '3.4.2.1'],
    ] as const) {
      const left = without(row, measure);
      expect(left.tasks).toHaveLength(55);
      expect(left.unpaired).toHaveLength(2);
    }
  });
});

describe('a plan without an annex', () => {
  const left = without(...whole.tasks.map(({ row }) => row.clause));

  it('has its measures for tasks', () => {
    expect(left.tasks.map(({ body }) => body.clause)).toEqual(whole.tasks.map(({ body }) => body.clause));
    expect(left.unpaired).toEqual([]);
  });

  it('has a library with figures and units, and no differences', () => {
    const facts = createLibrary(left, []);
    expect(facts.figures({ type: 'task', id: '33' })).toHaveLength(3);
    expect(facts.assigned(33, 'responsible')).toEqual(['市金融工作局', '市工信局']);
    expect(facts.differences).toEqual([]);
  });
});
