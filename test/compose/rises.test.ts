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
