import type { Assumed, Intent, Plan, Query } from '../types.ts';

/** Intents that say what is wanted of a subject; one of them is enough for a question to stand by itself. */
const ASKING: readonly Intent[] = [
  ...([
    'who',
    'support',
    'lead',
    'list',
    'count',
    'amount',
    'target',
    'when',
    'content',
    'original',
    'goal',
    'measures',
  ] as const),
  ...(['differ', 'change', 'growth', 'sum', 'most', 'confirm'] as const),
];
/** Asked of the plan itself: no subject is missing. */
const OF_THE_PLAN: readonly Intent[] = [
  'number',
  'dated',
  'copies',
  'issuer',
  'title',
  'period',
  'overview',
  'indicators',
  'overall',
  'absent',
];
const ELLIPSIS = /^(?:那|那么|and |what about|how about)|呢[?？]?$/u;
/** A question that only bends the last one is short. */
const LONGEST_ELLIPSIS = 24;

const hasSubject = (query: Query): boolean =>
  query.units.length +
    query.unclearUnits.length +
    query.unknownUnits.length +
    query.indicators.length +
    query.actions.length +
    query.tasks.length +
    query.clauses.length >
    0 ||
  query.confidence === 'clear' ||
  query.confidence === 'tie';

const asksSomething = (query: Query): boolean => ASKING.some((intent) => query.intents.has(intent));
const isElliptic = (query: Query): boolean =>
  query.reading.text.length <= LONGEST_ELLIPSIS && (ELLIPSIS.test(query.reading.text) || !asksSomething(query));

const relativeOf = (query: Query) => query.reading.mentions.find((mention) => mention.kind === 'relative');

const assume = (query: Query, more: Partial<Query>, assumed: readonly Assumed[]): Query => ({
  ...query,
  ...more,
  assumed: [...query.assumed, ...assumed],
});

/** 下一个行动的呢, 再往后一年呢, 上一项: the same question, one further. */
const step = (query: Query, before: Query, plan: Plan): Query | undefined => {
  const relative = relativeOf(query);
  if (relative?.kind !== 'relative') return undefined;
  const intents = asksSomething(query) ? query.intents : before.intents;
  switch (relative.what) {
    case 'action': {
      const from = before.actions[0];
      if (from === undefined) return undefined;
      return assume(
        { ...before, reading: query.reading, language: query.language, intents },
        { actions: [from + relative.by], tasks: [], topic: undefined, hits: [], assumed: [] },
        [{ what: 'action', value: plan.actions.find(({ number }) => number === from + relative.by)?.title ?? '' }],
      );
    }
    case 'year': {
      const from = before.years.at(-1);
      if (from === undefined) return undefined;
      return assume(
        { ...before, reading: query.reading, language: query.language, intents },
        { years: [from + relative.by], assumed: [] },
        [{ what: 'topic', value: before.subject }],
      );
    }
    case 'task': {
      const from = before.tasks[0] ?? before.topic?.task;
      const task = plan.tasks.find(({ number }) => number === (from ?? 0) + relative.by);
      if (!task) return undefined;
      const topic = { id: `task.${task.number}`, kind: 'task' as const, task: task.number, clause: task.body.clause };
      const kept = {
        ...before,
        reading: query.reading,
        language: query.language,
        intents,
        units: [],
        actions: [],
        indicators: [],
        clauses: [{ clause: task.row.clause, exists: true }],
      };
      return assume(kept, { tasks: [task.number], topic, confidence: 'clear', assumed: [] }, [
        { what: 'topic', value: `第${task.number}项` },
      ]);
    }
  }
};

/** A new subject, the old way of asking: 那供应链金融呢, 贷款余额呢, 第22项呢. */
const newSubject = (query: Query, before: Query): Query => {
  const years = query.years.length > 0 || query.everyYear ? query.years : before.years;
  const assumed: Assumed[] = [{ what: 'kind', value: '' }];
  if (years !== query.years && years.length > 0) assumed.push({ what: 'year', value: years.join('、') });
  return assume(
    query,
    { intents: new Set([...before.intents, ...query.intents]), years, everyYear: query.everyYear || before.everyYear },
    assumed,
  );
};

const subjectName = (before: Query, plan: Plan): Assumed => {
  const [unit] = before.units;
  if (before.topic?.task)
    return { what: 'topic', value: plan.tasks.find(({ number }) => number === before.topic?.task)?.body.title ?? '' };
  if (before.indicators[0])
    return {
      what: 'indicator',
      value: plan.indicators.find(({ number }) => number === before.indicators[0])?.name ?? '',
    };
  if (before.actions[0])
    return { what: 'action', value: plan.actions.find(({ number }) => number === before.actions[0])?.title ?? '' };
  return unit ? { what: 'unit', value: unit } : { what: 'topic', value: before.subject };
};

/** The old subject, another way of asking or another year: 支持单位是谁, 那2021年呢, 原文是什么, 三年合计呢. */
const newAsking = (query: Query, before: Query, plan: Plan): Query => {
  const asks = asksSomething(query);
  const years =
    query.years.length > 0 || query.everyYear ? query.years : asks && !query.intents.has('sum') ? [] : before.years;
  const keepYear =
    query.years.length === 0 && !query.everyYear && before.years.length === 1 && query.intents.has('amount');
  return assume(
    { ...before, reading: query.reading, language: query.language, assumed: [] },
    {
      intents: asks ? query.intents : new Set([...before.intents, ...query.intents]),
      years: keepYear ? before.years : years,
      everyYear: query.everyYear || (!asks && query.years.length === 0 && before.everyYear) || query.intents.has('sum'),
    },
    [subjectName(before, plan)],
  );
};

/**
 * A question after others: what it leaves out is taken from the one before, and named in `assumed`. A question with its
 * own subject and its own way of asking takes nothing.
 */
export const follow = (query: Query, before: Query | undefined, plan: Plan): Query => {
  const leaning = query.reading.mentions.some(({ kind }) => kind === 'pronoun' || kind === 'relative');
  if (!before)
    return {
      ...query,
      dangling:
        !hasSubject(query) &&
        !OF_THE_PLAN.some((intent) => query.intents.has(intent)) &&
        query.subject === '' &&
        (leaning || asksSomething(query)),
    };
  const stepped = step(query, before, plan);
  if (stepped) return stepped;
  if (hasSubject(query)) return isElliptic(query) ? newSubject(query, before) : query;
  const bends = query.subject.length <= 4 || query.confidence === 'none';
  return bends &&
    (asksSomething(query) || query.years.length > 0 || query.everyYear || isElliptic(query)) &&
    query.reading.text.length <= LONGEST_ELLIPSIS * 2
    ? newAsking(query, before, plan)
    : query;
};
