import type { Worksheet } from 'exceljs';
import { noteColumns } from './columns.ts';
import { writeLine, writeTable } from './sheet.ts';
import { calledRelation } from './task-sheet.ts';
import type { Worklist } from './worklist.ts';

/** How to read the sheets. */
const NOTES = [
  '任务、责任单位、支持单位按正文所列；各年目标按附件任务分解表所列，照录原文。',
  '正文与附件不一致的名称、单位、数字见“差异”表，比较时看各年全部目标；没有这张表的，所列任务没有不一致。',
  '填好的清单可以交回问计：不要改第1行的标题和“任务”一列，进展只用下拉列表里的四个词。计划没有写的一律留空。',
] as const;

/** Writes what explains the tasks: how to read the list, how the unit is named, figures, misprints, clauses. */
export const writeNotesSheet = (sheet: Worksheet, worklist: Worklist): void => {
  const { lists, years, filter } = worklist;
  const columns = noteColumns(years, filter.unit !== undefined);
  const rows = lists.flatMap((list) =>
    list.rows.map((row) => Object.assign({ relation: calledRelation(list.relation, list.rows) }, row)),
  );
  let next = 1;
  for (const text of NOTES) next = writeLine(sheet, next, { text, columns: columns.length, quiet: true });
  writeTable(sheet, next, { columns, rows });
};
