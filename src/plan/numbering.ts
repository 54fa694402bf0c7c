import { readNumeral } from '../numerals.ts';

/** How a line of a Chinese government document opens. */
export type Opening =
  /** 一、指导思想 */
  | { readonly kind: 'part'; readonly number: number; readonly rest: string }
  /** （一）金融机构壮大行动 */
  | { readonly kind: 'section'; readonly number: number; readonly rest: string }
  /** 1. 具体目标。 */
  | { readonly kind: 'point'; readonly number: number; readonly rest: string }
  /** (1) 加大法人金融机构新设力度。 */
  | { readonly kind: 'item'; readonly number: number; readonly rest: string }
  /** ——金融组织体系进一步完善。 */
  | { readonly kind: 'dash'; readonly rest: string }
  /** Cells divided by tabs. */
  | { readonly kind: 'row'; readonly cells: readonly string[] }
  /** Anything else: a paragraph of its own, or the continuation of the line before. */
  | { readonly kind: 'plain'; readonly rest: string };

const NUMERAL = '[一二三四五六七八九十]{1,3}';
const PART = new RegExp(`^(${NUMERAL})、\\s*(.*)$`, 's');
const SECTION = new RegExp(`^[（(]\\s*(${NUMERAL})\\s*[）)]\\s*(.*)$`, 's');
const POINT = /^(\d{1,2})[.．]\s*(?!\d)(.*)$/s;
const ITEM = /^[（(]\s*(\d{1,2})\s*[）)]\s*(.*)$/s;
const DASH = /^[—―-]{2}\s*(.*)$/s;

/** Reads how a line opens. Total: every line is something. */
export const readOpening = (line: string): Opening => {
  if (line.includes('\t')) return { kind: 'row', cells: line.split('\t').map((cell) => cell.trim()) };
  const text = line.trim();
  const part = PART.exec(text);
  if (part) return { kind: 'part', number: readNumeral(part[1] ?? ''), rest: part[2] ?? '' };
  const section = SECTION.exec(text);
  if (section) return { kind: 'section', number: readNumeral(section[1] ?? ''), rest: section[2] ?? '' };
  const point = POINT.exec(text);
  if (point) return { kind: 'point', number: Number(point[1]), rest: point[2] ?? '' };
  const item = ITEM.exec(text);
  if (item) return { kind: 'item', number: Number(item[1]), rest: item[2] ?? '' };
  const dash = DASH.exec(text);
  if (dash) return { kind: 'dash', rest: dash[1] ?? '' };
  return { kind: 'plain', rest: text };
};
