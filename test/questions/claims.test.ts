import { describe, expect, it } from 'vitest';
import { ask } from '../helper.ts';

/** The question, whether what it claims is so, and what bears that out. */
type Row = readonly [question: string, verdict: boolean, says: string];

const asked = (question: string) => {
  const { verdict, text } = ask(question);
  return { verdict, text };
};

describe('which of two amounts is more', () => {
  it.each<Row>([
    ['2022年社区支行比特色专业支行少，对吗？', false, '150-50=100'],
    ['普惠金融事业部比社区支行多，是这样吗', false, '20-150=-130'],
    ['2022年的存款余额比2021年高，对吗', true, '2.65-2.52=0.13'],
    ['拟上市公司2020年比2022年少吧', true, '380-310=70'],
    ['与2021年相比，2022年增加值更低，对吗', false, '1150-1100=50'],
    ['2022年存款余额比贷款余额多，是不是', false, '2.65-2.95=-0.30'],
    ['2022年贷款余额高于存款余额，对不对', true, '2.95-2.65=0.30'],
    ['2022年存款余额高于贷款余额，对不对', false, '2.65-2.95=-0.30'],
    ['2022年金融机构总数比上年少，对吗', false, '200-195=5'],
    ['Is the 2022 deposit balance lower than in 2021?', false, '2.65-2.52=0.13'],
    ['按责任单位的项数排，市科技局比高新区还多吧？', false, '10-7=3'],
  ])('%s', (question, verdict, says) => {
    expect(asked(question)).toEqual({ verdict, text: expect.stringContaining(says) });
  });
});

describe('an amount that is not reached, or no more than so much', () => {
  it.each<Row>([
    ['二〇二二年贷款余额还到不了3万亿，是这样不', true, '2.95万亿元'],
    ['2021年上市公司还达不到100家？', false, '正好100家'],
    ['2022年金融机构超不过200家对吗', true, '200家'],
    ['2022年社区支行只设50家，对吗', false, '150家'],
    ['2022年只有110家上市公司，对吗', true, '110家'],
  ])('%s', (question, verdict, says) => {
    expect(asked(question)).toEqual({ verdict, text: expect.stringContaining(says) });
  });
});

describe('another name of the same sort', () => {
  it.each<Row>([
    ['长安银行是准备到上交所上市对吧', false, '计划写的是深交所'],
    ['西安银行赴深交所上市对吗', false, '计划写的是长安银行'],
    ['成立金融研究院，对吗', true, '丝绸之路金融中心研究院'],
  ])('%s', (question, verdict, says) => {
    expect(asked(question)).toEqual({ verdict, text: expect.stringContaining(says) });
  });
});

describe('what is reckoned of amounts', () => {
  it.each<[question: string, says: string]>([
    ['求2020到2022年本外币贷款余额的平均值', '(2.48+2.70+2.95)/3=2.71'],
    ['拟上市公司三年的平均数是多少', '346.67'],
    ['给企业做培训政策解读的服务家数，每年往上加多少', '1700-1600=100'],
    ['2022年社区支行比特色专业支行多几家', '150-50=100'],
    ['2022年存款余额是2020年的几倍', '2.65÷2.42'],
  ])('%s', (question, says) => {
    expect(ask(question).text).toContain(says);
  });
});

describe('whether an amount is reached, with 没有 at the end', () => {
  it.each<Row>([
    ['22年存款超过2.6万亿没有', true, '2.65万亿元'],
    ['2022年保费到660亿没有', true, '660亿元'],
    ['22年金融机构够200家没有', true, '200家'],
    ['2021年上市公司达到110家没有', false, '100家'],
  ])('%s', (question, verdict, says) => {
    expect(asked(question)).toEqual({ verdict, text: expect.stringContaining(says) });
  });
});
