import { describe, expect, it } from 'vitest';
import { ask } from '../helper.ts';

describe('actions and units by how many tasks they have', () => {
  it.each([
    ['任务超过5项的行动有哪些', '任务超过5项的行动共1个：\n3. 科技金融催化行动（6项）'],
    ['有5项以上任务的行动有哪些', '任务不少于5项的行动共2个'],
    ['任务数超过5项的行动', '任务超过5项的行动共1个'],
    ['任务不到4项的行动', '任务不到4项的行动共5个'],
    ['有几个行动的任务不少于4项', '任务不少于4项的行动共10个'],
    ['负责10项以上任务的单位有哪些', '负责的任务不少于10项的单位共2个'],
    ['支持10项以上任务的单位', '支持的任务不少于10项的单位共3个'],
  ])('%s', (question, head) => expect(ask(question).text.startsWith(head)).toBe(true));

  it.each([
    ['高新区作为责任单位的任务数', '高新区负责的任务共10项'],
    ['高新区任务数是多少', '高新区负责的任务共10项'],
    ['各行动任务数', '计划的任务共57项，按行动分列'],
    ['任务数最多的行动', '任务最多的是科技金融催化行动，6项'],
    ['高新区2021年重点工作有哪些', '高新区负责的任务共10项'],
  ])('%s', (question, head) => expect(ask(question).text.startsWith(head)).toBe(true));
});

describe('words beside a unit that mean what it has no part in', () => {
  it('秦农银行打算在哪个交易所上市', () => {
    const { status, text } = ask('秦农银行打算在哪个交易所上市');
    expect(status).toBe('not_found');
    expect(text).toContain('其中没有写“秦农银行”');
  });
});
