import type { createCompose } from '../compose/compose.ts';
import type { ComposeContent } from '../compose/content.ts';
import type { Offer } from '../compose/state.ts';
import { createResolve, refOf } from '../compose/topic.ts';
import { duesIn, lengthsPrinted } from '../execute/dates.ts';
import { countingOf } from '../execute/figures/counting.ts';
import { executeFigures, saysItself } from '../execute/figures/figures.ts';
import { thingOf, titleOf } from '../execute/figures/things.ts';
import type { Ground } from '../execute/ground.ts';
import { tasksMeant } from '../execute/sets/assignments.ts';
import type { Extreme } from '../execute/sets/result.ts';
import { firstIn } from '../execute/sets/roles.ts';
import { executeSets, membersOf } from '../execute/sets/sets.ts';
import { createAgents } from '../library/agents.ts';
import { createItemsOf } from '../library/called-items.ts';
import { namedYears } from '../library/figures.ts';
import { headedBy, taskNamed } from '../library/named.ts';
import { createOwn } from '../library/own.ts';
import { readQuantities } from '../quantity.ts';
import { designatorsIn } from '../read/designators.ts';
import { asNumbered } from '../read/document-number.ts';
import { halvesOf, listedIn } from '../read/halves.ts';
import { asksReport } from '../read/reporting.ts';
import { canonical, isHan } from '../text.ts';
import type { Hit } from '../types.ts';
import type { Ask, Query, Ref } from '../values.ts';

const WORD = /[\p{L}\p{N}]/u;

/** A topic that bears out half of what the best one does may still be meant; with less, another is. */
const NEAR_BEST = 0.5;

const isNear = (topic: string, hits: readonly Hit[]): boolean => {
  const own = hits.find((hit) => hit.topic.id === topic)?.score ?? 0;
  return own > 0 && own >= (hits[0]?.score ?? 0) * NEAR_BEST;
};

const WHO: Ask = { ask: 'units', roles: ['responsible'], lead: false };
const TARGETS: Ask = { ask: 'targets' };
const MEMBERS: Ask = { ask: 'members' };
/** Units by which it is shown how one may ask. */
const MOST_UNITS = 3;

/** The ranks of a query that asks for the most or the fewest. */
const ranksOf = (query: Query, ground: Ground): readonly Extreme[] => {
  const result = query.asks[0].ask === 'extreme' ? executeSets(query, ground) : undefined;
  return result?.shape === 'ranking' ? result.extremes : [];
};

/** What the plan prints, of one thing or of all. */
const printedOf = (ground: Ground): Pick<ComposeContent, 'concerns' | 'namesUnits' | 'prints'> => {
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
  const unitNames = [...plan.registry.units, ...plan.registry.groups]
    .flatMap(({ name, others }) => [name, ...others])
    .map(canonical);
  return {
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
    prints: (piece, ref) => printsIn(ref ? textOf(ref) : ground.print, piece),
  };
};

/** How many things there are of the sorts that are numbered. */
const numbersOf = ({ library: { plan } }: Ground): Pick<ComposeContent, 'has' | 'counts'> => {
  const numbers = (things: readonly { readonly number: number }[]) => new Set(things.map(({ number }) => number));
  const numbered: Readonly<Partial<Record<Ref['type'], ReadonlySet<number>>>> = {
    ...{ task: numbers(plan.tasks), action: numbers(plan.actions), indicator: numbers(plan.indicators) },
  };
  return {
    has: ({ type, id }) => numbered[type]?.has(Number(id)) ?? true,
    counts: { task: plan.tasks.length, action: plan.actions.length, indicator: plan.indicators.length },
  };
};

/** Which of the topics that words may be about bears them out. */
const bornOutBy = ({
  library: { plan },
  search,
  print,
}: Ground): Pick<ComposeContent, 'bears' | 'isOther' | 'describes'> => ({
  describes: (piece) => plan.tasks.some(({ number }) => search.describes(piece, `task.${number}`)),
  bears: (words, { type, id }) =>
    type === 'task' && search.missing(words, `task.${id}`).length === 0 && isNear(`task.${id}`, search.topics(words)),
  isOther: (words, { type, id }) =>
    type === 'task' && !print.includes(words) && search.lacking(words, `task.${id}`).length > 0,
});

/** By what it is shown how one may ask. */
const offersOf = ({ library: { plan } }: Ground): Pick<ComposeContent, 'examples' | 'units'> => ({
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
});

/** What an answer told, for the questions that lean on it. */
const toldBy = (
  ground: Ground,
): Pick<ComposeContent, 'standIns' | 'leaders' | 'ranked' | 'yearsTold' | 'placed' | 'firstNamed'> => ({
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
});

/** Everything that composing looks up in a plan. */
export const composeContent = (
  ground: Ground,
  printedBy: (words: string) => number | undefined,
): Omit<Parameters<typeof createCompose>[0], 'read'> => {
  const { plan } = ground.library;
  return {
    ...printedOf(ground),
    ...numbersOf(ground),
    ...bornOutBy(ground),
    ...offersOf(ground),
    ...toldBy(ground),
    resolve: createResolve(ground.search, printedBy),
    members: (set) => membersOf(set, ground),
    headed: (words) => headedBy(words, plan),
    sections: ground.sections,
    halves: halvesOf,
    listed: listedIn,
    itemsOf: createItemsOf(ground.library),
    designators: designatorsIn,
    overall: plan.safeguards
      .filter((id) => plan.registry.units.some(({ name }) => ground.clause(id)?.text.includes(name)))
      .slice(0, 1)
      .map((id): Ref => ({ type: 'clause', id })),
    answers: (asked) => saysItself(asked, ground),
    counting: (words, refs, ask) => countingOf(words, refs, { ask, ground }),
    pieces: (words) => ground.wordings(words).flatMap(([said]) => said ?? []),
    nouns: (ref) => ground.library.figures(ref).map(({ of }) => of),
    title: (ref) => [thingOf(ref, ground) ?? []].flat().map(titleOf).join(''),
    misprints: (words) => plan.registry.misprints.some(({ printed }) => canonical(printed) === canonical(words)),
    saying: (pieces) => {
      const found = ground.search.saying(pieces);
      return found && { ref: refOf(found.topic), sentence: found.text };
    },
    asNumbered: (words, year) =>
      asNumbered(words, (number) => new RegExp(`${year ?? ''}\\D{0,2}(?<!\\d)${number}`, 'u').test(ground.print)),
    reporting: (text) => {
      const found = asksReport(text) ? ground.search.reporting(text) : undefined;
      return found && { ref: refOf(found.topic), sentence: found.text };
    },
    measures: (text, measure) =>
      readQuantities(text).some(({ quantity }) => quantity.measure === measure) ||
      (lengthsPrinted(`3${measure}`).length > 0 && duesIn(text).length > 0),
    timed: (text) => duesIn(text).length + namedYears(text).length > 0,
    strangers: ground.search.strangers,
    unprinted: ground.search.unprinted,
    exists: (clause) => ground.clause(clause) !== undefined,
    plan: plan.id,
    ...createOwn(plan),
    ...createAgents(plan),
    firstYear: plan.document.period[0],
    actions: plan.actions.length,
  };
};
