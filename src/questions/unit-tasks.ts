import type { Source } from '../answer/citation.ts';
import type { Role } from '../answer/differences.ts';
import { counted, type Desk, type Draft } from '../answer/draft.ts';
import type { PhraseKey } from '../answer/phrases.ts';
import { listCitations, silent, yearHead } from '../answer/task-sources.ts';
import { clip } from '../text.ts';
import type { Computed, Intent, Query, Task } from '../types.ts';
import { kind } from './kind.ts';
import { asks, rolesOf, targetYears, yearsWithin } from './subject.ts';
import { cellsOf, countedTasks, taskLine } from './task-parts.ts';
import {
  differNotices,
  type Entry,
  entryOf,
  groupNotices,
  markOf,
  misprintNotices,
  type Reached,
  reachedBy,
} from './unit-entries.ts';

interface Block {
  readonly heading: PhraseKey;
  readonly role: Role;
  readonly entries: readonly Entry[];
}

interface UnitTasks {
  readonly units: readonly string[];
  readonly blocks: readonly Block[];
  readonly negative: boolean;
  readonly reached: Reached | undefined;
  readonly years: readonly number[];
  readonly actions: readonly number[];
  /** The role that was asked for and that the unit has nowhere; the other one is listed instead. */
  readonly lacks: Role | undefined;
}

/** A list of one unit's tasks fits a phone; with each year's words beside it, so many characters in all. */
const TARGET_BUDGET = 2600;
const SHORTEST_TARGET = 24;
/** 除了甲还有哪些: another unit is left aside, nothing is denied. */
const BESIDES = /除了|除去|以外|之外|except/u;
const MOST_UNITS = 3;
const ASKING: readonly Intent[] = [
  'list',
  'count',
  'content',
  'target',
  'who',
  'support',
  'when',
  'measures',
  'amount',
  'negative',
];

const headingOf = (role: Role, negative: boolean, joint: boolean): PhraseKey => {
  if (negative) return role === 'responsible' ? 'unitNotResponsible' : 'unitNotSupporting';
  if (joint) return role === 'responsible' ? 'unitBoth' : 'unitBothSupporting';
  return role === 'responsible' ? 'unitResponsible' : 'unitSupporting';
};

/** Nothing is asked but the unit itself: 经开区？ */
const isBare = (query: Query): boolean => query.subject.length <= 2;

/** 高新区负责做好宣传推广工作是哪一项: one task is looked for, and its words are given. */
const WHICH_ONE = /是?哪(?:一)?(?:项|条)(?!不|没|都)/u;
const SURE = 0.55;

/** The unit is part of a question about something else: 博士后工作站归人社局吗. */
const isTopical = (query: Query): boolean =>
  query.confidence === 'clear' &&
  query.topic !== undefined &&
  (!asks(query, 'list', 'count') ||
    ((query.hits[0]?.score ?? 0) >= SURE && (asks(query, 'when') || WHICH_ONE.test(query.reading.text))));

const findFor = (query: Query, desk: Desk): UnitTasks | undefined => {
  const [first] = query.units;
  const joint = query.units.length > 1 && asks(query, 'together');
  if (!first || query.tasks.length > 0 || isTopical(query) || !(joint || asks(query, ...ASKING) || isBare(query)))
    return undefined;
  const units = joint ? query.units : [first];
  const negative = asks(query, 'negative') && !asks(query, 'differ') && !BESIDES.test(query.reading.text);
  const tasks = desk.plan.tasks.filter(({ action }) => query.actions.length === 0 || query.actions.includes(action));
  const asked = joint && !asks(query, 'support') ? (['responsible'] as const) : rolesOf(query);
  const blocksFor = (roles: readonly Role[]) =>
    roles
      .map((role): Block => {
        const entries = tasks
          .map((task) => entryOf(task, role, units))
          .filter(({ inBody, inAnnex }) => (inBody || inAnnex) !== negative);
        return { heading: headingOf(role, negative, joint), role, entries };
      })
      .filter(({ entries }) => entries.length > 0);
  const wanted = blocksFor(negative ? asked.slice(0, 1) : asked);
  const lacks = wanted.length === 0 && asked.length === 1 && !negative && !joint ? asked[0] : undefined;
  const blocks = lacks ? blocksFor([lacks === 'responsible' ? 'supporting' : 'responsible']) : wanted;
  const direct = blocks.flatMap(({ entries }) => entries);
  const reached = negative || joint ? undefined : reachedBy(first, tasks, direct, desk);
  const years = query.everyYear ? targetYears(desk) : yearsWithin(query, desk);
  return direct.length > 0 || reached
    ? { units, blocks, negative, reached, years, actions: query.actions, lacks }
    : undefined;
};

/** Units named together are joined; units named beside each other are listed one after the other. */
const findUnitTasks = (query: Query, desk: Desk): readonly UnitTasks[] | undefined => {
  const apart = query.units.length > 1 && !asks(query, 'together');
  const found = (
    apart ? query.units.slice(0, MOST_UNITS).map((unit) => ({ ...query, units: [unit] })) : [query]
  ).flatMap((one) => findFor(one, desk) ?? []);
  return found.length > 0 ? found : undefined;
};

/** Several lists in one answer. */
const join = (drafts: readonly Draft[]): Draft => ({
  status: 'answered',
  brief: true,
  lines: drafts.flatMap(({ lines }) => lines),
  citations: drafts.flatMap(({ citations }) => citations ?? []),
  notices: drafts.flatMap(({ notices }) => notices ?? []),
  computed: drafts.flatMap(({ computed }) => computed ?? []),
  tasks: [...new Set(drafts.flatMap(({ tasks }) => tasks ?? []))].sort((a, b) => a - b),
  suggestions: drafts[0]?.suggestions ?? [],
});

const entryLines = (task: Task, mark: string, facts: UnitTasks, desk: Desk, budget: number): readonly string[] => [
  taskLine(desk, task, mark),
  ...cellsOf(task, facts.years).map(
    ({ year, text }) => `   ${desk.say('targetLine', { year, text: clip(text, budget) })}`,
  ),
];

const citationsOf = (task: Task, facts: UnitTasks, desk: Desk): readonly Source[] => [
  ...listCitations(desk, task),
  ...cellsOf(task, facts.years).map(({ text }) => desk.cite(task.row.clause, text)),
];

const countsOf = ({ blocks, reached }: UnitTasks, total: number): readonly Computed[] => [
  ...blocks.map(({ role, entries }) =>
    countedTasks(
      entries.map(({ task }) => task),
      role === 'responsible' ? '责任单位列名的任务数' : '支持单位列名的任务数',
    ),
  ),
  ...(blocks.length > 1 ? [counted(total, '两类任务去重后的总数', [])] : []),
  ...(reached ? [countedTasks(reached.tasks, `以${reached.group}列名的任务数`)] : []),
];

const phraseUnitTasks = (facts: UnitTasks, desk: Desk): Draft => {
  const { blocks, reached, negative, years, lacks } = facts;
  const entries = blocks.flatMap((block) => block.entries);
  const unit = desk.name.units(facts.units);
  const own = [...new Set(entries.map(({ task }) => task))];
  const through = reached?.tasks ?? [];
  const listed = own.length > 0 ? own : through;
  const budget = Math.max(
    SHORTEST_TARGET,
    Math.floor(TARGET_BUDGET / (listed.length * Math.max(1, years.length))) - 30,
  );
  const actions = desk.plan.actions.filter(({ number }) => facts.actions.includes(number));
  const unnamed = reached && own.length === 0;
  return {
    status: 'answered',
    brief: true,
    lines: [
      ...actions.map((action) => desk.say('inAction', { action: desk.name.action(action) })),
      ...(lacks && own.length > 0
        ? [
            desk.say('noneInRole', {
              unit,
              role: desk.say(lacks === 'responsible' ? 'roleResponsible' : 'roleSupporting'),
            }),
          ]
        : []),
      ...(blocks.length > 1 ? [desk.say('inAll', { unit, count: own.length })] : []),
      ...blocks.flatMap(({ heading, entries: rows }) => [
        desk.say(heading, { unit, units: unit, count: rows.length }),
        ...rows.flatMap((entry) => entryLines(entry.task, negative ? '' : markOf(entry, desk), facts, desk, budget)),
      ]),
      ...(unnamed
        ? [desk.say('unitUnnamed', { unit, group: desk.name.unit(reached.group), count: through.length })]
        : []),
      ...(unnamed ? through.flatMap((task) => entryLines(task, '', facts, desk, budget)) : []),
    ],
    citations: [
      ...listed.flatMap((task) => citationsOf(task, facts, desk)),
      ...(own.length > 0 ? through.flatMap((task) => listCitations(desk, task).map(silent)) : []),
      ...yearHead(desk, years),
    ],
    notices: [
      ...misprintNotices(entries, facts.units, desk),
      ...(negative ? [] : differNotices(entries, desk)),
      ...(reached ? groupNotices(unit, reached, desk) : []),
    ],
    computed: countsOf(facts, own.length),
    tasks: listed.map(({ number }) => number).toSorted((a, b) => a - b),
    suggestions:
      years.length === 0
        ? [desk.say('askUnitYear', { unit: facts.units[0] ?? '', year: targetYears(desk)[1] ?? '' })]
        : [],
  };
};

/** What a unit has to do: responsible and supporting kept apart, by year where a year is named. */
export const unitTasks = kind<readonly UnitTasks[]>({
  name: 'unit-tasks',
  examples: [
    '高新区要干哪几件事？',
    '市财政局负责哪些任务',
    '陕西证监局支持哪几项任务？',
    '曲江新区2021年要做什么',
    '市人社局一共几项任务，分别是什么',
    '能源金融集聚行动里西咸新区负责什么',
    '57项任务里市金融工作局不是责任单位的是哪一项',
    '市科技局和市财政局共同负责的任务有哪些',
    '碑林区有哪些任务',
    '秦农银行有任务吗',
    '新城区和曲江新区各负责什么',
    '文旅局摊上啥了',
    '浐灞那边都有什么活',
    '管招商引资的那个局要干啥',
    '发改委跟生态环境局一块儿管的',
    'xx负责的不算，市教育局参与哪几项',
    '国资委的任务清单',
    '经开区2022年目标任务',
    'fgw有几项任务',
    '市委组织部在计划里支持什么',
    'What is the Qujiang New District responsible for?',
  ],
  others: ['供应链金融归谁管', '市财政局是不是大商道的责任单位', '我们局有什么任务', '哪个单位负责的任务最多'],
  find: findUnitTasks,
  phrase: (lists, desk) => join(lists.map((facts) => phraseUnitTasks(facts, desk))),
});
