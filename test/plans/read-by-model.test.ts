import { describe, expect, it } from 'vitest';
import type { ModelText } from '../../src/types.ts';
import { openLivePlans } from '../overlay/opened.ts';
import { CARE, FIRST, PORT, threePlans } from './three-plans.ts';

const ODD = '那个网贷平台都没了之后小贷典当归谁批';
const of = (plan: string, text: string, task: number): ModelText => ({
  ...{ plan, text },
  reply: JSON.stringify({ do: 'answer', read: [{ tasks: [task], ask: ['who'] }] }),
});

const folders = threePlans();
const plans = await openLivePlans(folders.data, folders);

describe('what a model read of one of several plans', () => {
  it.each([FIRST, PORT])('is answered of that plan: %s', (plan) => {
    const answer = plans.ask({ text: ODD, history: [], readings: [of(plan, ODD, 1)] });
    expect([answer.status, answer.plan, answer.tasks]).toEqual(['answered', plan, [1]]);
    expect(answer.text).toContain('理解：');
  });

  it('is what the next question leans on', () => {
    const answer = plans.ask({ text: '支持单位呢', history: [ODD], readings: [of(FIRST, ODD, 48), null] });
    expect([answer.plan, answer.tasks]).toEqual([FIRST, [48]]);
  });

  it('is put aside where that plan has it not, and all plans are asked as ever', () => {
    const question = { text: ODD, history: [] };
    expect(plans.ask({ ...question, readings: [of(CARE, ODD, 480)] })).toEqual(plans.ask(question));
    expect(plans.ask({ ...question, readings: [of('another', ODD, 1)] })).toEqual(plans.ask(question));
  });

  it('is asked for of the plan that is named or spoken of, as it is put to that plan', () => {
    const title = plans.get(PORT)?.title ?? '';
    expect(plans.meant({ text: ODD, history: [] })).toBeUndefined();
    const named = plans.meant({ text: `《${title}》${ODD}`, history: [] });
    expect(named?.plan.id).toBe(PORT);
    expect(named?.question).toEqual({ text: named?.text, history: [] });
    const readings = [of(FIRST, ODD, 48), null];
    const next = plans.meant({ text: '支持单位呢', history: [ODD], readings });
    expect([next?.plan.id, next?.question.history]).toEqual([FIRST, [ODD]]);
    expect(next?.question.readings).toEqual(readings);
  });
});
