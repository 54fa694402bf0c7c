import { describe, expect, it } from 'vitest';
import { ask } from '../helper.ts';

const lastOf = (...turns: readonly string[]) => ask(turns.at(-1) ?? '', ...turns.slice(0, -1));

describe('indicators that grow by so much', () => {
  it('哪些指标2022年比2019年涨了30%以上: those that do, each with what was computed', () => {
    const { status, text } = ask('哪些指标2022年比2019年涨了30%以上');
    expect(status).toBe('answered');
    expect(text).toMatch(
      /^2019年到2022年增长30%以上的指标共3个：境内外上市公司年末累计数、储备拟上市公司年末累计数、本外币贷款余额/,
    );
    expect(text).not.toContain('年保费收入：');
  });
  it('涨幅超过60%: none, and the one that grows most', () => {
    expect(ask('2020年到2022年哪些指标涨幅超过60%').text).toMatch(
      /一个也没有；增长最多的是境内外上市公司年末累计数：增长37\.5%/,
    );
  });
  it('哪几个指标22年比20年涨了不到10%: the other way round', () => {
    expect(ask('哪几个指标22年比20年涨了不到10%').text).toContain('共3个');
  });
});

describe('a verb of one character behind 哪年', () => {
  it.each([
    ['风险补偿基金哪年设', '2020年'],
    ['丝路前海园啥时候交', '2021年'],
  ])('%s: %s', (question, year) => {
    expect(ask(question).text.split('。')[0]).toBe(year);
  });
  it('汉诺威学校哪年开: 国家开发银行 says nothing of opening', () => {
    expect(ask('汉诺威学校哪年开').text).not.toMatch(/^2020年。/);
  });
});

describe('the target of a year, where the words name a figure', () => {
  it('跨境融资余额2021年有没有目标: none is printed, and the one that is', () => {
    expect(lastOf('跨境融资余额2022年目标', '2021年有没有目标').text).toMatch(
      /^全口径跨境融资余额：计划没有写2021年的数额，写的是2022年突破800亿元/,
    );
  });
  it('跨境那块22年三个数分别多少: all figures of the field', () => {
    expect(ask('跨境那块22年三个数分别多少').text).toMatch(/800亿元[\s\S]*2400亿元[\s\S]*8000亿元/);
  });
});
