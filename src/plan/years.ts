import type { Plan, Task, YearTarget } from '../types.ts';

/** Returns the years of the plan's period, in order: those that it has targets for. A plan may state none. */
export const yearsOf = ({ document: { period } }: Pick<Plan, 'document'>): readonly number[] => {
  const [from, to] = period;
  return from > 0 ? Array.from({ length: Math.max(0, to - from) + 1 }, (_, at) => from + at) : [];
};

/** Returns a task's targets of some years. */
export const targetsIn = ({ row }: Task, years: readonly number[]): readonly YearTarget[] =>
  row.targets.filter(({ year }) => years.includes(year));
