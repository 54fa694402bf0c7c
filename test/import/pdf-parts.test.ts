import { describe, expect, it } from 'vitest';
import { gridOf } from '../../src/import/grid.ts';
import { joinTables } from '../../src/import/pdf/join-tables.ts';
import { type Line, linesOf } from '../../src/import/pdf/lines.ts';
import { dropPageMarks } from '../../src/import/pdf/margins.ts';
import { joinLines, measureOf } from '../../src/import/pdf/paragraphs.ts';
import { paragraphs, readString } from './helper.ts';

const SIZE = 16;
const line = (text: string, y: number, { x = 80, end = 540, size = SIZE } = {}): Line => ({ text, x, end, y, size });
const piece = (text: string, x: number, y: number) => ({ text, x, y, width: text.length * SIZE, size: SIZE });

describe('lines of a pdf', () => {
  it('join pieces without blanks in Chinese, with one between words', () => {
    const pieces = [piece('市政府', 80, 700), piece(' ', 128, 700), piece('2025', 133, 700), piece('年', 205, 702)];
    expect(linesOf(pieces).map(({ text }) => text)).toEqual(['市政府2025年']);
    const words = [
      { text: 'APEC', x: 80, y: 700, width: 40, size: SIZE },
      { text: 'summit', x: 125, y: 700, width: 50, size: SIZE },
    ];
    expect(linesOf(words).map(({ text }) => text)).toEqual(['APEC summit']);
  });

  it('are several where issuers stand side by side', () => {
    expect(linesOf([piece('省财政厅', 80, 700), piece('省教育厅', 300, 700)])).toHaveLength(2);
  });
});

describe('a page that is turned', () => {
  const content = (matrix: string): string => `BT /F1 12 Tf ${matrix} Tm (Task 1 is done) Tj ET`;
  const pdf = (text: string, more = ''): string =>
    '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n' +
    `3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]${more}/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj\n` +
    `4 0 obj<</Length ${text.length}>>stream\n${text}\nendstream endobj\n` +
    '5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF';

  it.each([
    ['by nothing', pdf(content('1 0 0 1 50 100'))],
    ['by its own word', pdf(content('0 1 -1 0 150 20'), '/Rotate 90')],
    ['only in its text, upwards', pdf(content('0 1 -1 0 150 20'))],
    ['only in its text, downwards', pdf(content('0 -1 1 0 150 180'))],
  ])('%s', async (_, bytes) => {
    expect(paragraphs(await readString(bytes, 'a.pdf'))).toEqual(['Task 1 is done']);
  });
});

describe('page marks of a pdf', () => {
  const page = (at: number) => ({
    height: 800,
    lines: [line('某市人民政府文件', 780), line(`${at}.到${at}年完成。`, 400), line(`— ${at} —`, 40)],
  });

  it('are running heads on half of the pages and numbers at the edge', () => {
    const { pages, dropped } = dropPageMarks([1, 2, 3, 4].map(page));
    expect(pages.flat().map(({ text }) => text)).toEqual([1, 2, 3, 4].map((at) => `${at}.到${at}年完成。`));
    expect(dropped).toBe(8);
  });

  it('are not a number in the middle, nor a head that stands once', () => {
    const alone = { height: 800, lines: [line('实施方案', 780), line('12', 400)] };
    expect(dropPageMarks([alone]).dropped).toBe(0);
  });
});

describe('paragraphs of a pdf', () => {
  it('go on over full lines and begin anew with an indent or behind a short line', () => {
    const lines = [
      line('一、目标', 700, { x: 112, end: 176 }),
      line('到2025年，全市', 675, { x: 112 }),
      line('完成全部任务，', 650),
      line('成效明显。', 625, { end: 160 }),
      line('二、任务', 600, { x: 112, end: 176 }),
      line('各部门', 575, { x: 112 }),
      line('落实。', 550, { end: 128 }),
    ];
    expect(joinLines(lines, measureOf(lines))).toEqual([
      '一、目标',
      '到2025年，全市完成全部任务，成效明显。',
      '二、任务',
      '各部门落实。',
    ]);
  });
});

describe('tables over two pages', () => {
  const table = (...rows: readonly (readonly string[])[]) =>
    gridOf(rows.flatMap((cells, row) => cells.map((text, column) => ({ row, column, rows: 1, columns: 1, text }))));

  it('join a row whose number stands on the page before', () => {
    const above = table(['1', '招商', '市商务局'], ['2', '外贸', '市商务局、']);
    const { table: whole, joined } = joinTables(above, table(['', '', '市财政局'], ['3', '消费', '市商务局']));
    expect(whole.rows).toEqual([
      ['1', '招商', '市商务局'],
      ['2', '外贸', '市商务局、市财政局'],
      ['3', '消费', '市商务局'],
    ]);
    expect(joined).toBe(1);
  });

  it('heal a merged cell that the page cuts', () => {
    const above = gridOf([
      { row: 0, column: 0, rows: 2, columns: 1, text: '一、产业' },
      { row: 0, column: 1, rows: 1, columns: 1, text: '招商。' },
      { row: 1, column: 1, rows: 1, columns: 1, text: '外贸。' },
    ]);
    const { table: whole } = joinTables(above, table(['', '消费。'], ['二、民生', '养老。']));
    expect(whole.rows.map(([head]) => head)).toEqual(['一、产业', '一、产业', '一、产业', '二、民生']);
    expect(whole.merges).toEqual([{ row: 0, column: 0, rows: 3, columns: 1 }]);
  });
});
