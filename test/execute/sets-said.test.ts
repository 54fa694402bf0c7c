import { describe, expect, it } from 'vitest';
import { membersOf } from '../../src/execute/sets/sets.ts';
import { describeQuery } from '../../src/phrase/describe.ts';
import type { Query } from '../../src/values.ts';
import { all, answered, deskIn, ground, has, not, plan, query, task, where } from './sets-desk.ts';
import { claim, count, who } from './sets-rows.ts';

describe('a query said back', () => {
  it('names the set, the conditions and what is asked', () => {
    const said = (asked: Query): string => describeQuery(asked, deskIn('zh-Hans'));
    expect(said(query(where(all(has('responsible', '高新区'), not(has('responsible', '市财政局'))))))).toBe(
      '高新区负责、市财政局不负责的任务：有哪些',
    );
    expect(said(query(where(count('supporting', '=', 0)), { ask: 'count' }))).toBe('没有支持单位的任务：共有几项');
    expect(said(query(task(1), who('responsible'), claim(has('responsible', '高新区'))))).toContain('是否高新区负责');
  });
  it('words that the plan nowhere has are not found', () => {
    expect(answered(query(where({ test: 'mentions', words: '元宇宙' })))?.draft.status).toBe('not_found');
  });
  it('words that nothing resolved have no members', () => {
    expect(membersOf({ set: 'about', words: '天然气' }, ground)).toEqual([]);
    expect(plan.tasks.length).toBe(57);
  });
});
