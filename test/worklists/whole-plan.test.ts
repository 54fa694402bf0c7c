import { describe, expect, test } from 'vitest';
import type { NamedUnit, Task } from '../../src/types.ts';
import { worklistFile } from '../../src/worklists/worklist-file.ts';
import { ask, bot } from '../helper.ts';
import { csvTable, made, openBook, sheetOf, tableOf } from './read.ts';

const { plan } = bot;
const NAMES = [...plan.registry.units, ...plan.registry.groups].map(({ name }) => name);
const YEARS = [2020, 2021, 2022];
type Expected = Readonly<Record<string, string>>;

// What a list must hold, taken from the parsed plan by the plainest means.
const means = (units: readonly NamedUnit[], name: string): boolean =>
  units.some((unit) => (unit.means.length > 0 ? unit.means.includes(name) : unit.printed === name));
const names = ({ body, row }: Task, role: 'responsible' | 'supporting', name: string): boolean =>
  means(body[role], name) || means(row[role], name);
const groupOf = (unit: string) => plan.registry.groups.find(({ members }) => members.includes(unit));
const label = (id: string): string => plan.clauses.find((clause) => clause.id === id)?.label ?? '';
const printed = (units: readonly NamedUnit[]): string => units.map((unit) => unit.printed).join('、');

/** How a sheet shows some years' targets. */
const targetsOf = (row: Expected, years: readonly number[]): string =>
  years.length === 1
    ? (row[`${years[0]}年目标`] ?? '')
    : years
        .map((year) => [year, row[`${year}年目标`]] as const)
        .filter(([, text]) => text !== '')
        .map(([year, text]) => `${year}年：${text}`)
        .join('\n');

/** A row of the first sheet. */
const shownRow = (row: Expected, years: readonly number[]): Expected => ({
  序号: row.序号 ?? '',
  任务: `${row.任务名称}（第${row.任务编号}项）`,
  [years.length === 1 ? '本年目标' : '各年目标']: targetsOf(row, years),
  责任单位: row.责任单位 ?? '',
  支持单位: row.支持单位 ?? '',
  责任人: '',
  进展: '',
});

const expectedRow = (task: Task, place: number, years: readonly number[]): Expected => ({
  序号: String(place),
  任务编号: String(task.number),
  重点行动: `${task.action}. ${plan.actions[task.action - 1]?.title}`,
  任务名称: task.body.title,
  ...Object.fromEntries(
    years.map((year) => [`${year}年目标`, task.row.targets.find((target) => target.year === year)?.text ?? '']),
  ),
  责任单位: printed(task.body.responsible),
  支持单位: printed(task.body.supporting),
  原文依据: `${label(task.body.clause)}\n${label(task.row.clause)}`,
  责任人: '',
  进展: '',
});

const rowsFor = (unit: string | undefined, relation: string, years: readonly number[]): readonly Expected[] => {
  const through = (task: Task, group: string) =>
    names(task, 'responsible', group) && !names(task, 'responsible', unit ?? '');
  const tasks = plan.tasks.filter((task) => {
    if (unit === undefined) return true;
    if (relation === '责任') return names(task, 'responsible', unit);
    if (relation === '支持') return names(task, 'supporting', unit);
    const group = groupOf(unit);
    return group !== undefined && through(task, group.name);
  });
  return tasks.map((task, at) => expectedRow(task, at + 1, years));
};

const relationsOf = (unit: string | undefined) => (unit === undefined ? ['任务'] : ['责任', '支持', '经由合称']);

/** The columns that the plan alone decides. */
const only = (row: Expected, columns: readonly string[]): Expected =>
  Object.fromEntries(columns.map((column) => [column, row[column] ?? `no column ${column}`]));

const CASES = [undefined, ...NAMES].flatMap((unit) => [undefined, ...YEARS].map((year) => ({ unit, year })));

describe('every unit, every group and the whole plan, for all years and for each, read back without a difference', () => {
  test('there are as many as the plan has', () => {
    expect(CASES.length).toBeGreaterThanOrEqual(36 * 4);
  });

  test('CSV', async () => {
    for (const { unit, year } of CASES) {
      const years = year === undefined ? YEARS : [year];
      const { bytes } = await worklistFile(made({ unit, year }), 'csv');
      const rows = csvTable(bytes);
      const expected = relationsOf(unit).flatMap((relation) =>
        rowsFor(unit, relation, years).map((row): Expected => ({ 关系: relation, ...row })),
      );
      expect(
        rows.map((row, at) => only(row, Object.keys(expected[at] ?? { 没有: '' }))),
        `${unit} ${year}`,
      ).toEqual(expected);
    }
  });

  test('JSON', async () => {
    for (const { unit, year } of CASES) {
      const years = year === undefined ? YEARS : [year];
      const list = made({ unit, year });
      const { bytes } = await worklistFile(list, 'json');
      const read = JSON.parse(bytes.toString('utf8')) as Omit<typeof list, 'kind'>;
      expect(
        read.lists.map(({ rows }) => rows.map(({ place, task, title, targets }) => [place, task, title, targets])),
      ).toEqual(
        relationsOf(unit).map((relation) =>
          rowsFor(unit, relation, years).map((row) => [
            Number(row.序号),
            Number(row.任务编号),
            row.任务名称,
            years.map((of) => ({ year: of, text: row[`${of}年目标`] })),
          ]),
        ),
      );
      expect(read).toEqual(JSON.parse(JSON.stringify({ ...list, kind: undefined })));
    }
  });

  test.each([undefined, ...YEARS])('xlsx, %s', async (year) => {
    const years = year === undefined ? YEARS : [year];
    for (const unit of [undefined, ...NAMES]) {
      const list = made({ unit, year });
      const book = await openBook((await worklistFile(list, 'xlsx')).bytes);
      const expected = relationsOf(unit).flatMap((relation) => rowsFor(unit, relation, years));
      const what = `${unit} ${year}`;
      expect(tableOf(sheetOf(book, '任务清单')), what).toEqual(expected.map((row) => shownRow(row, years)));
      const notes = expected.length > 0 ? tableOf(sheetOf(book, '说明')) : [];
      expect(
        notes.map((row) => [row.任务, row.重点行动, row.原文依据]),
        what,
      ).toEqual(expected.map((row) => [shownRow(row, years).任务, row.重点行动, row.原文依据]));
      expect(book.worksheets.map(({ name }) => name)).toEqual([
        '任务清单',
        ...(expected.length > 0 ? ['说明'] : []),
        ...(list.differences.length > 0 ? ['差异'] : []),
        ...(unit === undefined ? ['指标'] : []),
      ]);
      for (const sheet of book.worksheets.slice(1)) expect(tableOf(sheet), `${what} ${sheet.name}`).not.toEqual([]);
    }
  });
});

const numbersIn = (unit: string, relation: string): readonly number[] =>
  made({ unit })
    .lists.find((list) => list.relation === relation)
    ?.rows.map(({ task }) => task) ?? [];

const RELATIONS = ['responsible', 'supporting', 'through'];

describe('the list says what the bot answers', () => {
  test.each(NAMES)('%s负责哪些任务', (unit) => {
    const [own = [], supporting = [], through = []] = RELATIONS.map((one) => numbersIn(unit, one));
    const answer = ask(`${unit}负责哪些任务`);
    if (own.length === 0) return expect([[], supporting, through]).toContainEqual(answer.tasks);
    expect(answer.tasks).toEqual(own);
    const notice = answer.notices.find(({ code }) => code === 'group_member');
    return expect(notice?.text.match(/：([\d、]+)。$/)?.[1] ?? '').toBe(through.join('、'));
  });

  test.each(NAMES.filter((unit) => numbersIn(unit, 'supporting').length > 0))('%s支持哪些任务', (unit) => {
    expect(ask(`${unit}支持哪些任务`).tasks).toEqual(numbersIn(unit, 'supporting'));
  });

  test.each(NAMES.filter((unit) => numbersIn(unit, 'responsible').length > 0))(
    '%s: the same marks as in the answer',
    (unit) => {
      const marked = [...ask(`${unit}负责哪些任务`).text.matchAll(/^(\d+)\. .*（(仅正文列出|仅附件列出)）$/gm)];
      const rows = made({ unit }).lists.find(({ relation }) => relation === 'responsible')?.rows ?? [];
      expect(rows.flatMap(({ task, onlyIn }) => (onlyIn ? [[task, onlyIn]] : []))).toEqual(
        marked.map(([, task, words]) => [Number(task), words === '仅正文列出' ? 'body' : 'annex']),
      );
    },
  );

  test.each(YEARS)('%s年有量化数字的任务有哪些', (year) => {
    const rows = made({ year }).lists[0]?.rows ?? [];
    // Figures of the body count too, in every year that they name.
    expect(ask(`${year}年有量化数字的任务有哪些`).tasks).toEqual(
      expect.arrayContaining(rows.filter(({ figures }) => figures.length > 0).map(({ task }) => task)),
    );
  });

  test('哪些任务的责任单位正文与附件不一致', () => {
    const rows = made({}).differences.filter(({ what }) => what === 'responsible');
    expect(ask('哪些任务的责任单位正文与附件不一致').tasks).toEqual(rows.map(({ task }) => task));
  });

  test('正文和附件任务名称不一样的有哪些', () => {
    const rows = made({}).differences.filter(({ what }) => what === 'title');
    expect(ask('正文和附件任务名称不一样的有哪些').tasks).toEqual(rows.map(({ task }) => task));
  });
});
