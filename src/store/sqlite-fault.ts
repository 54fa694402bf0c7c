import { CodedError } from '../errors.ts';

/** SQLite's result codes that tell of the disk or of another process, not of a bug of ours (page Result and Error Codes). */
const BUSY: readonly unknown[] = [5, 6];
const READONLY_IOERR_CORRUPT_FULL_CANTOPEN_NOTADB: readonly unknown[] = [8, 10, 11, 13, 14, 26];

/** SQLite's own words name the file's state, never its contents: disk full, read-only. A bug of ours stays what it is. */
export const storageFault = (error: unknown, path?: string): unknown => {
  if (!(error instanceof Error)) return error;
  const detail = `${path === undefined ? '' : `${path}：`}${error.message}。`;
  const code: unknown = Number(Reflect.get(error, 'errcode')) & 0xff;
  if (BUSY.includes(code)) return new CodedError('storage_locked', detail);
  const ofDisk = READONLY_IOERR_CORRUPT_FULL_CANTOPEN_NOTADB.includes(code) || 'syscall' in error;
  return ofDisk ? new CodedError('storage_failed', detail) : error;
};
