import { describe, expect, it } from 'vitest';
import { ask } from '../helper.ts';

describe('呢 behind a comma asks the same of another', () => {
  it.each<[question: string, said: readonly string[]]>([
    ['18年到22年存款增加了多少，贷款呢', ['2022年比2018年多0.53万亿元', '多0.96万亿元']],
    ['2021年保费多少，存款余额呢', ['2021年610亿元', '2021年2.52万亿元']],
    ['高新区负责哪几项，经开区呢', ['高新区负责的任务共10项', '经开区负责的任务共3项']],
    ['天然气交易中心归谁，能源金融贸易区呢', ['推动设立天然气交易中心', '高水平建设能源金融贸易区']],
    ['科创板20年要上几家，21年呢', ['2020年5家', '2021年6家']],
  ])('%s', (question, said) => {
    const { text } = ask(question);
    for (const one of said) expect(text).toContain(one);
  });
});

describe('翻一番 is a growth of 100%', () => {
  it.each(['18到22年保费翻了一番，对吗', '贷款余额要翻一番吗'])('%s', (question) => {
    expect(ask(question).verdict).toBe(false);
  });
});
