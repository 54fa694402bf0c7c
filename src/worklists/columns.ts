import type { YearTarget } from '../types.ts';
import type { ClauseLabel, DifferenceRow, IndicatorRow, Worklist, WorklistRow } from './worklist.ts';

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

const labels = (sources: readonly ClauseLabel[]): string => sources.map(({ label }) => label).join('\n');

const ONLY_IN = { body: '仅正文列出', annex: '仅附件列出' } as const;

/** 2021年：贷款金额29亿元; the year is left out where the list has only one. */
const byYear = (texts: readonly YearTarget[], years: readonly number[]): string =>
  texts
    .filter(({ text }) => text !== '')
    .map(({ year, text }) => (years.length > 1 ? `${year}年：${text}` : text))
    .join('\n');

/** Heads of the columns that a unit fills in, by which a filled list is read back. */
export const FILLED = { task: '任务', person: '责任人', progress: '进展' } as const;

/** How a task is called in a list. It is known by this when a filled list comes back. */
export const calledTask = ({ task, title }: Pick<WorklistRow, 'task' | 'title'>): string => `${title}（第${task}项）`;

const targetsHead = (years: readonly number[]): string => (years.length === 1 ? '本年目标' : '各年目标');

const placeColumn: Column<WorklistRow> = { head: '序号', width: 5, centred: true, value: ({ place }) => place };

/** The columns of the sheet that a unit fills in and hands in. */
export const taskColumns = (years: readonly number[]): readonly Column<WorklistRow>[] => [
  placeColumn,
  { head: FILLED.task, width: 19, value: calledTask },
  { head: targetsHead(years), width: 45, value: ({ targets }) => byYear(targets, years) },
  { head: '责任单位', width: 17, value: ({ responsible }) => responsible },
  { head: '支持单位', width: 15, value: ({ supporting }) => supporting },
  { head: FILLED.person, width: 11, blank: true, value: () => '' },
  { head: FILLED.progress, width: 8, centred: true, blank: true, value: () => '' },
];

/** How the plan names the unit in a task. */
const namedHow = ({ onlyIn, through }: WorklistRow): string =>
  [through ? `经由“${through.group}”：${through.basis}` : '', onlyIn ? ONLY_IN[onlyIn] : '']
    .filter((text) => text !== '')
    .join('\n');

/** The columns of what explains the tasks; how a unit is named is said where there is one. */
export const noteColumns = (
  years: readonly number[],
  hasUnit: boolean,
): readonly Column<WorklistRow & { readonly relation: string }>[] => [
  { head: '任务', width: 21, value: calledTask },
  { head: '重点行动', width: 15, value: ({ action }) => `${action.number}. ${action.title}` },
  ...(hasUnit
    ? [
        {
          head: '列名情况',
          width: 17,
          value: (row: WorklistRow & { readonly relation: string }) =>
            [row.relation, namedHow(row)].filter((text) => text !== '').join('\n'),
        },
      ]
    : []),
  { head: '量化指标', width: hasUnit ? 30 : 45, value: ({ figures }) => byYear(figures, years) },
  { head: '印刷说明', width: 18, value: ({ notes }) => notes.join('\n') },
  { head: '原文依据', width: hasUnit ? 19 : 21, value: ({ sources }) => labels(sources) },
];

/** The columns of the one table of a CSV: every list of tasks. */
export const flatColumns = (years: readonly number[]): readonly Column<WorklistRow>[] => [
  placeColumn,
  { head: '任务编号', width: 5, value: ({ task }) => task },
  { head: '重点行动', width: 9, value: ({ action }) => `${action.number}. ${action.title}` },
  { head: '任务名称', width: 13, value: ({ title }) => title },
  ...years.map((year) => ({
    head: `${year}年目标`,
    width: 24,
    value: ({ targets }: WorklistRow) => targets.find((target) => target.year === year)?.text ?? '',
  })),
  { head: '责任单位', width: 13, value: ({ responsible }) => responsible },
  { head: '支持单位', width: 13, value: ({ supporting }) => supporting },
  { head: '量化指标', width: 16, value: ({ figures }) => byYear(figures, years) },
  { head: '列名情况', width: 7, value: ({ onlyIn }) => (onlyIn ? ONLY_IN[onlyIn] : '') },
  { head: '经由', width: 8, value: ({ through }) => through?.group ?? '' },
  { head: '归属依据', width: 10, value: ({ through }) => through?.basis ?? '' },
  { head: '原文依据', width: 13, value: ({ sources }) => labels(sources) },
  { head: '印刷说明', width: 10, value: ({ notes }) => notes.join('\n') },
  ...[FILLED.person, FILLED.progress].map((head) => ({ head, width: 8, value: () => '' })),
];

/** The values of an indicator share so much width; no column of them is wider or narrower. */
const [VALUES_WIDTH, WIDEST_VALUE, NARROWEST_VALUE] = [60, 12, 7];

const ROLES = { past: '历史数', target: '目标' } as const;

const valueColumns = (rows: readonly IndicatorRow[]): readonly Column<IndicatorRow>[] => {
  const years = [...new Set(rows.flatMap(({ values }) => values.map(({ year }) => year)))].sort((a, b) => a - b);
  return years.map((year) => {
    const roles = new Set(
      rows.flatMap(({ values }) => values.filter((value) => value.year === year).map(({ role }) => ROLES[role])),
    );
    return {
      head: `${year}年${[...roles].join('、')}`,
      width: Math.max(NARROWEST_VALUE, Math.min(WIDEST_VALUE, Math.floor(VALUES_WIDTH / years.length))),
      centred: true,
      value: ({ values }) => ({ printed: values.find((value) => value.year === year)?.printed ?? '' }),
    };
  });
};

/** The columns of the indicators. */
export const indicatorColumns = ({ indicators }: Worklist): readonly Column<IndicatorRow>[] => [
  { head: '序号', width: 6, centred: true, value: ({ number }) => number },
  { head: '指标', width: 22, value: ({ name }) => name },
  { head: '计量单位', width: 9, centred: true, value: ({ measure }) => measure },
  ...valueColumns(indicators),
  { head: '原文依据', width: 22, value: ({ source }) => source.label },
];

/** What body and annex may differ in. */
export const DIFFERENCES: Readonly<Record<DifferenceRow['what'], string>> = {
  title: '任务名称',
  responsible: '责任单位',
  supporting: '支持单位',
  figures: '数字',
};

/** A narrow column breaks at the blank, and not inside a figure. */
const APART = '、 ';

/** The columns of the differences between body and annex. */
export const differenceColumns: readonly Column<DifferenceRow>[] = [
  { head: '任务编号', width: 5, centred: true, value: ({ task }) => task },
  { head: '任务名称', width: 12, value: ({ title }) => title },
  { head: '差异项', width: 7, centred: true, value: ({ what }) => DIFFERENCES[what] },
  { head: '正文', width: 26, value: ({ body }) => body },
  { head: '附件', width: 26, value: ({ annex }) => annex },
  { head: '仅正文有', width: 9, value: ({ onlyBody }) => onlyBody.join(APART) },
  { head: '仅附件有', width: 9, value: ({ onlyAnnex }) => onlyAnnex.join(APART) },
  { head: '印刷说明', width: 12, value: ({ notes }) => notes.join('\n') },
  { head: '原文依据', width: 14, value: ({ sources }) => labels(sources) },
];
