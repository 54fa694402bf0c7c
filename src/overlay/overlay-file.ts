import { appendFile, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { CodedError } from '../errors.ts';
import type { Entry } from './overlay.ts';

/** Bytes; two thousand entries take less than a third of it. */
const LARGEST = 2 * 1024 * 1024;
const ABSENT = 'ENOENT';

const codeOf = (error: unknown): string => String((error as NodeJS.ErrnoException).code);

const failed = (path: string, error: unknown): CodedError =>
  new CodedError('storage_failed', `${path}：${codeOf(error)}。`);

/**
 * The file as it stands; undefined when there is none.
 * @throws CodedError `storage_failed`
 */
const readOverlayFile = async (path: string): Promise<string | undefined> => {
  try {
    const bytes = await readFile(path);
    if (bytes.length > LARGEST) throw new CodedError('storage_failed', `${path} 超过 ${LARGEST} 字节。`);
    return bytes.toString('utf8');
  } catch (error) {
    if (error instanceof CodedError) throw error;
    if (codeOf(error) === ABSENT) return undefined;
    throw failed(path, error);
  }
};

const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/**
 * Puts the new text in the old one's place: whoever reads meanwhile, or after a power loss, finds one or the other whole.
 * @throws CodedError `storage_failed`
 */
const writeOverlayFile = async (path: string, text: string): Promise<void> => {
  const part = `${path}.${process.pid}.part`;
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const file = await open(part, 'w', 0o600);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(part, path);
    await syncFolder(dirname(path));
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined);
    throw failed(path, error);
  }
};

/** One line of the history: what was done, by whom, when. */
export interface Done {
  readonly did: 'add' | 'undo';
  readonly by: string;
  readonly at: string;
  readonly entry: Entry;
}

/** Where the history of an overlay stands: `<plan id>.history.jsonl` beside `<plan id>.json`. */
export const historyPath = (path: string): string => path.replace(/(?:\.json)?$/, '.history.jsonl');

/**
 * Adds a line to a history, which only grows; resolves when it is on the disk.
 * @throws CodedError `storage_failed`
 */
export const appendLine = async (path: string, line: object): Promise<void> => {
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await appendFile(path, `${JSON.stringify(line)}\n`, { mode: 0o600, flush: true });
  } catch (error) {
    throw failed(path, error);
  }
};

/** Another whenever a file is another. */
export const stampOf = async (path: string): Promise<string> => {
  try {
    const { mtimeMs, size, ino } = await stat(path);
    return `${basename(path)} ${mtimeMs} ${size} ${ino}`;
  } catch {
    return `${basename(path)} –`;
  }
};

/** Where overlays are kept, by the paths of their files. @throws CodedError of the store */
export interface OverlayKeeper {
  /** Undefined where there is none. */
  readonly read: (path: string) => Promise<string | undefined>;
  /** Puts a text in the place of the one that was read; false where that is another one by now. */
  readonly write: (path: string, text: string, before: string | undefined) => Promise<boolean>;
  /** Adds to the history. */
  readonly record: (path: string, done: Done) => Promise<void>;
  /** Another whenever the text is another. */
  readonly stamp: (path: string) => Promise<string>;
}

/** In files that this process alone writes; a person may write into them, too. */
export const IN_FILES: OverlayKeeper = {
  read: readOverlayFile,
  write: async (path, text) => {
    await writeOverlayFile(path, text);
    return true;
  },
  record: (path, done) => appendLine(historyPath(path), done),
  stamp: stampOf,
};
