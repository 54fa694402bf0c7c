import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { worklistOf } from '../../src/worklists/worklist-of.ts';
import { bot, SOURCE } from '../helper.ts';
import { MADE_AT, made } from './read.ts';

const faultOf = (filter: Parameters<typeof worklistOf>[1]) => worklistOf(bot.plan, filter, MADE_AT);
const rowOf = (filter: Parameters<typeof made>[0], relation: string, task: number) =>
  made(filter)
    .lists.find((list) => list.relation === relation)
    ?.rows.find((row) => row.task === task);

describe('the filter', () => {
  test('a unit by any of its names is the same unit', () => {
    for (const { name, full, others, english } of bot.plan.registry.units)
      for (const said of [name, full, ...others, english.name])
        expect(worklistOf(bot.plan, { unit: said }, MADE_AT), said).toMatchObject({ filter: { unit: name } });
  });

  test('an action keeps its own tasks', () => {
    const { lists, cover } = made({ action: 6 });
    expect(lists.map(({ relation, rows }) => [relation, rows.map(({ task }) => task)])).toEqual([
      ['all', [23, 24, 25, 26]],
    ]);
    expect(cover.filter).toBe('全部单位；第6个行动（绿色金融引领行动）；全部年份（2020、2021、2022）');
  });

  test('a year keeps its own targets, figures and indicators', () => {
    const { years, lists, indicators } = made({ unit: '高新区', year: 2021 });
    expect(years).toEqual([2021]);
    const rows = lists.flatMap((list) => list.rows);
    expect(new Set(rows.flatMap(({ targets, figures }) => [...targets, ...figures].map(({ year }) => year)))).toEqual(
      new Set([2021]),
    );
    expect(indicators.map(({ values }) => values.map(({ year }) => year))).toEqual(indicators.map(() => [2021]));
  });

  test.each([
    [{ unit: '市财政菊' }, 'worklist_unit', '计划里没有“市财政菊”这个单位，相近的有：市财政局。', ['市财政局']],
    [{ unit: '人行' }, 'worklist_unit', expect.stringContaining('相近的有'), ['人行西安分行营管部', '人行西安分行']],
    [{ unit: '火星局' }, 'worklist_unit', '计划里没有“火星局”这个单位。', []],
    [{ unit: '' }, 'worklist_unit', expect.any(String), []],
    [{ unit: '甲'.repeat(500) }, 'worklist_unit', expect.stringMatching(/^.{1,60}$/), []],
    [{ unit: '市财政涉农区县' }, 'worklist_unit', expect.any(String), expect.any(Array)],
    [{ year: 2019 }, 'worklist_year', '计划只有2020—2022年各年的目标，没有“2019”这一年。', []],
    [{ year: 2023 }, 'worklist_year', expect.any(String), []],
    [{ year: Number.NaN }, 'worklist_year', expect.any(String), []],
    [{ action: 16 }, 'worklist_action', '计划共有15个行动，没有第“16”个。', []],
    [{ action: 0 }, 'worklist_action', expect.any(String), []],
    [{ action: 1.5 }, 'worklist_action', expect.any(String), []],
    [{ unit: '市财政局', year: 2030, action: 99 }, 'worklist_year', expect.any(String), []],
  ])('%j is a fault that says what there is', (filter, kind, message, near) => {
    expect(faultOf(filter)).toEqual({ kind, message, near });
  });
});

describe('a row', () => {
  test('says what the plan says, and where', () => {
    expect(rowOf({ unit: '高新区', year: 2021 }, 'responsible', 11)).toMatchObject({
      title: '完善科技型企业综合金融支持',
      action: { number: 3, title: '科技金融催化行动' },
      responsible: '高新区、市财政局、市科技局、市金融工作局',
      figures: [
        { year: 2021, text: '实现信贷联动规模9亿元' },
        { year: 2021, text: '通过培训、项目推介活动、政策解读等多种手段服务企业超过1700家' },
        { year: 2021, text: '贷款科技企业610家次' },
        { year: 2021, text: '贷款金额29亿元' },
      ],
      sources: [
        { clause: '3.3.2.2', label: '正文三、（三）2.（2）' },
        { clause: 'annex.11', label: '附件任务分解表第11项' },
      ],
      notes: [],
    });
  });

  test('where only the body names the unit, it says so', () => {
    expect(rowOf({ unit: '浐灞生态区' }, 'responsible', 23)?.onlyIn).toBe('body');
    expect(rowOf({ unit: '浐灞生态区' }, 'responsible', 25)).not.toHaveProperty('onlyIn');
    expect(rowOf({ unit: '碑林区' }, 'through', 4)?.onlyIn).toBe('body');
  });

  test('reached through a group, it names the group and on what that rests', () => {
    expect(rowOf({ unit: '碑林区' }, 'through', 1)?.through).toEqual({
      group: '各区县',
      basis: '西安市所辖区、县，计划没有逐一列名',
    });
    expect(rowOf({ unit: '高新区' }, 'through', 1)?.through?.group).toBe('各开发区');
    expect(rowOf({ unit: '高新区' }, 'responsible', 9)).not.toHaveProperty('through');
  });

  test('a misprint of the unit, and one in a target that is shown, are explained', () => {
    const notes = rowOf({ unit: '浐灞生态区' }, 'responsible', 25)?.notes;
    expect(notes).toEqual([expect.stringContaining('“灞桥生态区”'), expect.stringContaining('“沪灞生态区”')]);
    expect(rowOf({ unit: '国际港务区' }, 'responsible', 53)?.notes).toEqual([]);
    expect(rowOf({}, 'all', 53)?.notes).toHaveLength(2);
  });
});

describe('the differences', () => {
  test('give both prints, and what only one of them has', () => {
    const found = made({ unit: '国际港务区' }).differences.find(
      ({ task, what }) => task === 31 && what === 'responsible',
    );
    expect(found).toMatchObject({
      body: '市金融工作局、高新区、经开区、国际港务区、浐灞生态区',
      annex: '市金融工作局、高新区、经开区、浐灞生态区',
      onlyBody: ['国际港务区'],
      onlyAnnex: [],
    });
  });

  test('give the sentences that hold the figures', () => {
    const found = made({ action: 1 }).differences.find(({ task, what }) => task === 2 && what === 'figures');
    expect(found).toMatchObject({ body: '', onlyBody: [], onlyAnnex: ['10', '10', '5'] });
    expect(found?.annex.split('\n')).toEqual([
      '2020年：引进各类金融机构10家。',
      '2021年：引进各类金融机构10家。',
      '2022年：引进各类金融机构5家。',
    ]);
  });

  test('are those of the listed tasks, for one year as for all', () => {
    const { differences, lists } = made({ unit: '市财政局' });
    const listed = new Set(lists.flatMap(({ rows }) => rows.map(({ task }) => task)));
    expect(differences.filter(({ task }) => !listed.has(task))).toEqual([]);
    expect(made({ unit: '市财政局', year: 2021 }).differences).toEqual(differences);
  });
});

describe('the cover', () => {
  test('names plan, number, filter, day and version', () => {
    const lines = SOURCE.split('\n').filter((line) => line.trim() !== '');
    const version = createHash('sha256')
      .update(lines.map((line) => `${line}\n`).join(''))
      .digest('hex');
    expect(made({ unit: '市财政局', year: 2021 }).cover).toEqual({
      plan: {
        id: bot.plan.id,
        title: '西安丝绸之路金融中心发展行动计划（2020—2022年）',
        number: '市政办发〔2020〕9号',
      },
      filter: '市财政局；全部行动；2021年',
      counts: [
        { sheet: '责任', rows: 9 },
        { sheet: '支持', rows: 0 },
        { sheet: '经由合称', rows: 0 },
        { sheet: '指标', rows: 7 },
        { sheet: '差异', rows: 13 },
      ],
      made: '2026年11月25日',
      madeAt: MADE_AT,
      version: version.slice(0, 16),
    });
  });

  test('the day is the one in China', () => {
    expect(made({}, bot.plan, Date.UTC(2026, 10, 25, 15, 59)).cover.made).toBe('2026年11月25日');
    expect(made({}, bot.plan, Date.UTC(2026, 10, 25, 16)).cover.made).toBe('2026年11月26日');
  });

  test('another text has another version', () => {
    const [first, ...others] = bot.plan.clauses;
    if (!first) throw new Error('no clause');
    const changed = { ...first, source: first.source.map(({ line, text }) => ({ line, text: `${text}。` })) };
    expect(made({}, { ...bot.plan, clauses: [changed, ...others] }).cover.version).not.toBe(made({}).cover.version);
  });
});
