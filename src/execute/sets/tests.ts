import { squeeze } from '../../text.ts';
import type { Task, UnitName } from '../../types.ts';
import type { Difference, Ref, Test } from '../../values.ts';
import type { Ground } from '../ground.ts';
import { mentions } from './mentions.ts';
import { moveEvidence } from './moves.ts';
import { figureEvidence, meets } from './quantities.ts';
import { numbered, tasksAmong, tasksOf, tasksWith } from './refs.ts';
import { decidedIn, firstIn, leadIn, namedIn, rolesIn } from './roles.ts';

type HasTest = Extract<Test, { test: 'has' }>;
type CountTest = Extract<Test, { test: 'count' }>;
type DiffersTest = Extract<Test, { test: 'differs' }>;
type UnitsDifference = Extract<Difference, { kind: 'units' }>;

/** Names nobody but these in the role; all of them where all are demanded. */
const taskHasOnly = (task: Task, { role, units, every, part, leading }: HasTest): boolean => {
  const named = decidedIn(task, { role, part, leading });
  const alone = named.length > 0 && named.every((unit) => units.includes(unit));
  return alone && (!every || units.every((unit) => named.includes(unit)));
};

/** The units that a task prints under one form of their names. */
const printedIn = ({ body, row }: Task, { role, part, printed }: HasTest): readonly UnitName[] =>
  [...(part === 'annex' ? [] : [body]), ...(part === 'body' ? [] : [row])]
    .flatMap((side) => rolesIn(role).flatMap((one) => side[one]))
    .flatMap((unit) => (unit.printed === printed ? unit.means : []));

/** Whether the units lead: as the plan calls them; where it calls nobody so, by being named first. */
const taskHasFirst = (task: Task, { role, units, part }: HasTest, leads: boolean): boolean =>
  leads && role !== 'supporting'
    ? units.some((unit) => leadIn(task)?.includes(unit) ?? false)
    : units.includes(firstIn(task, { role, part }) ?? '');

const taskHas = (task: Task, test: HasTest, leads: boolean): boolean => {
  const { role, units, every, place, part, leading } = test;
  if (place === 'first') return taskHasFirst(task, test, leads);
  if (place === 'only') return taskHasOnly(task, test);
  const named = test.printed === undefined ? namedIn(task, { role, part, leading }) : printedIn(task, test);
  return every ? units.every((unit) => named.includes(unit)) : units.some((unit) => named.includes(unit));
};

const has = (ref: Ref, test: HasTest, ground: Ground): boolean =>
  ref.type === 'unit'
    ? test.units.includes(ref.id)
    : tasksOf(ref, 'any', ground).some((task) => taskHas(task, test, ground.library.leads ?? false));

/** Returns how many a thing has: a task of units, a unit or an action of tasks. */
export const countOf = (ref: Ref, test: Omit<CountTest, 'test' | 'is'>, ground: Ground): number => {
  const [task] = tasksAmong([ref], ground);
  if (task) return decidedIn(task, test).length;
  const { among } = test;
  const tasks = tasksWith(ref, test, ground);
  return among ? tasks.filter(({ number }) => passes(among, numbered('task', number), ground)).length : tasks.length;
};

/** Returns the targets of some years, word for word; of all years when none is named. */
const textsOf = ({ row }: Task, years: readonly number[]): readonly string[] =>
  row.targets.filter(({ year }) => years.length === 0 || years.includes(year)).map(({ text }) => squeeze(text));

const isSame = (task: Task, years: readonly number[]): boolean => {
  const texts = textsOf(task, years);
  return texts.length > 1 && new Set(texts).size === 1;
};

/** Each year demands something, and no two the same. */
const isApart = (task: Task, years: readonly number[]): boolean => {
  const texts = textsOf(task, years);
  return texts.length > 1 && new Set(texts).size === texts.length;
};

const unitsDiffer = (difference: UnitsDifference, { role, lacks, units }: DiffersTest): boolean => {
  if (role !== undefined && difference.role !== role) return false;
  const { onlyBody, onlyAnnex, misprints } = difference;
  const missing = lacks === 'annex' ? onlyBody : lacks === 'body' ? onlyAnnex : [...onlyBody, ...onlyAnnex];
  if (units && units.length > 0) return units.some((unit) => missing.includes(unit));
  return missing.length > 0 || (lacks === undefined && misprints.length > 0);
};

/** Returns whether one difference is of the sort that a condition asks for. */
const isDifference = (difference: Difference, test: DiffersTest): boolean => {
  if (test.what === 'any' ? difference.kind === 'figures' : test.what !== difference.kind) return false;
  if (test.what === 'any' && (test.units?.length || test.role) && difference.kind !== 'units') return false;
  switch (difference.kind) {
    case 'units':
      return unitsDiffer(difference, test);
    case 'title':
      return test.lacks === undefined;
    case 'figures':
      return (
        test.lacks === undefined || (test.lacks === 'annex' ? difference.onlyBody : difference.onlyAnnex).length > 0
      );
  }
};

/** Returns the differences of a task that a condition asks for. */
export const differencesOf = (task: Task, test: DiffersTest, { library }: Ground): readonly Difference[] =>
  library.differences.filter((difference) => difference.task === task.number && isDifference(difference, test));

/** True when a printed form of the task's units is no name of the unit that it means. */
const isMisprinted = ({ body, row }: Task): boolean =>
  [...body.responsible, ...body.supporting, ...row.responsible, ...row.supporting].some(({ misprint }) => misprint);

/** A task stands in an action, or in a heading below it. */
const isIn = (task: number, actions: readonly number[], { library: { plan } }: Ground): boolean =>
  plan.actions.some(({ number, tasks }) => actions.includes(number) && tasks.includes(task));

const someTask = (ref: Ref, ground: Ground, holds: (task: Task) => boolean): boolean =>
  tasksAmong([ref], ground).some(holds);

/** Returns whether a thing meets a condition. */
export const passes = (test: Test, ref: Ref, ground: Ground): boolean => {
  switch (test.test) {
    case 'has':
      return has(ref, test, ground);
    case 'count':
      return meets(countOf(ref, test, ground), test.is);
    case 'in':
      return tasksOf(ref, 'any', ground).some(({ number }) => isIn(number, test.actions, ground));
    case 'mentions':
      return mentions(ref, test, ground) === 'word';
    case 'figure':
      return figureEvidence(ref, test, ground).length > 0;
    case 'same':
      return someTask(ref, ground, (task) => isSame(task, test.years));
    case 'apart':
      return someTask(ref, ground, (task) => isApart(task, test.years));
    case 'moves':
      return moveEvidence(ref, test, ground).length > 0;
    case 'differs':
      return someTask(ref, ground, (task) => differencesOf(task, test, ground).length > 0);
    case 'misprint':
      return someTask(ref, ground, isMisprinted);
    case 'not':
      return !passes(test.of, ref, ground);
    case 'all':
      return test.of.every((one) => passes(one, ref, ground));
    case 'any':
      return test.of.some((one) => passes(one, ref, ground));
  }
};
