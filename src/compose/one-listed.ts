import type { Query } from '../values.ts';
import type { ComposeContent } from './content.ts';
import type { Parts } from './parts.ts';
import { has } from './said.ts';
import type { State } from './state.ts';
import { hasSubject, isList } from './subject.ts';

/** It is asked as one thing is: what it says, how much it is to be, whether its two parts say the same. */
const asksOfOne = (parts: Parts): boolean =>
  parts.before.has('it') ||
  (has(parts, 'same', 'differ', 'lack') && parts.part !== undefined) ||
  (parts.wanted.some(
    ({ wanted, measure }) => (wanted === 'howMany' || wanted === 'howMuch') && measure !== undefined,
  ) &&
    parts.heads.length === 0);

/** 它的目标是什么, after which action has the most tasks: those with the most. */
const withLeaders = (query: Query, state: State, { leaders }: ComposeContent): State => {
  const refs = leaders(query);
  if (refs.length === 0 || refs.some(({ type }) => type !== 'action' && type !== 'task')) return state;
  const named: Query = { ...query, of: { set: 'named', refs }, asks: [{ ask: 'content' }], confirm: false, claims: [] };
  return { ...state, query: named };
};

/** 附件上也这么写吗, 它22年要服务多少企业, after a list of one task: that task is meant. */
export const withOneListed = (parts: Parts, state: State, content: ComposeContent): State => {
  const { query } = state;
  const points = parts.before.has('it') && !hasSubject(parts);
  if (query?.asks[0].ask === 'extreme' && points && !query.asks[0].rank) return withLeaders(query, state, content);
  if (!query || !isList(query) || query.asks[0].ask === 'extreme' || !asksOfOne(parts)) return state;
  const named = parts.refs.length + parts.clauses.length > 0 || (hasSubject(parts) && !parts.before.has('it'));
  const left = query.of.set === 'without' && query.of.right.set === 'named' ? query.of.right.refs : [];
  const listed = named ? [] : content.members(query.of);
  const refs = named || listed.length > 0 ? listed : left;
  const [ref, ...more] = refs;
  if (ref?.type !== 'task' || more.length > 0) return state;
  const one: Query = { ...query, of: { set: 'named', refs }, asks: [{ ask: 'content' }], confirm: false, claims: [] };
  return { ...state, query: one };
};
