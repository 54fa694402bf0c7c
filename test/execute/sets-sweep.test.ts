import { describe, expect, it } from 'vitest';
import { membersOf } from '../../src/execute/sets/sets.ts';
import type { NamedUnit, Task } from '../../src/types.ts';
import type { Role, SetOf, Test } from '../../src/values.ts';
import { ALL, actions, answered, ground, has, is, not, plan, query, where } from './sets-desk.ts';

/** The plan read again by plain loops, so that nothing here goes through the code under test. */
const meant = (units: readonly NamedUnit[]): readonly string[] => units.flatMap(({ means }) => means);
const ROLES = ['responsible', 'supporting', 'any'] as const;
const names = (task: Task, role: Role | 'any'): ReadonlySet<string> => {
  const found = new Set<string>();
  for (const one of ['responsible', 'supporting'] as const)
    if (role === 'any' || role === one)
      for (const unit of [...meant(task.body[one]), ...meant(task.row[one])]) found.add(unit);
  return found;
};
const UNITS = [...new Set(plan.tasks.flatMap((task) => [...names(task, 'any')]))];
const numbers = (set: SetOf): readonly number[] => membersOf(set, ground).map(({ id }) => Number(id));
const expected = (holds: (task: Task) => boolean): readonly number[] =>
  plan.tasks.filter(holds).map(({ number }) => number);

const conditions = (unit: string) =>
  ROLES.flatMap((role) => [
    { test: has(role, unit), holds: (task: Task) => names(task, role).has(unit), name: `${unit} ${role}` },
    { test: not(has(role, unit)), holds: (task: Task) => !names(task, role).has(unit), name: `${unit} not ${role}` },
  ]);

const together = (...tests: readonly Test[]): Test => ({ test: 'all', of: tests });

describe('every unit in every role, denied or not', () => {
  for (const unit of UNITS)
    it(unit, () => {
      for (const { test, holds, name } of conditions(unit)) {
        expect(numbers(where(test)), name).toEqual(expected(holds));
        for (const action of plan.actions)
          expect(numbers(where(test, actions(action.number))), `${name} in ${action.number}`).toEqual(
            expected((task) => task.action === action.number && holds(task)),
          );
      }
    });
});

describe('two conditions at once, and either of them', () => {
  for (const unit of UNITS)
    it(unit, () => {
      const left = conditions(unit).filter(({ name }) => !name.endsWith('any'));
      for (const other of UNITS.filter((one) => one !== unit))
        for (const a of left)
          for (const b of conditions(other)) {
            const name = `${a.name}, ${b.name}`;
            expect(numbers(where(together(a.test, b.test))), name).toEqual(
              expected((task) => a.holds(task) && b.holds(task)),
            );
            expect(numbers(where({ test: 'any', of: [a.test, b.test] })), name).toEqual(
              expected((task) => a.holds(task) || b.holds(task)),
            );
          }
    });
});

describe('numbers of units, and of tasks', () => {
  const decided = (task: Task, role: Role): number =>
    new Set(meant(task.body[role].length > 0 ? task.body[role] : task.row[role])).size;
  for (const role of ['responsible', 'supporting'] as const)
    it(role, () => {
      for (let number = 0; number <= 6; number += 1) {
        const of = (relation: '=' | '≥' | '>' | '≤' | '<'): readonly number[] =>
          numbers(where({ test: 'count', role, is: is(relation, number) }));
        expect(of('=')).toEqual(expected((task) => decided(task, role) === number));
        expect(of('≥')).toEqual(expected((task) => decided(task, role) >= number));
        expect(of('>')).toEqual(expected((task) => decided(task, role) > number));
        expect(of('≤')).toEqual(expected((task) => decided(task, role) <= number));
        expect(of('<')).toEqual(expected((task) => decided(task, role) < number));
      }
      for (let number = 0; number <= 60; number += 1) {
        const set: SetOf = {
          set: 'where',
          of: { set: 'all', type: 'unit' },
          test: { test: 'count', role, is: is('>', number) },
        };
        const found = membersOf(set, ground).map(({ id }) => id);
        expect(found.toSorted()).toEqual(
          UNITS.filter((unit) => expected((task) => names(task, role).has(unit)).length > number).toSorted(),
        );
      }
    });
});

describe('every list of a unit is borne out, says its count and shows every number', () => {
  for (const unit of UNITS)
    it(unit, () => {
      for (const { test, holds, name } of conditions(unit))
        for (const language of ['zh-Hans', 'zh-Hant', 'en'] as const)
          for (const years of [[], [2021]]) {
            const got = answered(query(where(test), { ask: 'members' }, { years }), language);
            const right = expected(holds);
            expect(got?.faults, name).toEqual([]);
            if (right.length === 0 || got?.draft.lines[1] === undefined) continue;
            expect(got.draft.tasks, name).toEqual(right);
            expect(got.draft.lines.join('\n'), name).toMatch(new RegExp(`\\b${right.length}\\b`));
            for (const number of right)
              expect(
                got.draft.lines.some((line) => line.startsWith(`${number}. `)),
                name,
              ).toBe(true);
            expect(got.answer.text.length).toBeLessThanOrEqual(4000);
          }
    });
});

describe('groups and rankings count what the plan holds', () => {
  it('every action has its tasks', () => {
    const got = answered(query(ALL, { ask: 'group', by: 'action', show: 'count' }));
    for (const { title, number, tasks } of plan.actions)
      expect(got?.draft.lines).toContain(`${number}. ${title}：${tasks.length}项`);
  });
  it('every unit has its tasks', () => {
    const got = answered(query(ALL, { ask: 'group', by: 'unit', show: 'count' }));
    for (const unit of UNITS)
      expect(got?.draft.lines).toContain(`${unit}：${expected((task) => names(task, 'any').has(unit)).length}项`);
  });
  it('the most in every action, by every unit', () => {
    for (const unit of UNITS) {
      const of: SetOf = { set: 'image', of: where(has('any', unit)), type: 'action' };
      const counts = plan.actions.map((action) =>
        expected((task) => task.action === action.number && names(task, 'any').has(unit)),
      );
      const most = Math.max(...counts.map(({ length }) => length));
      const got = answered(query(of, { ask: 'extreme', role: 'any', least: false }));
      expect(got?.faults, unit).toEqual([]);
      expect(got?.draft.tasks, unit).toEqual(counts.filter(({ length }) => length === most).flat());
    }
  });
});

describe('every claim about a unit of a task', () => {
  for (const task of plan.tasks)
    it(`第${task.number}项`, () => {
      for (const unit of UNITS)
        for (const role of ['responsible', 'supporting'] as const) {
          const claim = query(
            { set: 'named', refs: [{ type: 'task', id: String(task.number) }] },
            { ask: 'units', roles: [role], lead: false },
            {
              confirm: true,
              claims: [{ claim: 'test', test: has(role, unit) }],
            },
          );
          const got = answered(claim);
          const named = names(task, role).has(unit);
          const through = plan.registry.groups.some(
            ({ name, members }) => members.includes(unit) && names(task, role).has(name),
          );
          expect(got?.faults, unit).toEqual([]);
          if (named || !through || names(task, 'any').has(unit)) expect(got?.draft.verdict, unit).toBe(named);
          else expect(got?.draft.verdict, unit).toBeUndefined();
          if (got?.draft.verdict !== undefined)
            expect(got.draft.lines[0]).toMatch(got.draft.verdict ? /^是。/ : /^不是。/);
        }
    });
});
