import { describe, expect, it } from 'vitest';
import { createNormalise } from '../../src/read/normalise.ts';

const normalise = createNormalise([
  { say: '几多', mean: '多少' },
  { say: '边个', mean: '谁' },
]);

describe('a question as typed', () => {
  it.each([
    ['２０２１ 年本外币贷款余额', '2021年本外币贷款余额', 'zh-Hans'],
    ['二〇二一年', '2021年', 'zh-Hans'],
    ['二零二一、二零二二年', '2021、2022年', 'zh-Hans'],
    ['供\u200b应链**金融', '供应链金融', 'zh-Hans'],
    ['環境權益交易歸哪家負責？', '环境权益交易归哪家负责?', 'zh-Hant'],
    ['要有幾多間？', '要有多少间?', 'zh-Hant'],
    ['边个负责', '谁负责', 'zh-Hans'],
    ['「誠信西商」', '“诚信西商”', 'zh-Hant'],
    ['Who is responsible?', 'who is responsible?', 'en'],
    ['When should the Hanova (汉诺威) School open?', 'when should the hanova (汉诺威) school open?', 'en'],
    ['POS机和ATM进村归谁', 'pos机和atm进村归谁', 'zh-Hans'],
    ['Xi’an', "xi'an", 'en'],
  ])('%s → %s (%s)', (typed, text, language) => {
    expect(normalise(typed)).toEqual({ text, language });
  });
});
