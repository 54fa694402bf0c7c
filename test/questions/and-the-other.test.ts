import { describe, expect, it } from 'vitest';
import { ask } from '../helper.ts';

describe('呢 behind a comma asks the same of another', () => {
  it.each<[question: string, said: readonly string[]]>([
    ['18年到22年存款增加了多少，贷款呢', ['2022年比2018年多0.53万亿元', '多0.96万亿元']],
    ['2021年保费多少，存款余额呢', ['2021年610亿元', '2021年2.52万亿元']],
    ['高新区负责哪几项，经开区呢', ['高新区负责的任务共10项', '经开区负责的任务共3项']],
    ['天然气交易中心归谁，能源金融贸易区呢', ['推动设立天然气交易中心', '高水平建设能源金融贸易区']],
    ['科创板20年要上几家，21年呢', ['2020年5家', '2021年6家']],
    ['高新区管几项 经开区呢', ['高新区负责的任务共10项', '经开区负责的任务共3项']],
    ['天然气交易中心谁来推，有没有支持单位', ['市金融工作局、高新区、市发改委', '省地方金融监管局、陕西证监局']],
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

describe('哪几项没有…, after a list, is asked of the list', () => {
  it.each<[before: string, question: string, tasks: readonly number[]]>([
    ['绿色金融四项都谁管', '哪几项没有浐灞', [24]],
    ['文旅三项都谁支持', '哪项没有证监局', [16]],
    ['市科技局管哪些', '哪几项没有高新区', [5, 12, 13, 14, 40]],
  ])('%s, %s', (before, question, tasks) => {
    expect(ask(question, before).tasks).toEqual(tasks);
  });
});

it.each(['西咸金融港交付了没', '曲江文化产业指数发布了没有'])('%s is no 是的: the plan demands it', (question) => {
  const { status, verdict } = ask(question);
  expect([status, verdict]).toEqual(['answered', undefined]);
});
