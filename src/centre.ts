import type { Desk, Draft } from './answer/draft.ts';
import { type Composed, createCompose } from './compose/compose.ts';
import type { Offer } from './compose/state.ts';
import { createResolve } from './compose/topic.ts';
import { countingOf } from './execute/figures/counting.ts';
import { executeFigures, saysItself } from './execute/figures/figures.ts';
import { reconciles } from './execute/figures/reconcile.ts';
import { executeSaidUnits } from './execute/figures/said-units.ts';
import { thingOf, titleOf } from './execute/figures/things.ts';
import type { Ground } from './execute/ground.ts';
import { tasksMeant } from './execute/sets/assignments.ts';
import type { Extreme } from './execute/sets/result.ts';
import { firstIn } from './execute/sets/roles.ts';
import { executeSets, membersOf } from './execute/sets/sets.ts';
import { createAgents } from './library/agents.ts';
import { headedBy, taskNamed } from './library/named.ts';
import { createOwn } from './library/own.ts';
import { withAssumed } from './phrase/assumed.ts';
import { withNumbers, withReason, withYears } from './phrase/borne-out.ts';
import { phraseAskedBack } from './phrase/decisions/asked-back.ts';
import { phraseRefused, phraseUntold } from './phrase/decisions/refused.ts';
import { phraseTalked } from './phrase/decisions/talked.ts';
import { describeQuery } from './phrase/describe.ts';
import { phraseFigures } from './phrase/figures/figures.ts';
import { joinDrafts } from './phrase/join.ts';
import { kindOf } from './phrase/kind.ts';
import { withNext } from './phrase/next.ts';
import { withReading } from './phrase/read-by-model.ts';
import { phraseSets } from './phrase/sets/sets.ts';
import { designatorsIn } from './read/designators.ts';
import { halvesOf, listedIn } from './read/halves.ts';
import { canonical, isHan } from './text.ts';
import type { Hit, Question } from './types.ts';
import type { Ask, Query, Ref, Tokens } from './values.ts';

const OF_SETS: readonly Ask['ask'][] = ['members', 'count', 'units', 'group', 'extreme', 'differences'];

const isOfSets = ({ asks: [ask], claims: [claim] }: Query): boolean =>
  claim ? ['test', 'exists', 'count', 'place'].includes(claim.claim) : OF_SETS.includes(ask.ask);

/** One ask of a query looked up and put into words; undefined when nothing bears it out. */
const answered = (query: Query, ground: Ground, desk: Desk): Draft | undefined => {
  const named = executeSaidUnits(query, ground);
  if (named) return phraseFigures(named, desk, query);
  if (isOfSets(query) && !reconciles(query, ground)) {
    const result = executeSets(query, ground);
    return result && phraseSets(result, desk, query);
  }
  const result = executeFigures(query, ground);
  return result && phraseFigures(result, desk, query);
};

const WORD = /[\p{L}\p{N}]/u;

const isReckoning = ({ ask }: Ask): boolean => ask === 'reckon';

/** Each ask of a query by itself; what is reckoned together stays together: the mean growth, the largest growth. */
const oneByOne = (query: Query): readonly Query[] => {
  const [first, ...rest] = query.asks.filter(isReckoning);
  const others = query.asks.filter((ask) => !isReckoning(ask)).map((ask): Query => ({ ...query, asks: [ask] }));
  return first ? [...others, { ...query, asks: [first, ...rest] }] : others;
};

const WHO: Ask = { ask: 'units', roles: ['responsible'], lead: false };
const TARGETS: Ask = { ask: 'targets' };
const MEMBERS: Ask = { ask: 'members' };
/** Units by which it is shown how one may ask. */
const MOST_UNITS = 3;

/** A topic that bears out half of what the best one does may still be meant; with less, another is. */
const NEAR_BEST = 0.5;

const isNear = (topic: string, hits: readonly Hit[]): boolean => {
  const own = hits.find((hit) => hit.topic.id === topic)?.score ?? 0;
  return own > 0 && own >= (hits[0]?.score ?? 0) * NEAR_BEST;
};

/** What the centre makes of a question. */
export interface Understood {
  readonly composed: Composed;
  /** The answer's label. */
  readonly kind: string;
  readonly draft: Draft;
  /** How it was read, in words; empty when it was not. */
  readonly said: string;
}

const saidOf = ({ decision }: Composed, desk: Desk): string =>
  decision.decision === 'answer' ? decision.queries.map((query) => describeQuery(query, desk)).join('；') : '';

/** The ranks of a query that asks for the most or the fewest. */
const ranksOf = (query: Query, ground: Ground): readonly Extreme[] => {
  const result = query.asks[0].ask === 'extreme' ? executeSets(query, ground) : undefined;
  return result?.shape === 'ranking' ? result.extremes : [];
};

/** Question → Draft, by reading, composing, executing and phrasing. */
export const createCentre = (
  ground: Ground,
  read: (text: string, now?: number) => Tokens,
  printedBy: (words: string) => number | undefined,
) => {
  const { plan } = ground.library;
  const prints = new Map(plan.clauses.map(({ id, text }) => [id, canonical(text)]));
  const textOf = (ref: Ref): string => {
    const task = taskNamed(ref, plan);
    const own = task ? [task.body.clause, task.row.clause] : [ref.id];
    return own.flatMap((id) => prints.get(id) ?? []).join('\n');
  };
  /** Marks alone are printed nowhere. */
  const printsIn = (text: string, piece: string): boolean =>
    WORD.test(piece) &&
    (text.includes(canonical(piece)) ||
      (![...piece].some(isHan) &&
        ground.wordings(piece).every((wordings) => wordings.some((word) => text.includes(canonical(word))))));
  const numbers = (things: readonly { readonly number: number }[]) => new Set(things.map(({ number }) => number));
  const numbersOf: Readonly<Partial<Record<Ref['type'], ReadonlySet<number>>>> = {
    ...{ task: numbers(plan.tasks), action: numbers(plan.actions), indicator: numbers(plan.indicators) },
  };
  const unitNames = [...plan.registry.units, ...plan.registry.groups]
    .flatMap(({ name, others }) => [name, ...others])
    .map(canonical);
  const compose = createCompose({
    read,
    resolve: createResolve(ground.search, printedBy),
    members: (set) => membersOf(set, ground),
    headed: (words) => headedBy(words, plan),
    sections: ground.sections,
    halves: halvesOf,
    listed: listedIn,
    designators: designatorsIn,
    concerns: (unit, ref) => {
      const number = ref.type === 'task' ? Number(ref.id) : undefined;
      const named =
        number !== undefined &&
        ['responsible' as const, 'supporting' as const].some((role) =>
          ground.library.assigned(number, role).includes(unit),
        );
      return named || textOf(ref).includes(canonical(unit));
    },
    namesUnits: (ref) => {
      const text = textOf(ref);
      return unitNames.some((name) => text.includes(name));
    },
    overall: plan.safeguards
      .filter((id) => plan.registry.units.some(({ name }) => ground.clause(id)?.text.includes(name)))
      .slice(0, 1)
      .map((id): Ref => ({ type: 'clause', id })),
    has: ({ type, id }) => numbersOf[type]?.has(Number(id)) ?? true,
    counts: { task: plan.tasks.length, action: plan.actions.length, indicator: plan.indicators.length },
    answers: (asked) => saysItself(asked, ground),
    counting: (words, refs, ask) => countingOf(words, refs, { ask, ground }),
    prints: (piece, ref) => printsIn(ref ? textOf(ref) : ground.print, piece),
    pieces: (words) => ground.wordings(words).flatMap(([said]) => said ?? []),
    describes: (piece) => plan.tasks.some(({ number }) => ground.search.describes(piece, `task.${number}`)),
    bears: (words, { type, id }) =>
      type === 'task' &&
      ground.search.missing(words, `task.${id}`).length === 0 &&
      isNear(`task.${id}`, ground.search.topics(words)),
    isOther: (words, { type, id }) =>
      type === 'task' && !ground.print.includes(words) && ground.search.lacking(words, `task.${id}`).length > 0,
    nouns: (ref) => ground.library.figures(ref).map(({ of }) => of),
    title: (ref) => [thingOf(ref, ground) ?? []].flat().map(titleOf).join(''),
    misprints: (words) => plan.registry.misprints.some(({ printed }) => canonical(printed) === canonical(words)),
    strangers: ground.search.strangers,
    unprinted: ground.search.unprinted,
    exists: (clause) => ground.clause(clause) !== undefined,
    plan: plan.id,
    examples: [
      ...plan.tasks.slice(0, 1).map(({ number }): Offer => ({ ref: { type: 'task', id: String(number) }, ask: WHO })),
      ...plan.indicators
        .slice(0, 1)
        .map(({ number }): Offer => ({ ref: { type: 'indicator', id: String(number) }, ask: TARGETS })),
      ...plan.actions
        .slice(0, 1)
        .map(({ number }): Offer => ({ ref: { type: 'action', id: String(number) }, ask: MEMBERS })),
    ],
    units: plan.registry.units
      .slice(0, MOST_UNITS)
      .map(({ name }): Offer => ({ ref: { type: 'unit', id: name }, ask: MEMBERS })),
    standIns: (query) => {
      const result = executeSets(query, ground);
      const named = result?.shape !== 'tasks' || result.negative || membersOf(query.of, ground).length > 0;
      return named ? [] : result.reached.map(({ group }) => group);
    },
    leaders: (query) => ranksOf(query, ground).flatMap(({ first }) => first.map(({ ref }) => ref)),
    ranked: (query) => ranksOf(query, ground).flatMap(({ first, next }) => [...first, ...next].map(({ ref }) => ref)),
    yearsTold: (query) => {
      const result = query.asks[0].ask === 'when' ? executeFigures(query, ground) : undefined;
      return result?.shape === 'when' ? result.years : [];
    },
    placed: (query) => {
      const result = executeSets(query, ground);
      return result?.shape === 'verdict' && result.of === 'place' ? result.unit : undefined;
    },
    firstNamed: (set) =>
      tasksMeant(set, ground)
        .flatMap((task) => firstIn(task, { role: 'responsible' }) ?? [])
        .filter((unit, at, all) => all.indexOf(unit) === at)
        .map((id): Ref => ({ type: 'unit', id })),
    ...createOwn(plan),
    ...createAgents(plan),
    firstYear: plan.document.period[0],
    actions: plan.actions.length,
  });
  const draftOf = ({ decision }: Composed, desk: Desk): Draft => {
    switch (decision.decision) {
      case 'answer': {
        const { queries } = decision;
        const single = queries.flatMap(oneByOne);
        const untold = (decision.untold ?? []).map((one) => phraseUntold(one, desk));
        const drafts = single.flatMap((query) => answered(query, ground, desk) ?? []);
        return drafts.length > 0
          ? withReason(withYears(withNumbers(joinDrafts([...drafts, ...untold]), plan), queries), queries, desk)
          : phraseRefused({ decision: 'refuse', why: 'absent', about: queries[0].words, near: [] }, desk);
      }
      case 'ask-back':
        return phraseAskedBack(decision, desk);
      case 'refuse':
        return phraseRefused(decision, desk);
      case 'talk':
        return phraseTalked(decision, desk);
    }
  };
  return {
    compose,
    understand: (question: Question, deskFor: (language: Composed['language']) => Desk): Understood => {
      const composed = compose(question);
      const desk = deskFor(composed.language);
      const said = saidOf(composed, desk);
      const draft = withNext(draftOf(composed, desk), { text: question.text, composed }, desk);
      return {
        composed,
        kind: kindOf(composed.decision),
        draft: withReading(
          withAssumed(draft, composed, { said, follows: question.history.length > 0 }, desk),
          composed,
          (text) => compose({ text, history: [] }),
          desk,
        ),
        said,
      };
    },
  };
};
