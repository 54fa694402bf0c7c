import { describe, expect, test } from 'vitest';
import { clickValue, readClick } from '../../../../src/channels/feishu/card/click.ts';
import type { Click } from '../../../../src/channels/work.ts';

const CLICKS: readonly Click[] = [
  { kind: 'choice', reply: 'r1', at: 0 },
  { kind: 'suggestion', reply: 'r1', at: 2 },
  { kind: 'page', reply: 'r1', page: 4 },
  { kind: 'verdict', reply: 'r1', verdict: 'useful' },
  { kind: 'verdict', reply: 'r1', verdict: 'wrong' },
  { kind: 'verdict', reply: 'r1', verdict: 'wrong', reason: 'figures' },
];

describe('what a button brings back', () => {
  test.each(CLICKS)('$kind is read as it was set, as an object and as a string', (click) => {
    expect(readClick(clickValue(click))).toEqual(click);
    expect(readClick(JSON.stringify(clickValue(click)))).toEqual(click);
  });

  test.each<readonly [unknown]>([
    [undefined],
    [null],
    [''],
    ['{'],
    ['null'],
    [7],
    [[]],
    [{}],
    [{ reply: 'r1' }],
    [{ choice: 0 }],
    [{ reply: '', choice: 0 }],
    [{ reply: 'r'.repeat(129), choice: 0 }],
    [{ reply: 7, choice: 0 }],
    [{ reply: 'r1', choice: -1 }],
    [{ reply: 'r1', choice: 0.5 }],
    [{ reply: 'r1', choice: 100 }],
    [{ reply: 'r1', choice: '0' }],
    [{ reply: 'r1', suggestion: Number.NaN }],
    [{ reply: 'r1', page: 0 }],
    [{ reply: 'r1', page: 1e10 }],
    [{ reply: 'r1', verdict: 'great' }],
    [{ reply: 'r1', verdict: 'wrong', reason: '转账' }],
    [{ reply: 'r1', choice: 0, page: 1 }],
    [{ reply: 'r1', choice: 0, question: '谁负责' }],
    [JSON.stringify({ reply: 'r1', choice: 0 }).padEnd(2_000, ' ')],
    [JSON.stringify(JSON.stringify({ reply: 'r1', choice: 0 }))],
    ['{"reply":"r1","choice":0,"__proto__":{"page":1}}'],
  ])('%j is nothing of ours', (value) => {
    expect(readClick(value)).toBeUndefined();
  });
});
