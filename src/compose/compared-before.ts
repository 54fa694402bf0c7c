import { typeOf } from '../library/sets-in.ts';
import type { Ask, Query } from '../values.ts';
import { differTests } from './conditions.ts';
import { yearsOf } from './narrow.ts';
import type { Parts } from './parts.ts';
import { countsInPart, has, isQuestion } from './said.ts';
import { hasSubject, isList } from './subject.ts';

/** 附件少了谁, 跟正文对得上不: what two places say of the thing before. */
export const differencesAsked = (parts: Parts, { asks: [ask] }: Query): Ask | undefined => {
  if (ask.ask === 'units' && countsInPart(parts))
    return { ask: 'differences', what: 'units', ...(ask.roles.length === 1 && ask.roles[0] && { role: ask.roles[0] }) };
  const compared = has(parts, 'differ', 'lack') || (has(parts, 'same') && parts.parts.length > 0);
  if (!compared) return undefined;
  const [test] = differTests({ ...parts, operators: new Set([...parts.operators, 'differ']) });
  const { what = 'any', role } = test?.test === 'differs' ? test : {};
  return { ask: 'differences', what, ...(role && { role }) };
};

/** 正文和附件一样吗, after a list of tasks: in which of them the two differ. */
export const differsEach = (parts: Parts, before: Query): Query | undefined => {
  const both = parts.parts.includes('body') && parts.parts.includes('annex');
  const listed = isList(before) && before.asks[0].ask !== 'extreme' && typeOf(before.of) === 'task';
  const bare = !hasSubject(parts) && parts.heads.length + parts.quantities.length + parts.years.length === 0;
  if (!listed || !both || !bare || !has(parts, 'same', 'differ') || !isQuestion(parts)) return undefined;
  if (parts.wanted.some(({ wanted }) => wanted !== 'whether')) return undefined;
  const ask = differencesAsked(parts, before);
  return ask && { ...before, asks: [ask], confirm: true, claims: [], words: '' };
};

/** 跟贷款差多少: an indicator set against the one before. */
export const against = (parts: Parts, before: Query): Query | undefined => {
  const other = parts.refs.filter(({ type }) => type === 'indicator');
  const named = before.of.set === 'named' ? before.of.refs.filter(({ type }) => type === 'indicator') : [];
  const between = has(parts, 'than') || (has(parts, 'change') && has(parts, 'and'));
  if (!between || other.length === 0 || named.length === 0) return undefined;
  return {
    ...before,
    ...yearsOf(parts, before),
    of: { set: 'named', refs: [...named, ...other] },
    asks: [{ ask: 'reckon', reckon: 'change' }],
    confirm: false,
    claims: [],
  };
};
