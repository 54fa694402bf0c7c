import { counted, type Desk, type Draft } from '../../answer/draft.ts';
import type { PhraseKey } from '../../answer/phrases.ts';
import { listCitations } from '../../answer/task-sources.ts';
import type { Extreme, Ranked, Ranking } from '../../execute/sets/result.ts';
import { actionNamed, taskNamed } from '../../library/named.ts';
import { meantBy } from '../../plan/named-units.ts';
import type { Query, Role, SetOf } from '../../values.ts';
import { describeSet } from '../describe.ts';
import { roleName } from '../describe-test.ts';
import { placesComputed, placesText } from '../places.ts';
import { numbersOf } from './parts.ts';

const TASKS_AS: Readonly<Record<Role | 'any', PhraseKey>> = {
  responsible: 'rankTasksResponsible',
  supporting: 'rankTasksSupported',
  any: 'rankTasks',
};

/** So many of those before the place that was asked for are shown. */
const MOST_AHEAD = 5;

/** A subset's few tasks are named by number. */
const MOST_NUMBERED = 10;

const nameOf = ({ ref }: Ranked, { plan, name, say }: Desk): string => {
  if (ref.type === 'unit') return name.unit(ref.id);
  const task = taskNamed(ref, plan);
  if (task) return say('itemTitle', { number: task.number, title: name.task(task) });
  const action = actionNamed(ref, plan);
  return action ? name.action(action) : ref.id;
};

/** The tasks that were counted, when they are not all of the plan. */
const innerOf = (set: SetOf): SetOf | undefined => {
  switch (set.set) {
    case 'image':
      return set.of.set === 'all' ? undefined : set.of;
    case 'where':
    case 'pick':
    case 'reversed':
      return innerOf(set.of);
    case 'without':
    case 'both':
    case 'either':
      return innerOf(set.left);
    case 'all':
    case 'named':
    case 'about':
      return undefined;
  }
};

/** 市级部门: the sort of units that are ranked. */
const sortOf = (set: SetOf): string | undefined =>
  set.set === 'all' ? set.sort : set.set === 'without' ? sortOf(set.left) : undefined;

const besides = (set: SetOf, of: string, { say, name }: Desk): string => {
  if (set.set !== 'without' || set.right.set !== 'named') return of;
  const units = set.right.refs.flatMap(({ type, id }) => (type === 'unit' ? [id] : []));
  return units.length > 0 ? say('rankExcept', { units: name.units(units), of }) : of;
};

const TASKS_LEADING = { leads: 'rankTasksLead', beside: 'rankTasksBeside' } as const;

const ofText = ({ what, role, leading, units }: Ranking, { of }: Query, desk: Desk): string => {
  const { say, name } = desk;
  if (what === 'task') {
    const roles = say(roleName({ role, ...(leading && { leading }) }));
    return of.set === 'all' || of.set === 'without'
      ? roles
      : say('rankWithin', { set: describeSet(of, desk), of: roles });
  }
  if (units) return say(roleName({ role, ...(leading && { leading }) }));
  const inner = innerOf(of);
  const tasks = say(what !== 'unit' ? 'rankTasks' : leading ? TASKS_LEADING[leading] : TASKS_AS[role]);
  const sort = sortOf(of);
  if (!inner) return sort === undefined ? tasks : say('rankWithin', { set: name.sort(sort), of: tasks });
  return what === 'unit' ? say('rankWithin', { set: describeSet(inner, desk), of: tasks }) : describeSet(inner, desk);
};

const extremeLines = (
  extreme: Extreme,
  ranking: Ranking,
  { query, desk }: { query: Query; desk: Desk },
): readonly string[] => {
  const { say, language } = desk;
  const measure = say(ranking.what === 'task' || ranking.units ? 'measureUnits' : 'measureTasks');
  const scoped = innerOf(query.of) !== undefined;
  const named = (row: Ranked): string =>
    scoped && row.tasks.length <= MOST_NUMBERED
      ? say('rankNumbers', { name: nameOf(row, desk), numbers: numbersOf(row.tasks) })
      : nameOf(row, desk);
  const both = ranking.extremes.length > 1;
  const { rank, ahead = [] } = extreme;
  const key = extreme.least ? 'rankLeast' : 'rankMost';
  const line = (row: Ranked): string => say('rankLine', { name: nameOf(row, desk), count: row.count, measure });
  const of = besides(query.of, ofText(ranking, query, desk), desk);
  const joined = (rows: readonly Ranked[]): string => rows.map(named).join(language === 'en' ? '; ' : '、');
  const counts = [...new Set(extreme.first.map(({ count }) => count))];
  const names = counts.map((count) => {
    const tied = extreme.first.filter((row) => row.count === count);
    return say(tied.length > 1 ? 'rankTied' : 'rankAlone', { names: joined(tied), count, measure });
  });
  return [
    rank === undefined
      ? say(key, { of, names: joined(extreme.first), count: extreme.first[0].count, measure })
      : say(extreme.least ? 'rankNthLeast' : 'rankNthMost', {
          rank: placesText(rank, desk),
          of,
          names: names.join(language === 'en' ? '; ' : '；'),
        }),
    ...(ahead.length > 0 ? [say('rankAhead'), ...ahead.slice(0, MOST_AHEAD).map(line)] : []),
    ...(extreme.next.length > 0 && !both ? [say('rankNext'), ...extreme.next.map(line)] : []),
  ];
};

/** A task that is ranked by its units shows them. */
const MOST_SHOWN = 3;

const unitLines = ({ what, role, extremes }: Ranking, { say, name }: Desk): readonly string[] => {
  const first = extremes.flatMap((extreme) => extreme.first);
  if (what !== 'task' || first.length > MOST_SHOWN) return [];
  return first.flatMap(({ tasks: [task] }) => {
    if (!task) return [];
    const roles = (['responsible', 'supporting'] as const).filter((one) => role === 'any' || role === one);
    return roles.flatMap((one) => {
      const units = meantBy(task.body[one]);
      return units.length > 0 ? [say(one, { units: name.units(units) })] : [];
    });
  });
};

/** A single unit's tasks, or those of actions; of several tied units none in particular. */
const tasksOf = ({ what, extremes }: Ranking): readonly Ranked['tasks'][number][] => {
  const first = extremes.flatMap((extreme) => extreme.first);
  return what === 'unit' && first.length > 1 ? [] : first.flatMap(({ tasks }) => tasks);
};

/** Returns the answer that names those with the most or the fewest, ties together, and those behind them. */
export const phraseRanking = (ranking: Ranking, query: Query, desk: Desk): Draft => {
  const rows = ranking.extremes.flatMap(({ first, next, ahead = [] }) => [...ahead, ...first, ...next]);
  const tasks = [...new Set(tasksOf(ranking))].sort((a, b) => a.number - b.number);
  const borne =
    tasks.length > 0 ? tasks : [...new Set(ranking.extremes.flatMap(({ first }) => first.flatMap((row) => row.tasks)))];
  return {
    status: 'answered',
    brief: true,
    lines: [
      ...ranking.extremes.flatMap((extreme) => extremeLines(extreme, ranking, { query, desk })),
      ...unitLines(ranking, desk),
    ],
    citations: borne.flatMap((task) => listCitations(desk, task)),
    computed: [
      ...rows.map((row) =>
        counted(
          row.count,
          `${nameOf(row, desk)}：按条款计数`,
          row.tasks.map(({ row: { clause } }) => clause),
        ),
      ),
      ...ranking.extremes.flatMap(({ rank }) => placesComputed(rank)),
      ...rows.flatMap(({ ref }) => (ref.type === 'task' ? [counted(Number(ref.id), '任务的序号', [])] : [])),
    ],
    tasks: tasks.map(({ number }) => number),
  };
};
