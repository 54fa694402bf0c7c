import { dayOf, mondayOf } from '../../china-time.ts';
import type { LivePlans } from '../../overlay/live-plans.ts';
import type { Records } from '../../store/records.ts';
import { daysBack, isEmpty, mondayAgo, weekAgo, weekMessage } from './week.ts';

/** What telling the administrators needs. */
export interface WeeklyParts {
  readonly plans: Pick<LivePlans, 'list'>;
  readonly records: Records;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Hands a message over to be sent, once for an id; false when it cannot be taken now. */
  readonly say: (text: string, id: string) => Promise<boolean>;
  /** The address under which others reach the service, without a trailing slash. */
  readonly publicUrl?: string | undefined;
}

/** Monday, nine in the morning. Milliseconds after midnight. */
const HOUR_TOLD = 9 * 3_600_000;
const MOST_OPEN = 1000;

/**
 * Returns what is to be called every minute: it hands over the summary of the week before once that is over, whenever the
 * process runs again, and never twice. A week in which nothing happened is not told.
 */
export const createWeekly =
  ({ plans, records, now, say, publicUrl }: WeeklyParts) =>
  async (): Promise<void> => {
    const at = now();
    if (at < mondayOf(at) + HOUR_TOLD) return;
    if (await records.isTold(dayOf(mondayAgo(1, at)))) return;
    const week = weekAgo(1, at, { days: await records.days(daysBack(1)), plans: plans.list() });
    const open = (await records.unanswered({ limit: MOST_OPEN })).length;
    const taken = isEmpty(week) || (await say(weekMessage(week, open, publicUrl), `weekly:${week.monday}`));
    if (taken) await records.told(week.monday);
  };
