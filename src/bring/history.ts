import { open } from 'node:fs/promises';
import { appendLine } from '../overlay/overlay-file.ts';

/** What was done with plans at the desk: one line of the history, which only grows. */
export interface PlanDone {
  readonly did: 'upload' | 'correct' | 'discard' | 'use' | 'replace' | 'drop' | 'restore';
  readonly by: string;
  /** ISO 8601. */
  readonly at: string;
  /** The plan's id. */
  readonly plan: string;
  /** Its title, or the file's name before it has one. */
  readonly title: string;
  /** What was corrected. */
  readonly what?: string;
}

/** Bytes of the end of the history that are read to show it. */
const TAIL = 64 * 1024;

/** Adds a line to the history. @throws CodedError `storage_failed` */
export const recordPlanDone = (path: string, done: PlanDone): Promise<void> => appendLine(path, done);

const readTail = async (path: string): Promise<string> => {
  const file = await open(path, 'r').catch(() => undefined);
  if (!file) return '';
  try {
    const { size } = await file.stat();
    const from = Math.max(0, size - TAIL);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(size - from), 0, size - from, from);
    return buffer.subarray(0, bytesRead).toString('utf8');
  } finally {
    await file.close();
  }
};

/** The last lines of the history, the latest first; a line that cannot be read is left out. */
export const lastDone = async (path: string, most: number): Promise<readonly PlanDone[]> =>
  (await readTail(path))
    .split('\n')
    .flatMap((line): readonly PlanDone[] => {
      try {
        return [JSON.parse(line)];
      } catch {
        return [];
      }
    })
    .slice(-most)
    .toReversed();
