import type { Task, UnitName } from '../../types.ts';
import type { Ask, Role, SetOf, Test } from '../../values.ts';
import type { Ground } from '../ground.ts';
import { tasksMeant } from './assignments.ts';
import { numbered, tasksOf, unitRef } from './refs.ts';
import type { Groups, Row } from './result.ts';
import { firstIn, leadIn, namedIn } from './roles.ts';
import { conditionsOf } from './tests-in.ts';

type GroupAsk = Extract<Ask, { ask: 'group' }>;

const unitsOf = (tasks: readonly Task[], role: Role | 'any', lead: boolean): Row['units'] => {
  const found = new Map<UnitName, Task[]>();
  for (const task of tasks) {
    const units = lead ? (leadIn(task) ?? [firstIn(task, { role })]) : namedIn(task, { role });
    for (const unit of units) if (unit !== undefined) found.set(unit, [...(found.get(unit) ?? []), task]);
  }
  return [...found].map(([unit, own]) => ({ unit, tasks: own })).sort((a, b) => b.tasks.length - a.tasks.length);
};

const byAction = (tasks: readonly Task[], ask: GroupAsk, ground: Ground): readonly Row[] =>
  ground.library.plan.actions.map(({ number }) => {
    const all = tasks.filter(({ action }) => action === number);
    const own = ask.places?.flatMap((place) => all.at(place > 0 ? place - 1 : place) ?? []) ?? all;
    return {
      of: numbered('action', number),
      tasks: own,
      units: unitsOf(own, ask.role ?? 'responsible', ask.lead ?? false),
    };
  });

/** A condition with one of its units in place of all; conditions on other units fall away. */
const narrowed = (test: Test, unit: UnitName): Test | undefined => {
  switch (test.test) {
    case 'has':
      return test.units.includes(unit) ? { ...test, units: [unit] } : undefined;
    case 'all':
    case 'any': {
      const of = test.of.flatMap((one) => narrowed(one, unit) ?? []);
      return of.length > 0 ? { test: test.test, of } : undefined;
    }
    case 'not':
    case 'count':
    case 'in':
    case 'mentions':
    case 'figure':
    case 'same':
    case 'apart':
    case 'moves':
    case 'differs':
    case 'misprint':
      return test;
  }
};

const narrowedSet = (set: SetOf, unit: UnitName): SetOf => {
  switch (set.set) {
    case 'where': {
      const of = narrowedSet(set.of, unit);
      const test = narrowed(set.test, unit);
      return test ? { set: 'where', of, test } : of;
    }
    case 'pick':
    case 'reversed':
      return { ...set, of: narrowedSet(set.of, unit) };
    case 'both':
    case 'either':
    case 'without':
      return { ...set, left: narrowedSet(set.left, unit) };
    case 'all':
    case 'named':
    case 'about':
    case 'image':
    case 'most':
      return set;
  }
};

/** One unit's tasks in each role, among those of a set. */
const byRole = (set: SetOf, unit: UnitName, ground: Ground): readonly Row[] => {
  const among = new Set(tasksMeant(set, ground));
  return (['responsible', 'supporting'] as const).map((role) => ({
    of: unitRef(unit),
    role,
    tasks: tasksOf(unitRef(unit), role, ground).filter((task) => among.has(task)),
    units: [],
  }));
};

const byUnit = (set: SetOf, ask: GroupAsk, ground: Ground): readonly Row[] => {
  const [only] = ask.units ?? [];
  if (ask.byRole && only !== undefined) return byRole(set, only, ground);
  if (ask.units)
    return ask.units.map((unit) => ({
      of: unitRef(unit),
      tasks: tasksMeant(narrowedSet(set, unit), ground),
      units: [],
    }));
  const tasks = new Set(tasksMeant(set, ground));
  return ground.library.units
    .map((unit) => {
      const ref = unitRef(unit);
      return { of: ref, tasks: tasksOf(ref, ask.role ?? 'any', ground).filter((task) => tasks.has(task)), units: [] };
    })
    .filter((row) => row.tasks.length > 0)
    .sort((a, b) => b.tasks.length - a.tasks.length);
};

const roleIn = (set: SetOf): Role | 'any' | undefined =>
  conditionsOf(set).flatMap(({ test, not }) => (test.test === 'has' && !not ? [test.role] : []))[0];

/** Returns the tasks of a set by action or by unit. */
export const groups = (set: SetOf, ask: GroupAsk & { readonly by: 'action' | 'unit' }, ground: Ground): Groups => {
  const all = tasksMeant(set, ground);
  const rows = ask.by === 'action' ? byAction(all, ask, ground) : byUnit(set, ask, ground);
  const tasks = [...new Set(rows.flatMap((row) => row.tasks))].sort((a, b) => a.number - b.number);
  const role = (ask.units ? roleIn(set) : undefined) ?? ask.role ?? (ask.by === 'unit' ? 'any' : 'responsible');
  return { shape: 'groups', by: ask.by, role, show: ask.show, lead: ask.lead ?? false, rows, tasks };
};
