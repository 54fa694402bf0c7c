import { createHash } from 'node:crypto';
import type { Answer, Question } from '../types.ts';
import type { Database, Row, Sql, Value } from './database.ts';

/** What an answer was made from. The bot gives the same answer to the same question, so the answer itself is not kept. */
export type Asked = Question;

/** An answer that is kept, so that its buttons and pages work. */
export interface KeptReply {
  readonly asked: Asked;
  /** Of the answer's text: another one means that the plan or the program has changed since. */
  readonly digest: string;
}

/** Where a conversation has got to in a long answer. */
export interface Reading {
  readonly reply: string;
  /** From 1. */
  readonly page: number;
}

/** A doubt about an answer, and what its reader was asked last: what is wrong, or which thing was meant. */
export interface Doubt {
  readonly reply: string;
  readonly asked: 'what' | 'which';
}

export type Verdict = 'useful' | 'wrong';

/** Answers by the ids that buttons carry. */
export interface Replies {
  readonly get: (id: string) => Promise<KeptReply | undefined>;
  /** Keeps an answer, within another piece of writing. */
  readonly keep: (sql: Sql, reply: NewReply) => Promise<void>;
  readonly reading: (conversation: string) => Promise<Reading | undefined>;
  /** Where the conversation is in a long answer, within another piece of writing; none when nothing is left to turn. */
  readonly turn: (sql: Sql, conversation: string, reading: Reading | undefined) => Promise<void>;
  /** The last answer of a conversation that is still going on. */
  readonly last: (conversation: string) => Promise<string | undefined>;
  readonly doubt: (conversation: string) => Promise<Doubt | undefined>;
  /** What the conversation's reader is asked about a doubt, within another piece of writing. */
  readonly doubted: (sql: Sql, conversation: string, doubt: Doubt | undefined) => Promise<void>;
}

export interface NewReply {
  readonly id: string;
  readonly asked: Asked;
  readonly answer: Answer;
  readonly work?: number;
}

/** Milliseconds after which 下一页 no longer belongs to an answer. */
const READING_LIFETIME = 30 * 60_000;

export const digestOf = ({ text }: Answer): string => createHash('sha256').update(text).digest('base64url');

interface Place {
  readonly table: 'reading' | 'doubt';
  readonly column: 'page' | 'asked';
}

/** What a conversation is at for a while: a table with one row of each, of an answer and one value more. */
const placeIn = ({ table, column }: Place, { read }: Database, now: () => number) => ({
  get: async (conversation: string): Promise<Row | undefined> => {
    const row = await read.get(`SELECT reply, ${column}, at FROM ${table} WHERE conversation = ?`, conversation);
    return row && now() - Number(row.at) < READING_LIFETIME ? row : undefined;
  },
  set: async (
    sql: Sql,
    conversation: string,
    to: readonly [reply: string, value: Value] | undefined,
  ): Promise<void> => {
    if (to)
      await sql.run(
        `INSERT INTO ${table} (conversation, reply, ${column}, at) VALUES (?, ?, ?, ?) ON CONFLICT (conversation)
DO UPDATE SET reply = excluded.reply, ${column} = excluded.${column}, at = excluded.at`,
        ...[conversation, ...to, now()],
      );
    else await sql.run(`DELETE FROM ${table} WHERE conversation = ?`, conversation);
  },
});

/** Answers in a database. `now` gives milliseconds since the epoch. */
export const createReplies = (database: Database, now: () => number): Replies => {
  const { read } = database;
  const readings = placeIn({ table: 'reading', column: 'page' }, database, now);
  const doubts = placeIn({ table: 'doubt', column: 'asked' }, database, now);
  return {
    get: async (id) => {
      const row = await read.get('SELECT asked, digest FROM reply WHERE id = ?', id);
      return row && { asked: JSON.parse(String(row.asked)) as Asked, digest: String(row.digest) };
    },
    keep: async (sql, { id, asked, answer, work }) => {
      await sql.run(
        `INSERT INTO reply (id, asked, digest, work, at) VALUES (?, ?, ?, ?, ?) ON CONFLICT (id)
DO UPDATE SET asked = excluded.asked, digest = excluded.digest, work = excluded.work, at = excluded.at`,
        ...[id, JSON.stringify(asked), digestOf(answer), work ?? null, now()],
      );
    },
    reading: async (conversation) => {
      const row = await readings.get(conversation);
      return row && { reply: String(row.reply), page: Number(row.page) };
    },
    turn: (sql, conversation, reading) => readings.set(sql, conversation, reading && [reading.reply, reading.page]),
    last: async (conversation) => {
      const row = await read.get(
        'SELECT reply.id FROM turn JOIN reply ON reply.work = turn.work WHERE conversation = ? AND turn.at > ? ORDER BY turn.id DESC LIMIT 1',
        ...[conversation, now() - READING_LIFETIME],
      );
      return row && String(row.id);
    },
    doubt: async (conversation) => {
      const row = await doubts.get(conversation);
      return row && { reply: String(row.reply), asked: row.asked === 'which' ? 'which' : 'what' };
    },
    doubted: (sql, conversation, doubt) => doubts.set(sql, conversation, doubt && [doubt.reply, doubt.asked]),
  };
};
