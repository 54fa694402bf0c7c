import { describe, expect, it } from 'vitest';
import { ask } from '../helper.ts';

describe('amounts that another thing prints than the one that words are taken for', () => {
  it.each([
    ['引进机构2021年几家', '金融机构：2021年10家'],
    ['三年引进机构加起来有多少', '合计25家'],
  ])('%s: %s', (question, printed) => {
    const { tasks, text } = ask(question);
    expect(tasks).toEqual([2]);
    expect(text.split('\n')[0]).toContain(printed);
  });
});

describe('what was asked before stays what it was about', () => {
  const lastOf = (...turns: readonly string[]) => ask(turns.at(-1) ?? '', ...turns.slice(0, -1));
  it('一共, after one year after the other: all years, and no sum of the last', () => {
    expect(lastOf('科创板20年几家', '21年呢', '22年呢', '一共呢').text).toContain('5+6+7=18');
  });
  it('这俩加起来 of two things: of the year that was asked for', () => {
    expect(lastOf('保费收入2021年目标', '上市公司呢', '这俩加起来').text).not.toContain('1830');
  });
  it('2020年目标, after a figure of another year: what that year demands is told too', () => {
    const { text } = lastOf('创投机构500家谁负责', '2020年目标');
    expect(text).toContain('没有写2020年的数额');
    expect(text).toContain('设立陕西股权交易中心科创板西安孵化基地');
  });
  it.each([
    [['曲江新区有什么任务', '指数那个几时发布'], 18],
    [['曲江新区负责哪些', '研究院那条谁负责'], 57],
  ])('%j: one of those that were shown', (turns, task) => {
    expect(lastOf(...turns).tasks).toEqual([task]);
  });
  it('12月底前要做完的有哪些: dated, whatever it is called to be done', () => {
    expect(ask('12月底前要做完的有哪些').tasks).toEqual([19]);
  });
});

describe('what describes a thing is not asked of it', () => {
  it('注册资本300亿的那个平台是啥: the platform, and no amount', () => {
    expect(ask('注册资本300亿的那个平台是啥')).toMatchObject({ status: 'answered', tasks: [4] });
  });
  it.each([
    ['汉诺威学校22年开学对吧', true],
    ['汉诺威学校21年开学是吗', false],
  ])('%s: judged by what the plan prints for it', (question, verdict) => {
    expect(ask(question).verdict).toBe(verdict);
  });
});

describe('short ways to ask', () => {
  it('西咸三年载体各多少平: square metres', () => {
    expect(ask('西咸新区三年载体各是多少平').text).toMatch(/1000平方米.*2000平方米.*3000平方米/);
  });
  it('天然气中心三年都干嘛: what is done, and no reason', () => {
    expect(ask('天然气中心三年都干嘛').tasks).toEqual([21]);
  });
  it('全球金融中心指数几时加入: the year in which it is joined, and not that in which it is spoken of', () => {
    expect(ask('GFCI几时加入').text).toMatch(/^2021年。/);
  });
  it('国开行数据中心何时投用', () => {
    expect(ask('国开行数据中心何时投用').text).toMatch(/^2021年。/);
  });
  it('营管部和西安分行各配合几项: two units, each by its own name', () => {
    const { text } = ask('人行营管部和西安分行各支持几项');
    expect(text).toContain('人行西安分行营管部支持：13项');
    expect(text).toContain('人行西安分行支持：5项');
  });
});
