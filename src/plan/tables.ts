import { squeeze } from '../text.ts';

/** What the columns of the annex table mean, read from its header. */
export interface RowColumns {
  readonly number: number;
  readonly title: number;
  readonly years: readonly { readonly year: number; readonly at: number }[];
  readonly responsible: number;
  readonly supporting: number;
}

const YEAR_CELL = /^(\d{4})年?/;
const NUMBER_HEADS = ['序号', '编号'];
const INDICATOR_HEADS = ['指标', '指标名称'];
const NAME_AND_MEASURE = /^(.*?)[（(]([^（）()]+)[）)]$/;

const years = (cells: readonly string[]) =>
  cells.flatMap((cell, at) => {
    const year = YEAR_CELL.exec(squeeze(cell))?.[1];
    return year ? [{ year: Number(year), at }] : [];
  });

/** `序号 | 主要任务 | 2020年目标任务 … | 责任单位 | 支持单位` → columns; undefined for any other row. */
export const readRowHeader = (cells: readonly string[]): RowColumns | undefined => {
  const heads = cells.map(squeeze);
  const number = heads.findIndex((head) => NUMBER_HEADS.includes(head));
  if (number < 0) return undefined;
  const at = (pattern: RegExp) => heads.findIndex((head) => pattern.test(head));
  return {
    number,
    title: at(/任务$|事项$/),
    years: years(heads),
    responsible: at(/^(?:责任|牵头)/),
    supporting: at(/^(?:支持|配合)/),
  };
};

/** `指 标 | 2018 | 2019 …` → the year of each column; undefined for any other row. */
export const readIndicatorHeader = (
  cells: readonly string[],
): readonly { readonly year: number; readonly at: number }[] | undefined =>
  INDICATOR_HEADS.includes(squeeze(cells[0] ?? '')) ? years(cells) : undefined;

/** 本外币存款余额（万亿元） → name and unit of measure. */
export const readIndicatorName = (cell: string): { readonly name: string; readonly measure: string } => {
  const found = NAME_AND_MEASURE.exec(cell.trim());
  return { name: found?.[1] ?? cell.trim(), measure: found?.[2] ?? '' };
};

/** A row with one filled cell is the heading of those below it. */
export const isSectionRow = (cells: readonly string[]): boolean => cells.filter((cell) => cell !== '').length === 1;
