import { describe, expect, it } from 'vitest';
import { mentionIn } from '../../src/execute/sets/mentions.ts';
import { ask, bot, QUESTIONS } from '../helper.ts';

/** Asked about near the plan, and not answered by it: words that it prints, of things that it does not say. */
const NEAR = [
  '考核不合格怎么处理',
  '上市公司市值目标多少',
  '科创板上市企业要什么条件',
  '科创板上市能拿多少奖励',
  '绿色信贷余额目标',
  '财政收入目标是多少',
  '农业保险保费补贴比例多少',
  '秦农银行有多少网点',
  '汉诺威国际学校招多少学生',
  '金融人才落户需要什么学历',
  '小额贷款公司由哪个部门审批',
  '丝绸之路金融中心研究院院长是谁',
  '给全国城市科技金融排名的那个指数排名第几',
  '住房公积金由谁管',
  '地铁什么时候通到金融商务区',
  '2021年财政局考核谁',
];

const OF_PLAN = /计划(?:里)?没有写“([^”]+)”/g;
const OF_THING = /“([^”]+)”里没有写“([^”]+)”/g;

const answers = [...NEAR, ...QUESTIONS].map((question) => ({ question, text: ask(question).text }));

describe('what the plan prints is never said to be missing', () => {
  it('计划没有写… of no word that some clause prints', () => {
    const denied = answers.flatMap(({ question, text }) =>
      [...text.matchAll(OF_PLAN)].map(([, word = '']) => ({ question, word })),
    );
    expect(denied.length).toBeGreaterThan(NEAR.length / 2);
    expect(
      denied.filter(({ word }) => bot.plan.clauses.some((clause) => mentionIn(clause.text, word) === 'word')),
    ).toEqual([]);
  });

  it('“…”里没有写… of no word that the task itself prints', () => {
    const denied = answers.flatMap(({ question, text }) =>
      [...text.matchAll(OF_THING)].map(([, title = '', word = '']) => ({ question, title, word })),
    );
    expect(denied.length).toBeGreaterThan(3);
    const printed = ({ title, word }: (typeof denied)[number]): boolean =>
      bot.plan.tasks.some(
        ({ body, row }) =>
          body.title === title &&
          [body.title, body.text, ...row.targets.map((target) => target.text)].some(
            (text) => mentionIn(text, word) === 'word',
          ),
      );
    expect(denied.filter(printed)).toEqual([]);
  });

  it('绿色信贷余额目标 says of which indicator the word is missing', () => {
    expect(ask('绿色信贷余额目标').text).toContain('“本外币贷款余额”里没有写“绿色”');
  });

  it('科创板上市能拿多少奖励 is not answered with numbers of companies', () => {
    expect(ask('科创板上市能拿多少奖励').status).toBe('not_found');
  });
});

describe('an answer to words that the plan does not have says so before its facts', () => {
  for (const question of ['跨境电商综试区由谁负责', '外贸进出口总额目标', '通斯路那个电汇平台是哪几家的事'])
    it(question, () => {
      const [first, second] = ask(question).text.split('\n');
      expect(first).toMatch(/^按.+理解：/);
      expect(second).toMatch(/^计划的用词不同，这是最接近的一项；/);
    });

  for (const question of ['天然气交易中心由哪个单位负责', '抢滩发力科创板的支持单位', '扩大人民币跨境使用2022年目标'])
    it(`not so ${question}`, () => {
      expect(ask(question).text).not.toContain('计划的用词不同');
    });
});
