import { describe, expect, test } from 'vitest';
import { blocksOf } from '../../../../src/channels/feishu/card/blocks.ts';
import { pagesFor } from '../../../../src/channels/feishu/card/pages.ts';
import { taskOfClauses } from '../../../../src/channels/feishu/card/sources.ts';
import type { Answer, Citation } from '../../../../src/types.ts';
import { answerOf } from '../../../fakes/answer.ts';
import { ask, bot } from '../../../helper.ts';

const citing = (...clauses: readonly string[]): readonly Citation[] =>
  clauses.map((clause) => ({ plan: 'test', clause, label: clause, quote: clause, lines: [1, 1] }));

const answerCiting = (tasks: readonly number[], ...clauses: readonly string[]): Answer => {
  const [first, ...rest] = citing(...clauses);
  if (!first) throw new Error('an answer without a source');
  return { ...answerOf(''), tasks, citations: [first, ...rest] };
};

const entries = (count: number): readonly string[] => Array.from({ length: count }, (_, at) => `${at + 1}. 任务`);

const clausesOn = (lines: readonly string[], answer: Answer): readonly (readonly string[])[] =>
  pagesFor(blocksOf(lines), answer).map(({ citations }) => citations.map(({ clause }) => clause));

describe('the lines of an answer', () => {
  test('stay together with the entry that they continue', () => {
    const lines = ['第一行', '1. 甲', '   2020年：一', '   2021年：二', '2. 乙', '未缩进的下一行'];
    expect(blocksOf(lines).map((block) => block.lines)).toEqual([
      ['第一行'],
      ['1. 甲', '   2020年：一', '   2021年：二'],
      ['2. 乙', '未缩进的下一行'],
    ]);
  });

  test('that head a part go with its first entry', () => {
    const blocks = blocksOf(['1. 甲', '支持：', '2. 乙', '3. 丙：', '4. 丁']);
    expect(blocks.map((block) => block.lines)).toEqual([['1. 甲'], ['', '支持：', '2. 乙'], ['3. 丙：'], ['4. 丁']]);
    expect(blocks.map(({ under }) => under)).toEqual([undefined, '支持：', '支持：', '支持：']);
  });
});

describe('which task a cited clause belongs to', () => {
  test('is told rightly for every task of the plan, body and annex', () => {
    const clauses = bot.plan.tasks.flatMap(({ body, row }) => [body.clause, row.clause]);
    const wanted = bot.plan.tasks.flatMap(({ number, body, row }) => [
      [body.clause, number],
      [row.clause, number],
    ]);
    expect([...taskOfClauses(citing(...clauses))].toSorted()).toEqual(wanted.toSorted());
  });

  test('is told in a real list, whatever stands between', () => {
    const { citations } = ask('市财政局2020年到2022年要做什么');
    const owners = taskOfClauses(citations);
    const wrong = bot.plan.tasks.filter(({ body, number }) => (owners.get(body.clause) ?? number) !== number);
    expect(wrong).toEqual([]);
    expect(owners.get('3.10.2.1')).toBe(35);
    expect(owners.get('0')).toBeUndefined();
  });

  test('is not guessed for the body where the rows come first', () => {
    const owners = taskOfClauses(citing('annex.5', '3.2.2.1', 'annex.14', '3.3.2.5'));
    expect([...owners]).toEqual([
      ['annex.5', 5],
      ['annex.14', 14],
    ]);
  });

  test('is not guessed for the body where the order of body and annex is not the same', () => {
    const owners = taskOfClauses(citing('3.10.2.1', 'annex.1', '3.9.2.1', 'annex.2'));
    expect([...owners.keys()]).toEqual(['annex.1', 'annex.2']);
  });
});

describe('the sources of a list', () => {
  const numbers = entries(32).map((_, at) => at + 1);

  test('stand with their entries, those of the whole answer where there is room', () => {
    const clauses = numbers.flatMap((number) => [`3.1.2.${number}`, `annex.${number}`]);
    const pages = clausesOn(entries(32), answerCiting(numbers, ...clauses, '0'));
    expect(pages).toEqual([[...clauses.slice(0, 30), '0'], clauses.slice(30, 60), clauses.slice(60)]);
  });

  test('that cannot be told apart are paged by their number, and none is lost', () => {
    const clauses = Array.from({ length: 120 }, (_, at) => `4.${at}`);
    const pages = clausesOn(entries(20), answerCiting(numbers, ...clauses));
    expect(pages.map((page) => page.length)).toEqual([50, 50, 20]);
    expect(pages.flat()).toEqual(clauses);
  });

  test('of one entry go over several pages when they are very many', () => {
    const clauses = Array.from({ length: 120 }, () => 'annex.1');
    expect(clausesOn(entries(1), answerCiting([1], ...clauses)).map((page) => page.length)).toEqual([50, 50, 20]);
  });

  test('numbered like tasks, in a list of other things, do not count as those of its entries', () => {
    const pages = clausesOn(entries(20), answerCiting([], 'annex.20'));
    expect(pages).toEqual([['annex.20'], []]);
  });
});

test('an answer of one line has one page', () => {
  expect(clausesOn([], answerCiting([], '0'))).toEqual([['0']]);
});
