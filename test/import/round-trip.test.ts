import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/import/read.ts';
import { writeText } from '../../src/import/write-text.ts';
import { codes, fixture, paragraphs, printedRows, readFixture, tables, tsvRows } from './helper.ts';

const squeeze = (text: string): string => text.replace(/\s+/g, '');

describe('the same text from each format', () => {
  it('docx with automatic numbers: every character of the published text', async () => {
    const document = await readFixture('automatic-numbers.docx');
    expect(squeeze(writeText(document))).toBe(squeeze(fixture('automatic-numbers.txt').toString()));
    expect(document.repairs.map(({ code, count }) => [code, count])).toEqual([['automatic_numbers', 57]]);
  });

  it.each([
    ['section-rows.docx', 'section-rows.tsv'],
    ['merged-cells.docx', 'merged-cells.tsv'],
    ['row-spans.html', 'row-spans.tsv'],
  ])('%s: every cell of the right grid', async (name, grid) => {
    const [table] = tables(await readFixture(name));
    expect(table && printedRows(table)).toEqual(tsvRows(grid));
  });

  it('pdf: every cell of the table that it prints, over two pages', async () => {
    const document = await readFixture('table-print.pdf');
    expect(paragraphs(document)).toHaveLength(1);
    const [table, ...others] = tables(document);
    expect(others).toEqual([]);
    expect(table && printedRows(table)).toEqual(tsvRows('section-rows.tsv').slice(0, 12));
    expect(codes(document)).toEqual(['radicals', 'needs_eye']);
  });

  it('xlsx: the grid that was written into it, merged cells and title too', async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('清单');
    sheet.addRow(['第二批改革举措推广清单']);
    sheet.mergeCells('A1:E1');
    for (const row of tsvRows('section-rows.tsv')) {
      const cells = row.split('\t');
      const added = sheet.addRow(cells.map((cell) => (/^\d+$/.test(cell) ? Number(cell) : cell)));
      if (cells.length === 1) sheet.mergeCells(added.number, 1, added.number, 5);
    }
    const document = await readDocument(Buffer.from(await book.xlsx.writeBuffer()), 'list.xlsx');
    expect(paragraphs(document)).toEqual(['第二批改革举措推广清单']);
    const [table] = tables(document);
    expect(table && printedRows(table)).toEqual(tsvRows('section-rows.tsv'));
    expect(table?.header).toBe(1);
  });

  it('plan.txt read again is the same plan.txt', async () => {
    for (const name of ['automatic-numbers.docx', 'merged-cells.docx', 'row-spans.html']) {
      const text = writeText(await readFixture(name));
      expect(writeText(await readDocument(Buffer.from(text), 'plan.txt'))).toBe(text);
    }
  });
});

describe('a typeset pdf', () => {
  it('has both issuers before 文件, its soft hyphen back, and no page marks', async () => {
    const document = await readFixture('two-issuers.pdf');
    const lines = paragraphs(document);
    expect(lines.slice(0, 5)).toEqual([
      '发展改革委办公厅',
      '税务总局办公厅',
      '文件',
      '发改办财金规〔2019〕860号',
      '关于加强个人所得税纳税信用建设的通知',
    ]);
    expect(lines.join('')).toContain('（2014-2020年）');
    expect(lines.filter((line) => /^—\s*\d/.test(line))).toEqual([]);
    expect(lines.slice(-3)).toEqual(['国家发展改革委办公厅', '税务总局办公厅', '2019年8月20日']);
    expect(codes(document)).toEqual(['page_marks', 'soft_hyphens', 'needs_eye']);
  });
});
