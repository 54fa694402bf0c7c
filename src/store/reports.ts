import { dayOf } from '../china-time.ts';
import type { Database, Row, Sql } from './database.ts';

/** What a unit reported of a task on a day; empty where it said nothing. */
export interface Report {
  readonly plan: string;
  readonly unit: string;
  readonly task: number;
  /** Of whose list; undefined for a list of all years. */
  readonly year: number | undefined;
  readonly person: string;
  readonly progress: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** A filled list: all of its tasks. */
export interface ReportedList extends Pick<Report, 'plan' | 'unit' | 'year'> {
  readonly rows: readonly Pick<Report, 'task' | 'person' | 'progress'>[];
}

/** What units reported, beside the plan. Reports are kept until somebody reports again on the same day. */
export interface Reports {
  /** Keeps a list, all or nothing; another list of that unit and year of the same day gives way to it, task by task. */
  readonly keep: (list: ReportedList) => Promise<void>;
  /** True where anything was ever reported of a plan. */
  readonly has: (plan: string) => boolean;
  /** What each unit said last of each task, by task. */
  readonly latest: (plan: string) => readonly Report[];
  /** Reads again what another process may have kept. */
  readonly refresh: () => Promise<void>;
}

/** No year in the table. */
const ALL_YEARS = 0;

const reportOf = (row: Row): Report => ({
  plan: String(row.plan),
  unit: String(row.unit),
  task: Number(row.task),
  year: row.year === ALL_YEARS ? undefined : Number(row.year),
  person: String(row.person),
  progress: String(row.progress),
  at: Number(row.at),
});

const keepIn = async (sql: Sql, { plan, unit, year = ALL_YEARS, rows }: ReportedList, at: number): Promise<void> => {
  const day = dayOf(at);
  for (const { task, person, progress } of rows) {
    await sql.run(
      'DELETE FROM report WHERE plan = ? AND unit = ? AND year = ? AND task = ? AND day = ?',
      ...[plan, unit, year, task, day],
    );
    if (person !== '' || progress !== '')
      await sql.run(
        'INSERT INTO report (plan, unit, year, task, day, person, progress, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
        ...[plan, unit, year, task, day, person, progress, at],
      );
  }
};

/** Reports in a database, kept in memory too: answers look there at once. */
export const openReports = async ({ read, write }: Database, now: () => number): Promise<Reports> => {
  let byPlan: ReadonlyMap<string, readonly Report[]> = new Map();

  let known: string | undefined;
  const refresh = async (): Promise<void> => {
    const stamp = JSON.stringify(await read.get('SELECT count(*) AS n, max(at) AS at FROM report'));
    if (stamp === known) return;
    const found = new Map<string, Report[]>();
    for (const row of await read.all('SELECT * FROM report ORDER BY at')) {
      const report = reportOf(row);
      const others = found.get(report.plan);
      if (others) others.push(report);
      else found.set(report.plan, [report]);
    }
    byPlan = found;
    known = stamp;
  };
  await refresh();

  return {
    refresh,
    keep: async (list) => {
      await write((sql) => keepIn(sql, list, now()));
      known = undefined;
      await refresh();
    },
    has: (plan) => byPlan.has(plan),
    latest: (plan) => {
      const last = new Map((byPlan.get(plan) ?? []).map((row) => [`${row.task} ${row.unit}`, row]));
      return [...last.values()].toSorted((a, b) => a.task - b.task || (a.unit < b.unit ? -1 : 1));
    },
  };
};
