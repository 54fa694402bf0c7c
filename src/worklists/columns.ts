import type { ClauseLabel, DifferenceRow, IndicatorRow, TaskList, Worklist, WorklistRow } from './worklist.ts';

/** A figure as the plan prints it: 2.70. */
export interface Printed {
  readonly printed: string;
}

export type CellValue = string | number | Printed;

/** One column of a table. */
export interface Column<Row> {
  readonly head: string;
  /** In characters of the sheet's font: two for a Chinese one. */
  readonly width: number;
  /** Numbers and short words stand in the middle. */
  readonly centred?: true;
  /** For the unit to fill in. */
  readonly blank?: true;
  readonly value: (row: Row) => CellValue;
}

/** The yearly targets share so much width, and a column of them is never wider than this. */
const [TARGETS_WIDTH, WIDEST_TARGET] = [72, 44];

const labels = (sources: readonly ClauseLabel[]): string => sources.map(({ label }) => label).join('\n');

const ONLY_IN = { body: '仅正文列出', annex: '仅附件列出' } as const;

const blank = (head: string, width: number): Column<WorklistRow> => ({ head, width, blank: true, value: () => '' });

const yearColumns = (years: readonly number[]): readonly Column<WorklistRow>[] =>
  years.map((year) => ({
    head: `${year}年目标`,
    width: Math.min(WIDEST_TARGET, Math.floor(TARGETS_WIDTH / years.length)),
    value: ({ targets }) => targets.find((target) => target.year === year)?.text ?? '',
  }));

/** 2021年：贷款金额29亿元; the year is left out where the list has only one. */
const figuresOf = ({ figures }: WorklistRow, years: readonly number[]): string =>
  figures.map(({ year, text }) => (years.length > 1 ? `${year}年：${text}` : text)).join('\n');

const groupColumns: readonly Column<WorklistRow>[] = [
  { head: '经由', width: 8, value: ({ through }) => through?.group ?? '' },
  { head: '归属依据', width: 10, value: ({ through }) => through?.basis ?? '' },
];

const namedColumn: Column<WorklistRow> = {
  head: '列名情况',
  width: 7,
  value: ({ onlyIn }) => (onlyIn ? ONLY_IN[onlyIn] : ''),
};

/** The columns of a list of tasks. */
export const taskColumns = (
  relation: TaskList['relation'],
  years: readonly number[],
): readonly Column<WorklistRow>[] => [
  { head: '序号', width: 5, centred: true, value: ({ place }) => place },
  { head: '任务编号', width: 5, centred: true, value: ({ task }) => task },
  { head: '重点行动', width: 9, value: ({ action }) => `${action.number}. ${action.title}` },
  { head: '任务名称', width: 13, value: ({ title }) => title },
  ...yearColumns(years),
  { head: '责任单位', width: 13, value: ({ responsible }) => responsible },
  { head: '支持单位', width: 13, value: ({ supporting }) => supporting },
  { head: '量化指标', width: 16, value: (row) => figuresOf(row, years) },
  ...(relation === 'all' ? [] : [namedColumn]),
  ...(relation === 'through' ? groupColumns : []),
  { head: '原文依据', width: 13, value: ({ sources }) => labels(sources) },
  { head: '印刷说明', width: 10, value: ({ notes }) => notes.join('\n') },
  blank('责任人', 8),
  blank('季度节点', 9),
  blank('进展情况', 12),
];

/** The columns of the one table of a CSV: every list of tasks, the relation first. */
export const flatColumns = (years: readonly number[]): readonly Column<WorklistRow>[] => taskColumns('through', years);

const ROLES = { past: '历史数', target: '目标' } as const;

const valueColumns = (rows: readonly IndicatorRow[]): readonly Column<IndicatorRow>[] => {
  const years = [...new Set(rows.flatMap(({ values }) => values.map(({ year }) => year)))].sort((a, b) => a - b);
  return years.map((year) => {
    const roles = new Set(
      rows.flatMap(({ values }) => values.filter((value) => value.year === year).map(({ role }) => ROLES[role])),
    );
    return {
      head: `${year}年${[...roles].join('、')}`,
      width: 14,
      centred: true,
      value: ({ values }) => ({ printed: values.find((value) => value.year === year)?.printed ?? '' }),
    };
  });
};

/** The columns of the indicators. */
export const indicatorColumns = ({ indicators }: Worklist): readonly Column<IndicatorRow>[] => [
  { head: '序号', width: 6, centred: true, value: ({ number }) => number },
  { head: '指标', width: 28, value: ({ name }) => name },
  { head: '计量单位', width: 10, centred: true, value: ({ measure }) => measure },
  ...valueColumns(indicators),
  { head: '原文依据', width: 26, value: ({ source }) => source.label },
];

/** What body and annex may differ in. */
export const DIFFERENCES: Readonly<Record<DifferenceRow['what'], string>> = {
  title: '任务名称',
  responsible: '责任单位',
  supporting: '支持单位',
  figures: '数字',
};

/** The columns of the differences between body and annex. */
export const differenceColumns: readonly Column<DifferenceRow>[] = [
  { head: '任务编号', width: 6, centred: true, value: ({ task }) => task },
  { head: '任务名称', width: 18, value: ({ title }) => title },
  { head: '差异项', width: 10, centred: true, value: ({ what }) => DIFFERENCES[what] },
  { head: '正文', width: 34, value: ({ body }) => body },
  { head: '附件', width: 34, value: ({ annex }) => annex },
  { head: '仅正文有', width: 14, value: ({ onlyBody }) => onlyBody.join('、') },
  { head: '仅附件有', width: 14, value: ({ onlyAnnex }) => onlyAnnex.join('、') },
  { head: '印刷说明', width: 22, value: ({ notes }) => notes.join('\n') },
  { head: '原文依据', width: 18, value: ({ sources }) => labels(sources) },
];
