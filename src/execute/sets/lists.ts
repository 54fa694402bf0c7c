import { clauseOf } from '../../library/named.ts';
import type { Task } from '../../types.ts';
import type { EntityType, Ref, Role, SetOf, Test } from '../../values.ts';
import type { Ground } from '../ground.ts';
import { entriesOf, standingsOf } from './entries.ts';
import { membersOf } from './members.ts';
import { mentions } from './mentions.ts';
import { figureEvidence } from './quantities.ts';
import { numbered, partsOf, tasksAmong, tasksOf } from './refs.ts';
import type { Block, Reached, Shown, TaskList, ThingList, UnitList } from './result.ts';
import { namedIn, rolesIn } from './roles.ts';
import { scopeOf } from './scope.ts';
import { passes } from './tests.ts';
import { amongOf, conditionsOf, type Plain, plainOf } from './tests-in.ts';

/** Returns the tasks that name a group of which the unit is a member, and not the unit itself. */
const reachedBy = (
  { unit, role }: { readonly unit: string; readonly role: Role | 'any' },
  tasks: readonly Task[],
  ground: Ground,
): readonly Reached[] => {
  const named = (task: Task) => namedIn(task, { role });
  return ground.library.plan.registry.groups
    .filter(({ members }) => members.includes(unit))
    .map(({ name, basis }) => ({
      unit,
      group: name,
      basis,
      tasks: tasks.filter((task) => named(task).includes(name) && !named(task).includes(unit)),
    }))
    .filter((reached) => reached.tasks.length > 0);
};

const isMentions = (test: Test): test is Extract<Test, { test: 'mentions' }> => test.test === 'mentions';

/** Tasks that would be in the list if words inside longer ones counted. */
const insideOnly = (set: SetOf, members: readonly Task[], ground: Ground): readonly Task[] => {
  const tests = conditionsOf(set).flatMap(({ test, not }) => (isMentions(test) && !not ? [test] : []));
  if (tests.length === 0) return [];
  const own = new Set(members);
  return scopeOf(set, ground).filter(
    (task) =>
      !own.has(task) && tests.every((test) => mentions(numbered('task', task.number), test, ground) === 'inside'),
  );
};

const inRole = (tasks: readonly Task[], unit: string, role: Role): Block => ({
  role,
  entries: tasks
    .map((task) => ({ task, standings: standingsOf(task, [unit], role), shown: [] }))
    .filter(({ standings }) => standings.length > 0),
});

interface UnitBlocks {
  readonly blocks: readonly Block[];
  readonly lacks: Role | undefined;
}

/** A unit's own list, its roles apart; of the other role when it has none in the one asked for. */
const unitBlocks = ({ unit, role }: Plain, tasks: readonly Task[]): UnitBlocks => {
  const asked = rolesIn(role).map((one) => inRole(tasks, unit, one));
  const found = asked.filter(({ entries }) => entries.length > 0);
  if (found.length > 0 || role === 'any') return { blocks: found, lacks: undefined };
  const other = inRole(tasks, unit, role === 'responsible' ? 'supporting' : 'responsible');
  return other.entries.length > 0 ? { blocks: [other], lacks: role } : { blocks: [], lacks: undefined };
};

const once = (tasks: readonly Task[]): readonly Task[] => [...new Set(tasks)].sort((a, b) => a.number - b.number);

/** 甲负责的和乙负责的: the tasks of each, where one of several conditions holds. */
const summands = (set: SetOf, ground: Ground): Pick<TaskList, 'sums'> | undefined => {
  if (set.set !== 'where' || set.test.test !== 'any') return undefined;
  const sums = set.test.of.map((test) => ({
    test,
    tasks: tasksAmong(membersOf({ ...set, test }, ground), ground),
  }));
  return { sums };
};

const backwards = (block: Block): Block => ({ ...block, entries: block.entries.toReversed() });

/** Tasks that a unit has through its group, of those that meet the other conditions. */
const reachedAmong = (set: SetOf, looked: readonly Task[], ground: Ground): readonly Reached[] => {
  const among = amongOf(set);
  if (!among || among.others.length === 0) return [];
  const meets = ({ number }: Task): boolean =>
    among.others.every(({ test, not }) => passes(test, numbered('task', number), ground) !== not);
  return reachedBy({ unit: among.unit, role: among.role }, looked.filter(meets), ground);
};

/** Returns the tasks of a set as a list, with how the asked units stand in each and what bears it out. */
export const taskList = (set: SetOf, ground: Ground): TaskList => {
  const members = tasksAmong(membersOf(set, ground), ground);
  const plain = plainOf(set);
  const looked = scopeOf(set, ground);
  const stated = conditionsOf(set);
  const units = stated.flatMap(({ test }) => (test.test === 'has' ? test.units : []));
  const own = plain && !plain.not ? unitBlocks(plain, looked) : { blocks: [], lacks: undefined };
  const blocks = set.set === 'reversed' ? own.blocks.map(backwards) : own.blocks;
  const [first = { entries: members.map(entriesOf(set, ground)) }, ...rest] = blocks;
  const tasks = own.lacks ? first.entries.map(({ task }) => task) : members;
  const among = plain?.not ? members : looked;
  return {
    shape: 'tasks',
    blocks: [first, ...rest],
    tasks: rest.length > 0 ? once(tasks) : tasks,
    units: [...new Set(units)],
    reached: plain
      ? reachedBy({ unit: plain.unit, role: plain.role }, among, ground)
      : members.length > 0
        ? reachedAmong(set, looked, ground)
        : [],
    negative: plain?.not ?? false,
    ...(own.lacks && { lacks: own.lacks }),
    inside: insideOnly(set, members, ground),
    byOrder: !ground.library.leads && stated.some(({ test }) => test.test === 'has' && test.place === 'first'),
    looked,
    ...(summands(set, ground) ?? {}),
  };
};

const roleOfUnits = (set: SetOf): Role | 'any' => {
  if (set.set === 'image') return set.role ?? 'any';
  if (set.set === 'where' || set.set === 'pick' || set.set === 'reversed') {
    const counted = conditionsOf(set).flatMap(({ test, not }) => (test.test === 'count' && !not ? [test.role] : []));
    return counted[0] ?? roleOfUnits(set.of);
  }
  return set.set === 'without' || set.set === 'both' ? roleOfUnits(set.left) : 'any';
};

/** Returns the units of a set, each with the tasks of the set that it has in the role asked for. */
export const unitList = (set: SetOf, ground: Ground): UnitList => {
  const role = roleOfUnits(set);
  const looked = scopeOf(set, ground);
  const counted = conditionsOf(set).flatMap(({ test }) => (test.test === 'count' && test.among ? [test.among] : []));
  const among = new Set(
    looked.filter((task) => counted.every((test) => passes(test, numbered('task', task.number), ground))),
  );
  const units = membersOf(set, ground).map((ref) => ({
    unit: ref.id,
    tasks: tasksOf(ref, role, ground).filter((task) => among.has(task)),
  }));
  return { shape: 'units', role, units, looked };
};

/** Returns the members of a set that are no tasks and no units, with the figures that were a condition. */
export const thingList = (set: SetOf, type: EntityType, ground: Ground): ThingList => {
  const tests = conditionsOf(set).flatMap(({ test, not }) => (test.test === 'figure' && !not ? [test] : []));
  const shown = (ref: Ref): readonly Shown[] =>
    tests.flatMap((test) =>
      figureEvidence(ref, test, ground).map(
        ({ piece: { part, clause, text, ...rest }, printed }): Shown => ({
          part,
          clause,
          text,
          printed,
          ...(rest.year !== undefined && { year: rest.year }),
        }),
      ),
    );
  const looked = membersOf({ set: 'all', type }, ground).flatMap((ref) => clauseOf(ref, ground.library.plan) ?? []);
  const members = membersOf(set, ground);
  const parts = set.set === 'named' ? members.flatMap((ref) => partsOf(ref, ground)) : [];
  const things = (parts.length > 0 ? parts : members).map((ref) => ({ ref, shown: shown(ref) }));
  return { shape: 'things', things, looked };
};
