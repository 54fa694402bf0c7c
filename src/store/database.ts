/** What both databases know. */
export type Value = string | number | null;
export type Row = Readonly<Record<string, Value>>;
/** At once from a file, later from a server. */
export type Awaitable<T> = T | Promise<T>;

/** What comes next, at once where the value is there already: a file would wait for a turn with each statement. */
export const followed = <T, R>(value: Awaitable<T>, next: (value: T) => Awaitable<R>): Awaitable<R> =>
  value instanceof Promise ? value.then(next) : next(value);

/** As many marks for values as there are values: `?, ?, ?`. */
export const marks = (values: readonly unknown[], mark = '?'): string => values.map(() => mark).join(', ');

/** Statements by their text, in the SQL that SQLite and PostgreSQL share; `?` stands for a value. */
export interface Sql {
  /** The number of rows that changed. */
  readonly run: (text: string, ...values: readonly Value[]) => Awaitable<number>;
  /** The id of the row that was inserted. */
  readonly insert: (text: string, ...values: readonly Value[]) => Awaitable<number>;
  readonly get: (text: string, ...values: readonly Value[]) => Awaitable<Row | undefined>;
  readonly all: (text: string, ...values: readonly Value[]) => Awaitable<readonly Row[]>;
}

/** Where everything lies that must survive a crash. */
export interface Database {
  /**
   * One piece of writing, all or nothing. Resolves when it is on the disk, power loss included; rejects with
   * `storage_failed` when it is not. It awaits statements and nothing else.
   */
  readonly write: <T>(work: (sql: Sql) => Awaitable<T>) => Promise<T>;
  /**
   * One statement that is a piece of writing by itself, and may as well be done twice; resolves to the first row that it
   * returns, of the last time.
   */
  readonly set: (text: string, ...values: readonly Value[]) => Promise<Row | undefined>;
  /** What is on the disk; writing that still waits is not seen. */
  readonly read: Sql;
  /** Sees to it that what was deleted stands in no file from then on, as far as that is ours to see to. */
  readonly scrub: () => Promise<void>;
  /** Resolves when nothing waits any more, and all is closed. */
  readonly close: () => Promise<void>;
}

/** Told of every transaction: milliseconds until it was on the disk, or until it failed. */
export type OnCommit = (ms: number, ok: boolean) => void;
