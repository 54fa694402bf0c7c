import type { WorklistFilter } from '../../src/worklists/worklist.ts';
import { worklistFile } from '../../src/worklists/worklist-file.ts';
import { headRowOf, made, openBook, sheetOf } from './read.ts';

/** Person and progress by the task's number. */
export type Filled = Readonly<Record<number, readonly [person: string, progress: string]>>;
type Edit = (sheet: ReturnType<typeof sheetOf>) => void;

/** A list as a unit sends it back: exported, filled in by task number, saved by another program. */
export const filledList = async (filter: WorklistFilter, filled: Filled, edit: Edit = () => {}): Promise<Buffer> => {
  const book = await openBook((await worklistFile(made(filter), 'xlsx')).bytes);
  const sheet = sheetOf(book, '任务清单');
  for (let row = headRowOf(sheet) + 1; row <= sheet.rowCount; row += 1) {
    const number = /（第(\d+)项）$/.exec(sheet.getCell(row, 2).text)?.[1];
    const [person, progress] = filled[Number(number)] ?? [];
    if (person !== undefined) sheet.getCell(row, 6).value = person;
    if (progress !== undefined) sheet.getCell(row, 7).value = progress;
  }
  edit(sheet);
  return Buffer.from(await book.xlsx.writeBuffer());
};
