import { compareFigures, compareTask, titlesDiffer } from '../answer/differences.ts';
import { printedBy } from '../plan/named-units.ts';
import { withoutDates } from '../plan/years.ts';
import { figuresOf, sentencesOf } from '../text.ts';
import type { Plan, Task } from '../types.ts';
import { notesIn, sourcesOf } from './task-row.ts';
import type { DifferenceRow } from './worklist.ts';

type Point = Omit<DifferenceRow, 'task' | 'title' | 'sources'>;

/** The sentences of a text that print one of the figures. */
const sentencesWith = (figures: readonly string[], text: string): string =>
  sentencesOf(text)
    .filter((sentence) => figuresOf(withoutDates(sentence)).some((figure) => figures.includes(figure)))
    .join('');

const unitPoints = (plan: Plan, task: Task): readonly Point[] =>
  compareTask(task).map(({ role, onlyBody, onlyAnnex, misprints }) => ({
    what: role,
    body: printedBy(task.body[role]),
    annex: printedBy(task.row[role]),
    onlyBody,
    onlyAnnex,
    notes: notesIn(plan, [task.body.clause, task.row.clause])
      .filter((note) => misprints.some(({ printed }) => printed === note.printed))
      .map(({ note }) => note),
  }));

const titlePoints = (task: Task): readonly Point[] =>
  titlesDiffer(task)
    ? [{ what: 'title', body: task.body.title, annex: task.row.title, onlyBody: [], onlyAnnex: [], notes: [] }]
    : [];

/** The annex of every year is read: a figure that the body gives for another year is no difference. */
const figurePoints = (task: Task): readonly Point[] => {
  const found = compareFigures(task);
  if (!found) return [];
  const cells = task.row.targets
    .map(({ year, text }) => ({ year, text: sentencesWith(found.onlyAnnex, text) }))
    .filter(({ text }) => text !== '');
  return [
    {
      what: 'figures',
      body: sentencesWith(found.onlyBody, task.body.text),
      annex: cells.map(({ year, text }) => `${year}年：${text}`).join('\n'),
      ...found,
      notes: [],
    },
  ];
};

/** Where body and annex of the tasks do not say the same: titles, units, figures. */
export const differenceRows = (plan: Plan, tasks: readonly Task[]): readonly DifferenceRow[] =>
  tasks.flatMap((task) =>
    [...titlePoints(task), ...unitPoints(plan, task), ...figurePoints(task)].map((point) => ({
      task: task.number,
      title: task.body.title,
      ...point,
      sources: sourcesOf(plan, task),
    })),
  );
