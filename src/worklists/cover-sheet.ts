import type { Worksheet } from 'exceljs';
import type { CellValue } from './columns.ts';
import { styleCell, writeCell } from './sheet.ts';
import type { Worklist } from './worklist.ts';

const [LABEL_WIDTH, VALUE_WIDTH, TITLE_HEIGHT] = [18, 84, 44];

/** How to read the sheets. */
const NOTES = [
  '任务名称、责任单位、支持单位按正文所列；年度目标按附件任务分解表所列，照录原文。',
  '正文与附件不一致的名称、单位、数字见“差异”表，比较时看各年全部目标。',
  '指标属于整个计划，不按单位和行动划分。',
  '责任人、季度节点、进展情况由本单位填写；计划没有写的一律留空。',
] as const;

type Line = readonly [label: string, value: CellValue];

/** The lines of the cover, label and value. */
const linesOf = ({ cover }: Worklist): readonly Line[] => [
  ['计划', cover.plan.title],
  ['文号', cover.plan.number],
  ['筛选', cover.filter],
  ['生成日期', cover.made],
  ['文本版本', cover.version],
  ...cover.counts.map(({ sheet, rows }): Line => [`“${sheet}”行数`, rows]),
  ...NOTES.map((note, at): Line => [at === 0 ? '说明' : '', note]),
];

/** 市财政局2021年任务清单 */
export const titleOf = ({ filter }: Worklist): string => {
  const { unit, year, action } = filter;
  const named = [unit ?? '', year === undefined ? '' : `${year}年`, action?.title ?? ''].join('');
  return `${named || '全部'}任务清单`;
};

/** Writes the cover: which plan, which filter, how many rows, when and from which text. */
export const writeCover = (sheet: Worksheet, worklist: Worklist): void => {
  sheet.getColumn(1).width = LABEL_WIDTH;
  sheet.getColumn(2).width = VALUE_WIDTH;
  sheet.mergeCells(1, 1, 1, 2);
  sheet.getRow(1).height = TITLE_HEIGHT;
  const title = sheet.getCell(1, 1);
  writeCell(title, titleOf(worklist));
  styleCell(title, { bold: true, size: 18 });
  title.alignment = { vertical: 'middle', wrapText: true };
  linesOf(worklist).forEach(([label, value], at) => {
    const [head, cell] = [sheet.getCell(at + 2, 1), sheet.getCell(at + 2, 2)];
    writeCell(head, label);
    styleCell(head, { quiet: true });
    head.alignment = { vertical: 'top' };
    writeCell(cell, value);
    styleCell(cell, {});
    cell.alignment = { vertical: 'top', horizontal: 'left', wrapText: true };
  });
};
