import { createHash } from 'node:crypto';
import { inChina } from '../china-time.ts';
import type { Plan } from '../types.ts';
import { type Cover, PARTS, type SheetCount, type Worklist } from './worklist.ts';

const DIGITS_OF_VERSION = 16;

/** Milliseconds since the epoch → 2026年11月25日, in China. */
const dayOf = (at: number): string => {
  const day = inChina(at);
  return `${day.getUTCFullYear()}年${day.getUTCMonth() + 1}月${day.getUTCDate()}日`;
};

/** SHA-256 of the source's non-empty lines, each with a line feed behind it: another text has another version. */
export const versionOf = ({ clauses, unplaced }: Plan): string => {
  const lines = [...clauses.flatMap(({ source }) => source), ...unplaced].sort((a, b) => a.line - b.line);
  const hash = createHash('sha256').update(lines.map(({ text }) => `${text}\n`).join(''), 'utf8');
  return hash.digest('hex').slice(0, DIGITS_OF_VERSION);
};

/** 市财政局；全部行动；2021年 */
const filterWords = ({ filter, years }: Pick<Worklist, 'filter' | 'years'>): string =>
  [
    ...(filter.about === undefined ? [] : [filter.about]),
    filter.unit ?? '全部单位',
    filter.action ? `第${filter.action.number}个行动（${filter.action.title}）` : '全部行动',
    filter.year === undefined ? `全部年份（${years.join('、')}）` : `${filter.year}年`,
  ].join('；');

const countsOf = ({ lists, indicators, differences }: Omit<Worklist, 'cover'>): readonly SheetCount[] => [
  ...lists.map(({ relation, rows }) => ({ sheet: PARTS[relation], rows: rows.length })),
  { sheet: PARTS.indicators, rows: indicators.length },
  { sheet: PARTS.differences, rows: differences.length },
];

/** What is said of a list before it begins. `madeAt` in milliseconds since the epoch. */
export const coverOf = (plan: Plan, worklist: Omit<Worklist, 'cover'>, madeAt: number): Cover => ({
  plan: { id: plan.id, title: plan.document.title, number: plan.document.number },
  filter: filterWords(worklist),
  counts: countsOf(worklist),
  made: dayOf(madeAt),
  madeAt,
  version: versionOf(plan),
});
