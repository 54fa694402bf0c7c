import { describe, expect, it } from 'vitest';
import { ask } from '../helper.ts';

describe('a verdict on a figure names its year and its noun', () => {
  it.each([
    ['投贷联动要做到9亿元吗', ['计划定的比9亿元高：投贷联动规模：2022年10亿元', '信贷联动规模：2021年9亿元']],
    ['信贷联动要做到10亿元吗', ['不是，信贷联动规模：2021年9亿元', '投贷联动规模：2022年10亿元']],
    ['投贷联动规模2021年要做到9亿元吗', ['计划没有写这一年的投贷联动规模', '信贷联动规模：2021年9亿元']],
    ['人民币跨境结算要到800亿元吗', ['2022年2400亿元', '计划写到800亿元的是：全口径跨境融资余额']],
    ['保费收入要到610亿元吗', ['2021年是，各年不一样：年保费收入：2020年560亿元']],
    ['普惠金融事业部150家吗', ['不是，普惠金融事业部：2022年20家', '计划写到150家的是：社区支行：2022年150家']],
  ])('%s', (question, said) => {
    const { text, verdict } = ask(question);
    expect(verdict).not.toBe(true);
    for (const one of said) expect(text).toContain(one);
  });

  it.each([
    ['2021年贷款金额29亿元吗', true, '贷款金额：2021年29亿元'],
    ['2022年贷款金额是多少', undefined, '贷款金额：2022年30亿元'],
    ['贷款规模2022年多少', undefined, '本外币贷款余额：2022年2.95万亿元'],
  ])('%s', (question, verdict, said) => {
    const answer = ask(question);
    expect(answer.verdict).toBe(verdict);
    expect(answer.text).toContain(said);
  });
});
