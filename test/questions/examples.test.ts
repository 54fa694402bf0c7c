import { describe, expect, it } from 'vitest';
import { KINDS } from '../../src/questions/kinds.ts';
import { ask } from '../helper.ts';

/** Kinds whose answer is a refusal or a question back; all others answer from the plan. */
const REFUSING = [
  'empty',
  'help',
  'absent',
  'missing-clause',
  'missing-part',
  'undefined-term',
  'other-place',
  'outside-period',
  'unknown-unit',
  'not-found',
];
/** A kind is known by its sentences: so many at least, of its own and of its neighbours'. */
const FEWEST = 20;
const ASKING_BACK = ['dangling', 'unclear-unit', 'which-unit', 'clarify', 'tied'];

describe.each(KINDS.map((kind) => [kind.name, kind] as const))('%s', (name, kind) => {
  const status = REFUSING.includes(name) ? 'not_found' : ASKING_BACK.includes(name) ? 'clarify' : 'answered';

  it.each(kind.examples.map((example) => [example]))('%s', (example) => {
    const answer = ask(example);
    expect({ kind: answer.kind, status: answer.status }).toEqual({ kind: name, status });
  });

  it.each(kind.others.map((other) => [other]))('not: %s', (other) => {
    expect(ask(other).kind).not.toBe(name);
  });

  it('has its twenty sentences, alike and unlike', () => {
    expect(new Set([...kind.examples, ...kind.others]).size).toBeGreaterThanOrEqual(FEWEST);
  });
});
