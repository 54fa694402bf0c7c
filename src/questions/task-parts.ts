import { counted, type Desk } from '../answer/draft.ts';
import type { Computed, PassageHit, Task, YearTarget } from '../types.ts';

/** 21. 推动设立天然气交易中心 */
export const taskLine = (desk: Desk, task: Task, mark = ''): string =>
  desk.say('taskLine', { number: task.number, title: desk.name.task(task), mark });

/** The annex targets of some years. */
export const cellsOf = ({ row }: Task, years: readonly number[]): readonly YearTarget[] =>
  row.targets.filter(({ year }) => years.includes(year));

/** The task's own sentences that bear out a text, best first; its titles aside. */
export const sentencesAbout = (text: string, task: Task, { search }: Desk): readonly PassageHit[] =>
  search.passages(text, `task.${task.number}`).filter(({ passage }) => passage.field !== 'title');

/** How many tasks a list has. */
export const countedTasks = (tasks: readonly Task[], formula: string): Computed =>
  counted(
    tasks.length,
    formula,
    tasks.map(({ row }) => row.clause),
  );

/** Where a sentence stands, and the sentence: 附件任务分解表第52项 2020：… */
export const placeLine = (
  desk: Desk,
  place: { readonly label: string; readonly year: number | undefined; readonly text: string },
): string => desk.say('figureAt', { label: place.label, year: place.year ? ` ${place.year}` : '', text: place.text });
