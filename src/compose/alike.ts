import type { Claim, Query } from '../values.ts';
import type { Parts } from './parts.ts';
import { has, hasWords, isQuestion, wants } from './said.ts';
import { hasSubject } from './subject.ts';

type Alike = Extract<Claim, { claim: 'alike' }>;

/** 这么写: as it was said before. */
const AS_BEFORE = /^operators:same\/so$/;

/** Nothing else is compared than what years demand. */
const isOfYears = (parts: Parts): boolean =>
  parts.parts.every((part) => part === 'annex') &&
  !has(parts, 'total') &&
  parts.clauses.length + parts.figures.length + parts.quantities.length === 0 &&
  parts.refs.length < 2 &&
  parts.refs.every(({ type }) => type === 'task');

/** 第15项目标变了没有: over all years, where none is named. */
const changesOpenly = (parts: Parts): boolean =>
  has(parts, 'change') &&
  wants(parts, 'whether') &&
  parts.properties.includes('target') &&
  parts.years.length + parts.parts.length === 0 &&
  parts.refs.length === 1;

/** Returns the claim in 第39项三年目标一样吗: that years demand the same word for word, or do not. */
export const alikeOf = (parts: Parts, before?: Query): Alike | undefined => {
  const not = !has(parts, 'same') && has(parts, 'differ', 'change');
  if (!(has(parts, 'same') || not) || !isOfYears(parts) || !isQuestion(parts)) return undefined;
  const asBefore = has(parts, 'also') || parts.tokens.some(({ rule }) => AS_BEFORE.test(rule));
  const said = asBefore || parts.years.length === 1 ? (before?.years ?? []) : [];
  const years = [...new Set([...said, ...parts.years])].toSorted((a, b) => a - b);
  return years.length > 1 || parts.every || changesOpenly(parts)
    ? { claim: 'alike', years: parts.years.length > 0 ? years : [], not, each: not && has(parts, 'all', 'each') }
    : undefined;
};

/** 第50项2021和2022年有什么区别: what each of the years demands tells it. */
export const differsByYear = (parts: Parts): boolean =>
  has(parts, 'differ') &&
  parts.years.length > 1 &&
  parts.parts.every((part) => part === 'annex') &&
  parts.quantities.length + parts.figures.length === 0 &&
  parts.clauses.every(({ units }) => units.length === 0) &&
  parts.heads.every(({ type, wanted }) => type === 'task' && wanted === undefined) &&
  (hasWords(parts) || (parts.refs.length === 1 && parts.refs.every(({ type }) => type === 'task')));

/** 哪年不一样. */
const asksWhich = (parts: Parts): boolean =>
  has(parts, 'differ', 'same') &&
  wants(parts, 'when') &&
  parts.years.length === 0 &&
  isOfYears(parts) &&
  !hasSubject(parts);

/** Returns the query for 三年都是这个说法？, of the one task before. */
export const alikeBefore = (parts: Parts, before: Query): Query | undefined => {
  const claim = alikeOf(parts, before);
  const ofTask = before.of.set === 'named' && before.of.refs.every(({ type }) => type === 'task');
  if (ofTask && asksWhich(parts))
    return { ...before, asks: [{ ask: 'targets' }], years: [], every: true, confirm: false, claims: [], words: '' };
  if (!claim || !ofTask) return undefined;
  const { years } = claim;
  return {
    ...before,
    asks: [{ ask: 'targets' }],
    years,
    every: years.length === 0,
    confirm: true,
    claims: [claim],
    words: '',
  };
};
