import exceljs from 'exceljs';
import { describe, expect, test } from 'vitest';
import type { Plan } from '../../src/types.ts';
import { worklistFile } from '../../src/worklists/worklist-file.ts';
import { withFixedTimes } from '../../src/worklists/zip-times.ts';
import { bot } from '../helper.ts';
import { csvTable, MADE_AT, made, openBook, readCsv, sheetOf, tableOf } from './read.ts';

const HOSTILE = [
  '=HYPERLINK("http://x","y")',
  '+1+1',
  '-2+3',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  ' =1',
  '＝1',
  "=cmd|'/c calc'!A0",
];

/** The plan with text that a spreadsheet might run, one in each of the first tasks. */
const hostile: Plan = {
  ...bot.plan,
  tasks: bot.plan.tasks.map((task, at) => {
    const text = HOSTILE[at] ?? '';
    const targets = task.row.targets.map((target) => ({ ...target, text }));
    return text === '' ? task : { ...task, body: { ...task.body, title: text }, row: { ...task.row, targets } };
  }),
};

describe('a workbook', () => {
  test('the same list makes the same bytes, whenever it is written', async () => {
    const list = made({ unit: '高新区' });
    const [first, second] = [await worklistFile(list, 'xlsx'), await worklistFile(list, 'xlsx')];
    expect(first.bytes.equals(second.bytes)).toBe(true);
    // No entry carries the time at which it was written.
    expect(withFixedTimes(first.bytes).equals(first.bytes)).toBe(true);
  });

  test('says who made it, and when', async () => {
    const book = await openBook((await worklistFile(made({}), 'xlsx')).bytes);
    expect([book.creator, book.created.getTime(), book.modified.getTime()]).toEqual(['问计', MADE_AT, MADE_AT]);
  });

  test('prints on A4 landscape, as wide as the page, with its head on every page and numbered', async () => {
    const book = await openBook((await worklistFile(made({ unit: '高新区' }), 'xlsx')).bytes);
    for (const sheet of book.worksheets) {
      expect(sheet.pageSetup).toMatchObject({
        paperSize: 9,
        orientation: 'landscape',
        fitToPage: true,
        fitToWidth: 1,
        fitToHeight: 0,
      });
      expect(sheet.headerFooter.oddFooter).toContain('&P');
      if (sheet.name === '封面') continue;
      expect(sheet.pageSetup.printTitlesRow).toBe('1:1');
      expect(sheet.views).toEqual([expect.objectContaining({ state: 'frozen', ySplit: 1 })]);
      expect(Boolean(sheet.autoFilter), sheet.name).toBe(sheet.name !== '支持');
    }
  });

  test('is no wider than a page can show at a readable size, and wraps', async () => {
    const book = await openBook((await worklistFile(made({ unit: '高新区' }), 'xlsx')).bytes);
    for (const sheet of book.worksheets.slice(1)) {
      const width = sheet.columns.reduce((sum, column) => sum + (column.width ?? 0), 0);
      // A page holds 149 characters at full size; at 65 % a 10 point character prints at 6½.
      expect(width, sheet.name).toBeLessThanOrEqual(149 / 0.65);
      sheet.eachRow((row) => row.eachCell((cell) => expect(cell.alignment?.wrapText ?? cell.isMerged).toBe(true)));
    }
  });

  test('has columns for the unit to fill in, empty', async () => {
    const book = await openBook((await worklistFile(made({ unit: '高新区' }), 'xlsx')).bytes);
    const sheet = sheetOf(book, '责任');
    const heads = (sheet.getRow(1).values as string[]).slice(1);
    expect(heads.slice(-3)).toEqual(['责任人', '季度节点', '进展情况']);
    expect(tableOf(sheet).flatMap((row) => heads.slice(-3).map((head) => row[head]))).toEqual(
      tableOf(sheet).flatMap(() => ['', '', '']),
    );
  });

  test('an empty list says that there is nothing', async () => {
    const book = await openBook((await worklistFile(made({ unit: '高新区' }), 'xlsx')).bytes);
    expect(sheetOf(book, '支持').getCell('A2').text).toBe('没有：计划没有把高新区列为支持单位。');
  });

  test('figures of indicators are numbers that show what the plan prints, past and target apart', async () => {
    const book = await openBook((await worklistFile(made({}), 'xlsx')).bytes);
    const sheet = sheetOf(book, '指标');
    const heads = (sheet.getRow(1).values as string[]).slice(4, 9);
    expect(heads).toEqual(['2018年历史数', '2019年历史数', '2020年目标', '2021年目标', '2022年目标']);
    bot.plan.indicators.forEach(({ name, measure, values }, at) => {
      const row = sheet.getRow(at + 2);
      expect([row.getCell(2).value, row.getCell(3).value]).toEqual([name, measure]);
      values.forEach(({ printed }, column) => {
        const cell = row.getCell(column + 4);
        const places = /\.(0+)/.exec(cell.numFmt)?.[1]?.length ?? 0;
        expect([typeof cell.value, Number(cell.value).toFixed(places)]).toEqual(['number', printed]);
      });
    });
  });

  test('what looks like a formula is text and stays text', async () => {
    const book = await openBook((await worklistFile(made({}, hostile), 'xlsx')).bytes);
    for (const sheet of book.worksheets)
      sheet.eachRow((row) => row.eachCell((cell) => expect(cell.type).not.toBe(exceljs.ValueType.Formula)));
    const sheet = sheetOf(book, '任务');
    HOSTILE.forEach((text, at) => {
      for (const column of [4, 5]) {
        const cell = sheet.getRow(at + 2).getCell(column);
        // XML has one line break only.
        expect([cell.value, cell.numFmt]).toEqual([text.replace('\r', '\n'), '@']);
      }
    });
  });
});

describe('a CSV', () => {
  test('begins with a BOM, ends each record with CRLF, and has the relation first', async () => {
    const { bytes } = await worklistFile(made({ unit: '高新区' }), 'csv');
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [heads, ...rows] = readCsv(bytes.toString('utf8').slice(1));
    expect(heads?.[0]).toBe('关系');
    expect(rows.map(([relation]) => relation)).toEqual([
      ...Array.from({ length: 10 }, () => '责任'),
      ...Array.from({ length: 9 }, () => '经由合称'),
    ]);
  });

  test('what looks like a formula is marked as text, and nothing else is', async () => {
    const rows = csvTable((await worklistFile(made({}, hostile), 'csv')).bytes);
    expect(rows.slice(0, HOSTILE.length).map((row) => [row.任务名称, row['2021年目标']])).toEqual(
      HOSTILE.map((text) => [`'${text}`, `'${text}`]),
    );
    const cells = csvTable((await worklistFile(made({}), 'csv')).bytes).flatMap((row) => Object.values(row));
    expect(cells.filter((cell) => /^[=+\-@\t\r']/.test(cell))).toEqual([]);
  });

  test('quotation marks, commas and line breaks come back as they went', async () => {
    const title = '甲,"乙"\r\n丙';
    const [first, ...others] = bot.plan.tasks;
    if (!first) throw new Error('no task');
    const plan = { ...bot.plan, tasks: [{ ...first, body: { ...first.body, title } }, ...others] };
    expect(csvTable((await worklistFile(made({}, plan), 'csv')).bytes)[0]?.任务名称).toBe(title);
  });
});

describe('a file name', () => {
  test.each([
    [{}, '全部任务清单', 'worklist'],
    [{ unit: '财政局', year: 2021 }, '市财政局2021年任务清单', 'worklist-2021'],
    [{ action: 6 }, '绿色金融引领行动任务清单', 'worklist-action6'],
    [{ unit: '高新区', year: 2020, action: 3 }, '高新区2020年科技金融催化行动任务清单', 'worklist-2020-action3'],
  ])('%j → %s', async (filter, name, asciiName) => {
    for (const format of ['xlsx', 'csv', 'json'] as const)
      expect(await worklistFile(made(filter), format)).toMatchObject({
        name: `${name}.${format}`,
        asciiName: `${asciiName}.${format}`,
      });
  });

  test('holds nothing that a file system refuses', async () => {
    const name = '甲/..\\乙:*?"<>|\n区';
    const [first] = bot.plan.registry.units;
    if (!first) throw new Error('no unit');
    const registry = { ...bot.plan.registry, units: [{ ...first, name }] };
    const file = await worklistFile(made({ unit: name }, { ...bot.plan, registry }), 'csv');
    expect(file.name).toBe('甲..乙区任务清单.csv');
  });
});
