import type { Database, Row, Sql } from './database.ts';

/** What a language model returned for a prompt: the same question is read the same again, without asking it. */
export interface ModelReplies {
  readonly get: (key: string) => Promise<string | undefined>;
  /** Keeps a reply and resolves with the one that is kept: of two for one prompt the first. */
  readonly keep: (reply: NewModelReply) => Promise<string>;
  /** What a model made of questions that the rules were not sure of, the last first. */
  readonly taken: (limit: number) => Promise<readonly ModelTaken[]>;
  /** One of them. */
  readonly one: (key: string) => Promise<ModelTaken | undefined>;
}

export interface NewModelReply {
  /** Of the prompt and the model's name. */
  readonly key: string;
  readonly reply: string;
  readonly plan: string;
  readonly question: string;
  /** How the question was read, in words; none where the reply could not be had of the plan. */
  readonly said?: string | undefined;
  /** The piece of work, where there is one: nothing is kept for one that was taken back. */
  readonly work?: number | undefined;
}

/** A question as a model read it. */
export interface ModelTaken {
  readonly key: string;
  readonly plan: string;
  readonly question: string;
  readonly reply: string;
  /** In words, as it was then. */
  readonly said: string;
  readonly at: number;
}

const DAY = 24 * 3_600_000;

/** What the recall of a question removes here, within the recall's own writing. */
export const forgetModelReplies = async (sql: Sql, work: number): Promise<void> => {
  await sql.run('DELETE FROM model_reply WHERE work = ?', work);
};

/** Removes what is older than so many days. */
export const tidyModelReplies = async (sql: Sql, now: number, days: number): Promise<void> => {
  await sql.run('DELETE FROM model_reply WHERE at < ?', now - days * DAY);
};

const INSERT = `INSERT INTO model_reply (key, reply, plan, question, said, work, at)
VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO NOTHING`;

const COLUMNS = 'key, plan, question, reply, said, at';
const TAKEN = `SELECT ${COLUMNS} FROM model_reply WHERE said IS NOT NULL ORDER BY at DESC, key LIMIT ?`;
const ONE = `SELECT ${COLUMNS} FROM model_reply WHERE said IS NOT NULL AND key = ?`;

const takenOf = ({ key, plan, question, reply, said, at }: Row): ModelTaken => ({
  ...{ key: String(key), plan: String(plan), question: String(question) },
  ...{ reply: String(reply), said: String(said), at: Number(at) },
});

/** Replies in a database. `now` gives milliseconds since the epoch. */
export const createModelReplies = ({ read, write }: Database, now: () => number): ModelReplies => {
  const get: ModelReplies['get'] = async (key) => {
    const row = await read.get('SELECT reply FROM model_reply WHERE key = ?', key);
    return row && String(row.reply);
  };
  return {
    get,
    keep: async ({ key, reply, plan, question, said, work }) => {
      await write(async (sql) => {
        if (work !== undefined && !(await sql.get('SELECT 1 FROM work WHERE id = ? AND ended IS NULL', work))) return;
        await sql.run(INSERT, ...[key, reply, plan, question, said ?? null, work ?? null, now()]);
      });
      return (await get(key)) ?? reply;
    },
    taken: async (limit) => (await read.all(TAKEN, limit)).map(takenOf),
    one: async (key) => {
      const row = await read.get(ONE, key);
      return row && takenOf(row);
    },
  };
};
