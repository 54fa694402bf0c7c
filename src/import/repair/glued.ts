import { type Block, type ImportedDocument, noteOf, paragraphsOf, type Table } from '../document.ts';

/** 指标2020年2021年2022年: heads of a table of indicators that lost its cells, with years in order. */
const HEADS = /指标(?:名称)?((?:20\d{2}年){2,6})(?=\p{Script=Han})/u;
const YEAR = /20\d{2}年/g;
/** Its caption stands before it, behind the last full stop: 年度指标分解表. */
const CAPTION = /[。；](\p{Script=Han}{2,20}表)$/u;
/** 机器人应用密度（台/万人）100110150 */
const ROW = /(\p{Script=Han}[^\d（）()。；]{1,30})[（(]([^（）()。；]{1,10})[）)](\d[\d.]*)/uy;
const NUMBER = /^(?:0|[1-9]\d*)(?:\.\d+)?$/;
const FEWEST_ROWS = 2;
/** A run of digits longer than this is no row of a table. */
const LONGEST = 30;

/** Every way to cut a run of digits into so many numbers. */
const cutsOf = (digits: string, count: number): readonly (readonly string[])[] => {
  if (count === 1) return NUMBER.test(digits) ? [[digits]] : [];
  return Array.from({ length: Math.max(0, digits.length - count + 1) }, (_, at) => digits.slice(0, at + 1))
    .filter((head) => NUMBER.test(head))
    .flatMap((head) => cutsOf(digits.slice(head.length), count - 1).map((rest) => [head, ...rest]));
};

/** Figures that turn are taken for this much stranger; the next likely way must be this much stranger than the best. */
const [TURNING, APART] = [2, 2];

/** Figures of one row are of one size: how many times the smallest the largest is, and whether they climb or fall all along. */
const strangeness = (cut: readonly string[]): number => {
  const values = cut.map(Number);
  const steps = values.slice(1).map((value, at) => Math.sign(value - (values[at] ?? 0)));
  const turns = steps.includes(1) && steps.includes(-1);
  return (Math.max(...values) / Math.min(...values)) * (turns ? TURNING : 1);
};
/** 4852.553 in three years → 48, 52.5, 53; undefined where two ways are about as likely. */
const valuesOf = (digits: string, count: number): readonly string[] | undefined => {
  if (digits.length > LONGEST) return undefined;
  const [best, next] = cutsOf(digits, count)
    .map((cut) => ({ cut, strange: strangeness(cut) }))
    .toSorted((a, b) => a.strange - b.strange);
  return best && (!next || next.strange >= best.strange * APART) ? best.cut : undefined;
};

interface Glued {
  readonly before: string;
  readonly table: Table;
  readonly behind: string;
}

const gluedIn = (text: string): Glued | undefined => {
  const heads = HEADS.exec(text);
  if (!heads) return undefined;
  const years = heads[1]?.match(YEAR) ?? [];
  const rows: (readonly string[])[] = [];
  let at = heads.index + heads[0].length;
  for (;;) {
    ROW.lastIndex = at;
    const row = ROW.exec(text);
    const values = row && valuesOf(row[3] ?? '', years.length);
    if (!row || !values) break;
    rows.push([`${row[1]}（${row[2]}）`, ...values]);
    at = ROW.lastIndex;
  }
  if (rows.length < FEWEST_ROWS) return undefined;
  const table: Table = { kind: 'table', rows: [['指标', ...years], ...rows], header: 1, merges: [] };
  return { before: text.slice(0, heads.index), table, behind: text.slice(at) };
};

/** A table of indicators by year that was written on as one run of text gets its rows and cells back. */
export const partGlued = (document: ImportedDocument): ImportedDocument => {
  let rows = 0;
  const blocks = document.blocks.flatMap((block): readonly Block[] => {
    const found = block.kind === 'paragraph' ? gluedIn(block.text) : undefined;
    if (!found) return [block];
    rows += found.table.rows.length - 1;
    const caption = CAPTION.exec(found.before)?.[1] ?? '';
    const text = found.before.slice(0, found.before.length - caption.length);
    return [...paragraphsOf([text, caption]), found.table, ...paragraphsOf([found.behind])];
  });
  const said = `连成一串的指标表已按年份拆成 ${rows} 行`;
  return {
    ...document,
    blocks,
    repairs: [...document.repairs, ...noteOf('table_parted', rows, said)],
    warnings: [...document.warnings, ...noteOf('table_parted', rows, `${said}，数字是推断的，请逐行核对`)],
  };
};
