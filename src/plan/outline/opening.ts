import { readNumeral } from '../../numerals.ts';

/** Levels of numbering, from the widest; their order is the order in which they nest. */
export const RANKS = ['chapter', 'part', 'section', 'point', 'item', 'circle'] as const;
export type Rank = (typeof RANKS)[number];

/** How a numbered paragraph opens. */
export interface Numbered {
  readonly rank: Rank | 'box';
  readonly number: number;
  /** What stands behind the number. */
  readonly rest: string;
}

const NUMERAL = '[一二三四五六七八九十]{1,4}';
const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';
const FORMS: readonly { readonly rank: Rank | 'box'; readonly form: RegExp }[] = [
  { rank: 'chapter', form: new RegExp(`^第(${NUMERAL})(?:章|部分|篇)[\\s　、：:]*(.*)$`, 's') },
  { rank: 'part', form: new RegExp(`^(${NUMERAL})、\\s*(.*)$`, 's') },
  { rank: 'section', form: new RegExp(`^[（(]\\s*(${NUMERAL})\\s*[）)]\\s*、?(.*)$`, 's') },
  { rank: 'point', form: /^(\d{1,3})\s*(?:[.．](?:(?!\d)|(?=(?:19|20)\d{2}[年-]))|、)\s*(.*)$/s },
  { rank: 'item', form: /^[（(]\s*(\d{1,3})\s*[）)]\s*(.*)$/s },
  { rank: 'circle', form: new RegExp(`^([${CIRCLED}])\\s*(.*)$`, 's') },
  { rank: 'box', form: /^专栏\s*(\d{1,2})\s*[：:]?\s*(.*)$/s },
];

const numberOf = (printed: string): number => {
  const circled = CIRCLED.indexOf(printed);
  if (printed.length === 1 && circled >= 0) return circled + 1;
  return /^\d/.test(printed) ? Number(printed) : readNumeral(printed);
};

/** True for a row of a table. */
export const isRow = (line: string): boolean => line.includes('\t');

/** Reads how a line opens; undefined for a row, and where it opens with no number of its own. */
export const readNumbered = (line: string): Numbered | undefined => {
  if (isRow(line)) return undefined;
  const text = line.trim();
  for (const { rank, form } of FORMS) {
    const found = form.exec(text);
    if (found) return { rank, number: numberOf(found[1] ?? ''), rest: (found[2] ?? '').trim() };
  }
  return undefined;
};
