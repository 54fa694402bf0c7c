import { describe, expect, it } from 'vitest';
import { ask } from '../helper.ts';

const lastOf = (...turns: readonly string[]) => ask(turns.at(-1) ?? '', ...turns.slice(0, -1));

describe('what is named stands under another year than the one asked for', () => {
  it.each([
    ['汉诺威学校2021年目标', '2021年目标里没有写到“汉诺威学校”', '汉诺威国际学校投入运营'],
    ['飞机租赁2020年目标', '2020年目标里没有写到“飞机租赁”', '实现飞机租赁单落地'],
  ])('%s', (question, told, printed) => {
    const { status, text } = ask(question);
    expect(status).toBe('answered');
    expect(text).toContain(told);
    expect(text).toContain(printed);
  });

  it('西咸金融港呢, after another project of the same task in another year: that one, and no whole task', () => {
    const { text } = lastOf('绿地能源金融中心B地块2021年目标', '西咸金融港呢');
    expect(text).toContain('2020年3月30日前西咸金融港项目交付使用');
  });

  it.each([
    ['西咸金融港2020年目标', '西咸金融港项目交付使用'],
    ['西咸金融港2020年啥进度', '西咸金融港项目交付使用'],
    ['农户信用评级2020年要求', '不低于本辖区农户数80%'],
    ['曲江研究院第二年要干什么活', '组建课题组'],
  ])('%s: what that year says is told', (question, printed) => {
    expect(ask(question).text).toContain(printed);
  });
});

describe('how far amounts of several things lie apart', () => {
  it.each([
    [['人民币跨境结算和国际结算总量相差多少'], '5600'],
    [['人民币跨境结算目标多少', '国际结算总量呢', '差多少'], '5600'],
    [['存款余额22年目标多少', '那贷款呢', '相差多少'], '0.30'],
    [['社区支行设几家', '普惠事业部呢', '俩差多少'], '130'],
    [['社区支行和普惠事业部差多少'], '130'],
    [['保费22年多少', '2020年呢', '差多少'], '100'],
  ])('%j: %s', (turns, value) => {
    const { status, text } = lastOf(...turns);
    expect(status).toBe('answered');
    expect(text.split('\n')[0]).toContain(value);
  });
});
