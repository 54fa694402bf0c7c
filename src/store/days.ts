import { AHEAD, dayOf } from '../china-time.ts';
import type { Row, Sql } from './database.ts';

/** What one day's questions came to. */
export interface Day {
  /** In China: 2026-01-31. */
  readonly day: string;
  readonly questions: number;
  readonly statuses: { readonly answered: number; readonly clarify: number; readonly not_found: number };
  /** Most frequent first. */
  readonly kinds: readonly Counted[];
  /** By where they were asked, the most questions first. */
  readonly channels: readonly ByChannel[];
  /** By the plan that answered; those that none did are left out. */
  readonly plans: readonly Counted[];
  /** Milliseconds within which half, and 95 of 100, were answered: the limit of a bucket. Undefined without questions. */
  readonly p50?: number;
  readonly p95?: number;
  readonly feedback: { readonly useful: number; readonly wrong: number };
}

/** Questions, how they were answered, and what readers said of the answers. */
export interface Sums {
  readonly questions: number;
  readonly answered: number;
  readonly clarify: number;
  readonly not_found: number;
  readonly useful: number;
  readonly wrong: number;
}

/** What came to a channel. */
export interface ByChannel extends Sums {
  readonly name: string;
}

export interface Counted {
  readonly name: string;
  readonly count: number;
}

const DAY = 86_400_000;
/** Upper limits of the buckets in milliseconds; what is longer falls into the last. */
const BUCKETS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000];

export const bucketOf = (ms: number): number => {
  const at = BUCKETS.findIndex((limit) => ms <= limit);
  return at < 0 ? BUCKETS.length - 1 : at;
};

/** The bucket's limit within which a share of all lies. */
const within = (rows: readonly Row[], share: number): number | undefined => {
  const all = rows.reduce((sum, { count }) => sum + Number(count), 0);
  let seen = 0;
  for (const { bucket, count } of rows) {
    seen += Number(count);
    if (seen >= all * share) return BUCKETS[Number(bucket)];
  }
  return undefined;
};

const countedBy = (rows: readonly Row[], key: string): readonly Counted[] => {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(String(row[key]), (counts.get(String(row[key])) ?? 0) + Number(row.count));
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
};

const verdictsOn = async (read: Sql, day: string): Promise<readonly Row[]> => {
  const from = Date.parse(`${day}T00:00:00Z`) - AHEAD;
  return read.all(
    'SELECT verdict, channel, count(*) AS count FROM verdict WHERE at >= ? AND at < ? GROUP BY verdict, channel',
    ...[from, from + DAY],
  );
};

const countOf = (rows: readonly Row[], key: string, value: string): number =>
  rows.reduce((sum, row) => sum + (row[key] === value ? Number(row.count) : 0), 0);

const byChannel = (rows: readonly Row[], verdicts: readonly Row[]): readonly ByChannel[] => {
  const names = [...new Set([...rows, ...verdicts].map(({ channel }) => String(channel)))];
  return names
    .map((name): ByChannel => {
      const asked = rows.filter(({ channel }) => channel === name);
      const judged = verdicts.filter(({ channel }) => channel === name);
      return {
        name,
        questions: asked.reduce((sum, { count }) => sum + Number(count), 0),
        answered: countOf(asked, 'status', 'answered'),
        clarify: countOf(asked, 'status', 'clarify'),
        not_found: countOf(asked, 'status', 'not_found'),
        useful: countOf(judged, 'verdict', 'useful'),
        wrong: countOf(judged, 'verdict', 'wrong'),
      };
    })
    .sort((a, b) => b.questions - a.questions || (a.name < b.name ? -1 : 1));
};

const dayIn = async (read: Sql, day: string): Promise<Day> => {
  const rows = await read.all('SELECT channel, kind, status, plan, count FROM tally WHERE day = ?', day);
  const times = await read.all('SELECT bucket, count FROM latency WHERE day = ? ORDER BY bucket', day);
  const verdicts = await verdictsOn(read, day);
  const of = (status: string) => countOf(rows, 'status', status);
  const [p50, p95] = [within(times, 0.5), within(times, 0.95)];
  return {
    day,
    questions: rows.reduce((sum, { count }) => sum + Number(count), 0),
    statuses: { answered: of('answered'), clarify: of('clarify'), not_found: of('not_found') },
    kinds: countedBy(rows, 'kind'),
    channels: byChannel(rows, verdicts),
    plans: countedBy(
      rows.filter(({ plan }) => plan !== ''),
      'plan',
    ),
    ...(p50 !== undefined && { p50 }),
    ...(p95 !== undefined && { p95 }),
    feedback: { useful: countOf(verdicts, 'verdict', 'useful'), wrong: countOf(verdicts, 'verdict', 'wrong') },
  };
};

/** The last days up to today, today first; a day without questions is there too. */
export const lastDays = (read: Sql, now: number, days: number): Promise<readonly Day[]> =>
  Promise.all(Array.from({ length: days }, (_, ago) => dayIn(read, dayOf(now - ago * DAY))));
