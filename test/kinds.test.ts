import { describe, expect, it } from 'vitest';
import { KIND_LABELS } from '../src/channels/desk/names.ts';
import { ask } from './helper.ts';
import { KIND_EXAMPLES } from './kinds.ts';

describe('each kind of answer', () => {
  it.each(Object.entries(KIND_EXAMPLES))('%s: %j', (kind, [question, ...before]) => {
    expect(ask(question, ...before).kind).toBe(kind);
  });

  it('has a Chinese name on the desk', () => {
    expect(Object.keys(KIND_EXAMPLES).filter((kind) => !KIND_LABELS.includes(kind))).toEqual([]);
  });
});
