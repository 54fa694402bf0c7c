import type { Assumed, Confidence, Hit, Intent, Mention, Plan, Query, Reading, Search, Topic } from '../types.ts';

/** What resolving needs besides the reading: the plan for its numbers, and search for unnamed topics. */
export interface Ground {
  readonly plan: Plan;
  readonly search: Search;
}

/** Below this share of the question's weight, a topic is only near. */
const CLEAR = 0.3;
const WEAK = 0.14;
/** A second topic this close to the first makes a tie. */
const TIE = 0.93;

const pick = <K extends Mention['kind']>(reading: Reading, kind: K): readonly Extract<Mention, { kind: K }>[] =>
  reading.mentions.filter((mention): mention is Extract<Mention, { kind: K }> => mention.kind === kind);

/** 人行西安分行(不带营管部): a unit that is named only to be left out. */
const LEFT_OUT =
  /(?:不带|不含|不算|不包括|不要)[^,，。)）;；]{0,16}$|(?:除了|除去|除开|without|except)[^,，。)）;；还也外]{0,8}$/u;

const unique = <T>(values: readonly T[]): readonly T[] => [...new Set(values)];

/** The subject without the names of units: 市商务局是不是天然气交易中心的责任单位 → 天然气交易中心. */
const withoutUnits = (reading: Reading): string =>
  reading.mentions
    .filter(({ kind }) => kind === 'unit' || kind === 'unit-unknown' || kind === 'unit-unclear')
    .reduce((subject, { text }) => subject.replace(text, ' '), reading.subject)
    .trim();

const better = (a: readonly Hit[], b: readonly Hit[]): readonly Hit[] =>
  (b[0]?.score ?? 0) > (a[0]?.score ?? 0) ? b : a;

/** A short subject that begins with a thing which the plan nowhere speaks of is about that thing: 垃圾分类. */
const SHORT_SUBJECT = 10;
const SURE = 0.5;
/** An everyday expression of so many characters is no chance likeness: 贷不到款. */
const SPOKEN = 3;

const isStrange = (subject: string, hits: readonly Hit[], search: Search): boolean => {
  if ([...subject].length > SHORT_SUBJECT || (hits[0]?.score ?? 0) >= SURE) return false;
  if (hits[0]?.terms.some(({ via }) => [...(via ?? '')].length >= SPOKEN)) return false;
  const [stranger] = search.strangers(subject);
  return stranger !== undefined && subject.indexOf(stranger) <= 2;
};

/** In a long question in other words, several of them lead to one topic and nothing to another. */
const FAINT = 0.09;
const AHEAD = 1.5;

/** Of a long sentence most words are the asker's own. */
const LONG = 14;
const FAINTEST = 0.05;
/** One expression alone, when nothing else comes near. */
const FAR_AHEAD = 2.5;

const isAlone = (first: Hit, second: Hit | undefined, length: number): boolean => {
  const expressions = new Set(first.terms.filter(({ term }) => term.length > 1).map(({ via, term }) => via ?? term));
  return (
    first.score >= (length >= LONG ? FAINTEST : FAINT) &&
    first.score >= AHEAD * (second?.score ?? 0) &&
    (expressions.size > 1 || first.score >= FAR_AHEAD * (second?.score ?? 0))
  );
};

const confidenceOf = (hits: readonly Hit[], length: number): Confidence => {
  const [first, second] = hits;
  if (!first || (first.score < WEAK && !isAlone(first, second, length))) return 'none';
  if (second && second.score > first.score * TIE && first.topic.kind === second.topic.kind) return 'tie';
  return first.score >= CLEAR ? 'clear' : 'weak';
};

/** `annex.21` and `3.5.2.3` → task 21. */
const taskOf = (plan: Plan, clause: string): number | undefined =>
  plan.tasks.find(({ body, row }) => body.clause === clause || row.clause === clause)?.number;

const topicOfTask = (plan: Plan, number: number): Topic | undefined => {
  const task = plan.tasks.find((candidate) => candidate.number === number);
  return task && { id: `task.${number}`, kind: 'task', task: number, clause: task.body.clause };
};

/** One other word of an indicator is a coincidence; its own name or two other words are not. */
const isBorne = ({ topic, terms }: Hit): boolean =>
  topic.kind !== 'indicator' || terms.length > 1 || terms.some(({ field }) => field === 'title');

/** Characters that join and say nothing: what is left of 跟…一块儿管的 names no topic. */
const FUNCTION =
  /(?<![监主保分托])管|[的了和与跟同由在只仅有是还也都就把被对给向从到为以及其之所吗呢吧啊各些那这哪个归谁又既但且\s]/gu;

/** Topics of the subject without its units, or with them where that fits better; a unit alone is no topic. */
const hitsFor = (bare: string, subject: string, search: Search): readonly Hit[] => {
  if ([...bare.replace(FUNCTION, '')].length < 2) return [];
  return bare === subject ? search.topics(bare) : better(search.topics(bare), search.topics(subject));
};

const indicatorsIn = (reading: Reading): readonly number[] => {
  const named = pick(reading, 'indicator').map(({ indicator }) => indicator);
  const beside = pick(reading, 'beside').map(({ indicator }) => indicator);
  return unique(named.length > 0 ? [...named, ...beside] : named);
};

/** One question by itself → Query, nothing filled in. */
export const resolveAlone = (reading: Reading, { plan, search }: Ground): Query => {
  const clauses = pick(reading, 'clause').map(({ clause, exists }) => ({ clause, exists }));
  const named = pick(reading, 'task').map(({ task }) => task);
  const numbered = clauses.flatMap(({ clause }) => taskOf(plan, clause) ?? []);
  const tasks = unique([...numbered, ...named]);
  const bare = withoutUnits(reading);
  const hits = hitsFor(bare, reading.subject, search).filter(isBorne);
  const only = tasks.length === 1 ? topicOfTask(plan, tasks[0] ?? 0) : undefined;
  const strange = only === undefined && reading.language !== 'en' && isStrange(bare, hits, search);
  const confidence: Confidence = only ? 'clear' : strange ? 'none' : confidenceOf(hits, [...bare].length);
  return {
    reading,
    language: reading.language,
    intents: new Set<Intent>(pick(reading, 'intent').map(({ intent }) => intent)),
    units: unique(
      pick(reading, 'unit')
        .filter(({ span }) => !LEFT_OUT.test(reading.text.slice(0, span[0])))
        .map(({ unit }) => unit),
    ),
    unclearUnits: unique(pick(reading, 'unit-unclear').flatMap(({ units }) => units)),
    unknownUnits: unique(pick(reading, 'unit-unknown').map(({ text }) => text)),
    indicators: indicatorsIn(reading),
    actions: unique(pick(reading, 'action').map(({ action }) => action)),
    tasks,
    clauses,
    years: unique(pick(reading, 'year').map(({ year }) => year)).toSorted((a, b) => a - b),
    terms: unique(pick(reading, 'term').map(({ term }) => term)),
    places: unique(pick(reading, 'place').map(({ place }) => place)),
    everyYear: pick(reading, 'period').length > 0,
    yearsBefore: [],
    indicatorsBefore: [],
    hits,
    topic: only ?? (confidence === 'none' ? undefined : hits[0]?.topic),
    confidence,
    subject: bare,
    assumed: [] as readonly Assumed[],
    dangling: false,
  };
};
