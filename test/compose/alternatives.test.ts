import { describe, expect, it } from 'vitest';
import { ask } from '../helper.ts';

const SPOKEN = '科技型企业发可转债归哪几家';

describe('an answer by other words than the plan’s', () => {
  it('says what it took the words for, and offers the next two', () => {
    const { text, suggestions, notices } = ask(SPOKEN);
    const [first, said = ''] = text.split('\n');
    expect(first).toMatch(/^按第14项“鼓励科技型企业上市融资”理解：责任单位：/);
    expect(said).toMatch(/^计划的用词不同，这是最接近的一项；问的是别的，回复序号：1 .+；2 .+。$/);
    const [, one = '', other = ''] = /：1 (.+)；2 (.+)。$/.exec(said) ?? [];
    expect(suggestions.slice(0, 2)).toEqual([`${one}由谁负责？`, `${other}由谁负责？`]);
    expect(notices.map((notice) => notice.text)).toContain(said);
  });

  it('is left by a bare number for what that one stands for', () => {
    const [one, other] = ask(SPOKEN).suggestions;
    expect(ask('1', SPOKEN).tasks).toEqual(ask(one ?? '').tasks);
    expect(ask('2', SPOKEN).tasks).toEqual(ask(other ?? '').tasks);
    expect(ask('2', SPOKEN).kind).toBe('responsible');
  });

  it('leaves a number that is more than a choice as it was', () => {
    expect(ask('第2项谁负责', SPOKEN).tasks).toEqual([2]);
    expect(ask('3', SPOKEN).tasks).toEqual([3]);
  });
});
