import type { Source } from '../../answer/citation.ts';
import { counted, type Desk, type Draft } from '../../answer/draft.ts';
import { listCitations, parentOf } from '../../answer/task-sources.ts';
import type { UnitList } from '../../execute/sets/result.ts';
import type { Computed, Task } from '../../types.ts';
import type { Role, SetOf } from '../../values.ts';
import { headSet } from '../describe.ts';
import type { ListFrame } from './frame.ts';
import { askedNumbers, numbersOf } from './parts.ts';

/** So few units are shown with their tasks' numbers; more of them with counts only. */
const MOST_IN_LINES = 12;
const MOST_NUMBERS = 20;

const comma = ({ language }: Desk): string => (language === 'en' ? ', ' : '、');

const isWhole = (set: SetOf): boolean =>
  set.set === 'all' || (set.set === 'where' && set.test.test === 'count' && isWhole(set.of));

const countOfUnits = ({ units }: UnitList): Computed =>
  counted(units.length, '单位的个数（正文和附件合并，合称各计一个）', []);

const countsOf = ({ units }: UnitList): readonly Computed[] =>
  units.map(({ unit, tasks }) =>
    counted(
      tasks.length,
      `${unit}：按条款计数`,
      tasks.map(({ row }) => row.clause),
    ),
  );

/** The tasks that bear the list out: those of its units, of all that was looked at when there are none. */
const borneBy = ({ units, looked }: UnitList): readonly Task[] => {
  const own = new Set(units.flatMap(({ tasks }) => tasks));
  return looked.filter((task) => own.size === 0 || own.has(task));
};

const sourcesOf = (list: UnitList, desk: Desk): readonly Source[] => {
  const annex = parentOf(desk.plan.tasks[0]?.row.clause ?? '');
  if (list.units.length === 0 && list.looked.length === desk.plan.tasks.length && desk.clause(annex))
    return [desk.cite(annex)];
  return borneBy(list).flatMap((task) => listCitations(desk, task));
};

const linesOf = ({ units }: UnitList, desk: Desk): readonly string[] => {
  const { say, name } = desk;
  const sorted = units.toSorted((a, b) => b.tasks.length - a.tasks.length);
  if (units.length <= MOST_IN_LINES)
    return sorted.map(({ unit, tasks }) =>
      tasks.length > MOST_NUMBERS
        ? say('unitCount', { unit: name.unit(unit), count: tasks.length })
        : say('unitTasksLine', { unit: name.unit(unit), numbers: numbersOf(tasks) }),
    );
  return [
    sorted.map(({ unit, tasks }) => say('unitCount', { unit: name.unit(unit), count: tasks.length })).join(comma(desk)),
  ];
};

const ALL_ROLE = { responsible: 'rankResponsible', supporting: 'rankSupporting', any: 'ofUnits' } as const;

/** All units in a role say besides how they were counted. */
const headOf = (list: UnitList, { query, desk, prefix }: ListFrame): string => {
  const { say } = desk;
  const plain = query.of.set === 'all' && query.of.sort === undefined;
  const inRole = onlyInRole(query.of);
  if ((plain || inRole) && list.units.length > 0)
    return prefix + say('allUnits', { role: say(ALL_ROLE[inRole ?? 'any']), count: list.units.length });
  const set = headSet(query.of, desk);
  return list.units.length === 0
    ? say('setNone', { prefix, set, measure: say('measureUnit') })
    : say('setHead', { prefix, set, count: list.units.length, measure: say('measureUnit') });
};

/** 全部责任单位: all units that have a task in one role, and nothing else demanded. */
const onlyInRole = (set: SetOf): Role | undefined => {
  if (set.set !== 'where' || set.of.set !== 'all' || set.of.sort !== undefined || set.test.test !== 'count')
    return undefined;
  const { role, is } = set.test;
  return role !== 'any' && is.relation === '≥' && is.value === 1 ? role : undefined;
};

/** Returns the answer that lists units, with the tasks of each. */
export const phraseUnits = (list: UnitList, frame: ListFrame): Draft => {
  const { desk, query } = frame;
  const whole = list.looked.length === desk.plan.tasks.length;
  return {
    status: 'answered',
    brief: true,
    lines: [headOf(list, frame), ...linesOf(list, desk)],
    citations: sourcesOf(list, desk),
    computed: [countOfUnits(list), ...countsOf(list), ...askedNumbers(query, desk)],
    tasks: list.units.length === 0 || (whole && isWhole(query.of)) ? [] : borneBy(list).map(({ number }) => number),
  };
};
