import type { Assumed, Intent, Plan, Query } from '../types.ts';
import { step, subjectName } from './step.ts';

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

const assume = (query: Query, more: Partial<Query>, assumed: readonly Assumed[]): Query => ({
  ...query,
  ...more,
  assumed: [...query.assumed, ...assumed],
});

/** 贷款呢, after 存款余额: a plain word that means an indicator beside another one. */
const asIndicator = (query: Query): Query => {
  const beside = query.reading.mentions.flatMap((mention) => (mention.kind === 'beside' ? mention.indicator : []));
  return query.indicators.length === 0 && beside.length > 0 && query.tasks.length === 0
    ? { ...query, indicators: beside }
    : query;
};

/** A new subject, the old way of asking: 那供应链金融呢, 贷款余额呢, 第22项呢. */
const newSubject = (said: Query, before: Query): Query => {
  const query = before.indicators.length > 0 ? asIndicator(said) : said;
  const years = query.years.length > 0 || query.everyYear ? query.years : before.years;
  const assumed: Assumed[] = [{ what: 'kind', value: '' }];
  if (years !== query.years && years.length > 0) assumed.push({ what: 'year', value: years.join('、') });
  return assume(
    query,
    {
      intents: new Set([...before.intents, ...query.intents]),
      years,
      everyYear: query.everyYear || before.everyYear,
      indicatorsBefore: before.indicators,
    },
    assumed,
  );
};

/** Ways of asking to which a year says nothing: after them, a bare year asks for that year's target. */
const YEARLESS: readonly Intent[] = ['who', 'support', 'lead', 'content', 'original'];

const carriedIntents = (query: Query, before: Query): ReadonlySet<Intent> => {
  if (asksSomething(query)) return query.intents;
  const bareYear =
    query.years.length > 0 && before.units.length === 0 && YEARLESS.some((intent) => before.intents.has(intent));
  return bareYear ? new Set<Intent>(['target']) : new Set([...before.intents, ...query.intents]);
};

const joined = (...years: readonly (readonly number[])[]): readonly number[] =>
  [...new Set(years.flat())].sort((a, b) => a - b);

const carriedYears = (query: Query, before: Query): readonly number[] => {
  if (query.intents.has('change') || query.intents.has('growth'))
    return joined(before.years.length + query.years.length > 1 ? [] : before.yearsBefore, before.years, query.years);
  if (query.years.length > 0 || query.everyYear) return query.years;
  const keeps =
    !asksSomething(query) || query.intents.has('sum') || (query.intents.has('amount') && before.years.length === 1);
  return keeps ? before.years : [];
};

/** The old subject, another way of asking or another year: 支持单位是谁, 那2021年呢, 原文是什么, 三年合计呢. */
const newAsking = (query: Query, before: Query, plan: Plan): Query => {
  const carriesEvery = !asksSomething(query) && query.years.length === 0 && before.everyYear;
  return assume(
    { ...before, reading: query.reading, language: query.language, assumed: [] },
    {
      intents: carriedIntents(query, before),
      years: carriedYears(query, before),
      yearsBefore: before.years,
      ...(query.intents.has('change') && before.indicatorsBefore.length > 0
        ? { indicators: joined(before.indicatorsBefore, before.indicators) }
        : {}),
      everyYear: query.everyYear || carriesEvery || (query.intents.has('sum') && !query.intents.has('count')),
    },
    [subjectName(before, plan)],
  );
};

/** Particles that are no subject. */
const EMPTY = /[的了呢吗啊\s]/gu;
const NARROWS = /^(?:那|那么)?(?:其中|这些(?:任务)?(?:里|中|当中)?|里面|当中|在这些)/u;

/** 其中科技金融行动里的有哪些: the list of the question before, of one action or year only. */
const narrowed = (query: Query, before: Query): Query | undefined => {
  if (!NARROWS.test(query.reading.text) || before.units.length === 0 || query.units.length > 0) return undefined;
  return assume(
    { ...query, tasks: [] },
    {
      units: before.units,
      intents: new Set([...before.intents, ...query.intents]),
      topic: undefined,
      confidence: 'none',
      hits: [],
      subject: '',
    },
    [{ what: 'unit', value: before.units.join('、') }],
  );
};

const COMPARES = /^(?:那|它|那么)?(?:比|跟|和|与|同)/u;

/** 2022年贷款余额 ⏎ 比存款多多少: the indicator of the question before, against this one. */
const against = (query: Query, before: Query, plan: Plan): Query | undefined => {
  const [one, other] = [before.indicators[0], query.indicators[0]];
  if (!COMPARES.test(query.reading.text) || one === undefined || other === undefined || one === other) return undefined;
  return assume(query, { indicators: [one, other], years: query.years.length > 0 ? query.years : before.years }, [
    subjectName(before, plan),
  ]);
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
        !(query.intents.has('differ') && (query.intents.has('list') || query.intents.has('count'))) &&
        query.subject.replace(EMPTY, '') === '' &&
        (leaning || asksSomething(query) || query.years.length > 0),
    };
  const stepped = narrowed(query, before) ?? against(query, before, plan) ?? step(query, before, plan);
  if (stepped) return stepped;
  if (hasSubject(query)) return isElliptic(query) ? newSubject(query, before) : query;
  const bends = query.subject.length <= 4 || query.confidence === 'none';
  return bends &&
    (asksSomething(query) || query.years.length > 0 || query.everyYear || isElliptic(query)) &&
    query.reading.text.length <= LONGEST_ELLIPSIS * 2
    ? newAsking(query, before, plan)
    : query;
};
