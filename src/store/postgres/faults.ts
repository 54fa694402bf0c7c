import { CodedError } from '../../errors.ts';

/** Classes and codes of the page PostgreSQL Error Codes: no connection, no room, told to go, not there yet. */
const GONE = /^(?:08|53|57P0[1-3]|58)/;
/** Two transactions that cannot both go on: one of them is to be done again. */
const AGAIN = /^40(?:001|P01)$/;
/** What Node and the driver say of a connection. */
const OF_CONNECTION = /^E[A-Z]+$/;
const WORDS_OF_DRIVER = /Connection terminated|timeout|not queryable|server closed|Connection ended/i;

const codeOf = (error: unknown): string => String(Reflect.get(Object(error), 'code') ?? '');
const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** True where the server is away or has no room: it may be back in a moment, and nothing was done. */
export const isGone = (error: unknown): boolean =>
  GONE.test(codeOf(error)) || OF_CONNECTION.test(codeOf(error)) || WORDS_OF_DRIVER.test(wordsOf(error));

/** True where doing the same again may go well. */
export const isPassing = (error: unknown): boolean => isGone(error) || AGAIN.test(codeOf(error));

/** Refusals that somebody has to mend in the setting or on the server: password, database, right. */
const OF_SETTING = /^(?:28|3D|42501)/;

/** The server's own words name its state, never what is stored. A bug of ours stays what it is. */
export const databaseFault = (error: unknown): unknown => {
  if (error instanceof CodedError) return error;
  if (!isPassing(error) && !OF_SETTING.test(codeOf(error))) return error;
  const said = wordsOf(error) || codeOf(error);
  return new CodedError('database_failed', `${said}。`);
};
