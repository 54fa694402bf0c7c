import exceljs from 'exceljs';
import { describe, expect, test } from 'vitest';
import type { Plan } from '../../src/types.ts';
import { worklistFile } from '../../src/worklists/worklist-file.ts';
import { withFixedTimes } from '../../src/worklists/zip-times.ts';
import { bot } from '../helper.ts';
import {
  conditionsOf,
  csvTable,
  headRowOf,
  linesOf,
  MADE_AT,
  made,
  openBook,
  readCsv,
  sheetOf,
  tableOf,
} from './read.ts';

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

  test('prints on A4 landscape, as wide as the page, with its heads on every page and numbered', async () => {
    const book = await openBook((await worklistFile(made({ unit: '高新区' }), 'xlsx')).bytes);
    for (const sheet of book.worksheets) {
      expect(sheet.pageSetup).toMatchObject({
        paperSize: 9,
        orientation: 'landscape',
        fitToPage: true,
        fitToWidth: 1,
        fitToHeight: 0,
      });
      expect(sheet.headerFooter.oddFooter).toContain('第 &P 页，共 &N 页');
      const head = headRowOf(sheet);
      expect(sheet.pageSetup.printTitlesRow, sheet.name).toBe(`${head}:${head}`);
    }
    const [first] = book.worksheets;
    expect(first?.views).toEqual([expect.objectContaining({ state: 'frozen', xSplit: 2, ySplit: 4 })]);
  });

  test.each(['高新区', '市财政局', undefined])(
    '%s: every text is shown, and prints at 9 points or more',
    async (unit) => {
      const book = await openBook((await worklistFile(made({ unit }), 'xlsx')).bytes);
      for (const sheet of book.worksheets) {
        const widths = sheet.columns.map((column) => column.width ?? 0);
        const width = widths.reduce((sum, one) => sum + one, 0);
        // A page is 1055 pixels wide; where Calibri is missing, a character of a column takes up to 9.4 of them.
        const scale = Math.min(1, 1055 / (width * 9.4));
        sheet.eachRow((row) => {
          expect(row.height, `${sheet.name} ${row.number}`).toBeLessThanOrEqual(409);
          row.eachCell((cell) => {
            const size = cell.font.size ?? 0;
            expect(size * scale, `${sheet.name} ${cell.address}`).toBeGreaterThanOrEqual(9);
            expect(cell.alignment.wrapText).toBe(true);
            // The plainest count: at 7 pixels a character, so many of the text's go on a line.
            const own = cell.isMerged ? width : (widths[Number(cell.col) - 1] ?? 1);
            const onLine = (own * 7 - 5) / ((size * 96) / 72);
            const lines = cell.text
              .split('\n')
              .map((text) =>
                Math.ceil([...text].reduce((sum, char) => sum + (/[ -~]/.test(char) ? 0.55 : 1), 0) / onLine),
              );
            const height =
              Math.max(
                1,
                lines.reduce((sum, count) => sum + count, 0),
              ) *
              size *
              1.45;
            expect(row.height, `${sheet.name} ${cell.address}: ${cell.text}`).toBeGreaterThanOrEqual(height);
          });
        });
      }
    },
  );

  test('a text that no row can hold goes on in the next', async () => {
    const long = Array.from({ length: 120 }, (_, at) => `第${at}句话说的是这件事情应当怎样办理。`).join('');
    const [first, ...others] = bot.plan.tasks;
    if (!first) throw new Error('no task');
    const targets = first.row.targets.map((target) => ({ ...target, text: long }));
    const plan = { ...bot.plan, tasks: [{ ...first, row: { ...first.row, targets } }, ...others] };
    const book = await openBook((await worklistFile(made({ year: 2021 }, plan), 'xlsx')).bytes);
    const rows = tableOf(sheetOf(book, '任务清单')).slice(0, 6);
    const end = rows.findIndex(({ 序号 }) => 序号 === '2');
    expect(end).toBeGreaterThan(1);
    expect(
      rows
        .slice(0, end)
        .map((row) => row.本年目标)
        .join(''),
    ).toBe(long);
    expect(rows.slice(1, end).map(({ 任务 }) => 任务)).toEqual(rows.slice(1, end).map(() => ''));
  });

  test('progress is chosen from four words, each in a colour of its own', async () => {
    const book = await openBook((await worklistFile(made({ unit: '高新区' }), 'xlsx')).bytes);
    const sheet = sheetOf(book, '任务清单');
    const rows = Array.from({ length: sheet.rowCount }, (_, at) => at + 1).filter((at) =>
      /^\d+$/.test(sheet.getCell(at, 1).text),
    );
    expect(rows).toHaveLength(19);
    for (const at of rows)
      expect(sheet.getCell(at, 7).dataValidation).toMatchObject({
        type: 'list',
        formulae: ['"未启动,推进中,已完成,滞后"'],
        showErrorMessage: true,
      });
    const [{ ref, rules = [] } = { ref: '' }] = conditionsOf(sheet);
    expect(ref).toBe(`G5:G${Math.max(...rows)}`);
    expect(rules.map((rule) => Reflect.get(rule, 'formulae'))).toEqual([
      ['"未启动"'],
      ['"推进中"'],
      ['"已完成"'],
      ['"滞后"'],
    ]);
    expect(new Set(rules.map(({ style }) => JSON.stringify(style?.fill))).size).toBe(4);
  });

  test('has seven columns, the last two for the unit to fill in, and says who fills it in', async () => {
    const book = await openBook((await worklistFile(made({ unit: '高新区', year: 2021 }), 'xlsx')).bytes);
    const sheet = sheetOf(book, '任务清单');
    const heads = (sheet.getRow(headRowOf(sheet)).values as string[]).slice(1);
    expect(heads).toEqual(['序号', '任务', '本年目标', '责任单位', '支持单位', '责任人', '进展']);
    expect(tableOf(sheet).flatMap((row) => [row.责任人, row.进展])).toEqual(tableOf(sheet).flatMap(() => ['', '']));
    const lines = linesOf(sheet);
    expect(lines[0]).toBe('高新区2021年任务清单');
    expect(lines.at(-1)).toMatch(/^填报单位：高新区.*填报日期/);
    expect(lines.slice(3, -1)).toEqual(['一、列为责任单位的任务（10项）', '二、以“各开发区”列名的任务（9项）']);
  });

  test('its head says what the list does not hold', async () => {
    const book = await openBook((await worklistFile(made({ unit: '高新区' }), 'xlsx')).bytes);
    expect(linesOf(sheetOf(book, '任务清单'))[2]).toContain('计划没有把高新区列为支持单位。');
  });

  test('no year counts as a figure that only body or annex prints', () => {
    const figures = made({}).differences.flatMap(({ onlyBody, onlyAnnex }) => [...onlyBody, ...onlyAnnex]);
    expect(figures.filter((figure) => /^20[12]\d$/.test(figure))).toEqual([]);
    expect(made({}).differences.find(({ task, what }) => task === 11 && what === 'figures')?.onlyBody).toEqual(['10']);
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
    const book = await openBook((await worklistFile(made({ year: 2021 }, hostile), 'xlsx')).bytes);
    for (const sheet of book.worksheets)
      sheet.eachRow((row) => row.eachCell((cell) => expect(cell.type).not.toBe(exceljs.ValueType.Formula)));
    const sheet = sheetOf(book, '任务清单');
    HOSTILE.forEach((text, at) => {
      const row = sheet.getRow(headRowOf(sheet) + 1 + at);
      // XML has one line break only.
      const shown = text.replace('\r', '\n');
      expect([row.getCell(2).value, row.getCell(2).numFmt]).toEqual([`${shown}（第${at + 1}项）`, '@']);
      expect([row.getCell(3).value, row.getCell(3).numFmt]).toEqual([shown, '@']);
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
