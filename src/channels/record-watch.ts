import type { LivePlans } from '../overlay/live-plans.ts';
import type { AnsweredEvent } from '../store/records.ts';
import type { Store } from '../store/store.ts';
import type { ClockWatch } from './alarm/clock-watch.ts';
import type { Metrics } from './api/metrics.ts';
import { planFrom } from './asked-plans.ts';
import { createGathered } from './gathered.ts';
import type { Log } from './log.ts';
import type { AnsweredQuestion, Watch } from './watch.ts';

const DELIVERED: Readonly<Record<string, Parameters<Metrics['delivered']>[1]>> = {
  accepted: 'accepted',
  known: 'known',
  ignored: 'ignored',
  unready: 'unready',
  full: 'full',
  failed: 'failed',
  refused: 'refused',
  stale: 'stale',
};

/** Milliseconds in which questions of the API that follow each other are written down together. */
const GATHERING = 250;

/** Who counts and records. */
export interface Watched {
  readonly metrics: Metrics;
  readonly clock: Pick<ClockWatch, 'delivered'>;
  readonly store: Pick<Store, 'records'>;
  readonly plans: LivePlans;
  readonly log: Log;
}

/** What happens is counted, and what was not answered well is recorded, without who asked or where. */
export const watchOf = ({ metrics, clock, store: { records }, plans, log }: Watched) => {
  const count = ({ channel, answer: { kind, status }, ms }: AnsweredQuestion): void =>
    metrics.answered({ channel, kind, status, ms });
  const unrecorded = (err: unknown): void => log.error({ err }, 'what happened could not be recorded');
  const chats: Watch = {
    answered: (event) => {
      count(event);
      return (sql) => records.record(sql, { ...event, ...planFrom(event.answer, plans) });
    },
    judged: ({ answer, ...event }) =>
      records.judged({ ...event, kind: answer.kind, ...planFrom(answer, plans) }).catch(unrecorded),
    delivered: (channel, outcome) => {
      metrics.delivered(channel, DELIVERED[outcome] ?? 'done');
      clock.delivered(channel, outcome);
    },
    sent: metrics.sent,
  };
  // Written in one turn of the event loop, they share one wait for the disk.
  const answered = createGathered<AnsweredEvent>(async (all) => {
    await Promise.all(all.map((event) => records.answered(event).catch(unrecorded)));
  }, GATHERING);
  const api = (event: AnsweredQuestion): void => {
    count(event);
    answered.add({ ...event, ...planFrom(event.answer, plans) });
  };
  return { chats, api, flush: answered.flush };
};
