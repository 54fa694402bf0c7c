import { describe, expect, it } from 'vitest';
import { ask } from '../helper.ts';

describe('加 before an amount says by how much something grows', () => {
  it.each([['贷款余额是不是每年都加3000亿', false]] as const)('%s', (question, verdict) => {
    expect(ask(question).verdict).toBe(verdict);
  });

  it('增加值每年都加50亿吗，从20年算: the years are those from then on', () => {
    const { text } = ask('增加值每年都加60亿吗，从20年算');
    expect(text).toContain('1100-1050=50');
    expect(text).not.toContain('999-875');
  });
});

it('金额多几个亿, after how many more: of the money, and not the number again', () => {
  const { text } = ask('金额多几个亿', '贷款科技企业21年比20年多多少家次');
  expect(text).toContain('29-28=1');
  expect(text).not.toContain('610-580');
});

describe('by how much an indicator grows in one year is set against the year before', () => {
  it.each([
    ['储备拟上市公司22年增加30家对吗', true],
    ['保费21年多60亿，是吗', false],
    ['贷款余额21年增加到2.7万亿对吗', true],
  ] as const)('%s', (question, verdict) => {
    expect(ask(question).verdict).toBe(verdict);
  });
});

describe('every year, from one on: each step has to be so much', () => {
  it.each([
    ['金融机构数从2019年起每年都多10家吗', false],
    ['增加值从21年起每年都多50亿吗', true],
  ] as const)('%s', (question, verdict) => {
    expect(ask(question).verdict).toBe(verdict);
  });

  it('上市公司数从2018年到2022年增加44家对吗: of the whole span', () => {
    expect(ask('上市公司数从2018年到2022年增加44家对吗').verdict).toBe(true);
  });
});
