import type { Desk, Draft } from '../../answer/draft.ts';
import { counted } from '../../answer/draft.ts';
import { listCitations } from '../../answer/task-sources.ts';
import type { FigureResult, Sentence } from '../../execute/figures/result.ts';
import type { Thing } from '../../execute/figures/things.ts';
import { hasRow } from '../../plan/pair.ts';
import { sentencesOf, squeeze } from '../../text.ts';
import type { Action, Clause, Task } from '../../types.ts';
import { assignmentLines } from '../sets/assignment.ts';
import { cellLines, cellsLeft, leadLine, restOf } from './targets.ts';
import { answerOf, contradictionsOf, fitted, headOf, sentenceLine, sourcesOf, tasksOf } from './things.ts';

type Texts = Extract<FigureResult, { shape: 'texts' }>;
type TaskThing = Extract<Thing, { kind: 'task' }>;

/** Which part of the plan is asked about, where the thing stands in both. */
const sideOf = ({ task }: TaskThing, part: string | undefined): 'body' | 'annex' | undefined =>
  hasRow(task) && (part === 'body' || part === 'annex') ? part : undefined;

/** Who stands in one part, as it is printed there. */
const printedIn = ({ task }: TaskThing, part: 'body' | 'annex', desk: Desk): readonly string[] =>
  assignmentLines(
    task,
    { shape: 'assignments', tasks: [task], roles: ['responsible'], lead: false, part, except: [], table: false },
    desk,
  ).slice(1);

/** Where none was asked for, the first sentence of the text leads. */
const firstSentence = ({ body }: Task): readonly Sentence[] =>
  sentencesOf(body.text)
    .slice(0, 1)
    .map((text) => ({ text, clause: body.clause, year: undefined }));

const taskLines = (
  thing: TaskThing,
  { best: all, years, part }: { best: readonly Sentence[]; years: readonly number[]; part: string | undefined },
  desk: Desk,
): readonly string[] => {
  const { task } = thing;
  const side = sideOf(thing, part);
  const own = side ? all.filter(({ clause }) => (clause === task.body.clause) === (side === 'body')) : all;
  const best = own.length > 0 || side === 'annex' ? own : firstSentence(task);
  const shown = new Set(best.map(({ text }) => squeeze(text)));
  const body = side === 'annex' ? '' : restOf(task.body.text, shown);
  const whole = best.some(({ clause }) => clause === task.body.clause) ? 'restOfBody' : 'wholeBody';
  const cells =
    side === 'body'
      ? []
      : cellsLeft(
          task.row.targets.filter(({ year }) => years.length === 0 || years.includes(year)),
          shown,
        );
  const [first, ...more] = best;
  return [
    first ? leadLine(headOf(thing, desk), first, desk) : headOf(thing, desk),
    ...more.map((sentence) => sentenceLine(sentence, desk)),
    ...(body === '' ? [] : [`${desk.say(whole)}${body}`]),
    ...(cells.length > 0 ? [desk.say('annexSays'), ...cellLines(cells, desk)] : []),
    ...(side ? printedIn(thing, side, desk) : []),
  ];
};

/** The goal of an action, without its number and label. */
const goalText = ({ clause }: Desk, { goal }: Action): string =>
  (clause(goal)?.text ?? '').replace(/^\d+[.．]\s*具体目标[。：:]?\s*/, '');

const actionLines = (action: Action, desk: Desk): readonly string[] => {
  const tasks = desk.plan.tasks.filter(({ number }) => action.tasks.includes(number));
  const goal = desk.clause(action.goal)?.kind === 'action-goal';
  return [
    ...(goal ? [desk.say('goalOf', { action: desk.name.action(action) }), goalText(desk, action)] : []),
    desk.say('measuresOf', { action: desk.name.action(action), count: tasks.length }),
    ...tasks.map((task) => desk.say('taskLine', { number: task.number, title: desk.name.task(task), mark: '' })),
  ];
};

/** What the text under a heading says of the words, before what stands under it. */
const ownLines = ({ goal }: Action, best: readonly Sentence[], desk: Desk): readonly string[] =>
  desk.clause(goal)?.kind === 'paragraph' ? best.map((sentence) => sentenceLine(sentence, desk)) : [];

/** What stands directly below a part: goals, safeguards, actions, indicators. */
const childrenOf = (part: Clause, { plan }: Desk): readonly Clause[] =>
  plan.clauses.filter(({ id, kind }) => {
    const below = id.startsWith(`${part.id}.`) && /^\d+$/.test(id.slice(part.id.length + 1));
    return below && (kind !== 'heading' || plan.actions.some(({ goal }) => goal === `${id}.1`));
  });

const clauseLines = (clause: Clause, best: readonly Sentence[], desk: Desk): readonly string[] => {
  const children = clause.kind === 'heading' ? childrenOf(clause, desk) : [];
  const [head = '', ...rest] = clause.text.split('\n');
  if (children.length === 0 && best.length > 0) {
    const own = clause.label.endsWith(head) ? rest.join('\n') : clause.text;
    const left = restOf(own, new Set(best.map(({ text }) => squeeze(text))));
    return [
      ...best.map((sentence) => sentenceLine(sentence, desk)),
      ...(left === '' ? [] : [`${desk.say('restOfBody')}${left}`]),
    ];
  }
  if (children.length === 0)
    return [desk.say('says', { label: clause.label }), ...(clause.label.endsWith(head) ? [] : [head]), ...rest];
  const firsts = children.map(({ text }) => sentencesOf(text.replaceAll('\t', ' '))[0] ?? text);
  return [desk.say('partHead', { label: '', title: head, count: children.length }), ...firsts];
};

const contentLines = (
  thing: Thing,
  shown: { best: readonly Sentence[]; years: readonly number[]; part: string | undefined },
  desk: Desk,
): readonly string[] => {
  const { best } = shown;
  switch (thing.kind) {
    case 'task':
      return taskLines(thing, shown, desk);
    case 'action':
      return [...ownLines(thing.action, best, desk), ...actionLines(thing.action, desk)];
    case 'indicator':
      return [headOf(thing, desk)];
    case 'clause':
      return clauseLines(thing.clause, best, desk);
  }
};

/** The whole text of the clauses of a thing, as the plan prints it. */
const originalLines = (thing: Thing, part: string | undefined, desk: Desk): readonly string[] => {
  switch (thing.kind) {
    case 'task': {
      const { body, row } = thing.task;
      const text = desk.clause(body.clause);
      return [
        headOf(thing, desk),
        ...(text && part !== 'annex' ? [desk.say('sentenceAt', { label: text.label, text: text.text })] : []),
        ...(part !== 'body' ? [`${desk.clause(row.clause)?.label ?? ''}：`, ...cellLines(row.targets, desk)] : []),
      ];
    }
    case 'indicator': {
      const row = desk.clause(thing.indicator.clause);
      return row ? [desk.say('sentenceAt', { label: row.label, text: row.text.replaceAll('\t', ' ') })] : [];
    }
    case 'action': {
      const goal = desk.clause(thing.action.goal);
      return goal ? [desk.say('sentenceAt', { label: goal.label, text: goal.text })] : [];
    }
    case 'clause':
      return clauseLines(thing.clause, [], desk);
  }
};

const sourceLines = (thing: Thing, best: readonly Sentence[], desk: Desk): readonly string[] => {
  const shown = best.length > 0 ? best : undefined;
  const line = (clause: string, quote: string) =>
    desk.say('sourceLine', { label: desk.clause(clause)?.label ?? clause, quote });
  if (thing.kind !== 'task') {
    const [clause = ''] = sourcesOf(thing, [], desk).map((source) => source.clause);
    return (
      shown?.map((one) => line(one.clause, one.text)) ?? [
        line(clause, (desk.clause(clause)?.text ?? '').replaceAll('\t', ' ')),
      ]
    );
  }
  const { body, row } = thing.task;
  const others = [
    { clause: body.clause, text: `${body.title}。${sentencesOf(body.text)[0] ?? ''}` },
    { clause: row.clause, text: row.title },
  ].filter(({ clause }) => !shown?.some((one) => one.clause === clause));
  return [headOf(thing, desk), ...[...(shown ?? []), ...others].map(({ clause, text }) => line(clause, text))];
};

const linesOf = (
  { form, years }: Texts,
  { thing, best, part }: Texts['texts'][number] & { readonly part: string | undefined },
  desk: Desk,
): readonly string[] => {
  switch (form) {
    case 'content':
      return contentLines(thing, { best, years, part }, desk);
    case 'original':
      return originalLines(thing, part, desk);
    case 'sources':
      return sourceLines(thing, best, desk);
    case 'goal':
      return thing.kind === 'action'
        ? [desk.say('goalOf', { action: desk.name.action(thing.action) }), goalText(desk, thing.action)]
        : contentLines(thing, { best, years, part }, desk);
  }
};

const ofActions = (things: readonly Thing[], { form }: Texts, desk: Desk) => {
  const actions = form === 'content' ? things.flatMap((thing) => (thing.kind === 'action' ? [thing.action] : [])) : [];
  const tasks = actions.flatMap((action) => desk.plan.tasks.filter(({ number }) => action.tasks.includes(number)));
  return {
    tasks: tasks.map(({ number }) => number),
    citations: tasks.flatMap((task) => listCitations(desk, task)),
    computed: actions.map((action) => counted(action.tasks.length, '该行动下的任务数', [action.goal])),
  };
};

const partsCounted = (things: readonly Thing[], desk: Desk) =>
  things.flatMap((thing) => {
    const children = thing.kind === 'clause' && thing.clause.kind === 'heading' ? childrenOf(thing.clause, desk) : [];
    return children.length > 0
      ? [
          {
            children,
            count: counted(
              children.length,
              '该部分的条数',
              children.map(({ id }) => id),
            ),
          },
        ]
      : [];
  });

/** Several things share a phone's page; a list of them may be longer. */
const LONGEST_LIST = 3600;

/** What things say: the sentence that answers in front, then the rest, no sentence twice. */
export const phraseTexts = (result: Texts, desk: Desk, part?: string): Draft => {
  const things = result.texts.map(({ thing }) => thing);
  const sentences = result.texts.flatMap(({ best }) => best);
  const beside = contradictionsOf(things, { sentences, years: [] }, desk);
  const actions = ofActions(things, result, desk);
  const parts = partsCounted(things, desk);
  const lines = result.texts.flatMap(({ thing, best }) => {
    const [first] = best;
    if (result.alone && first) return [leadLine(headOf(thing, desk), first, desk)];
    return linesOf(result, { thing, best, part }, desk);
  });
  const isList = things.length > 1 || parts.length > 0 || actions.tasks.length > 0;
  return answerOf({
    brief: isList,
    lines: isList ? fitted(lines, LONGEST_LIST) : fitted(lines),
    citations: [
      ...things.flatMap((thing, at) => sourcesOf(thing, result.texts[at]?.best ?? [], desk)),
      ...things.flatMap((thing) =>
        thing.kind === 'task' || thing.kind === 'clause' ? sourcesOf(thing, [], desk) : [],
      ),
      ...actions.citations,
      ...parts.flatMap(({ children }) => children.map(({ id }) => desk.cite(id))),
      ...beside.citations,
    ],
    notices: beside.notices,
    computed: [...actions.computed, ...parts.map(({ count }) => count), ...beside.computed],
    tasks: [...tasksOf(things), ...actions.tasks],
  });
};
