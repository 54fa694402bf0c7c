import { expect, test } from 'vitest';
import { largeOf, partsOf } from '../../src/answer/parts.ts';
import { ask } from '../helper.ts';

const headOf = (question: string): string => partsOf(ask(question)).head;

test('of a long sentence what it is about stands large, and the sentence behind it', () => {
  const [large, rest] = largeOf(headOf('供应链金融2021年的目标是什么'));
  expect(large).toBe('第27项“创新发展供应链金融”2021年目标：');
  expect(rest).toMatch(/^支持物流企业.*①②$/);
});

test.each(['天然气交易中心由哪个单位负责', '保费收入2022年比2020年增长多少', '供应链金融是市财政局负责吗'])(
  'the conclusion of “%s” stands large as a whole',
  (question) => {
    expect(largeOf(headOf(question))).toEqual([headOf(question), '']);
  },
);
