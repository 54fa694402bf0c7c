import { counted, type Draft } from '../../answer/draft.ts';
import type { TaskList } from '../../execute/sets/result.ts';
import { PRINTED_COUNT } from '../../library/figure-words.ts';
import type { Clause, Computed } from '../../types.ts';
import { isMisprintOnly } from './difference-lines.ts';
import type { ListFrame } from './frame.ts';
import { emptyDraft, unnamedDraft } from './no-tasks.ts';
import { differNotices, groupNotices, misprintNotices, orderNotice, outsideNotices, unledNotices } from './notices.ts';
import { askedNumbers, countedTasks } from './parts.ts';
import { sumOf } from './sums.ts';
import { citationsOf, misprintedNotice } from './task-citations.ts';
import { layoutOf, leftOut, targetYears } from './task-entries.ts';
import { actionCounts, blockLines, headLine, insideLine, lacksLines } from './task-heads.ts';

const countsOf = (list: TaskList, { query, desk }: ListFrame): readonly Computed[] => {
  const entries = list.blocks.flatMap((block) => block.entries);
  const only = entries.filter(({ task }) => isMisprintOnly(task, query.of)).length;
  return [
    countedTasks(list.tasks, '符合条件的任务数'),
    ...list.blocks.map(({ entries: own }) => counted(own.length, '其中一类的任务数', [])),
    ...[...new Set(actionCounts(list, desk))].map((count) => counted(count, '其中一个行动的任务数', [])),
    ...list.reached.map(({ group, tasks }) => countedTasks(tasks, `以${group}列名的任务数`)),
    ...(list.inside.length > 0 ? [countedTasks(list.inside, '只在更长的词里带有这几个字的任务数')] : []),
    ...entries.flatMap(({ count, task }) =>
      count === undefined ? [] : [counted(count, '所列单位数', [task.body.clause])],
    ),
    ...(only > 0
      ? [counted(only, '只有单位印法不同的任务数', []), counted(entries.length - only, '所列单位不同的任务数', [])]
      : []),
    ...askedNumbers(query, desk),
  ];
};

interface Share {
  readonly line: string;
  readonly computed: readonly Computed[];
}

const WHOLE = 100;

/** 占57项的98.2%: how large a part of the tasks that were looked at the list is. */
const shareOf = ({ tasks, looked }: TaskList, { query: { asks }, desk }: ListFrame): readonly Share[] => {
  const [ask] = asks;
  if (ask.ask !== 'count' || !ask.share || looked.length === 0) return [];
  const percent = `${((tasks.length / looked.length) * WHOLE).toFixed(1)}%`;
  const formula = `${tasks.length}÷${looked.length}=${percent}`;
  const from = tasks.map(({ row }) => row.clause);
  return [
    {
      line: desk.say('shareOfAll', { total: looked.length, percent, formula }),
      computed: [{ value: percent, formula, from }, countedTasks(looked, '所查的任务数')],
    },
  ];
};

const COUNTED = new RegExp(PRINTED_COUNT, 'u');
const FIGURE = /\d+/u;

/** （共23项）: how many the plan says that there are, where other numbers are listed. */
const countPrinted = (list: TaskList, { query: { of }, desk }: ListFrame): readonly Clause[] => {
  const whole = of.set === 'all' && of.type === 'task';
  return whole
    ? desk.plan.clauses.filter(({ id, text }) => {
        const printed = /^\d+$/.test(id) ? COUNTED.exec(text.split('\n')[0] ?? '')?.[0] : undefined;
        return printed !== undefined && FIGURE.exec(printed)?.[0] !== String(list.tasks.length);
      })
    : [];
};

/** Returns the answer that lists tasks: how the list was read and how many, then every one of them. */
export const phraseTasks = (list: TaskList, frame: ListFrame): Draft => {
  const { desk, query } = frame;
  const entries = list.blocks.flatMap((block) => block.entries);
  if (entries.length === 0 && list.reached.length > 0 && !list.negative) return unnamedDraft(list, frame);
  if (entries.length === 0) return emptyDraft(list, frame);
  const layout = layoutOf(entries, targetYears(list, frame), frame);
  const { years } = layout;
  const said = countPrinted(list, frame);
  const shares = [...shareOf(list, frame), ...sumOf(list, frame)];
  return {
    status: 'answered',
    brief: true,
    lines: [
      ...lacksLines(list, frame),
      headLine(list, frame),
      ...said.map(({ label, text }) => desk.say('sentenceAt', { label, text })),
      ...shares.map(({ line }) => line),
      ...blockLines(list, layout),
      ...leftOut(layout),
      ...insideLine(list, frame),
    ],
    citations: [...said.map(({ id }) => desk.cite(id)), ...citationsOf(list, years, frame)],
    notices: [
      ...misprintNotices(
        entries.map(({ task }) => task),
        list.negative ? [] : list.units,
        desk,
      ),
      ...(list.negative ? [] : differNotices(entries, desk)),
      ...groupNotices(list.reached, list.negative, desk),
      ...misprintedNotice(list, frame),
      ...(list.byOrder ? [orderNotice(desk)] : []),
      ...unledNotices(query, desk),
      ...outsideNotices(query, desk),
    ],
    computed: [...countsOf(list, frame), ...shares.flatMap(({ computed }) => computed)],
    tasks: list.lacks ? [] : list.tasks.map(({ number }) => number),
  };
};
