import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import type { ImportedDocument } from '../../src/import/document.ts';
import { readDocument } from '../../src/import/read.ts';
import { codes, paragraphs, tables } from './helper.ts';

const read = async (fill: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void): Promise<ImportedDocument> => {
  const book = new ExcelJS.Workbook();
  fill(book.addWorksheet('任务'), book);
  return readDocument(Buffer.from(await book.xlsx.writeBuffer()), 'a.xlsx');
};

describe('cells of an xlsx', () => {
  it('are what the sheet shows: percentages, dates, results, rich text, links', async () => {
    const document = await read((sheet) => {
      sheet.addRow(['任务', '目标', '完成时限', '责任单位']);
      const row = sheet.addRow([
        { richText: [{ text: '招商' }, { text: '引资' }] },
        0.856,
        new Date('2025-12-31T00:00:00Z'),
        { text: '市商务局', hyperlink: 'http://x' },
      ]);
      row.getCell(2).numFmt = '0.0%';
      sheet.addRow(['外贸', { formula: '1+1', result: 1.1 + 2.2 }, '持续推进', '市商务局\n市财政局']);
    });
    expect(tables(document)[0]?.rows).toEqual([
      ['任务', '目标', '完成时限', '责任单位'],
      ['招商引资', '85.6%', '2025年12月31日', '市商务局'],
      ['外贸', '3.3', '持续推进', '市商务局 市财政局'],
    ]);
  });

  it('stand under a header of two rows, below title and remark', async () => {
    const document = await read((sheet) => {
      sheet.addRow(['任务分解表']);
      sheet.mergeCells('A1:D1');
      sheet.addRow([]);
      sheet.addRow(['单位：万元']);
      sheet.addRow(['重点任务', '年度目标', '', '责任单位']);
      sheet.addRow(['', '2024年', '2025年', '']);
      sheet.mergeCells('A4:A5');
      sheet.mergeCells('B4:C4');
      sheet.mergeCells('D4:D5');
      sheet.addRow(['招商', 10, 20, '市商务局']);
      sheet.addRow(['外贸', 30, 40, '']);
      sheet.mergeCells('D6:D7');
    });
    expect(paragraphs(document)).toEqual(['任务分解表', '单位：万元']);
    expect(tables(document)[0]).toMatchObject({
      header: 2,
      rows: [
        ['重点任务', '年度目标', '年度目标', '责任单位'],
        ['重点任务', '2024年', '2025年', '责任单位'],
        ['招商', '10', '20', '市商务局'],
        ['外贸', '30', '40', '市商务局'],
      ],
    });
  });

  it('of hidden sheets and of sheets without a header are said', async () => {
    const document = await read((sheet, book) => {
      sheet.addRows([
        ['任务', '责任单位'],
        ['招商', '市商务局'],
      ]);
      book.addWorksheet('草稿', { state: 'hidden' }).addRow(['任务', '单位']);
      book.addWorksheet('杂项').addRow(['甲']);
    });
    expect(codes(document)).toEqual(['no_header', 'hidden_dropped']);
    expect(document.warnings[0]?.text).toBe('没有表头的表：杂项');
  });
});
