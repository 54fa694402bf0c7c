import { createHash } from 'node:crypto';
import type { Answer, Question } from '../types.ts';
import type { Database, Sql } from './database.ts';

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

export type Verdict = 'useful' | 'wrong';

/** Answers by the ids that buttons carry. */
export interface Replies {
  readonly get: (id: string) => KeptReply | undefined;
  /** Keeps an answer, within another piece of writing. */
  readonly keep: (sql: Sql, reply: NewReply) => void;
  readonly reading: (conversation: string) => Reading | undefined;
  /** Where the conversation is in a long answer, within another piece of writing; none when nothing is left to turn. */
  readonly turn: (sql: Sql, conversation: string, reading: Reading | undefined) => void;
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

/** Answers in a database. `now` gives milliseconds since the epoch. */
export const createReplies = ({ read }: Database, now: () => number): Replies => ({
  get: (id) => {
    const row = read.get('SELECT asked, digest FROM reply WHERE id = ?', id);
    return row && { asked: JSON.parse(String(row.asked)) as Asked, digest: String(row.digest) };
  },
  keep: (sql, { id, asked, answer, work }) => {
    sql.run(
      'INSERT OR REPLACE INTO reply (id, asked, digest, work, at) VALUES (?, ?, ?, ?, ?)',
      ...[id, JSON.stringify(asked), digestOf(answer), work ?? null, now()],
    );
  },
  reading: (conversation) => {
    const row = read.get('SELECT reply, page, at FROM reading WHERE conversation = ?', conversation);
    if (!row || now() - Number(row.at) >= READING_LIFETIME) return undefined;
    return { reply: String(row.reply), page: Number(row.page) };
  },
  turn: (sql, conversation, reading) => {
    if (reading)
      sql.run(
        'INSERT OR REPLACE INTO reading (conversation, reply, page, at) VALUES (?, ?, ?, ?)',
        ...[conversation, reading.reply, reading.page, now()],
      );
    else sql.run('DELETE FROM reading WHERE conversation = ?', conversation);
  },
});
