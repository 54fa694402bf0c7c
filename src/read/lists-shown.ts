import type { Plan } from '../types.ts';
import type { Lang } from './lang.ts';
import { type FileFormat, FORMATS } from './list-words.ts';
import { normalisePlain } from './normalise.ts';
import { yearsIn } from './years.ts';

/** What a request for the list that was just shown says of it. */
export interface ShownRequest {
  readonly years: readonly number[];
  readonly format: FileFormat;
}

/** Longer texts are questions. */
const LONGEST = 40;
const AROUND = /[\p{P}\p{S}\s]+/gu;
/** 表 and 表格 are one word. */
const TABLE = /表$/u;
const LATIN = /^[a-z]/u;

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The longest first; letters only as whole words. */
const oneOf = (words: readonly string[]): RegExp => {
  const patterns = words
    .toSorted((a, b) => b.length - a.length)
    .map((word) => (LATIN.test(word) ? `(?<![a-z])${escaped(word)}(?![a-z])` : escaped(word).replace(TABLE, '$&格?')));
  return new RegExp(patterns.join('|'), 'gu');
};

/**
 * Returns a reader of requests for the list that was just shown: 发个表, 导出, excel, 给我表格, 下载, 导出2021年的. It gives
 * undefined for a text in which anything else is said.
 *
 * @param year the year of asking, for 今年 and 明年
 */
export const createShownRequest = ({ rows, lists }: Pick<Lang, 'rows' | 'lists'>) => {
  const acts = rows.filter(({ rule }) => rule === 'acts:export').map(({ word }) => word);
  const exporting = [...acts, ...lists.export];
  const known = oneOf([...exporting, ...lists.beside]);
  const asks = oneOf(exporting);
  return (typed: string, plan: Plan, year?: number): ShownRequest | undefined => {
    if (typed.length > LONGEST) return undefined;
    const text = normalisePlain(typed).text.toLowerCase();
    if (text.match(asks) === null) return undefined;
    const years = yearsIn(text, { period: plan.document.period, now: year });
    const rest = years.reduceRight((left, { from, to }) => `${left.slice(0, from)} ${left.slice(to)}`, text);
    if (rest.replace(known, ' ').replace(AROUND, '') !== '') return undefined;
    const format = FORMATS.find((one) => one.format !== undefined && one.pattern.test(text))?.format ?? 'xlsx';
    const named = years.flatMap(({ meaning }) => (meaning.kind === 'year' ? meaning.years : []));
    return { years: [...new Set(named)], format };
  };
};
