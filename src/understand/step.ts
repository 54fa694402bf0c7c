import { readNumeral } from '../numerals.ts';
import type { Assumed, Intent, Plan, Query, Task } from '../types.ts';

type Relative = Extract<Query['reading']['mentions'][number], { kind: 'relative' }>;

/** `before` as the subject of the question asked now, with nothing assumed yet. */
const carried = (query: Query, before: Query, intents: ReadonlySet<Intent>): Query => ({
  ...before,
  reading: query.reading,
  language: query.language,
  intents,
  assumed: [],
});

const onTask = (query: Query, before: Query, task: Task, intents: ReadonlySet<Intent>): Query => ({
  ...carried(query, before, intents),
  ...{ units: [], actions: [], indicators: [], tasks: [task.number], confidence: 'clear' },
  clauses: [{ clause: task.row.clause, exists: true }],
  topic: { id: `task.${task.number}`, kind: 'task', task: task.number, clause: task.body.clause },
  years: query.years,
  assumed: [{ what: 'topic', value: task.body.title }],
});

/** What the last question was about, in words. */
export const subjectName = (before: Query, plan: Plan): Assumed => {
  const task = plan.tasks.find(({ number }) => number === before.topic?.task);
  if (task) return { what: 'topic', value: task.body.title };
  const indicator = plan.indicators.find(({ number }) => number === before.indicators[0]);
  if (indicator) return { what: 'indicator', value: indicator.name };
  const action = plan.actions.find(({ number }) => number === before.actions[0]);
  if (action) return { what: 'action', value: action.title };
  return before.units[0] ? { what: 'unit', value: before.units[0] } : { what: 'topic', value: before.subject };
};

/** 下一个行动的呢, 再往后一年呢, 上一项: the same question, one further. */
const relative = (query: Query, before: Query, plan: Plan, { what, by }: Relative): Query | undefined => {
  const intents = query.intents.size > 0 ? query.intents : before.intents;
  switch (what) {
    case 'action': {
      const action = plan.actions.find(({ number }) => number === (before.actions[0] ?? Number.NaN) + by);
      if (!action) return undefined;
      const kept = {
        ...carried(query, before, intents),
        actions: [action.number],
        tasks: [],
        topic: undefined,
        hits: [],
      };
      return { ...kept, assumed: [{ what: 'action', value: action.title }] };
    }
    case 'year': {
      const from = before.years.at(-1);
      if (from === undefined) return undefined;
      return { ...carried(query, before, intents), years: [from + by], assumed: [subjectName(before, plan)] };
    }
    case 'task': {
      const from = before.tasks[0] ?? before.topic?.task ?? Number.NaN;
      const task = plan.tasks.find(({ number }) => number === from + by);
      return task && onTask(query, before, task, intents);
    }
  }
};

const ORDINAL = /第([一二三四五六七八九十]{1,3}|\d{1,2})(?:条|个|件)(?!行动|指标)/;

/** The tasks that the question before had listed: an action's, or a unit's in the role asked for. */
const listedBefore = (before: Query, plan: Plan): readonly number[] => {
  const action = plan.actions.find(({ number }) => number === before.actions[0]);
  const [unit] = before.units;
  if (!unit) return action?.tasks ?? [];
  const supports = before.intents.has('support') && !before.intents.has('who') && !before.intents.has('lead');
  const role = supports ? 'supporting' : 'responsible';
  const names = (place: Task['body'] | Task['row']) => place[role].some(({ means }) => means.includes(unit));
  return plan.tasks
    .filter((task) => (!action || task.action === action.number) && (names(task.body) || names(task.row)))
    .map(({ number }) => number);
};

/** 第二条归谁, after a list of tasks: the second of that list, not the second of the plan, unless it is listed itself. */
const ordinal = (query: Query, before: Query, plan: Plan): Query | undefined => {
  const numeral = ORDINAL.exec(query.reading.text)?.[1];
  if (!numeral) return undefined;
  const place = /\d/.test(numeral) ? Number(numeral) : readNumeral(numeral);
  const listed = listedBefore(before, plan);
  const number = before.units.length > 0 && listed.includes(place) && /\d/.test(numeral) ? place : listed[place - 1];
  const task = plan.tasks.find((one) => one.number === number);
  return task && onTask(query, before, task, query.intents);
};

const UNIT_PRONOUN =
  /这(?:一)?家|这个?(?:单位|部门|局)|该(?:单位|局|部门)|他们(?:局|单位)|(?:他们|它们?|人家)(?=还|也|另外|别的|其他|除此)|那家(?:单位)?(?=还|也)|that unit|(?:they|it) also/;

/** 这家还管别的吗: the unit of the task before. */
const sameUnit = (query: Query, before: Query, plan: Plan): Query | undefined => {
  if (!UNIT_PRONOUN.test(query.reading.text) || query.units.length > 0) return undefined;
  const task = plan.tasks.find(({ number }) => number === before.topic?.task);
  const unit = before.units[0] ?? task?.body.responsible[0]?.means[0];
  if (!unit) return undefined;
  return {
    ...query,
    units: [unit],
    intents: new Set<Intent>([...query.intents, 'list']),
    subject: '',
    hits: [],
    topic: undefined,
    confidence: 'none',
    assumed: [{ what: 'unit', value: unit }],
  };
};

/** A question that points from the one before: one further, one of its list, its unit. */
export const step = (query: Query, before: Query, plan: Plan): Query | undefined => {
  const mention = query.reading.mentions.find((one): one is Relative => one.kind === 'relative');
  return (
    (mention && relative(query, before, plan, mention)) ?? ordinal(query, before, plan) ?? sameUnit(query, before, plan)
  );
};
