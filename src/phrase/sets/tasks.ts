import type { Source } from '../../answer/citation.ts';
import { counted, type Desk, type Draft } from '../../answer/draft.ts';
import { listCitations, parentOf, silent, yearHead } from '../../answer/task-sources.ts';
import type { Block, Shown, Standing, TaskEntry, TaskList } from '../../execute/sets/result.ts';
import { rolesIn } from '../../execute/sets/roles.ts';
import { conditionsOf } from '../../execute/sets/tests-in.ts';
import { canonical } from '../../text.ts';
import type { Computed, Notice, Task } from '../../types.ts';
import type { Query, Role, SetOf, Test } from '../../values.ts';
import { describeSet, describeTest } from '../describe.ts';
import { ROLE_NAME } from '../describe-test.ts';
import { differenceLines, isMisprintOnly, misprintsLine } from './difference-lines.ts';
import { excerpt } from './excerpt.ts';
import { differNotices, groupNotices, misprintNotices, orderNotice, outsideNotices, whereOnly } from './notices.ts';
import { allYears, askedNumbers, cellsOf, countedTasks, numbersOf, taskLine, yearsOf } from './parts.ts';

/** A list fits a phone; with words of the plan beneath each task, so many characters of them in all. */
const BUDGET = 2400;
const SHORTEST = 28;
const LONGEST = 160;
const MOST_SHOWN = 4;
/** So few tasks looked through are each cited when none was found. */
const MOST_LOOKED = 12;

/** What a list is asked for, and the word before its first line: 有。 */
export interface ListFrame {
  readonly query: Query;
  readonly desk: Desk;
  readonly prefix: string;
}

const roleMark = (standings: readonly Standing[], units: number, { say, name }: Desk): string => {
  if (standings.length === 0) return '';
  const verb = (role: Role) => say(role === 'responsible' ? 'verbResponsible' : 'verbSupporting');
  const list = standings.map(({ unit, role }) =>
    units > 1 ? say('unitRole', { unit: name.unit(unit), verb: verb(role) }) : verb(role),
  );
  return say('markUnitRole', { list: [...new Set(list)].join('、') });
};

const whereMark = (standings: readonly Standing[], units: number, desk: Desk): string =>
  standings
    .map((standing) => {
      const where = whereOnly(standing, desk);
      if (where === '' || units <= 1) return where;
      return desk.say('markUnit', {
        unit: desk.name.unit(standing.unit),
        where: where.replace(/^[（(\s]+|[）)]+$/g, ''),
      });
    })
    .join('');

const anyRole = (set: SetOf): boolean =>
  conditionsOf(set).some(({ test, not }) => !not && test.test === 'has' && test.role === 'any');

const markOf = (entry: TaskEntry, block: Block, { query, desk }: ListFrame): string => {
  const units = new Set(entry.standings.map(({ unit }) => unit)).size;
  const roles = block.role === undefined && anyRole(query.of) ? roleMark(entry.standings, units, desk) : '';
  const count = entry.count === undefined ? '' : desk.say('markCount', { count: entry.count });
  return `${roles}${whereMark(entry.standings, units, desk)}${count}`;
};

/** What bears a task out, the same words of several years as one. */
const shownLines = (shown: readonly Shown[], budget: number, { say }: Desk): readonly string[] => {
  const byText = new Map<string, Shown[]>();
  for (const one of shown) {
    const key = `${one.part} ${one.text}`;
    byText.set(key, [...(byText.get(key) ?? []), one]);
  }
  return [...byText.values()].slice(0, MOST_SHOWN).flatMap((same) => {
    const [first] = same;
    if (!first) return [];
    const years = [...new Set(same.flatMap(({ year }) => year ?? []))].join('、');
    const text = excerpt(first.text, Math.max(budget, first.printed.length + SHORTEST));
    if (first.part === 'body') return [`   ${say('shownBody', { text })}`];
    return [`   ${years === '' ? say('shownAnnexTitle', { text }) : say('shownAnnex', { years, text })}`];
  });
};

/** Years whose targets stand beneath each task: those asked for, unless a condition shows its own words. */
const targetYears = (list: TaskList, { query, desk }: ListFrame): readonly number[] => {
  if (list.blocks.some(({ entries }) => entries.some(({ shown }) => shown.length > 0))) return [];
  if (conditionsOf(query.of).some(({ test }) => test.test === 'figure' || test.test === 'same')) return [];
  return query.every ? allYears(desk) : yearsOf(query, desk).within;
};

const entryLines = (entry: TaskEntry, block: Block, layout: Layout): readonly string[] => {
  const { frame, years, budget } = layout;
  const { desk, query } = frame;
  return [
    taskLine(desk, entry.task, markOf(entry, block, frame)),
    ...differenceLines(entry.task, query.of, desk),
    ...shownLines(entry.shown, budget, desk),
    ...cellsOf(entry.task, years).map(
      ({ year, text }) => `   ${desk.say('targetLine', { year, text: excerpt(text, budget) })}`,
    ),
  ];
};

interface Layout {
  readonly frame: ListFrame;
  readonly years: readonly number[];
  readonly budget: number;
}

const isHas = (test: Test): test is Extract<Test, { test: 'has' }> => test.test === 'has';

/** A unit's own list says the role of each block; with a role changed in the set, so is its description. */
const inRole = (set: SetOf, role: Role): SetOf =>
  set.set === 'where' ? { ...set, of: inRole(set.of, role), test: testInRole(set.test, role) } : set;

const testInRole = (test: Test, role: Role): Test => {
  if (isHas(test)) return { ...test, role };
  return test.test === 'all' ? { ...test, of: test.of.map((one) => testInRole(one, role)) } : test;
};

const headOf = (set: SetOf, count: number, { desk, prefix }: ListFrame): string =>
  desk.say('setHead', { prefix, set: describeSet(set, desk), count, measure: desk.say('measureTask') });

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

const blockLines = (list: TaskList, layout: Layout): readonly string[] => {
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
        ...entries.flatMap((entry) => entryLines(entry, block, layout)),
      ]),
    ];
  });
  return real;
};

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

/** The line before a list of the other role, when the unit has none in the one asked for. */
const lacksLines = ({ lacks, units }: TaskList, { desk }: ListFrame): readonly string[] =>
  lacks
    ? [
        desk.say('noneInRole', {
          unit: desk.name.units(units),
          role: desk.say(lacks === 'responsible' ? 'roleResponsible' : 'roleSupporting'),
        }),
      ]
    : [];

const insideLine = ({ inside }: TaskList, { query, desk }: ListFrame): readonly string[] => {
  const [test] = conditionsOf(query.of).flatMap((one) => (one.test.test === 'mentions' ? [one.test] : []));
  if (!test || inside.length === 0) return [];
  return [desk.say('insideWords', { count: inside.length, word: test.words, numbers: numbersOf(inside) })];
};

const shownCitations = (entry: TaskEntry, years: readonly number[], { desk, query }: ListFrame): readonly Source[] => [
  ...listCitations(desk, entry.task),
  ...entry.shown.map(({ clause, text }) => desk.cite(clause, text)),
  ...cellsOf(entry.task, years).map(({ text }) => desk.cite(entry.task.row.clause, text)),
  ...(asksTitles(query.of) ? titleCitations(entry.task, desk) : []),
];

const asksTitles = (set: SetOf): boolean =>
  conditionsOf(set).some(({ test }) => test.test === 'differs' && test.what !== 'units');

const titleCitations = ({ body, row }: Task, { cite }: Desk): readonly Source[] => [
  silent(cite(body.clause, body.title)),
  silent(cite(row.clause, row.title)),
];

const citationsOf = (list: TaskList, years: readonly number[], frame: ListFrame): readonly Source[] => {
  const { desk } = frame;
  const entries = list.blocks.flatMap((block) => block.entries);
  const printed = misprintedNotice(list, frame).flatMap(({ clauses }) => clauses);
  const others = [
    ...list.reached.flatMap(({ tasks }) => tasks),
    ...list.inside,
    ...list.looked.filter(({ row }) => printed.includes(row.clause)),
  ];
  const heads = years.length > 0 ? years : allYears(desk);
  return [
    ...entries.flatMap((entry) => shownCitations(entry, years, frame)),
    ...others.flatMap((task) => listCitations(desk, task).map(silent)),
    ...yearHead(desk, heads),
  ];
};

/** Words that the plan nowhere has, though every one of the list's tasks would have to hold them. */
const absentWord = (list: TaskList, { query, desk }: ListFrame): string | undefined => {
  const words = conditionsOf(query.of).flatMap(({ test, not }) =>
    test.test === 'mentions' && !not ? [test.words] : [],
  );
  const plain = desk.plan.clauses.map(({ text }) => canonical(text));
  const has = (word: string) => plain.some((text) => text.includes(canonical(word)));
  return list.inside.length > 0 ? undefined : words.find((word) => !word.split(/\s+/).every(has));
};

/** Nothing found: what was looked through, each of few tasks or the table of all. */
const emptyDraft = (list: TaskList, frame: ListFrame): Draft => {
  const { desk, query, prefix } = frame;
  const absent = absentWord(list, frame);
  if (absent !== undefined) return { status: 'not_found', lines: [desk.say('wordAbsent', { word: absent })] };
  const few = list.looked.length <= MOST_LOOKED ? list.looked : [];
  const set = describeSet(query.of, desk);
  const annex = parentOf(desk.plan.tasks[0]?.row.clause ?? '');
  const table = desk.clause(annex) ? [desk.cite(annex)] : [];
  return {
    status: 'answered',
    brief: true,
    lines: [
      desk.say('setNone', { prefix, set, measure: desk.say('measureTask') }),
      ...(few.length > 0 ? [desk.say('setLooked', { numbers: numbersOf(few) })] : []),
      ...insideLine(list, frame),
    ],
    citations: [
      ...few.flatMap((task) => listCitations(desk, task)),
      ...(few.length > 0 ? [] : table),
      ...list.inside.flatMap((task) => listCitations(desk, task)),
    ],
    notices: outsideNotices(query, desk),
    computed: [
      ...askedNumbers(query, desk),
      countedTasks(list.looked, '查看的任务数'),
      countedTasks(list.inside, '只在更长的词里带有这几个字的任务数'),
    ],
    tasks: [],
  };
};

/** The unit is not named at all, and has tasks only through a group. */
const unnamedDraft = (list: TaskList, frame: ListFrame): Draft => {
  const { desk, query } = frame;
  const years = targetYears(list, frame);
  const tasks = list.reached.flatMap((reached) => reached.tasks);
  const block: Block = { entries: tasks.map((task) => ({ task, standings: [], shown: [] })) };
  const layout = { frame, years, budget: budgetFor(tasks.length, years.length) };
  return {
    status: 'answered',
    brief: true,
    lines: list.reached.flatMap(({ unit, group, tasks: own }) => [
      desk.say('unitUnnamed', { unit: desk.name.unit(unit), group: desk.name.unit(group), count: own.length }),
      ...block.entries.filter(({ task }) => own.includes(task)).flatMap((entry) => entryLines(entry, block, layout)),
    ]),
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
    computed: list.reached.map(({ group, tasks: own }) => countedTasks(own, `以${group}列名的任务数`)),
    tasks: tasks.map(({ number }) => number).sort((a, b) => a - b),
  };
};

/** What a part lacks is asked for: a unit that is there in another form is told of. */
const misprintedNotice = (list: TaskList, { query: { of }, desk }: ListFrame): readonly Notice[] => {
  const test = lackingIn(of);
  if (!test || test.units?.length) return [];
  const own = new Set(list.tasks);
  const others = list.looked.filter(
    (task) => !own.has(task) && rolesIn(test.role ?? 'any').some((role) => misprintsLine(task, role, desk).length > 0),
  );
  if (others.length === 0) return [];
  const clauses = others.flatMap(({ body, row }) => [body.clause, row.clause]);
  return [{ code: 'source_misprint', text: desk.say('misprintedToo', { numbers: numbersOf(others) }), clauses }];
};

const lackingIn = (set: SetOf): Extract<Test, { test: 'differs' }> | undefined =>
  conditionsOf(set).flatMap(({ test, not }) => (test.test === 'differs' && test.lacks && !not ? [test] : []))[0];

const budgetFor = (tasks: number, years: number): number =>
  Math.min(LONGEST, Math.max(SHORTEST, Math.floor(BUDGET / Math.max(1, tasks * Math.max(1, years))) - 12));

const countsOf = (list: TaskList, { query, desk }: ListFrame): readonly Computed[] => {
  const entries = list.blocks.flatMap((block) => block.entries);
  const only = entries.filter(({ task }) => isMisprintOnly(task, query.of)).length;
  return [
    countedTasks(list.tasks, '符合条件的任务数'),
    ...list.blocks.map(({ entries: own }) => counted(own.length, '其中一类的任务数', [])),
    ...list.reached.map(({ group, tasks }) => countedTasks(tasks, `以${group}列名的任务数`)),
    ...(list.inside.length > 0 ? [countedTasks(list.inside, '只在更长的词里带有这几个字的任务数')] : []),
    ...entries.flatMap(({ count, task }) =>
      count === undefined ? [] : [counted(count, '所列单位数', [task.body.clause])],
    ),
    ...(only > 0
      ? [counted(only, '只有单位印法不同的任务数', []), counted(entries.length - only, '所列单位不同的任务数', [])]
      : []),
    ...askedNumbers(query, desk),
  ];
};

const suggestionsOf = (list: TaskList, years: readonly number[], { desk }: ListFrame): readonly string[] => {
  const [unit, other] = list.units;
  const year = allYears(desk)[1];
  if (!unit || other || years.length > 0 || year === undefined || list.negative) return [];
  return [desk.say('askUnitYear', { unit, year })];
};

/** Returns the answer that lists tasks: how the list was read and how many, then every one of them. */
export const phraseTasks = (list: TaskList, frame: ListFrame): Draft => {
  const { desk, query } = frame;
  const entries = list.blocks.flatMap((block) => block.entries);
  if (entries.length === 0 && list.reached.length > 0 && !list.negative) return unnamedDraft(list, frame);
  if (entries.length === 0) return emptyDraft(list, frame);
  const years = targetYears(list, frame);
  const budget = budgetFor(entries.length, Math.max(years.length, Math.min(MOST_SHOWN, ...shownCounts(entries))));
  const described = list.lacks
    ? inRole(query.of, list.lacks === 'responsible' ? 'supporting' : 'responsible')
    : query.of;
  return {
    status: 'answered',
    brief: true,
    lines: [
      ...lacksLines(list, frame),
      notNamed(list, frame) ?? headOf(described, list.tasks.length, frame),
      ...blockLines(list, { frame, years, budget }),
      ...insideLine(list, frame),
    ],
    citations: citationsOf(list, years, frame),
    notices: [
      ...misprintNotices(
        entries.map(({ task }) => task),
        list.negative ? [] : list.units,
        desk,
      ),
      ...(list.negative ? [] : differNotices(entries, desk)),
      ...groupNotices(list.reached, list.negative, desk),
      ...misprintedNotice(list, frame),
      ...(list.byOrder ? [orderNotice(desk)] : []),
      ...outsideNotices(query, desk),
    ],
    computed: countsOf(list, frame),
    tasks: list.lacks ? [] : list.tasks.map(({ number }) => number),
    suggestions: suggestionsOf(list, years, frame),
  };
};

const shownCounts = (entries: readonly TaskEntry[]): readonly number[] => [
  Math.max(...entries.map(({ shown }) => shown.length)),
];
