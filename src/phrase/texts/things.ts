import type { Source } from '../../answer/citation.ts';
import { conflictNotices, reconcile } from '../../answer/conflicts.ts';
import type { Desk, Draft } from '../../answer/draft.ts';
import { parentOf, silent, titleNotices, yearHead } from '../../answer/task-sources.ts';
import type { Sentence } from '../../execute/figures/result.ts';
import type { Thing } from '../../execute/figures/things.ts';
import { hasRow } from '../../plan/pair.ts';
import { readQuantities } from '../../quantity.ts';
import { clip, squeeze } from '../../text.ts';
import type { Computed, Conflict, Notice } from '../../types.ts';

/** A phone's answer to one topic; sources and notes stand below it. */
const LONGEST = 1250;

/** Returns how a thing is named at the head of an answer: 第21项“推动设立天然气交易中心”. */
export const headOf = (thing: Thing, { say, name }: Desk): string => {
  switch (thing.kind) {
    case 'task':
      return say('itemTitle', { number: thing.task.number, title: name.task(thing.task) });
    case 'indicator':
      return name.indicator(thing.indicator);
    case 'action':
      return name.action(thing.action);
    case 'clause':
      return thing.clause.label;
  }
};

/** Returns the head of a thing as a line of its own: a task is always named with its number. */
export const headLines = (things: readonly Thing[], desk: Desk): readonly string[] => [
  ...new Set(things.filter(({ kind }) => kind === 'task').map((thing) => headOf(thing, desk))),
];

/** Returns the numbers of the tasks among things. */
export const tasksOf = (things: readonly Thing[]): readonly number[] => [
  ...new Set(things.flatMap((thing) => (thing.kind === 'task' ? [thing.task.number] : []))),
];

/** Returns the clauses of a thing, the body's first. */
export const clausesOf = (thing: Thing): readonly string[] => {
  switch (thing.kind) {
    case 'task':
      return [...new Set([thing.task.body.clause, thing.task.row.clause])];
    case 'indicator':
      return [thing.indicator.clause];
    case 'action':
      return [thing.action.goal];
    case 'clause':
      return [thing.clause.id];
  }
};

/** The clauses that stand below a task which no table breaks down: its text is theirs too. */
const belowOf = (thing: Thing, { plan }: Desk): readonly string[] =>
  thing.kind !== 'task' || hasRow(thing.task)
    ? []
    : plan.clauses.filter(({ id }) => id.startsWith(`${thing.task.body.clause}.`)).map(({ id }) => id);

/** The clause that a sentence stands in: one below that which it is read with, where it is no word of its own. */
const placeOf = ({ clause, text }: Sentence, { plan, clause: find }: Desk): string => {
  const holds = (held: string): boolean => squeeze(held).includes(squeeze(text));
  if (holds(find(clause)?.text ?? '')) return clause;
  return plan.clauses.find(({ id, text: own }) => id.startsWith(`${clause}.`) && holds(own))?.id ?? clause;
};

/** Returns the sources of a thing: the sentences shown, then its other clauses, which bear out names and years. */
export const sourcesOf = (thing: Thing, sentences: readonly Sentence[], desk: Desk): readonly Source[] => {
  const below = belowOf(thing, desk);
  const own = sentences.map((sentence) => desk.cite(placeOf(sentence, desk), sentence.text));
  const cited = new Set(own.map(({ clause }) => clause));
  const runs = (clauses: readonly string[]) =>
    clauses.filter((clause) => !cited.has(clause)).flatMap((clause) => desk.cite.runs(clause));
  const beside = runs(below);
  const table = thing.kind === 'indicator' ? desk.clause(parentOf(thing.indicator.clause)) : undefined;
  const heads = table ? [desk.cite(table.id)] : [];
  const years = thing.kind === 'task' ? thing.task.row.targets.map(({ year }) => year) : [];
  return [
    ...own,
    ...runs(clausesOf(thing)),
    ...(own.length > 0 ? beside.map(silent) : beside),
    ...heads,
    ...yearHead(desk, years).map(silent),
  ];
};

/** A sentence with where it stands, and of which year. */
export const sentenceLine = (sentence: Sentence, desk: Desk): string => {
  const { text, year } = sentence;
  const clause = placeOf(sentence, desk);
  const label = desk.clause(clause)?.label ?? clause;
  return year === undefined ? desk.say('sentenceAt', { label, text }) : desk.say('sentenceIn', { label, year, text });
};

const holding = (text: string, words: string): boolean => squeeze(text).includes(squeeze(words));

/** What must be said of other places that give other figures or other words for what was quoted. */
export interface Contradicted {
  readonly notices: readonly Notice[];
  readonly citations: readonly Source[];
  readonly computed: readonly Computed[];
}

/** What an answer shows; `only`: it is about the figures of these sentences, not about all that a thing says. */
interface Shown {
  readonly sentences: readonly Sentence[];
  readonly years: readonly number[];
  readonly only?: boolean;
}

/** Some sentence shown prints a number in the measure of a reviewed conflict, as an addition where that is one. */
const isShown = (conflict: Conflict, { sentences, only = false }: Shown): boolean => {
  if (!only || conflict.kind === 'places') return true;
  const prints = (text: string): boolean =>
    readQuantities(text).some(({ quantity }) => quantity.measure === conflict.measure);
  return sentences.some(({ text }) => prints(text) && (conflict.kind === 'sum' || text.includes(conflict.verb)));
};

const sumsOf = (things: readonly Thing[], shown: Shown, desk: Desk): Contradicted => {
  const tasks = tasksOf(things);
  const found = desk.conflicts
    .filter((conflict) => conflict.kind === 'sum' && tasks.includes(conflict.task) && isShown(conflict, shown))
    .flatMap((conflict) => reconcile(conflict, desk) ?? [])
    .filter(({ agree }) => !agree);
  return {
    notices: found.map(({ lines, citations }) => ({
      code: 'several_sources',
      text: [...lines, desk.say('disagreesSome')].join(desk.language === 'en' ? ' ' : ''),
      clauses: citations.map(({ clause }) => clause),
    })),
    citations: found.flatMap(({ citations }) => citations.map(silent)),
    computed: found.flatMap(({ computed }) => computed),
  };
};

const placesOf = (sentences: readonly Sentence[], desk: Desk): Contradicted => {
  const found = desk.conflicts.flatMap((conflict) => {
    if (conflict.kind !== 'places') return [];
    const shown = conflict.places.some(({ clause, words }) =>
      sentences.some((sentence) => sentence.clause === clause && holding(sentence.text, words)),
    );
    return shown ? [conflict] : [];
  });
  return {
    notices: found.map(({ note, places }) => ({
      code: 'several_sources',
      text: note,
      clauses: places.map(({ clause }) => clause),
    })),
    citations: found.flatMap(({ places }) => places.map(({ clause, words }) => silent(desk.cite(clause, words)))),
    computed: [],
  };
};

/** Figures inside formulas, which a computed one bears out. */
export const bearing = (computed: readonly Computed[]): readonly Computed[] =>
  computed.flatMap((one) => [
    one,
    ...(one.formula.match(/\d+(?:\.\d+)?/g) ?? [])
      .filter((value) => value !== one.value)
      .map((value) => ({ ...one, value })),
  ]);

/** Returns what must be said beside figures or sentences of some things, for the years shown. */
export const contradictionsOf = (things: readonly Thing[], shown: Shown, desk: Desk): Contradicted => {
  const adds = (task: number): boolean =>
    desk.conflicts.some((one) => one.kind === 'additions' && one.task === task && isShown(one, shown));
  const about = things.flatMap((thing): readonly { readonly task?: number; readonly indicator?: number }[] => {
    if (thing.kind === 'task') return adds(thing.task.number) ? [{ task: thing.task.number }] : [];
    return thing.kind === 'indicator' ? [{ indicator: thing.indicator.number }] : [];
  });
  const parts = [
    ...about.map((one) => conflictNotices(desk, one, shown.years)),
    sumsOf(things, shown, desk),
    placesOf(shown.sentences, desk),
  ];
  const titles = shown.only
    ? []
    : things.flatMap((thing) => (thing.kind === 'task' ? titleNotices(desk, thing.task) : []));
  return {
    notices: [...parts.flatMap(({ notices }) => notices), ...titles],
    citations: parts.flatMap(({ citations }) => citations),
    computed: bearing(parts.flatMap(({ computed }) => computed)),
  };
};

/** Returns lines, each once, that together fit a phone: the last ones are clipped, never inside a figure. */
export const fitted = (lines: readonly string[], most = LONGEST): readonly string[] => {
  let left = most;
  return [...new Set(lines)].flatMap((line) => {
    if (left <= 0) return [];
    const shown = clip(line, left);
    left -= line.length + 1;
    return [shown];
  });
};

/** Each source once; one that is shown hides the same one that is only to bear something out. */
const eachOnce = (sources: readonly Source[]): readonly Source[] => {
  const known = new Map<string, Source>();
  for (const source of sources) {
    const key = `${source.clause} ${source.quote}`;
    if ((known.get(key)?.shown ?? '') === '') known.set(key, source);
  }
  return [...known.values()];
};

/** Returns the draft of an answer, each of its sources once. */
export const answerOf = (parts: Omit<Draft, 'status'>): Draft => ({
  status: 'answered',
  ...parts,
  citations: eachOnce(parts.citations ?? []),
});
