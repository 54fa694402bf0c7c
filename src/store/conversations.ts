import type { Database, Sql } from './database.ts';

/** The earlier questions of each conversation, so that 那2022年呢？ can be understood. They survive a restart. */
export interface Conversations {
  /** Earlier questions of the conversation, oldest first. */
  readonly history: (conversation: string) => readonly string[];
  /** Adds a question; resolves when it is on the disk, and is in the history at once. */
  readonly remember: (conversation: string, question: string) => Promise<void>;
  /** Adds a question within another piece of writing, for the work that it came with. */
  readonly record: (sql: Sql, turn: Turn) => void;
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

const textsOf = (sql: Sql, conversation: string): readonly { readonly question: string; readonly at: number }[] =>
  sql
    .all('SELECT question, at FROM turn WHERE conversation = ? ORDER BY id DESC LIMIT ?', conversation, QUESTIONS)
    .map(({ question, at }) => ({ question: String(question), at: Number(at) }));

/** Conversations in a database. `now` gives milliseconds since the epoch. */
export const createConversations = ({ read, write }: Database, now: () => number): Conversations => {
  /** What is said but not yet written: two questions at once cannot miss each other. */
  const pending = new Map<string, readonly string[]>();

  const isOver = (at: number | undefined): boolean => at === undefined || now() - at >= CONVERSATION_LIFETIME;

  const record: Conversations['record'] = (sql, { conversation, question, work }) => {
    if (isOver(textsOf(sql, conversation)[0]?.at)) sql.run('DELETE FROM turn WHERE conversation = ?', conversation);
    sql.run(
      'INSERT INTO turn (conversation, question, work, at) VALUES (?, ?, ?, ?)',
      ...[conversation, question, work ?? null, now()],
    );
    sql.run(
      `DELETE FROM turn WHERE conversation = ?1 AND id <= (SELECT id FROM turn WHERE conversation = ?1 ORDER BY id DESC LIMIT 1 OFFSET ?2)`,
      ...[conversation, QUESTIONS],
    );
  };

  const history: Conversations['history'] = (conversation) => {
    const written = textsOf(read, conversation);
    const said = isOver(written[0]?.at) ? [] : written.map(({ question }) => question).toReversed();
    return [...said, ...(pending.get(conversation) ?? [])].slice(-QUESTIONS);
  };

  const remember: Conversations['remember'] = async (conversation, question) => {
    pending.set(conversation, [...(pending.get(conversation) ?? []), question]);
    try {
      await write((sql) => record(sql, { conversation, question }));
    } finally {
      const [, ...rest] = pending.get(conversation) ?? [];
      if (rest.length > 0) pending.set(conversation, rest);
      else pending.delete(conversation);
    }
  };

  return { history, remember, record };
};
