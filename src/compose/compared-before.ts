import type { Ask, Query } from '../values.ts';
import { differTests } from './conditions.ts';
import { yearsOf } from './narrow.ts';
import type { Parts } from './parts.ts';
import { PERCENT, TIMES } from './reckons.ts';
import { countsInPart, has, isQuestion, wants } from './said.ts';
import { hasSubject, isTaskList } from './subject.ts';

/** 附件少了谁, 跟正文对得上不: what two places say of the thing before. */
export const differencesAsked = (parts: Parts, { asks: [ask] }: Query): Ask | undefined => {
  if (ask.ask === 'units' && countsInPart(parts))
    return { ask: 'differences', what: 'units', ...(ask.roles.length === 1 && ask.roles[0] && { role: ask.roles[0] }) };
  const compared = has(parts, 'differ', 'lack') || (has(parts, 'same') && parts.parts.length > 0);
  if (!compared) return undefined;
  const [test] = differTests({ ...parts, operators: new Set([...parts.operators, 'differ']) });
  const { what: said = 'any', role } = test?.test === 'differs' ? test : {};
  /** 附件里少了谁: units. */
  const what = said === 'any' && has(parts, 'lack') && wants(parts, 'who') ? 'units' : said;
  return { ask: 'differences', what, ...(role && { role }) };
};

/** 正文和附件一样吗, after a list of tasks: in which of them the two differ. */
export const differsEach = (parts: Parts, before: Query): Query | undefined => {
  const both = parts.parts.includes('body') && parts.parts.includes('annex');
  const bare = !hasSubject(parts) && parts.heads.length + parts.quantities.length + parts.years.length === 0;
  if (!isTaskList(before) || !both || !bare || !has(parts, 'same', 'differ') || !isQuestion(parts)) return undefined;
  if (parts.wanted.some(({ wanted }) => wanted !== 'whether')) return undefined;
  const ask = differencesAsked(parts, before);
  return ask && { ...before, asks: [ask], confirm: true, claims: [], words: '' };
};

/** 是保费的几倍, 占贷款的多少: as so large a part of another. */
const isRatio = (parts: Parts): boolean =>
  has(parts, 'ratio') || parts.wanted.some(({ measure }) => measure === TIMES || measure === PERCENT);

/** 跟贷款差多少, 是保费的几倍: an indicator set against the one before, in the same year. */
export const against = (parts: Parts, before: Query): Query | undefined => {
  const [other, ...more] = parts.refs;
  const named = before.of.set === 'named' ? before.of.refs.filter(({ type }) => type === 'indicator') : [];
  const ratio = isRatio(parts);
  const between = has(parts, 'than') || (has(parts, 'change') && has(parts, 'and')) || ratio;
  if (!between || other?.type !== 'indicator' || more.length > 0 || named.length === 0) return undefined;
  if (ratio && (named.length > 1 || named[0]?.id === other.id || isNamedFirst(parts))) return undefined;
  return {
    ...before,
    ...yearsOf(parts, before),
    of: { set: 'named', refs: [...named, other] },
    asks: [{ ask: 'reckon', reckon: ratio ? 'ratio' : 'change' }],
    confirm: false,
    claims: [],
    words: '',
  };
};

/** 保费占几成: the indicator itself is what is set against something. */
const isNamedFirst = ({ tokens }: Parts): boolean => {
  const at = tokens.findIndex(({ kind }) => kind === 'indicator');
  return !tokens.slice(0, at).some((token) => token.kind === 'operator');
};
