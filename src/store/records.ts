import { createHash } from 'node:crypto';
import { dayOf } from '../china-time.ts';
import type { Answer } from '../types.ts';
import type { Database, Sql } from './database.ts';
import { bucketOf, type Day, lastDays } from './days.ts';
import { normOf } from './likeness.ts';
import type { Verdict } from './replies.ts';
import {
  type Group,
  groupsIn,
  type Miss,
  numberOfState,
  type Place,
  type State,
  type Unanswered,
  withoutIds,
} from './unanswered.ts';

/** A question was answered. */
export interface AnsweredEvent extends Place {
  readonly question: string;
  readonly answer: Pick<Answer, 'status' | 'kind'>;
  /** The id of the plan that answered, where one did. */
  readonly plan?: string;
  /** Milliseconds that the answer took. */
  readonly ms: number;
  /** The piece of work, where there is one: its recall takes the question out of the record. */
  readonly work?: number;
}

/** A reader judged an answer. Who it was cannot be told from what is kept. */
export interface JudgedEvent extends Place {
  /** The answer's id. */
  readonly reply: string;
  /** Channel, organisation and person. */
  readonly reader: string;
  readonly verdict: Verdict;
  readonly question: string;
  readonly kind: string;
  readonly plan?: string;
  readonly reason?: string;
  /** The thing of the plan that the reader had in mind: `task:21`. */
  readonly meant?: string;
}

/** What was not answered well, and how many questions there were. */
export interface Records {
  /** Within another piece of writing: the answer's own. */
  readonly record: (sql: Sql, event: AnsweredEvent) => Promise<void>;
  readonly answered: (event: AnsweredEvent) => Promise<void>;
  /** The last word of each reader counts. */
  readonly judged: (event: JudgedEvent) => Promise<void>;
  /** Most frequent first, then latest first. */
  readonly unanswered: (which: { readonly limit: number; readonly state?: State }) => Promise<readonly Unanswered[]>;
  /** One group, whatever its state. */
  readonly group: (id: number) => Promise<(Unanswered & { readonly state: State }) | undefined>;
  /** Gives a group a state; false when there is no such group. Asked once more, a question is open again. */
  readonly settle: (id: number, state: State) => Promise<boolean>;
  /** The last days, today first. */
  readonly days: (days: number) => Promise<readonly Day[]>;
  /** Whether the summary of a week, named by its Monday, was handed over; and that it is. */
  readonly isTold: (week: string) => Promise<boolean>;
  readonly told: (week: string) => Promise<void>;
}

/** Rows of questions that were not answered well. */
const MOST_MISSES = 3000;
/** The same question from the same kind of chat is counted rather than kept, beyond so many. */
const MOST_ALIKE = 20;
/** Characters. */
const [LONGEST_QUESTION, LONGEST_REASON] = [500, 200];

const DAY = 86_400_000;
/** Milliseconds: only the last week is ever told. */
const TOLD_LIFETIME = 30 * DAY;

const clipped = (text: string, most: number): string => [...text].slice(0, most).join('');

const insert = async (sql: Sql, miss: Miss, most: number): Promise<void> => {
  const { sort, question, kind, channel, chat, plan, reason, meant, judge, work, at } = miss;
  const norm = normOf(question);
  const same = await sql.get(
    'SELECT count(*) AS n, max(id) AS id FROM miss WHERE norm = ? AND sort = ? AND channel = ? AND chat = ? AND plan IS NOT DISTINCT FROM ? AND settled = 0 AND judge IS NULL',
    ...[norm, sort, channel, chat, plan ?? null],
  );
  if (judge === undefined && Number(same?.n) >= MOST_ALIKE) {
    await sql.run('UPDATE miss SET count = count + 1, at = ? WHERE id = ?', at, Number(same?.id));
    return;
  }
  await sql.run(
    'INSERT INTO miss (sort, question, norm, kind, channel, chat, plan, reason, meant, judge, work, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    ...[sort, clipped(question, LONGEST_QUESTION), norm, kind, channel, chat, plan ?? null],
    ...[reason === undefined ? null : clipped(reason, LONGEST_REASON), meant ?? null, judge ?? null, work ?? null, at],
  );
  const over = Number((await sql.get('SELECT count(*) AS n FROM miss'))?.n) - most;
  if (over > 0)
    await sql.run('DELETE FROM miss WHERE id IN (SELECT id FROM miss ORDER BY settled DESC, id LIMIT ?)', over);
};

const tally = async (sql: Sql, { channel, answer, plan, ms }: AnsweredEvent, at: number): Promise<void> => {
  const day = dayOf(at);
  await sql.run(
    `INSERT INTO tally (day, channel, kind, status, plan, count) VALUES (?, ?, ?, ?, ?, 1)
ON CONFLICT (day, channel, kind, status, plan) DO UPDATE SET count = tally.count + 1`,
    ...[day, channel, answer.kind, answer.status, plan ?? ''],
  );
  await sql.run(
    `INSERT INTO latency (day, bucket, count) VALUES (?, ?, 1)
ON CONFLICT (day, bucket) DO UPDATE SET count = latency.count + 1`,
    ...[day, bucketOf(ms)],
  );
};

/** What the recall of a question removes here, judgements of its answer too: within the recall's own writing. */
export const forgetMisses = async (sql: Sql, work: number): Promise<void> => {
  await sql.run('UPDATE miss SET count = count - 1, work = NULL WHERE work = ? AND count > 1', work);
  await sql.run('DELETE FROM miss WHERE work = ?', work);
};

/** Removes what is older than so many days. */
export const tidyRecords = async (sql: Sql, now: number, days: number): Promise<void> => {
  const kept = now - days * DAY;
  await sql.run('DELETE FROM miss WHERE at < ?', kept);
  await sql.run('DELETE FROM tally WHERE day < ?', dayOf(kept));
  await sql.run('DELETE FROM latency WHERE day < ?', dayOf(kept));
  await sql.run('DELETE FROM told WHERE at < ?', Math.min(kept, now - TOLD_LIFETIME));
};

/** Records in a database. `now` gives milliseconds since the epoch. */
export const createRecords = ({ read, write }: Database, now: () => number, most: number = MOST_MISSES): Records => {
  const record: Records['record'] = async (sql, event) => {
    const { answer, question, channel, chat, plan, work } = event;
    const at = now();
    await tally(sql, event, at);
    if (answer.status !== 'answered')
      await insert(sql, { sort: answer.status, question, kind: answer.kind, channel, chat, plan, work, at }, most);
  };

  const judged: Records['judged'] = async ({ reply, reader, verdict, ...event }) => {
    const judge = createHash('sha256').update(`${reply} ${reader}`).digest('base64url');
    await write(async (sql) => {
      await sql.run(
        `INSERT INTO verdict (reply, reader, verdict, plan, channel, at) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (reply, reader)
DO UPDATE SET verdict = excluded.verdict, plan = excluded.plan, channel = excluded.channel, at = excluded.at`,
        ...[reply, judge, verdict, event.plan ?? null, event.channel, now()],
      );
      await sql.run('DELETE FROM miss WHERE judge = ?', judge);
      if (verdict === 'useful') return;
      const work = (await sql.get('SELECT work FROM reply WHERE id = ?', reply))?.work;
      const tied = typeof work === 'number' ? { work } : {};
      await insert(sql, { ...event, sort: 'wrong', judge, ...tied, at: now() }, most);
    });
  };

  const find = async (id: number): Promise<Group | undefined> =>
    (await groupsIn(read)).find(({ ids }) => ids.includes(id));

  return {
    record,
    judged,
    answered: (event) => write((sql) => record(sql, event)),
    unanswered: async ({ limit, state = 'open' }) =>
      (await groupsIn(read))
        .filter((group) => group.state === state)
        .toSorted((a, b) => b.count - a.count || b.last - a.last || a.id - b.id)
        .slice(0, limit)
        .map(withoutIds),
    group: async (id) => {
      const found = await find(id);
      return found && withoutIds(found);
    },
    settle: async (id, state) => {
      const found = await find(id);
      if (!found) return false;
      await write(async (sql) => {
        for (const one of found.ids)
          await sql.run('UPDATE miss SET settled = ? WHERE id = ?', numberOfState(state), one);
      });
      return true;
    },
    days: (days) => lastDays(read, now(), days),
    isTold: async (week) => (await read.get('SELECT 1 FROM told WHERE week = ?', week)) !== undefined,
    told: async (week) => {
      await write((sql) => sql.run('INSERT INTO told (week, at) VALUES (?, ?) ON CONFLICT DO NOTHING', week, now()));
    },
  };
};
