import type { Role } from '../answer/differences.ts';
import { counted, type Desk, type Draft } from '../answer/draft.ts';
import { meantBy } from '../answer/names.ts';
import type { PhraseKey } from '../answer/phrases.ts';
import { listCitations } from '../answer/task-sources.ts';
import type { Computed, Notice, Query, Task } from '../types.ts';
import { kind } from './kind.ts';
import { asks, targetYears } from './subject.ts';

/** One task in a unit's list, and which of the two sources names the unit there. */
interface Entry {
  readonly task: Task;
  readonly inBody: boolean;
  readonly inAnnex: boolean;
}

interface Block {
  readonly heading: PhraseKey;
  readonly role: Role;
  readonly entries: readonly Entry[];
}

interface UnitTasks {
  readonly units: readonly string[];
  readonly blocks: readonly Block[];
  readonly reached: { readonly group: string; readonly basis: string; readonly tasks: readonly Task[] } | undefined;
  readonly years: readonly number[];
  readonly actions: readonly number[];
}

const TOGETHER = /共同|一起|一块|同时|都(?:是|有|要|管|负责|参与|承担|支持)|both|jointly|together/u;
/** A list of one unit's tasks fits a phone; with each year's words beside it, so many characters a task. */
const TARGET_BUDGET = 2600;

const entryOf = (task: Task, role: Role, units: readonly string[]): Entry => {
  const names = (place: Task['body'] | Task['row']) => units.every((unit) => meantBy(place[role]).includes(unit));
  return { task, inBody: names(task.body), inAnnex: names(task.row) };
};

const named = ({ inBody, inAnnex }: Entry): boolean => inBody || inAnnex;

const rolesOf = (query: Query): readonly Role[] => {
  if (asks(query, 'support') && !asks(query, 'who', 'lead')) return ['supporting'];
  return asks(query, 'who', 'lead') && !asks(query, 'support') ? ['responsible'] : ['responsible', 'supporting'];
};

const headingOf = (role: Role, negative: boolean, joint: boolean): PhraseKey => {
  if (negative) return role === 'responsible' ? 'unitNotResponsible' : 'unitNotSupporting';
  if (joint) return role === 'responsible' ? 'unitBoth' : 'unitBothSupporting';
  return role === 'responsible' ? 'unitResponsible' : 'unitSupporting';
};

const reachedBy = (
  units: readonly string[],
  tasks: readonly Task[],
  direct: readonly Entry[],
  { plan }: Desk,
): UnitTasks['reached'] => {
  const unit = units.length === 1 ? units[0] : undefined;
  const group = plan.registry.groups.find(({ members }) => unit !== undefined && members.includes(unit));
  if (!group) return undefined;
  const named = new Set(direct.map(({ task }) => task.number));
  const found = tasks.filter(
    (task) =>
      [...meantBy(task.body.responsible), ...meantBy(task.row.responsible)].includes(group.name) &&
      !named.has(task.number),
  );
  return found.length > 0 ? { group: group.name, basis: group.basis, tasks: found } : undefined;
};

const marks = (entry: Entry, desk: Desk, negative: boolean): string => {
  if (negative || (entry.inBody && entry.inAnnex)) return '';
  return desk.say(entry.inBody ? 'bodyOnly' : 'annexOnly');
};

const clip = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most)}……` : text);

const entryLines = (
  entry: Entry,
  facts: UnitTasks,
  desk: Desk,
  negative: boolean,
  budget: number,
): readonly string[] => {
  const { task } = entry;
  const line = desk.say('taskLine', {
    number: task.number,
    title: desk.name.task(task),
    mark: marks(entry, desk, negative),
  });
  const targets = task.row.targets.filter(({ year }) => facts.years.includes(year));
  return [line, ...targets.map(({ year, text }) => `   ${desk.say('targetLine', { year, text: clip(text, budget) })}`)];
};

const misprintNotices = (entries: readonly Entry[], units: readonly string[], desk: Desk): readonly Notice[] => {
  const prints = entries.flatMap(({ task }) =>
    [...task.row.responsible, ...task.row.supporting, ...task.body.responsible, ...task.body.supporting]
      .filter(({ misprint, means }) => misprint && means.some((name) => units.includes(name)))
      .map(({ printed }) => ({ printed, clause: task.row.clause })),
  );
  const labels = new Map<string, string[]>();
  for (const { printed, clause } of prints)
    labels.set(printed, [...new Set([...(labels.get(printed) ?? []), clause.replace('annex.', '')])]);
  return [...labels].map(([printed, rows]) => ({
    code: 'source_misprint' as const,
    text: desk.say('misprinted', {
      label: `${desk.plan.clauses.find(({ id }) => id === 'annex')?.label ?? ''}第${rows.join('、')}项`,
      printed,
    }),
    clauses: rows.map((row) => `annex.${row}`),
  }));
};

const differNotice = (entries: readonly Entry[], desk: Desk): readonly Notice[] => {
  const differing = entries.filter(({ inBody, inAnnex }) => inBody !== inAnnex);
  if (differing.length === 0) return [];
  const list = differing
    .map(({ task, inBody }) => `${task.number}${desk.say(inBody ? 'bodyOnly' : 'annexOnly')}`)
    .join('、');
  return [
    {
      code: 'body_annex_differ',
      text: desk.say('unitDiffers', { list }),
      clauses: differing.flatMap(({ task }) => [task.body.clause, task.row.clause]),
    },
  ];
};

const groupNotice = (facts: UnitTasks, desk: Desk): readonly Notice[] => {
  const { reached, units } = facts;
  if (!reached) return [];
  const titles = reached.tasks.map(({ number }) => number).join('、');
  const values = {
    count: reached.tasks.length,
    group: desk.name.unit(reached.group),
    unit: units[0] ?? '',
    basis: reached.basis,
    titles,
  };
  return [
    { code: 'group_member', text: desk.say('byGroup', values), clauses: reached.tasks.map(({ body }) => body.clause) },
  ];
};

/** The unit is part of a question about a task: 博士后工作站归人社局吗. */
const isTopical = (query: Query): boolean =>
  query.confidence === 'clear' && query.topic !== undefined && !asks(query, 'list', 'count');

const findUnitTasks = (query: Query, desk: Desk): UnitTasks | undefined => {
  if (query.units.length === 0 || query.tasks.length > 0 || isTopical(query)) return undefined;
  const asked =
    asks(
      query,
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
      'confirm',
    ) || query.subject.length <= (asks(query, 'confirm') ? 4 : 2);
  if (!asked) return undefined;
  const joint = query.units.length > 1 && TOGETHER.test(query.reading.text);
  const units = joint ? query.units : query.units.slice(0, 1);
  const negative = asks(query, 'negative') && !asks(query, 'differ');
  const tasks = desk.plan.tasks.filter(({ action }) => query.actions.length === 0 || query.actions.includes(action));
  const roles = joint && !asks(query, 'support') ? (['responsible'] as const) : rolesOf(query);
  const blocks = (negative ? roles.slice(0, 1) : roles).map((role): Block => {
    const entries = tasks.map((task) => entryOf(task, role, units)).filter((entry) => named(entry) !== negative);
    return { heading: headingOf(role, negative, joint), role, entries };
  });
  const direct = blocks.flatMap(({ entries }) => entries);
  const years = query.everyYear ? targetYears(desk) : query.years.filter((year) => targetYears(desk).includes(year));
  return {
    units,
    blocks,
    reached: negative ? undefined : reachedBy(units, tasks, direct, desk),
    years,
    actions: query.actions,
  };
};

const phraseUnitTasks = (facts: UnitTasks, desk: Desk): Draft => {
  const filled = facts.blocks.filter(({ entries }) => entries.length > 0);
  const entries = filled.flatMap((block) => block.entries);
  const negative = filled.some(({ heading }) => heading === 'unitNotResponsible' || heading === 'unitNotSupporting');
  const units = desk.name.units(facts.units);
  const budget = Math.max(
    24,
    Math.floor(TARGET_BUDGET / Math.max(1, entries.length * Math.max(1, facts.years.length))) - 30,
  );
  const actions = desk.plan.actions.filter(({ number }) => facts.actions.includes(number));
  const computed: Computed[] = filled.map(({ role, entries: rows }) =>
    counted(
      rows.length,
      role === 'responsible' ? '责任单位列名的任务数' : '支持单位列名的任务数',
      rows.map(({ task }) => task.row.clause),
    ),
  );
  if (facts.reached)
    computed.push(
      counted(
        facts.reached.tasks.length,
        `以${facts.reached.group}列名的任务数`,
        facts.reached.tasks.map(({ row }) => row.clause),
      ),
    );
  for (const { number } of facts.reached?.tasks ?? []) computed.push(counted(number, '任务序号', [`annex.${number}`]));
  const total = new Set(entries.map(({ task }) => task.number)).size;
  if (filled.length > 1) computed.push(counted(total, '两类任务去重后的总数', []));
  const groupTasks = facts.reached?.tasks ?? [];
  return {
    status: 'answered',
    brief: true,
    lines: [
      ...actions.map((action) => desk.say('inAction', { action: desk.name.action(action) })),
      ...(filled.length > 1 ? [desk.say('inAll', { unit: units, count: total })] : []),
      ...filled.flatMap(({ heading, entries: rows }) => [
        desk.say(heading, { unit: units, units, count: rows.length }),
        ...rows.flatMap((entry) => entryLines(entry, facts, desk, negative, budget)),
      ]),
    ],
    citations: (entries.length > 0 ? entries.map(({ task }) => task) : groupTasks).flatMap((task) => [
      ...listCitations(desk, task),
      ...task.row.targets
        .filter(({ year }) => facts.years.includes(year))
        .map(({ text }) => desk.cite(task.row.clause, text)),
    ]),
    notices: [
      ...misprintNotices(entries, facts.units, desk),
      ...(negative ? [] : differNotice(entries, desk)),
      ...groupNotice(facts, desk),
    ],
    computed,
    tasks: [...new Set(entries.map(({ task }) => task.number))].sort((a, b) => a - b),
    suggestions: facts.years.length === 0 ? [`${facts.units[0]}2021年要做什么？`] : [],
  };
};

/** What a unit has to do: responsible and supporting kept apart, by year where a year is named. */
export const unitTasks = kind<UnitTasks>({
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
  ],
  find: (query, desk) => {
    const facts = findUnitTasks(query, desk);
    if (!facts) return undefined;
    const any = facts.reached !== undefined || facts.blocks.some(({ entries }) => entries.length > 0);
    return any ? facts : undefined;
  },
  phrase: (facts, desk) => phraseUnitTasks(facts, desk),
});
