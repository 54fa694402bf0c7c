import { actionNamed, clauseOf, indicatorNamed } from '../../library/named.ts';
import { oncePer } from '../../once.ts';
import { isScope } from '../../plan/marks/said.ts';
import { remembering } from '../../recent.ts';
import { canonical } from '../../text.ts';
import type { Task } from '../../types.ts';
import type { Part, Ref } from '../../values.ts';
import type { Ground } from '../ground.ts';
import { tasksAmong } from './refs.ts';

/** How a text holds some words: as words of their own, only inside longer ones (行业 in 银行业), or not at all. */
export type Mention = 'word' | 'inside' | 'none';

/** A piece of a plan that may hold the words. */
export interface Piece {
  readonly part: Part;
  readonly year?: number;
  readonly clause: string;
  readonly text: string;
}

const SEGMENTER = new Intl.Segmenter('zh', { granularity: 'word' });

/** Returns [from, to) of each word of a text. */
export const wordsOf = (text: string): readonly (readonly [number, number])[] =>
  [...SEGMENTER.segment(text)].map(({ index, segment }) => [index, index + segment.length]);

const known = new Map<string, readonly (readonly [number, number])[]>();
/** A plan has some hundred pieces of text that are asked about again and again. */
const MOST_KNOWN = 2000;

const segmented = (text: string): readonly (readonly [number, number])[] => {
  const words = known.get(text) ?? wordsOf(text);
  if (known.size < MOST_KNOWN) known.set(text, words);
  return words;
};

/** 黑名单制度 is printed as “黑名单”制度. */
const unquoted = (text: string): string => text.replace(/[“”‘’"'「」『』]/gu, '');

const folded = new Map<string, string>();

/** A text folded for comparing; remembered, for every question about words goes through all of them. */
const fold = (text: string): string => {
  const plain = folded.get(text) ?? unquoted(canonical(text));
  if (folded.size < MOST_KNOWN) folded.set(text, plain);
  return plain;
};

/** How far around a word its borders are tried once more: close by, and with some of what stands there. */
const AROUND = [1, 4];

/** True when the words would be taken apart from both sides: 境外|资本 for 外资. */
const isTorn = (text: string, from: number, to: number): boolean => {
  const before = AROUND.map((far) => wordsOf(text.slice(Math.max(0, from - far), from + 1)).at(-1));
  const after = AROUND.map((far) => wordsOf(text.slice(to - 1, to + far))[0]);
  const joins = (word: readonly [number, number] | undefined) => word !== undefined && word[1] - word[0] > 1;
  return before.some(joins) && after.some(joins);
};

/** A word of the text begins where the words begin, and none begins inside them that runs on behind them. */
const standsAlone = (text: string, from: number, to: number): boolean => {
  const words = segmented(text);
  const begins = words.some(([start]) => start === from);
  const torn = words.some(([start, end]) => start > from && start < to && end > to);
  return begins && !torn && !isTorn(text, from, to);
};

/** Returns how a text holds one word, where it is no piece of those that do not count. */
export const mentionIn = (text: string, word: string, outside: readonly string[] = []): Mention => {
  const asked = unquoted(canonical(word));
  const whole = outside.reduce((rest, longer) => rest.replaceAll(unquoted(canonical(longer)), '\n'), fold(text));
  if (asked === '') return 'none';
  let found: Mention = 'none';
  for (let at = whole.indexOf(asked); at >= 0; at = whole.indexOf(asked, at + 1)) {
    if (standsAlone(whole, at, at + asked.length)) return 'word';
    found = 'inside';
  }
  return found;
};

const taskTitles = ({ body, row }: Task): readonly Piece[] => [
  { part: 'body', clause: body.clause, text: body.title },
  { part: 'annex', clause: row.clause, text: row.title },
];

const taskPieces = oncePer((task: Task): readonly Piece[] => [
  ...taskTitles(task),
  { part: 'body', clause: task.body.clause, text: task.body.text },
  ...(task.body.marks ?? []).map(({ clause, printed }): Piece => ({ part: 'body', clause, text: printed })),
  ...task.row.targets.map(({ year, text }): Piece => ({ part: 'annex', year, clause: task.row.clause, text })),
]);

const partOf: Readonly<Record<Ref['type'], Part>> = {
  plan: 'front',
  action: 'body',
  task: 'body',
  unit: 'body',
  indicator: 'table',
  goal: 'body',
  safeguard: 'body',
  clause: 'body',
};

/** Returns the pieces of text that a thing consists of. */
export const piecesOf = (ref: Ref, ground: Ground): readonly Piece[] => {
  const tasks = tasksAmong([ref], ground);
  if (tasks.length > 0) return tasks.flatMap(taskPieces);
  const clause = ground.clause(clauseOf(ref, ground.library.plan));
  return clause ? [{ part: partOf[ref.type], clause: clause.id, text: clause.text }] : [];
};

const WEAKEST_FIRST: readonly Mention[] = ['none', 'inside', 'word'];

/** Where words are looked for. */
export interface Looked {
  readonly words: string;
  readonly part?: Part | undefined;
  readonly field?: 'title' | 'deadline' | 'scope' | 'target';
  readonly years?: readonly number[];
  readonly outside?: readonly string[];
}

/** The names of a thing, as each part prints them. */
const titlesOf = (ref: Ref, ground: Ground): readonly Piece[] => {
  const { plan } = ground.library;
  const tasks = tasksAmong([ref], ground);
  const own = actionNamed(ref, plan) ?? indicatorNamed(ref, plan);
  if (tasks.length > 0) return tasks.flatMap(taskTitles);
  return own
    ? [{ part: partOf[ref.type], clause: clauseOf(ref, plan) ?? '', text: 'title' in own ? own.title : own.name }]
    : [];
};

/** When tasks must be done, as their marks say; all of their text where no mark of the plan has a field for that. */
const deadlinesOf = (ref: Ref, ground: Ground): readonly Piece[] => {
  if (!ground.library.plan.tasks.some(({ deadline }) => deadline !== undefined)) return piecesOf(ref, ground);
  return tasksAmong([ref], ground).flatMap(({ deadline, body }): readonly Piece[] =>
    deadline === undefined ? [] : [{ part: 'body', clause: body.clause, text: deadline }],
  );
};

/** What the marks of tasks say of where they are done: 推广范围, 适用范围. */
const scopesOf = (ref: Ref, ground: Ground): readonly Piece[] =>
  tasksAmong([ref], ground).flatMap(({ body }) =>
    (body.marks ?? []).flatMap(({ clause, fields }) =>
      fields.filter(({ name }) => isScope(name)).map(({ text }): Piece => ({ part: 'body', clause, text })),
    ),
  );

const piecesIn = (field: Looked['field'], ref: Ref, ground: Ground): readonly Piece[] => {
  switch (field) {
    case 'title':
      return titlesOf(ref, ground);
    case 'deadline':
      return deadlinesOf(ref, ground);
    case 'scope':
      return scopesOf(ref, ground);
    case 'target':
      return piecesOf(ref, ground).filter(({ year }) => year !== undefined);
    case undefined:
      return piecesOf(ref, ground);
  }
};

/** The pieces in which a condition looks for its words. */
const looked = (ref: Ref, { part, field, years = [] }: Looked, ground: Ground): readonly Piece[] =>
  piecesIn(field, ref, ground).filter(
    (piece) =>
      (part === undefined || piece.part === part) &&
      (field === 'deadline' || years.length === 0 || (piece.year !== undefined && years.includes(piece.year))),
  );

const topicOf = ({ type, id }: Ref): string => (type === 'task' ? `task.${id}` : id);

/** 会同: the very word by which a mark of the task says what its units do. */
const isSaid = (ref: Ref, word: string, ground: Ground): boolean =>
  tasksAmong([ref], ground).some(({ body }) =>
    (body.marks ?? []).some(({ parties }) => parties.some(({ said }) => said === word)),
  );

/** How some pieces hold the words in any wording, the strongest. */
const heldBy = (pieces: readonly Piece[], wordings: readonly string[], outside: Looked['outside']): Mention => {
  let held: Mention = 'none';
  for (const word of wordings)
    for (const { text } of pieces) {
      const mention = mentionIn(text, word, outside);
      if (mention === 'word') return mention;
      if (mention === 'inside') held = mention;
    }
  return held;
};

/** How a thing holds one piece of the words, in any wording; by its English description, where that is all there is. */
const mentionOf = (wordings: readonly string[], { ref, test, ground }: Looking): Mention => {
  const held = heldBy(looked(ref, test, ground), wordings, test.outside);
  if (held === 'word' || test.field !== undefined) return held;
  const described = wordings.length === 1 && (test.years ?? []).length === 0;
  const says = described && ground.search.describes(wordings[0] ?? '', topicOf(ref));
  return says || wordings.some((word) => isSaid(ref, word, ground)) ? 'word' : held;
};

interface Looking {
  readonly ref: Ref;
  readonly test: Looked;
  readonly ground: Ground;
}

const formsIn = (words: string, { library, wordings }: Ground): readonly (readonly string[])[] => {
  const { units, misprints } = library.plan.registry;
  const unit = units.find(({ name, full, others }) => [name, full, ...others].includes(words));
  if (!unit) return wordings(words);
  const wrong = misprints.flatMap(({ means, printed }) =>
    means.length === 1 && means[0] === unit.name ? [printed] : [],
  );
  return [[words, unit.name, ...wrong]];
};

/** One condition looks for the same words in each thing. */
const MOST_WORDS = 64;

/** A unit's name is printed in any of its forms, misprints among them: 浐灞生态区, 灞桥生态区. */
const formsOf = oncePer((ground: Ground) => remembering((words) => formsIn(words, ground), MOST_WORDS));

/** Returns how a thing holds some words: each of them, the weakest counts. */
export const mentions = (ref: Ref, test: Looked, ground: Ground): Mention => {
  const held = formsOf(ground)(test.words).map((wordings) => mentionOf(wordings, { ref, test, ground }));
  return WEAKEST_FIRST.find((mention) => held.includes(mention)) ?? 'none';
};

/** Returns the pieces of a thing that hold one of the words. */
export const mentioning = (ref: Ref, test: Looked, ground: Ground): readonly Piece[] => {
  const asked = formsOf(ground)(test.words).flat();
  return looked(ref, test, ground).filter(({ text }) =>
    asked.some((word) => mentionIn(text, word, test.outside) === 'word'),
  );
};
