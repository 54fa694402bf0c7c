import type { Database, Sql } from './database.ts';

/** The earlier questions of each conversation, so that 那2022年呢？ can be understood. They survive a restart. */
export interface Conversations {
  /** Earlier questions of the conversation, oldest first. */
  readonly history: (conversation: string) => Promise<readonly string[]>;
  /** Adds a question; resolves when it is on the disk. */
  readonly remember: (conversation: string, question: string) => Promise<void>;
  /** Adds a question within another piece of writing, for the work that it came with. */
  readonly record: (sql: Sql, turn: Turn) => Promise<void>;
}

export interface Turn {
  readonly conversation: string;
  readonly question: string;
  readonly work?: number;
}

/** Questions kept for each conversation. */
const QUESTIONS = 10;
/** Milliseconds after its last question at which a conversation is forgotten. */
export const CONVERSATION_LIFETIME = 30 * 60_000;

interface Kept {
  readonly question: string;
  readonly at: number;
}

const LAST = 'SELECT question, at FROM turn WHERE conversation = ? ORDER BY id DESC LIMIT ?';

const RECORD = 'INSERT INTO turn (conversation, question, work, at) VALUES (?, ?, ?, ?)';
/** All of a conversation that is over, and the first of one that is too long. */
const FORGET = `DELETE FROM turn WHERE conversation = ? AND (
(SELECT at FROM turn WHERE conversation = ? ORDER BY id DESC LIMIT 1) <= ?
OR id <= (SELECT id FROM turn WHERE conversation = ? ORDER BY id DESC LIMIT 1 OFFSET ?))`;

/** The last first. */
const textsOf = async (sql: Sql, conversation: string): Promise<readonly Kept[]> => {
  const rows = await sql.all(LAST, conversation, QUESTIONS);
  return rows.map(({ question, at }) => ({ question: String(question), at: Number(at) }));
};

/** Conversations in a database. `now` gives milliseconds since the epoch. */
export const createConversations = ({ read, write }: Database, now: () => number): Conversations => {
  const isOver = (at: number | undefined): boolean => at === undefined || now() - at >= CONVERSATION_LIFETIME;

  const record: Conversations['record'] = async (sql, { conversation, question, work }) => {
    const over = now() - CONVERSATION_LIFETIME;
    await Promise.all([
      sql.run(FORGET, conversation, conversation, over, conversation, QUESTIONS - 1),
      sql.run(RECORD, conversation, question, work ?? null, now()),
    ]);
  };

  const history: Conversations['history'] = async (conversation) => {
    const written = await textsOf(read, conversation);
    return isOver(written[0]?.at) ? [] : written.map(({ question }) => question).toReversed();
  };

  const remember: Conversations['remember'] = (conversation, question) =>
    write((sql) => record(sql, { conversation, question }));

  return { history, remember, record };
};
