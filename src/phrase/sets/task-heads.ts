import type { Desk } from '../../answer/draft.ts';
import type { Block, TaskEntry, TaskList } from '../../execute/sets/result.ts';
import { conditionsOf } from '../../execute/sets/tests-in.ts';
import type { Query, Role, SetOf, Test } from '../../values.ts';
import { describeSet, describeTest, headSet } from '../describe.ts';
import { ROLE_NAME } from '../describe-test.ts';
import { isMisprintOnly } from './difference-lines.ts';
import type { ListFrame } from './frame.ts';
import { numbersOf } from './parts.ts';
import { entryLines, type Layout } from './task-entries.ts';

const isHas = (test: Test): test is Extract<Test, { test: 'has' }> => test.test === 'has';

/** A unit's own list says the role of each block; with a role changed in the set, so is its description. */
const inRole = (set: SetOf, role: Role): SetOf =>
  set.set === 'where' ? { ...set, of: inRole(set.of, role), test: testInRole(set.test, role) } : set;

const testInRole = (test: Test, role: Role): Test => {
  if (isHas(test)) return { ...test, role };
  return test.test === 'all' ? { ...test, of: test.of.map((one) => testInRole(one, role)) } : test;
};

const countHead = (set: SetOf, count: number, { desk, prefix }: ListFrame): string =>
  desk.say('setHead', { prefix, set: headSet(set, desk), count, measure: desk.say('measureTask') });

/** 责任单位中没有列名高新区的任务: a unit that is reached through a group is not said to have no part. */
const notNamed = (list: TaskList, frame: ListFrame): string | undefined => {
  const [denied] = conditionsOf(frame.query.of).flatMap(({ test, not }) => (not && isHas(test) ? [test] : []));
  if (!list.negative || list.reached.length === 0 || !denied) return undefined;
  const { say, name } = frame.desk;
  const role = say(ROLE_NAME[denied.role]);
  const conditions = say('condNotNamed', { role, unit: name.units(denied.units) });
  const within = conditionsOf(frame.query.of).flatMap(({ test }) => (test.test === 'in' ? [test] : []));
  const actions = within.map((test) => describeTest(test, { not: false, type: 'task' }, frame.desk)).join('、');
  const rest = say('setWhere', { conditions, things: say('ofTasks') });
  const set = actions === '' ? rest : say('setInAction', { actions, rest });
  return say('setHead', { prefix: frame.prefix, set, count: list.tasks.length, measure: say('measureTask') });
};

/** Returns the lines of all entries, under the head of their role or sort where there are several. */
export const blockLines = (list: TaskList, layout: Layout): readonly string[] => {
  const { frame } = layout;
  const { desk, query } = frame;
  const several = list.blocks.length > 1;
  const real = list.blocks.flatMap((block) => {
    const parts = splitByDifference(block, query, desk);
    const head =
      several && block.role
        ? [desk.say('blockHead', { set: describeSet(inRole(query.of, block.role), desk), count: block.entries.length })]
        : [];
    return [
      ...head,
      ...parts.flatMap(({ title, entries }) => [
        ...title,
        ...(several || parts.length > 1
          ? entries.flatMap((entry) => entryLines(entry, block, layout))
          : byAction(entries, desk).flatMap(({ head: own, entries: under }) => [
              ...own,
              ...under.flatMap((entry) => entryLines(entry, block, layout)),
            ])),
      ]),
    ];
  });
  return real;
};

interface OfAction {
  readonly head: readonly string[];
  readonly entries: readonly TaskEntry[];
}

/** A list that is longer than a phone shows is read by the actions that its tasks belong to. */
const LONG_LIST = 12;
const FEWEST_ACTIONS = 3;

/** The entries of a long list under their actions, where these follow each other as in the plan; else all together. */
const byAction = (entries: readonly TaskEntry[], { plan, name, say }: Desk): readonly OfAction[] => {
  const runs: TaskEntry[][] = [];
  for (const entry of entries) {
    const last = runs.at(-1);
    if (last?.[0]?.task.action === entry.task.action) last.push(entry);
    else runs.push([entry]);
  }
  const actions = new Set(runs.map(([first]) => first?.task.action));
  if (entries.length <= LONG_LIST || runs.length < FEWEST_ACTIONS || actions.size < runs.length)
    return [{ head: [], entries }];
  return runs.map((own) => {
    const action = plan.actions.find(({ number }) => number === own[0]?.task.action);
    const head = action ? [say('groupMembers', { name: name.action(action), count: own.length })] : [];
    return { head, entries: own };
  });
};

/** How many tasks of a long list each of its actions has. */
export const actionCounts = ({ blocks }: TaskList, desk: Desk): readonly number[] =>
  blocks.flatMap(({ entries }) => byAction(entries, desk).map(({ entries: own }) => own.length));

interface Split {
  readonly title: readonly string[];
  readonly entries: readonly TaskEntry[];
}

/** Tasks whose units differ come first, those that only print a unit in another form after them. */
const splitByDifference = ({ entries }: Block, { of }: Query, { say }: Desk): readonly Split[] => {
  const only = entries.filter(({ task }) => isMisprintOnly(task, of));
  if (only.length === 0 || only.length === entries.length) return [{ title: [], entries }];
  const real = entries.filter((entry) => !only.includes(entry));
  return [
    { title: [say('reallyDiffer', { count: real.length })], entries: real },
    { title: [say('onlyMisprinted', { count: only.length })], entries: only },
  ];
};

/** Returns the first line: how the list was read and how many there are. */
export const headLine = (list: TaskList, frame: ListFrame): string => {
  const { of } = frame.query;
  const [{ role }, ...others] = list.blocks;
  const described = role && others.length === 0 ? inRole(of, role) : of;
  return notNamed(list, frame) ?? countHead(described, list.tasks.length, frame);
};

/** The line before a list of the other role, when the unit has none in the one asked for. */
export const lacksLines = ({ lacks, units }: TaskList, { desk }: ListFrame): readonly string[] =>
  lacks
    ? [
        desk.say('noneInRole', {
          unit: desk.name.units(units),
          role: desk.say(lacks === 'responsible' ? 'roleResponsible' : 'roleSupporting'),
        }),
      ]
    : [];

/** Returns the line that tells of tasks which hold the words only inside longer ones. */
export const insideLine = ({ inside }: TaskList, { query, desk }: ListFrame): readonly string[] => {
  const [test] = conditionsOf(query.of).flatMap((one) => (one.test.test === 'mentions' ? [one.test] : []));
  if (!test || inside.length === 0) return [];
  return [desk.say('insideWords', { count: inside.length, word: test.words, numbers: numbersOf(inside) })];
};
