import type { Source } from '../../answer/citation.ts';
import { reconcile } from '../../answer/conflicts.ts';
import { counted, type Desk, type Draft } from '../../answer/draft.ts';
import {
  bodyCitation,
  listCitations,
  parentOf,
  roleNotices,
  rowCitation,
  silent,
  titleNotices,
  yearHead,
} from '../../answer/task-sources.ts';
import type { Differences } from '../../execute/sets/result.ts';
import type { Computed, Task } from '../../types.ts';
import { comma } from '../describe-set.ts';
import { ROLE_NAME } from '../describe-test.ts';
import { misprintsLine, unitsLine } from './difference-lines.ts';
import { allYears, numbersOf, taskLine } from './parts.ts';

type Figures = Differences['figures'][number];

const figuresText = ({ onlyBody, onlyAnnex }: Figures, { say }: Desk): string => {
  const [body, annex] = [onlyBody.join('、'), onlyAnnex.join('、')];
  if (onlyBody.length > 0 && onlyAnnex.length > 0) return say('figuresDiffer', { body, annex });
  return onlyBody.length > 0 ? say('figuresBody', { body }) : say('figuresAnnex', { annex });
};

/** One sort of difference: what it is called, the tasks that have it, and a task's own lines. */
interface Kind {
  readonly of: 'units' | 'misprints' | 'titles' | 'figures';
  readonly what: string;
  readonly numbers: readonly number[];
  readonly lines: (task: Task) => readonly string[];
}

const kindsOf = (result: Differences, desk: Desk): readonly Kind[] => {
  const { say } = desk;
  const numbers = (all: readonly { readonly task: number }[]) => [...new Set(all.map(({ task }) => task))];
  const { units, titles, figures } = result;
  const real = numbers(units);
  const misprints = result.misprints.filter(({ task }) => !real.includes(task));
  const kinds: readonly Kind[] = [
    {
      of: 'units',
      what: say('kindUnits'),
      numbers: real,
      lines: (task) => result.roles.flatMap((role) => unitsLine(task, role, desk)),
    },
    {
      of: 'misprints',
      what: say('kindMisprints'),
      numbers: numbers(misprints),
      lines: (task) => result.roles.flatMap((role) => misprintsLine(task, role, desk)),
    },
    {
      of: 'titles',
      what: say('kindTitles'),
      numbers: numbers(titles),
      lines: (task) => [say('titlesBoth', { body: task.body.title, annex: task.row.title })],
    },
    {
      of: 'figures',
      what: say('kindFigures'),
      numbers: numbers(figures),
      lines: (task) => figures.filter((one) => one.task === task.number).map((one) => figuresText(one, desk)),
    },
  ];
  return kinds.filter((kind) => kind.numbers.length > 0);
};

const comparedText = ({ what, roles }: Differences, desk: Desk): string => {
  const { say } = desk;
  const units = roles.map((role) => say(ROLE_NAME[role])).join(comma(desk));
  const all = { units, title: say('comparedTitle'), figures: say('comparedFigures') };
  return what === 'any' ? Object.values(all).join('、') : all[what];
};

const wholeTexts = ({ body, row }: Task, { cite }: Desk): readonly Source[] => [
  silent(cite(body.clause, body.title, body.text)),
  ...row.targets.map(({ text }) => silent(cite(row.clause, row.title, text))),
];

/** One task: what differs, said first; then its units as printed, its two titles, its figures. */
const ofTask = (task: Task, result: Differences, desk: Desk): Draft => {
  const { say, name } = desk;
  const kinds = kindsOf(result, desk);
  const head = { number: task.number, title: name.task(task) };
  const detail = kinds.flatMap(({ lines }) => lines(task));
  const also = reviewed(result, desk);
  return {
    status: 'answered',
    lines: [
      kinds.length === 0
        ? say('taskSame', { ...head, what: comparedText(result, desk) })
        : say('taskDiffers', { ...head, what: kinds.map(({ what }) => what).join('、') }),
      ...detail,
      ...also.lines,
    ],
    citations: [
      bodyCitation(desk, task),
      rowCitation(desk, task),
      ...also.citations,
      ...wholeTexts(task, desk),
      ...yearHead(desk, allYears(desk)),
    ],
    notices: [
      ...(result.what === 'any' || result.what === 'units'
        ? result.roles.flatMap((role) => roleNotices(desk, task, role))
        : []),
      ...(result.what === 'any' ? titleNotices(desk, task) : []),
    ],
    computed: also.computed,
    tasks: [task.number],
  };
};

interface Reviewed {
  readonly lines: readonly string[];
  readonly citations: readonly Source[];
  readonly computed: readonly Computed[];
}

/** Places that a reviewed note sets side by side: figures and terms of the same thing. */
const reviewed = ({ what, compared }: Differences, desk: Desk): Reviewed => {
  if (what !== 'any' && what !== 'figures') return { lines: [], citations: [], computed: [] };
  const numbers = new Set(compared.map(({ number }) => number));
  const ofWhole = numbers.size === desk.plan.tasks.length;
  const found = desk.conflicts
    .flatMap((conflict) => reconcile(conflict, desk) ?? [])
    .filter(({ agree, tasks }) => !agree && (ofWhole || (tasks.length > 0 && tasks.every((one) => numbers.has(one)))));
  const lines = found.flatMap((one) => (one.conflict.kind === 'places' ? [one.lines.join('；')] : one.lines));
  return {
    lines: lines.length > 0 ? [desk.say('alsoConflicts'), ...lines.map((line) => `· ${line}`)] : [],
    citations: found.flatMap((one) => one.citations.map(silent)),
    computed: found.flatMap((one) => one.computed),
  };
};

const blockLines = (
  { kind, alone }: { readonly kind: Kind; readonly alone: boolean },
  tasks: readonly Task[],
  desk: Desk,
): readonly string[] => {
  const own = tasks.filter(({ number }) => kind.numbers.includes(number));
  const isLong = !alone && own.length > MOST_IN_LINES;
  const head = desk.say('kindList', { what: kind.what, count: own.length, numbers: numbersOf(own) });
  return isLong
    ? [head]
    : [head, ...own.flatMap((task) => [taskLine(desk, task), ...kind.lines(task).map((line) => `   ${line}`)])];
};

/** In a table of all kinds, so many tasks of one kind are shown with what differs. */
const MOST_IN_LINES = 12;

const headOf = (kinds: readonly Kind[], count: number, { say }: Desk): string =>
  say('differencesHead', {
    count,
    list: kinds.map(({ what, numbers }) => say('differenceKind', { what, count: numbers.length })).join('、'),
  });

/** Nothing differs: both sources of a few tasks, or the table of all. */
const noneDraft = (result: Differences, desk: Desk): Draft => {
  const annex = parentOf(desk.plan.tasks[0]?.row.clause ?? '');
  return {
    status: 'answered',
    brief: true,
    lines: [desk.say('noDifferences', { what: comparedText(result, desk) })],
    citations: desk.clause(annex) ? [desk.cite(annex)] : desk.plan.tasks.flatMap((task) => listCitations(desk, task)),
    tasks: [],
  };
};

/** Returns the answer that says where body and annex differ: of one task, or by kind with every task of each. */
export const phraseDifferences = (result: Differences, desk: Desk): Draft => {
  if (result.task) return ofTask(result.task, result, desk);
  const every = kindsOf(result, desk);
  const kinds = every.filter(({ of }) => result.what !== 'any' || of !== 'figures');
  const figures = every.filter((kind) => !kinds.includes(kind)).flatMap((kind) => kind.numbers);
  const numbers = new Set(kinds.flatMap((kind) => kind.numbers));
  const tasks = desk.plan.tasks.filter(({ number }) => numbers.has(number));
  const also = reviewed(result, desk);
  if (tasks.length === 0 && also.lines.length === 0) return noneDraft(result, desk);
  return {
    status: 'answered',
    brief: true,
    lines: [
      tasks.length > 0
        ? headOf(kinds, tasks.length, desk)
        : desk.say('noDifferences', { what: comparedText(result, desk) }),
      ...kinds.flatMap((kind) => blockLines({ kind, alone: result.what !== 'any' }, tasks, desk)),
      ...(figures.length > 0 ? [desk.say('alsoFigures', { count: figures.length, numbers: figures.join('、') })] : []),
      ...also.lines,
    ],
    citations: [
      ...tasks.flatMap((task) => listCitations(desk, task)),
      ...tasks.flatMap((task) => wholeTexts(task, desk)),
      ...desk.plan.tasks
        .filter(({ number }) => figures.includes(number))
        .flatMap((task) => listCitations(desk, task).map(silent)),
      ...also.citations,
      ...yearHead(desk, allYears(desk)),
    ],
    computed: [
      counted(tasks.length, '不一致的任务数', []),
      counted(figures.length, '数字只在一处写的任务数', []),
      ...kinds.map((kind) => counted(kind.numbers.length, kind.what, [])),
      ...also.computed,
    ],
    tasks: tasks.map(({ number }) => number),
  };
};
