import { CodedError } from '../../src/errors.ts';
import { openPostgres } from '../../src/store/postgres/postgres.ts';
import { bad, type Finding, good } from './finding.ts';

/** Where the database is, without user and password. */
const placeOf = (address: string): string => {
  const { host, pathname, searchParams } = new URL(address);
  return `${searchParams.get('host') ?? host}${pathname}`;
};

const reasonOf = (error: unknown): string =>
  error instanceof CodedError ? error.message : error instanceof Error ? `${error.message}。` : `${error}。`;

/** Whether the database can be reached, and takes what is written. */
export const databaseFinding = async (address: string): Promise<Finding> => {
  const place = placeOf(address);
  try {
    const database = await openPostgres(address);
    await database.close();
    return good(`数据库：${place} 连得上，表都在。`);
  } catch (error) {
    return bad(`数据库：${place} 用不了：${reasonOf(error)}`);
  }
};
