import { describe, expect, it } from 'vitest';
import { readNumeral, writeNumeral } from '../../src/numerals.ts';
import { createNameReader } from '../../src/read/name-reader.ts';
import { bot } from '../helper.ts';

/** What a text says of years: those of each token. */
const years = (text: string) =>
  bot.read(text).tokens.flatMap((token) => {
    if (token.kind === 'date') return token.year ?? [];
    return token.kind === 'year' ? token.years : [];
  });

/** Clauses that a text names, `?` behind those that the plan does not have, and places in a list. */
const clauses = (text: string) =>
  bot.read(text).tokens.flatMap((token) => {
    if (token.kind === 'clause') return [`${token.clause}${token.exists ? '' : '?'}`];
    return token.kind === 'position' ? [`${token.of ?? ''} ${token.positions.join()}`] : [];
  });

describe('years', () => {
  it.each([
    ['2021年', [2021]],
    ['21年', [2021]],
    ['到2022年底', [2022]],
    ['2020—2022年', [2020, 2021, 2022]],
    ['2020年12月30日前', [2020]],
    ['2025年保费收入', [2025]],
    ['三年目标', [2020, 2021, 2022]],
    ['2000平方米', []],
    ['2400亿元', []],
    ['百年老店', []],
  ])('%s → %j', (text, found) => {
    expect(years(text)).toEqual(found);
  });
});

describe('clause numbers', () => {
  it.each([
    ['第21项是什么', ['task 21']],
    ['第二十一条任务', ['task 21']],
    ['三(五)2(3)', ['3.5.2.3']],
    ['三、(八)1. 具体目标', ['3.8.1']],
    ['四(二)', ['4.2']],
    ['第五个行动', ['action 5']],
    ['第16个行动', ['action 16']],
    ['第58项', ['task 58']],
    ['三(十六)', ['3.16?']],
    ['item 21', ['task 21']],
    ['57项任务里', []],
    ['第三季度', []],
  ])('%s → %j', (text, found) => {
    expect(clauses(text)).toEqual(found);
  });
});

describe('numerals', () => {
  it('are read as they are written, from 1 to 99', () => {
    for (let number = 1; number <= 99; number += 1) expect(readNumeral(writeNumeral(number))).toBe(number);
  });
});

describe('names', () => {
  const read = createNameReader([
    { name: '浐灞生态区', means: 'zone', sounds: true },
    { name: '发改委', means: 'commission', sounds: true },
    { name: '发改委主任办公室', means: 'office', sounds: true },
    { name: 'DRC', means: 'commission', sounds: false },
  ]);
  const found = (text: string) => read(text).map(({ means, how }) => `${means} ${how}`);

  it.each([
    ['发改委负责', ['commission name']],
    ['发改委主任办公室', ['office name']],
    ['浐霸生态区', ['zone sound']],
    ['铲灞生态区', ['zone sound']],
    ['发该委', ['commission sound']],
    ['drc', ['commission name']],
    ['drcx', []],
    ['生态区', []],
    ['法盖尾', []],
  ])('%s → %j', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});
