import { describe, expect, it } from 'vitest';
import { withClock } from '../../src/bot.ts';
import { ask, bot } from '../helper.ts';

describe('as officials type', () => {
  it.each([
    ['gongyinglian jinrong shei guan', [27]],
    ['nonghu xinyong pingji shui fuze', [37]],
    ['供应链jinrong谁管', [27]],
    ['高xin区金融核心区谁建', [50]],
    ['gyljr谁负责', [27]],
    ['供***应链金*融谁负责', [27]],
    ['ｐｏｓ机进村谁管', [36]],
    ['天燃气交易中心谁负责', [21]],
    ['票运痛是什么', [27]],
  ])('%s', (question, tasks) => {
    expect(ask(question).tasks).toEqual(tasks);
  });

  it('fgw负责什么 and zjh支持哪些任务 mean the unit; zjj asks which of those that share the letters', () => {
    expect(ask('fgw负责什么').text).toContain('市发改委');
    expect(ask('zjh支持哪些任务').text).toContain('陕西证监局');
    expect(ask('zjj支持什么').choices.map(({ label }) => label)).toEqual(
      expect.arrayContaining(['市住建局', '陕西证监局']),
    );
  });

  it('English stays English: who can answer for the long run', () => {
    expect(ask('who can answer for the talent plan').language).toBe('en');
  });

  it('初步形成金融聚集区: a word of the plan is not turned into 金融局', () => {
    const { tokens } = bot.read('初步形成金融聚集区是哪一项任务');
    expect(tokens.filter(({ kind }) => kind === 'unit' || kind === 'units')).toEqual([]);
  });
});

describe('a number after a question back', () => {
  it('保险 ⏎ 2 ⏎ 谁支持: the second choice, and what follows it', () => {
    const [, second] = ask('保险').choices;
    expect(ask('2', '保险').tasks).toEqual(second?.tasks);
    expect(ask('第二个', '保险').tasks).toEqual(second?.tasks);
    expect(ask('谁支持', '保险', '2').tasks).toEqual(second?.tasks);
  });

  it('that chooses nothing is no choice, however often it is sent', () => {
    expect(ask('9', ...Array.from({ length: 30 }, () => '9')).status).not.toBe('answered');
    expect(ask('6', '天然气交易中心谁负责').status).not.toBe('clarify');
  });

  it('chooses among the questions that are offered as examples, too', () => {
    const [, second] = ask('2').choices;
    expect(ask('2', '2').citations).toEqual(ask(second?.question ?? '').citations);
  });

  it('sent again after its answer is no claim about the answer', () => {
    expect(ask('2', '2', '2').verdict).toBeUndefined();
  });
});

describe('今年', () => {
  const years = (text: string) => [...new Set(text.match(/20\d\d(?=年：)/g))];

  it('means the given year', () => {
    const question = { text: '高新区今年要干哪几件事', history: [], year: 2021 };
    expect(years(bot.ask(question).text)).toEqual(['2021']);
    expect(years(bot.ask({ ...question, text: '高新区明年要干哪几件事' }).text)).toEqual(['2022']);
  });

  it('outside the plan is told so', () => {
    const answer = bot.ask({ text: '高新区今年要干哪几件事', history: [], year: 2026 });
    expect(answer.status).toBe('not_found');
    expect(answer.text).toContain('2026年不在计划期');
  });

  it('without a clock is no year: every year is listed, and said so', () => {
    const answer = ask('高新区今年要干哪几件事');
    expect(years(answer.text)).toEqual(['2020', '2021', '2022']);
    expect(answer.text).toContain('不作推算');
  });

  it('turns over in Beijing', () => {
    const asked: (number | undefined)[] = [];
    const note = (now: string) =>
      withClock(
        (question) => {
          asked.push(question.year);
          return bot.ask(question);
        },
        () => Date.parse(now),
      )({ text: '你好', history: [] });
    note('2021-12-31T15:59:59Z');
    note('2021-12-31T16:00:00Z');
    expect(asked).toEqual([2021, 2022]);
  });
});

describe('thousands of characters around a question', () => {
  it.each([
    '今天开会讲了很多，',
    '转发：各位家长请注意接送孩子的时间。',
    '据新华社报道，全国经济形势持续向好，各地加快推进重点项目建设。',
    '😀😀😀\n',
  ])('%s: the question is found, and it is said that only it was read', (noise) => {
    const answer = ask(`${noise.repeat(150)}\n天然气交易中心的支持单位是谁？\n${noise.repeat(150)}`);
    expect(answer.tasks).toEqual([21]);
    expect(answer.text).toContain('陕西证监局');
    expect(answer.text).toContain('只读了其中像问题的部分');
  });
});
