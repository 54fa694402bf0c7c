import { describe, expect, it } from 'vitest';
import { createCheck } from '../../src/answer/check.ts';
import { compose } from '../../src/answer/compose.ts';
import { counted, type Desk, type Draft } from '../../src/answer/draft.ts';
import { listCitations } from '../../src/answer/task-sources.ts';
import type { SetResult } from '../../src/execute/sets/result.ts';
import { executeSets } from '../../src/execute/sets/sets.ts';
import type { Query } from '../../src/values.ts';
import { ALL, deskIn, ground, has, plan, query, where } from '../execute/sets-desk.ts';

/** What a result comes to, in a shape of its own: two rows of a group set against each other. */
interface Surplus {
  readonly shape: 'surplus';
  readonly rows: Extract<SetResult, { shape: 'groups' }>['rows'];
  readonly by: number;
}

/** Returns how many more tasks the first of two units has; undefined for a group that is no pair. */
const surplusOf = (asked: Query): Surplus | undefined => {
  const result = executeSets(asked, ground);
  if (result?.shape !== 'groups' || result.rows.length !== 2) return undefined;
  const [more = 0, fewer = 0] = result.rows.map(({ tasks }) => tasks.length);
  return { shape: 'surplus', rows: result.rows, by: more - fewer };
};

/** Returns the answer: the difference first, then the two counts that it was computed from. */
const phraseSurplus = ({ rows, by }: Surplus, desk: Desk): Draft => {
  const names = rows.map(({ of, tasks }) => `${desk.name.unit(of.id)}${tasks.length}项`);
  const tasks = rows.flatMap((row) => row.tasks);
  const clauses = tasks.map(({ row }) => row.clause);
  return {
    status: 'answered',
    brief: true,
    lines: [`相差${by}项：${names.join('，')}`],
    citations: tasks.flatMap((task) => listCitations(desk, task)),
    computed: [
      counted(by, rows.map((row) => row.tasks.length).join('-'), clauses),
      ...rows.map((row) => counted(row.tasks.length, `${row.of.id}：按条款计数`, clauses)),
    ],
    tasks: tasks.map(({ number }) => number),
  };
};

const UNITS = ['高新区', '曲江新区'];
const PAIR = query(where(has('responsible', ...UNITS), ALL), {
  ask: 'group',
  by: 'unit',
  role: 'responsible',
  show: 'count',
  units: UNITS,
});

describe('a shape of result', () => {
  const desk = deskIn('zh-Hans');
  const check = createCheck(plan);
  const result = surplusOf(PAIR);

  it('is a value of its own, made from what a query comes to', () => {
    expect(result?.by).toBe(8);
  });

  it('is put into words by one function, and leaves as an answer like all others', () => {
    const answer = result && compose('surplus', phraseSurplus(result, desk), desk);
    expect(answer?.text.split('\n')[0]).toBe('相差8项：高新区10项，曲江新区2项');
    expect(answer?.citations.length).toBeGreaterThan(0);
    expect(answer && check(answer, { text: '', history: [] })).toEqual([]);
  });

  it('that says a number which it did not compute is stopped before it leaves', () => {
    if (!result) throw new Error('no result');
    const { computed: _, ...draft } = phraseSurplus({ ...result, by: 987 }, desk);
    expect(check(compose('surplus', draft, desk), { text: '', history: [] })).toContain('figure 987 has no source');
  });
});
