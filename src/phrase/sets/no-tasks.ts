import type { Desk, Draft } from '../../answer/draft.ts';
import { listCitations, parentOf, yearHead } from '../../answer/task-sources.ts';
import type { Block, TaskList } from '../../execute/sets/result.ts';
import { conditionsOf } from '../../execute/sets/tests-in.ts';
import { canonical } from '../../text.ts';
import type { Task } from '../../types.ts';
import type { Query } from '../../values.ts';
import { headSet } from '../describe.ts';
import type { ListFrame } from './frame.ts';
import { outsideNotices } from './notices.ts';
import { allYears, askedNumbers, countedTasks, numbersOf } from './parts.ts';
import { tasksAmongPlan } from './plan-tasks.ts';
import { shownCitations } from './task-citations.ts';
import { entryLines, layoutOf, leftOut, targetYears } from './task-entries.ts';
import { insideLine } from './task-heads.ts';

/** So few tasks looked through are each cited when none was found. */
const MOST_LOOKED = 12;

const LATIN = /^[a-z]/;

/** Words that the plan nowhere has, though every one of the list's tasks would have to hold them. */
const absentWord = (list: TaskList, { query, desk }: ListFrame): string | undefined => {
  const words = conditionsOf(query.of).flatMap(({ test, not }) =>
    test.test === 'mentions' && !not ? [test.words] : [],
  );
  const plain = desk.plan.clauses.map(({ text }) => canonical(text));
  const has = (word: string) => plain.some((text) => text.includes(canonical(word)));
  /** Of several words in letters each may be there in Chinese, and no task hold them all. */
  if (words.length > 1 && words.some((word) => LATIN.test(word))) return undefined;
  return list.inside.length > 0 ? undefined : words.find((word) => !word.split(/\s+/).every(has));
};

/** 除第37项外: the things that were left out by name bear out that there is nothing else. */
const namedAside = ({ of }: Query, { plan }: Desk): readonly Task[] =>
  of.set === 'without' && of.right.set === 'named' ? tasksAmongPlan(of.right.refs, plan) : [];

/** It leads nothing: the tasks for which it is responsible among others. */
const unledTasks = ({ of }: Query, { plan }: Desk): readonly Task[] => {
  const [asked, ...more] = conditionsOf(of);
  if (!asked || more.length > 0 || asked.not || asked.test.test !== 'has' || asked.test.leading !== 'leads') return [];
  const { units } = asked.test;
  return plan.tasks.filter(({ body }) =>
    body.responsible.some(({ means }) => units.some((unit) => means.includes(unit))),
  );
};

/** Nothing found: what was looked through, each of few tasks or the table of all. */
export const emptyDraft = (list: TaskList, frame: ListFrame): Draft => {
  const { desk, query, prefix } = frame;
  const absent = absentWord(list, frame);
  if (absent !== undefined) return { status: 'not_found', lines: [desk.say('wordAbsent', { word: absent })] };
  const few = list.looked.length <= MOST_LOOKED ? list.looked : [];
  const set = headSet(query.of, desk);
  const unled = unledTasks(query, desk);
  const annex = parentOf(desk.plan.tasks[0]?.row.clause ?? '');
  const table = desk.clause(annex) ? [desk.cite(annex)] : [];
  return {
    status: 'answered',
    brief: true,
    lines: [
      desk.say('setNone', { prefix, set, measure: desk.say('measureTask') }),
      ...(few.length > 0 ? [desk.say('setLooked', { numbers: numbersOf(few) })] : []),
      ...(unled.length > 0 ? [desk.say('unledHead', { count: unled.length })] : []),
      ...unled.map((task) => desk.say('itemTitle', { number: task.number, title: desk.name.task(task) })),
      ...insideLine(list, frame),
    ],
    citations: [
      ...few.flatMap((task) => listCitations(desk, task)),
      ...unled.flatMap((task) => listCitations(desk, task)),
      ...namedAside(query, desk).flatMap((task) => listCitations(desk, task)),
      ...(few.length > 0 ? [] : table),
      ...list.inside.flatMap((task) => listCitations(desk, task)),
    ],
    notices: outsideNotices(query, desk),
    computed: [
      ...askedNumbers(query, desk),
      ...(unled.length > 0 ? [countedTasks(unled, '负责而不牵头的任务数')] : []),
      countedTasks(list.looked, '查看的任务数'),
      countedTasks(list.inside, '只在更长的词里带有这几个字的任务数'),
    ],
    tasks: [],
  };
};

/** The unit is not named at all, and has tasks only through a group. */
export const unnamedDraft = (list: TaskList, frame: ListFrame): Draft => {
  const { desk, query } = frame;
  const tasks = list.reached.flatMap((reached) => reached.tasks);
  const block: Block = { entries: tasks.map((task) => ({ task, standings: [], shown: [] })) };
  const layout = layoutOf(block.entries, targetYears(list, frame), frame);
  const { years } = layout;
  return {
    status: 'answered',
    brief: true,
    lines: list.reached
      .flatMap(({ unit, group, tasks: own }) => [
        desk.say('unitUnnamed', { unit: desk.name.unit(unit), group: desk.name.unit(group), count: own.length }),
        ...block.entries.filter(({ task }) => own.includes(task)).flatMap((entry) => entryLines(entry, block, layout)),
      ])
      .concat(leftOut(layout)),
    citations: [
      ...block.entries.flatMap((entry) => shownCitations(entry, years, frame)),
      ...yearHead(desk, years.length > 0 ? years : allYears(desk)),
    ],
    notices: [
      ...list.reached.map(({ group, basis, tasks: own }) => ({
        code: 'group_member' as const,
        text: desk.say('groupBasis', { group: desk.name.unit(group), basis }),
        clauses: own.map(({ body }) => body.clause),
      })),
      ...outsideNotices(query, desk),
    ],
    computed: [
      ...list.reached.map(({ group, tasks: own }) => countedTasks(own, `以${group}列名的任务数`)),
      ...askedNumbers(query, desk),
    ],
    tasks: tasks.map(({ number }) => number).sort((a, b) => a - b),
  };
};
