import type { Query } from '../values.ts';
import type { SettleContent } from './settled.ts';

/**
 * What the plan as a whole aims at, where one paragraph says it: its text, and no list of one. A plan without indicators
 * aims in a year at what its goals say.
 */
export const ofGoals = (query: Query, { members, prints }: SettleContent): Query | undefined => {
  const { of, asks, years } = query;
  if (of.set !== 'all' || asks[0].ask !== 'members' || asks.length > 1) return undefined;
  const goals = members({ set: 'all', type: 'goal' }).filter((goal) =>
    years.every((year) => prints(String(year), goal)),
  );
  const yearly = of.type === 'indicator' && years.length > 0 && members(of).length === 0;
  if (!(yearly && goals.length > 0) && !(of.type === 'goal' && goals.length === 1)) return undefined;
  return { ...query, of: { set: 'named', refs: goals }, asks: [{ ask: 'content' }] };
};

/** What stands under a heading is listed. */
export const ofAction = (query: Query, action: number): Query => ({
  ...query,
  of: { set: 'where', of: { set: 'all', type: 'task' }, test: { test: 'in', actions: [action] } },
  asks: [{ ask: 'members' }],
  words: '',
});
