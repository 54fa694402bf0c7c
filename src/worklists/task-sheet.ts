import type { Worksheet } from 'exceljs';
import { type Column, FILLED, taskColumns } from './columns.ts';
import { PROGRESS, type Progress } from './progress.ts';
import { keepInSight, writeHeads, writeLine, writeRow } from './sheet.ts';
import { titleOf } from './title.ts';
import type { Relation, Worklist, WorklistRow } from './worklist.ts';

const TITLE_SIZE = 16;
/** 序号 and 任务. */
const COLUMNS_IN_SIGHT = 2;
const NUMERALS = '一二三四';

/** Ink and ground of each word of progress: told apart by the word itself too. */
const COLOURS: Readonly<Record<Progress, readonly [ink: string, ground: string]>> = {
  未启动: ['FF3D4752', 'FFE3E7EB'],
  推进中: ['FF0B4F8A', 'FFDCEBFA'],
  已完成: ['FF14572B', 'FFDDF2E2'],
  滞后: ['FF8E1B16', 'FFFBE0DD'],
};

/** What an empty list says: that there is nothing, and that this was looked for. */
const noneOf = (relation: Relation, { filter }: Worklist): string => {
  const unit = filter.unit ?? '';
  const within = filter.action ? `（只看${filter.action.title}）` : '';
  switch (relation) {
    case 'all':
      return '没有任务。';
    case 'responsible':
      return `计划没有把${unit}列为责任单位${within}。`;
    case 'supporting':
      return `计划没有把${unit}列为支持单位${within}。`;
    case 'through':
      return '';
  }
};

/** How the tasks of a relation are called. */
export const calledRelation = (relation: Relation, rows: readonly WorklistRow[]): string => {
  switch (relation) {
    case 'all':
      return '';
    case 'responsible':
      return '列为责任单位';
    case 'supporting':
      return '列为支持单位';
    case 'through':
      return `以“${rows[0]?.through?.group ?? ''}”列名`;
  }
};

/** Of tasks that were picked out, nothing is said of those that are not there. */
const missing = (worklist: Worklist): readonly string[] =>
  worklist.filter.tasks
    ? []
    : worklist.lists.filter(({ rows }) => rows.length === 0).map(({ relation }) => noneOf(relation, worklist));

const headLines = (worklist: Worklist): readonly string[] => {
  const { cover, lists } = worklist;
  const count = lists.reduce((sum, { rows }) => sum + rows.length, 0);
  return [
    `${cover.plan.title}${cover.plan.number === '' ? '' : `（${cover.plan.number}）`}`,
    [
      `${cover.filter}。共${count}项任务。`,
      ...missing(worklist),
      `责任人、进展由本单位填写，进展从下拉列表中选。${cover.made}生成。`,
    ].join(''),
  ];
};

const NO_UNIT = '　　　　　　　　';
const FOOT = '　　　填报人：　　　　　　　　审核人：　　　　　　　　填报日期：　　　　年　　月　　日';

/** How the last line begins for a unit, by which a filled list tells whose it is. */
export const footOf = (unit: string): string => `填报单位：${unit}　`;

/** Lets a cell be filled from the words of progress only, and colours it by them. */
const takeProgress = (sheet: Worksheet, address: string): void => {
  sheet.getCell(address).dataValidation = {
    type: 'list',
    allowBlank: true,
    formulae: [`"${PROGRESS.join(',')}"`],
    showErrorMessage: true,
    errorStyle: 'stop',
    errorTitle: FILLED.progress,
    error: `请从下拉列表中选：${PROGRESS.join('、')}。`,
  };
};

const colourProgress = (sheet: Worksheet, ref: string): void =>
  sheet.addConditionalFormatting({
    ref,
    rules: PROGRESS.map((word, at) => {
      const [ink, ground] = COLOURS[word];
      return {
        type: 'cellIs',
        operator: 'equal',
        priority: at + 1,
        formulae: [`"${word}"`],
        style: {
          font: { color: { argb: ink }, bold: true },
          fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: ground } },
        },
      };
    }),
  });

interface Lists {
  readonly worklist: Worklist;
  readonly columns: readonly Column<WorklistRow>[];
}

/** Writes the rows of every list under a line that says which it is; returns the row below the last. */
const writeLists = (sheet: Worksheet, from: number, { worklist, columns }: Lists) => {
  const filled = worklist.lists.filter(({ rows }) => rows.length > 0);
  const letter = sheet.getColumn(columns.length).letter;
  let next = from;
  filled.forEach(({ relation, rows }, part) => {
    if (relation !== 'all') {
      const text = `${NUMERALS[part]}、${calledRelation(relation, rows)}的任务（${rows.length}项）`;
      next = writeLine(sheet, next, { text, columns: columns.length, bold: true });
    }
    for (const row of rows) {
      takeProgress(sheet, `${letter}${next}`);
      next = writeRow(sheet, next, { columns, row });
    }
  });
  if (next > from) colourProgress(sheet, `${letter}${from}:${letter}${next - 1}`);
  return next;
};

/** Writes the sheet that a unit fills in and hands in: head, tasks, and who filled it in. */
export const writeTaskSheet = (sheet: Worksheet, worklist: Worklist): void => {
  const columns = taskColumns(worklist.years);
  const over = { columns: columns.length };
  const [plan = '', about = ''] = headLines(worklist);
  const title = { text: titleOf(worklist), size: TITLE_SIZE, bold: true, centred: true, middle: true } as const;
  let next = writeLine(sheet, 1, Object.assign(title, over));
  next = writeLine(sheet, next, { text: plan, columns: columns.length, centred: true });
  next = writeLine(sheet, next, { text: about, columns: columns.length, quiet: true });
  next = writeHeads(sheet, next, columns);
  keepInSight(sheet, next, COLUMNS_IN_SIGHT);
  next = writeLists(sheet, next, { worklist, columns });
  writeLine(sheet, next, {
    text: `${footOf(worklist.filter.unit ?? NO_UNIT)}${FOOT}`,
    columns: columns.length,
    middle: true,
  });
};
