import { describe, expect, it } from 'vitest';
import { readCorpus } from '../../src/corpus.ts';
import { parsePlan } from '../../src/plan/parse.ts';
import { registrySchema, shapeSchema } from '../../src/plan/schema.ts';
import type { NamedUnit, Plan } from '../../src/types.ts';
import { PLAN_FOLDER } from '../helper.ts';

const read = (lines: readonly string[], shape: object = {}): Plan =>
  parsePlan({
    shape: shapeSchema.parse({ id: 'any', ...shape }),
    source: `${lines.join('\n')}\n`,
    registry: registrySchema.parse({}),
    bodyNames: { 工业和信息化: ['工信'] },
  });

/** Names as printed, each once. */
const printed = (units: readonly NamedUnit[] = []): string =>
  [...new Set(units.map((unit) => unit.printed))].join('、');
/** 2.1 省水利厅 > 省财政厅 */
const tasks = ({ tasks }: Plan): readonly string[] =>
  tasks.map(
    ({ body }) =>
      `${body.clause} ${printed(body.responsible)}${body.supporting.length > 0 ? ` > ${printed(body.supporting)}` : ''}`,
  );

const HEAD = [
  '云州省人民政府办公厅',
  '关于加快水利建设的实施方案',
  '云政办〔2023〕5号',
  '各市人民政府：',
  '为加快建设，制定本方案。',
];

describe('a plan of any shape', () => {
  it('says its title, number, issuer, period without being told', () => {
    const { document } = read([
      ...HEAD,
      '一、任务',
      '（一）修渠。修渠十条。（省水利厅负责）',
      '云州省人民政府办公厅',
      '2023年4月7日',
    ]);
    expect(document).toMatchObject({
      title: '云州省人民政府办公厅关于加快水利建设的实施方案',
      number: '云政办〔2023〕5号',
      issuer: '云州省人民政府办公厅',
      dated: '2023年4月7日',
      addressees: '各市人民政府',
      period: [0, 0],
    });
  });

  it('（一） running through, a level skipped, a restart: every clause has its own id', () => {
    const { clauses } = read([
      '一、甲事项',
      '（一）修渠。',
      '1.东渠。',
      '（1）上段。',
      '二、乙事项',
      '（二）修坝。',
      '（1）下段。',
      '（1）又一段。',
    ]);
    expect(clauses.map(({ id }) => id)).toEqual(['1', '1.1', '1.1.1', '1.1.1.1', '2', '2.2', '2.2.1', '2.2.1-2']);
  });

  it('tasks stand where the units do, and brackets in one clause each close their own sentences', () => {
    const plan = read([
      '一、总体要求',
      '坚持水安全。',
      '二、重点任务',
      '（一）修渠。修东渠三条。（省水利厅牵头，省财政厅配合）修西渠两条。（省农业厅负责）',
      '（二）修坝。修坝一座。（责任单位：省水利厅）',
      '（三）植树。植树千棵。',
    ]);
    expect(tasks(plan)).toEqual(['2.1.s1 省水利厅 > 省财政厅', '2.1.s2 省农业厅', '2.2 省水利厅', '2.3 ']);
    expect(plan.tasks[0]?.body.lead?.map((unit) => unit.printed)).toEqual(['省水利厅']);
    expect(plan.tasks[1]?.body.text).toBe('修西渠两条。');
  });

  it('a mark on a line of its own is that of the whole clause', () => {
    const plan = read([
      '一、任务',
      '（一）修渠',
      '修东渠。',
      '修西渠。',
      '责任单位：省水利厅、省财政厅',
      '（二）修坝',
      '修坝。',
      '（省水利厅负责）',
    ]);
    expect(tasks(plan)).toEqual(['1.1 省水利厅、省财政厅', '1.2 省水利厅']);
  });

  it('who is first leads where the plan says so once; a group never leads', () => {
    const plan = read([
      '一、任务',
      '（一）修渠。修渠。（省水利厅、省财政厅负责。列第一位者为牵头单位，下同）',
      '（二）修坝。修坝。（省农业厅、省财政厅负责）',
      '（三）植树。植树。（各有关部门、省财政厅负责）',
    ]);
    expect(plan.tasks.map(({ body }) => printed(body.lead))).toEqual(['省水利厅', '省农业厅', '']);
  });

  it('units that are said once to be in all later marks are added there', () => {
    const plan = read([
      '一、任务',
      '（一）修渠。修渠。（责任单位：省水利厅，以下均含省林业局，不再单独列出）',
      '（二）修坝。修坝。（责任单位：省农业厅）',
    ]);
    expect(tasks(plan)[1]).toBe('1.2 省农业厅、省林业局');
  });

  it('units are known by their names; 有关部门 and 等 are none', () => {
    const { registry, tasks: all } = read([
      '一、任务',
      '（一）修渠。修渠。（省工业和信息化厅、有关部门等负责）',
      '（二）修坝。修坝。（省工信厅负责）',
    ]);
    expect(registry.units.map(({ name }) => name)).toEqual(['省工业和信息化厅']);
    expect(registry.groups.map(({ name }) => name)).toEqual(['有关部门']);
    expect(all.map(({ body }) => body.responsible[0]?.means)).toEqual([['省工业和信息化厅'], ['省工业和信息化厅']]);
  });

  it('a table with a column of units is a list of tasks, one with scores where there is no other', () => {
    const table = (heads: string) =>
      read(['关于考核的办法', heads, '1\t修渠\t修东渠\t省水利厅\t2023年', '2\t修坝\t修大坝\t省农业厅\t2024年']);
    expect(tasks(table('序号\t工作任务\t主要内容\t责任单位\t完成时限'))).toEqual([
      'annex.1 省水利厅',
      'annex.2 省农业厅',
    ]);
    expect(table('序号\t工作任务\t主要内容\t责任单位\t完成时限').tasks[1]?.deadline).toBe('2024年');
    const scores = '序号\t考核项目\t考核内容\t评分标准\t分值';
    expect(tasks(table(scores))).toEqual(['annex.1 ', 'annex.2 ']);
    expect(
      tasks(read(['考核办法', '一、任务', '（一）修渠。（省水利厅负责）', scores, '1\t修坝\t大坝\t好\t9'])),
    ).toEqual(['1.1 省水利厅']);
  });

  it('a column of bodies in a table of scores says whom its rows are about', () => {
    const rows = ['县水利局', '县林业局', '县教育局'].map((unit, at) => `${at + 1}\t${unit}\t治理${unit}的事\t十分`);
    const plan = read(['考核细则', '序号\t考核项目\t考核内容\t分值', '一、\t部门履职\t\t', ...rows, '\t总分\t\t100']);
    expect(tasks(plan)).toEqual(['annex.1 县水利局', 'annex.2 县林业局', 'annex.3 县教育局']);
  });

  it('body and table that differ in number: each keeps what the other lacks', () => {
    const plan = read([
      '关于供水的方案',
      '一、主要任务',
      '（一）改造老旧管网。逐村改造。（责任单位：县水利局）',
      '（二）建设规模化水厂。两座。（责任单位：县水利局）',
      '（三）完善水价机制。计量收费。（责任单位：县发展改革局）',
      '附件：任务分解表',
      '序号\t任务\t责任单位\t2024年',
      '1\t规模化水厂建设\t县水利局\t开工',
      '2\t水质检测\t县卫生健康局\t六十次',
    ]);
    expect(tasks(plan)).toEqual(['1.1 县水利局', '1.2 县水利局', '1.3 县发展改革局', 'annex.2 县卫生健康局']);
    expect(plan.tasks[1]?.row.targets).toEqual([{ year: 2024, text: '开工' }]);
  });

  it('names alone in a bracket behind the last sentence are who does it; elsewhere they are no mark', () => {
    const plan = read([
      '关于供水的方案',
      '一、主要任务',
      '（一）改造管网。逐村改造。（县水利局、县财政局）',
      '（二）检测水质。由专班（县卫生健康局）每月检测。（县水利局牵头）',
    ]);
    expect(tasks(plan)).toEqual(['1.1 县水利局、县财政局', '1.2 县水利局']);
  });

  it('a text without a title is told apart by its first heading, which names tasks as before', () => {
    const plan = read(['为加快建设，现提出：', '一、加快水利建设', '（一）修渠。修东渠。（省水利厅负责）']);
    expect(plan.document).toMatchObject({ title: '加快水利建设（无标题）', untitled: true });
  });

  it('several documents in one file: ids begin with the number of the document', () => {
    const plan = read([
      '甲河治理方案',
      '一、任务',
      '（一）修渠。（省水利厅负责）',
      '二、保障',
      '乙河治理方案',
      '一、任务',
      '（一）修坝。（省农业厅负责）',
    ]);
    expect(plan.parts?.map(({ title }) => title)).toEqual(['甲河治理方案', '乙河治理方案']);
    expect(tasks(plan)).toEqual(['1.1.1 省水利厅', '2.1.1 省农业厅']);
  });

  it('plan.json may name the level of the tasks', () => {
    const lines = ['一、任务', '（一）修渠。', '1.东渠。修。（省水利厅负责）', '2.西渠。修。（省农业厅负责）'];
    expect(tasks(read(lines))).toEqual(['1.1.1 省水利厅', '1.1.2 省农业厅']);
    expect(tasks(read(lines, { tasks: { level: 'section' } }))).toEqual(['1.1 省水利厅、省农业厅']);
  });

  it('the first plan, nothing said of its parts: the same tasks, pairs, units and indicators', () => {
    const corpus = readCorpus(PLAN_FOLDER);
    const { parts: _, ...shape } = corpus.shape;
    const [told, found] = [parsePlan(corpus), parsePlan({ ...corpus, shape })];
    const pairs = ({ tasks }: Plan) =>
      tasks.map(({ number, action, measure, body, row }) => [
        number,
        action,
        measure,
        body.clause,
        row.clause,
        body.title,
      ]);
    const units = ({ tasks }: Plan) =>
      tasks.map(({ body, row }) => [body, row].map((one) => [printed(one.responsible), printed(one.supporting)]));
    expect(pairs(found)).toEqual(pairs(told));
    expect(found.indicators).toEqual(told.indicators);
    expect(found.document).toEqual(told.document);
    // the outline also knows under which heading an action stands
    expect(found.actions.map(({ heading, ...action }) => action)).toEqual(told.actions);
    expect(found.actions.map(({ heading }) => heading)).toEqual(told.actions.map(({ number }) => `3.${number}`));
    expect(units(found).filter((one, at) => JSON.stringify(one) !== JSON.stringify(units(told)[at]))).toEqual([]);
  });
});
