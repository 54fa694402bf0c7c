import { describe, expect, it } from 'vitest';
import { ask } from '../helper.ts';

/** The numbers that open the lines of a list. */
const listed = (question: string): readonly number[] =>
  ask(question)
    .text.split('\n')
    .flatMap((line) => /^(\d+)\. /u.exec(line)?.[1] ?? [])
    .map(Number);

describe('actions by how many tasks they have', () => {
  it.each<[question: string, actions: readonly number[]]>([
    ['哪些行动下面正好三项任务', [4, 8, 9, 12]],
    ['只有两项任务的行动是哪个', [7]],
    ['哪几个行动有5项任务', [2]],
    ['下面有六项任务的是哪个行动', [3]],
    ['任务数为5的行动有哪些', [2]],
    ['超过四项不到六项的行动', [2]],
    ['两项或五项任务的行动', [2, 7]],
    ['高新区负责两项以上任务的行动', [3, 8]],
    ['没有支持单位的任务超过两项的行动有哪些', [3, 12, 14]],
  ])('%s', (question, actions) => {
    expect(listed(question)).toEqual(actions);
  });

  it('正好四项任务的行动有几个', () => {
    expect(ask('正好四项任务的行动有几个').text).toContain('共8个');
  });

  it.each<[question: string, verdict: boolean]>([
    ['每个行动都有四项任务吗', false],
    ['每个行动都有两项以上任务吗', true],
    ['有七项任务的行动吗', false],
  ])('%s', (question, verdict) => {
    expect(ask(question).verdict).toBe(verdict);
  });

  it('57项任务在哪几个行动', () => {
    expect(ask('57项任务在哪几个行动').text).toContain('行动共15个');
  });
});

describe('units by how many tasks they have', () => {
  it.each<[question: string, first: string]>([
    ['哪些单位正好负责四项任务', '负责的任务为4项的单位共5个'],
    ['只负责一项任务的单位有几个', '负责的任务为1项的单位共7个'],
    ['只负责一件事的单位有哪些', '负责的任务为1项的单位共7个'],
    ['至少负责五项任务的单位有哪些', '负责的任务不少于5项的单位共9个'],
    ['开发区里负责超过三项的有哪些', '负责的任务超过3项的开发区共3个'],
    ['科技金融催化行动里负责四项以上任务的单位', '市金融工作局：第10、11、12、13、14、15项'],
  ])('%s', (question, first) => {
    expect(ask(question).text).toContain(first);
  });
});
