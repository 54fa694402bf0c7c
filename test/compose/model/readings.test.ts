import { describe, expect, it } from 'vitest';
import type { Answer, ModelText } from '../../../src/types.ts';
import { bot, ask as byRules } from '../../helper.ts';

const PLAN = bot.plan.id;
const of = (text: string, reply: unknown, plan = PLAN): ModelText => ({ plan, text, reply: JSON.stringify(reply) });
const answer = (...read: readonly object[]) => ({ do: 'answer', read });
const asked = (question: string, reply: unknown): Answer =>
  bot.ask({ text: question, history: [], readings: [of(question, reply)] });

const PETTY = '那个网贷平台都没了之后小贷典当归谁批';

describe('what a model read of a question', () => {
  it('is said in the first line, and that a model chose it', () => {
    const { status, tasks, text: said, notices } = asked(PETTY, answer({ tasks: [48], ask: ['who'] }));
    expect([status, tasks]).toEqual(['answered', [48]]);
    expect(said).toMatch(/^按“第48项“优化地方类金融监管模式”：责任单位是谁”理解：责任单位：市金融工作局、新城区/);
    expect(notices.some(({ text }) => text.includes('语言模型'))).toBe(true);
  });

  it('of several, the next can be asked by a button, as the rules read it', () => {
    const { suggestions } = asked(PETTY, answer({ tasks: [48], ask: ['who'] }, { tasks: [47], ask: ['who'] }));
    expect(suggestions[0]).toBe('建设地方类金融监管综合服务系统由谁负责？');
    expect(byRules(suggestions[0] ?? '').tasks).toEqual([47]);
  });

  it('is what a question behind it leans on', () => {
    const readings = [of(PETTY, answer({ tasks: [48], ask: ['who'] })), null];
    const { tasks, text: said } = bot.ask({ text: '支持单位呢', history: [PETTY], readings });
    expect(tasks).toEqual([48]);
    expect(said).toContain('陕西银保监局');
  });

  it('may be that the plan does not say it, a question back, or talk', () => {
    expect(asked('哪家包子好吃又不贵', { do: 'absent' }).status).toBe('not_found');
    const back = asked(PETTY, {
      do: 'ask',
      read: [
        { tasks: [48], ask: ['who'] },
        { tasks: [47], ask: ['who'] },
      ],
    });
    expect(back.status).toBe('clarify');
    expect(back.choices.map(({ tasks }) => tasks)).toEqual([[48], [47]]);
    expect(asked('辛苦啦老伙计', { do: 'talk', act: 'thanks' }).kind).toBe('talk-thanks');
  });

  it('is not taken where it names anything that the plan has not, or a figure or year that nobody said', () => {
    const rules = byRules(PETTY);
    const bad = [
      answer({ units: ['市气象局'], ask: ['list'] }),
      answer({ tasks: [48], ask: ['who'] }, { tasks: [480], ask: ['who'] }),
      answer({ clauses: ['9.9'], ask: ['content'] }),
      answer({ tasks: [48], ask: ['target'], years: [2021] }),
      answer({ indicators: [4], ask: ['target'], claim: { quantity: '610亿元' } }),
      answer({ of: 'task', where: [{ mentions: '月球基地' }], ask: ['list'] }),
      answer({ tasks: [48], ask: ['who'], text: '由我回答' }),
      answer({ tasks: [48], ask: ['dated'] }),
      answer({ tasks: [48], of: 'unit', ask: ['who'] }),
      '由市气象局负责',
    ];
    for (const reply of bad) expect(asked(PETTY, reply), JSON.stringify(reply)).toEqual(rules);
  });

  it('is not taken of another plan', () => {
    const readings = [of(PETTY, answer({ tasks: [48], ask: ['who'] }), 'another')];
    expect(bot.ask({ text: PETTY, history: [], readings })).toEqual(byRules(PETTY));
  });

  it('is not taken of another text', () => {
    const readings = [of('另一句', answer({ tasks: [48], ask: ['who'] }))];
    expect(bot.ask({ text: PETTY, history: [], readings })).toEqual(byRules(PETTY));
  });

  it('may claim figures and years that were said before', () => {
    const readings = [null, of('保险那块呢', answer({ indicators: [4], ask: ['target'], years: [2021] }))];
    const { text: said } = bot.ask({ text: '保险那块呢', history: ['2021年金融业增加值目标是多少'], readings });
    expect(said).toContain('610');
  });

  it.each<[string, object, string]>([
    ['财神爷那个局主抓哪些', { units: ['市财政局'], role: 'responsible', ask: ['list'] }, '市财政局负责的任务共9项'],
    ['数数谁摊的事最多', { of: 'unit', ask: ['most'] }, '任务最多的是市金融工作局，56项'],
    ['各块摊子有多少事', { of: 'task', ask: ['by_section', 'count'] }, '按行动分列'],
    ['人才那摊子谁都掺和了', { of: 'unit', where: [{ sections: [11] }], ask: ['list'] }, '市人社局'],
    [
      '高新和财政一起扛、不算科技局的有几件',
      {
        of: 'task',
        where: [
          { units: ['高新区', '市财政局'], role: 'responsible', every: true },
          { units: ['市科技局'], not: true },
        ],
        ask: ['count'],
      },
      '高新区、市财政局都负责、市科技局不参与的任务共1项',
    ],
    ['红头上那个号', { ask: ['number'] }, '市政办发〔2020〕9号'],
    [
      '是不是21年保费奔610亿',
      { indicators: [4], ask: ['target'], years: [2021], claim: { quantity: '610亿' } },
      '是的',
    ],
  ])('%s', (question, reading, words) => {
    const { text: said } = asked(question, answer(reading));
    expect(said).toContain('理解：');
    expect(said).toContain(words);
  });
});
