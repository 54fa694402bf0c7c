import type { Desk, Draft } from '../../answer/draft.ts';
import type { SetResult } from '../../execute/sets/result.ts';
import type { Computed } from '../../types.ts';
import type { Query } from '../../values.ts';
import { outsideNotices } from './notices.ts';
import { askedNumbers, yearsOf } from './parts.ts';

/** Indicators have figures of years before the plan. */
const hasFigures = (result: SetResult, { years }: Query, { plan }: Desk): boolean =>
  result.shape === 'things' &&
  result.things.some(({ ref: { type } }) => type === 'indicator') &&
  plan.indicators.some(({ values }) => values.some(({ year }) => years.includes(year)));

const periodOf = ({ plan }: Desk): readonly Computed[] =>
  plan.document.period.map((year) => ({ value: String(year), formula: '计划期', from: ['0'] }));

/** Returns the refusal of a question about nothing but years that the plan does not cover; undefined for any other. */
export const outsideDraft = (result: SetResult, query: Query, desk: Desk): Draft | undefined => {
  const { within, outside } = yearsOf(query, desk);
  if (outside.length === 0 || within.length > 0) return undefined;
  if (result.shape === 'assignments' || result.shape === 'differences' || hasFigures(result, query, desk))
    return undefined;
  return {
    status: 'not_found',
    lines: outsideNotices(query, desk).map(({ text }) => text),
    computed: [...periodOf(desk), ...askedNumbers(query, desk)],
  };
};

/** Returns the answer with the numbers of the plan's period, which a notice of other years names. */
export const withPeriod = (draft: Draft, query: Query, desk: Desk): Draft =>
  yearsOf(query, desk).outside.length > 0
    ? { ...draft, computed: [...(draft.computed ?? []), ...periodOf(desk)] }
    : draft;
