import { yearsOf } from '../plan/years.ts';
import type { Plan } from '../types.ts';
import { coverOf } from './cover.ts';
import { differenceRows } from './difference-rows.ts';
import { severalUnits, unknownAction, unknownTask, unknownUnit, unknownYear, type WorklistFault } from './faults.ts';
import { taskListsOf } from './task-lists.ts';
import { labelled } from './task-row.ts';
import { unitsNamed, unitsNear } from './unit-named.ts';
import type { IndicatorRow, Worklist, WorklistFilter } from './worklist.ts';

const readFilter = (
  plan: Plan,
  { unit, year, action, tasks, about, lines }: WorklistFilter,
): Worklist['filter'] | WorklistFault => {
  const named = unit === undefined ? [] : unitsNamed(unit, plan.registry);
  const [only] = named;
  if (unit !== undefined && only === undefined) return unknownUnit(unit, unitsNear(unit, plan.registry));
  if (named.length > 1) return severalUnits(named);
  if (year !== undefined && !yearsOf(plan).includes(year)) return unknownYear(year, plan);
  const found = plan.actions.find(({ number }) => number === action);
  if (action !== undefined && !found) return unknownAction(action, plan);
  const strange = tasks?.find((number) => !plan.tasks.some((task) => task.number === number));
  if (strange !== undefined) return unknownTask(strange, plan);
  return {
    ...(only !== undefined && { unit: only }),
    ...(year !== undefined && { year }),
    ...(found && { action: { number: found.number, title: found.title } }),
    ...(tasks && { tasks }),
    ...(about !== undefined && { about }),
    ...(lines && { lines }),
  };
};

const indicatorRows = (plan: Plan, year: number | undefined): readonly IndicatorRow[] =>
  plan.indicators.map(({ number, name, measure, values, clause }) => ({
    number,
    name,
    measure,
    values: values.filter((value) => year === undefined || value.year === year),
    source: labelled(plan, clause),
  }));

/**
 * The work list of a unit, a year, an action, or all, or why there is none. Pure: the same plan, filter and time give
 * the same list.
 *
 * @param madeAt milliseconds since the epoch
 */
export const worklistOf = (plan: Plan, asked: WorklistFilter, madeAt: number): Worklist | WorklistFault => {
  const filter = readFilter(plan, asked);
  if ('kind' in filter) return filter;
  const years = filter.year === undefined ? yearsOf(plan) : [filter.year];
  const tasks = (filter.lines ? [] : plan.tasks)
    .filter(({ action }) => filter.action === undefined || filter.action.number === action)
    .filter(({ number }) => filter.tasks?.includes(number) ?? true);
  const lists = filter.lines ? [] : taskListsOf({ plan, tasks, years, unit: filter.unit });
  const listed = new Set(lists.flatMap(({ rows }) => rows.map(({ task }) => task)));
  const worklist = {
    kind: 'worklist',
    filter,
    years,
    lists,
    indicators: filter.lines ? [] : indicatorRows(plan, filter.year),
    differences: differenceRows(
      plan,
      tasks.filter(({ number }) => listed.has(number)),
    ),
  } as const;
  return { ...worklist, cover: coverOf(plan, worklist, madeAt) };
};
