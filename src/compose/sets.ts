import type { Ref, SetOf, Test } from '../values.ts';
import { isOperator } from './excepts.ts';
import type { Parts } from './parts.ts';
import { actionsIn, tasksNamed, wordsOf } from './said.ts';
import { allOf } from './tests.ts';

export const ALL_TASKS: SetOf = { set: 'all', type: 'task' };

export const where = (of: SetOf, tests: readonly Test[]): SetOf => {
  const test = allOf(tests);
  return test ? { set: 'where', of, test } : of;
};

/** The set without what 除了 leaves out: units of units; of tasks, those in which the units stand. */
export const without = (
  of: SetOf,
  { excepted: { refs, units, words, role }, operators }: Parts,
  type: 'task' | 'unit' = 'task',
): SetOf => {
  const test: Test = { test: 'has', role: role ?? 'any', units, every: false };
  const named: readonly Ref[] =
    type === 'unit' ? [...refs, ...units.map((unit): Ref => ({ type: 'unit', id: unit }))] : refs;
  const aside: SetOf =
    words.length > 0 && type === 'task' && !operators.has('mention')
      ? { set: 'without', left: of, right: { set: 'about', words: words.join('、') } }
      : of;
  const left: SetOf = named.length > 0 ? { set: 'without', left: aside, right: { set: 'named', refs: named } } : aside;
  if (type === 'unit' || units.length === 0) return left;
  return { set: 'without', left, right: { set: 'where', of: ALL_TASKS, test } };
};

/** What stands in the places that were said. */
export const pick = (of: SetOf, parts: Parts): SetOf => {
  const positions = parts.positions.flatMap((one) => one.positions);
  return positions.length > 0 ? { set: 'pick', of, positions } : of;
};

/** 前15项里, 前15项归高新区的: the places are counted first, and conditions are looked for among them. */
export const picksInside = ({ tokens }: Parts): boolean =>
  tokens.some((token, at) => {
    if (token.kind !== 'position') return false;
    const next = tokens
      .slice(at + 1)
      .find((token) => token.kind !== 'glue' && token.kind !== 'type' && !isOperator(token, 'each'));
    return isOperator(next, 'in', 'by') || next?.kind === 'unit';
  });

/** 最后五项，去掉教育局参与的: the places are counted before anything is left out. */
export const picksFirst = ({ tokens }: Parts): boolean => {
  const place = tokens.findIndex(({ kind }) => kind === 'position');
  const left = tokens.findIndex((token) => token.kind === 'operator' && token.operator === 'except');
  return place >= 0 && left > place;
};

/** The tasks that the question looks among: all, of some actions, or named ones. */
export const ground = (parts: Parts): SetOf => {
  const actions = actionsIn(parts);
  if (tasksNamed(parts))
    return { set: 'named', refs: parts.refs.filter(({ type }) => type === 'task' || type === 'clause') };
  return actions.length > 0 ? { set: 'where', of: ALL_TASKS, test: { test: 'in', actions } } : ALL_TASKS;
};

export const named = (parts: Parts): SetOf => ({ set: 'named', refs: parts.refs });

export const about = (parts: Parts): SetOf => ({ set: 'about', words: wordsOf(parts) });
