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

/** 第二条归谁, after the tasks of an action: the second of that list, not the second of the plan. */
const ordinal = (query: Query, before: Query, plan: Plan): Query | undefined => {
  const numeral = ORDINAL.exec(query.reading.text)?.[1];
  const action = plan.actions.find(({ number }) => number === before.actions[0]);
  if (!numeral || !action) return undefined;
  const place = /\d/.test(numeral) ? Number(numeral) : readNumeral(numeral);
  const task = plan.tasks.find(({ number }) => number === action.tasks[place - 1]);
  return task && onTask(query, before, task, query.intents);
};

const UNIT_PRONOUN = /这(?:一)?家|这个?(?:单位|部门|局)|该(?:单位|局|部门)|他们(?:局|单位)|that unit/;

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
