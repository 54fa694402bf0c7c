import type { Query } from '../values.ts';
import type { Parts } from './parts.ts';
import { beside } from './productions/beside.ts';
import { asksOften, has, wants, wordsOf } from './said.ts';

/** Returns the query for 第18项也是他们吗, after who supports 第17项: whether the two tasks have the same units in that role. */
export const alsoTheirs = (parts: Parts, before: Query): Query | undefined => {
  const [ask] = before.asks;
  const [ref, ...more] = parts.refs;
  const [old, ...others] = before.of.set === 'named' ? before.of.refs : [];
  const points = parts.before.has('these') || parts.before.has('it');
  if (ask.ask !== 'units' || !points || !has(parts, 'is') || !wants(parts, 'whether')) return undefined;
  if (ref?.type !== 'task' || old?.type !== 'task' || more.length + others.length > 0) return undefined;
  if (parts.clauses.length + parts.roles.length > 0 || wordsOf(parts) !== '') return undefined;
  return {
    ...before,
    of: { set: 'named', refs: [old, ref] },
    asks: [{ ...ask, beside: 'same' }],
    confirm: true,
    claims: [],
    words: '',
  };
};

/** Returns the query for 多久更新一次, after one thing: how often that is done, which only a verb says. */
export const oftenBefore = (parts: Parts, before: Query): Query | undefined => {
  const one = before.of.set === 'named' && before.of.refs.length === 1;
  const bare = parts.refs.length + parts.clauses.length + parts.heads.length + parts.roles.length === 0;
  if (!asksOften(parts) || !one || !bare || parts.words.length > 1) return undefined;
  return {
    ...before,
    asks: [{ ask: 'when', often: true }],
    years: [],
    every: false,
    confirm: false,
    claims: [],
    words: wordsOf(parts),
  };
};

/** 差多少, after amounts of several things: how far these lie apart. */
export const asksApart = (parts: Parts, before: Query): boolean =>
  parts.operators.has('change') && before.asks.every(({ ask }) => ask === 'value');

/** Returns the query for 有没有共同的责任单位, 差在哪, after several tasks were named: their units set beside each other. */
export const besideBefore = (parts: Parts, before: Query): Query | undefined => {
  const refs = before.of.set === 'named' ? before.of.refs : [];
  const bare = parts.refs.length + parts.years.length + parts.figures.length === 0;
  if (!bare || asksApart(parts, before) || refs.length < 2 || refs.some(({ type }) => type !== 'task'))
    return undefined;
  return beside({ ...parts, refs })?.query;
};
