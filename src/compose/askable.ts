import type { Query, SetOf } from '../values.ts';
import type { SettleContent } from './settled.ts';
import { isList } from './subject.ts';

/** 第19项提到哪些项目: what a task lists, it says. */
const isOfOneTask = ({ of, asks: [{ ask }], claims }: Query): boolean =>
  of.set === 'named' && of.refs.length === 1 && of.refs[0]?.type === 'task' && ask === 'members' && claims.length === 0;

/** 困难企业培训经费由谁审核: the text says who does that, and no name says it of the whole. */
const isSaidInText = ({ of, asks: [ask], claims }: Query, { saysWho, title }: SettleContent): boolean => {
  const [ref, ...others] = of.set === 'named' ? of.refs : [];
  if (ask.ask !== 'units' || ask.doing === undefined || ref?.type !== 'task' || others.length + claims.length > 0)
    return false;
  return saysWho(ask.doing, ref) && !title(ref).includes(ask.doing);
};

/** Only tasks have units: of another clause that speaks of some it is told what it says of them. */
const askable = (query: Query, content: SettleContent): Query => {
  const { members, namesUnits } = content;
  const { of } = query;
  if (isOfOneTask(query) || isSaidInText(query, content)) return { ...query, asks: [{ ask: 'content' }] };
  const clauses = of.set === 'named' && of.refs.length > 0 && of.refs.every(({ type }) => type === 'clause');
  const unitless = clauses && members({ set: 'image', of, type: 'task' }).length === 0;
  const speaks = of.set === 'named' && of.refs.some(namesUnits);
  return unitless && speaks && query.asks[0].ask === 'units' && query.claims.length === 0
    ? { ...query, asks: [{ ask: 'content' }] }
    : query;
};

/** Clauses in which something is looked for: the plan's, or those that were named. */
const isOfClauses = (set: SetOf): boolean =>
  set.set === 'all' ? set.type === 'clause' : set.set === 'named' && set.refs.every(({ type }) => type === 'clause');

/** Returns what is asked of the tasks below a heading (重点任务) asked of these; else its parts are listed. */
export const ofHeading = (query: Query, { members }: SettleContent, tasks: boolean): Query => {
  const { of, asks } = query;
  const base = of.set === 'where' ? of.of : of;
  if (base.set !== 'named' || base.refs.length !== 1 || base.refs[0]?.type !== 'clause') return query;
  const below: SetOf = { set: 'image', of: base, type: 'task' };
  const own = members(below);
  if (own.length === 0 || members({ set: 'image', of: below, type: 'action' }).length < 2) return query;
  if (of.set === 'where') return isList(query) ? { ...query, of: { ...of, of: below } } : query;
  if (tasks && isList(query)) return { ...query, of: below };
  return asks[0].ask === 'content' && query.claims.length === 0 && asks.length === 1
    ? { ...query, asks: [{ ask: 'members' }] }
    : query;
};

/** Returns what is asked of things asked of them by name; lists stay as they were put together. */
export const named = (query: Query, content: SettleContent): Query => {
  const leavesOut = query.of.set === 'without' && query.asks[0].ask === 'units';
  if (isList(query) || leavesOut || query.of.set === 'named' || query.of.set === 'all') return askable(query, content);
  if (query.of.set === 'where' && isOfClauses(query.of.of)) return query;
  return askable({ ...query, of: { set: 'named', refs: content.members(query.of) } }, content);
};
