import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { CodedError } from '../errors.ts';

/** The file of the store in a data folder. */
export const STORE_FILE = 'wenji.sqlite';
/** What else of a data folder must survive: words of ours, plans that were brought, who did what. */
const FOLDERS = ['overlay', 'plans', 'imports'];

const refused = (detail: string): CodedError => new CodedError('backup_refused', detail);

/** Throws where a file is no whole database. */
const checkWhole = (path: string): void => {
  let said: unknown;
  try {
    const file = new DatabaseSync(path, { readOnly: true });
    try {
      said = Object.values(file.prepare('PRAGMA integrity_check(1)').get() ?? {})[0];
    } finally {
      file.close();
    }
  } catch (error) {
    said = error instanceof Error ? error.message : error;
  }
  if (said !== 'ok') throw refused(`${path} 不是完整的数据文件（${said}），请换一份备份。`);
};

const isEmpty = (folder: string): boolean => !existsSync(folder) || readdirSync(folder).length === 0;

/** What is being written has a name that begins with a dot, or ends with `.part`. */
const isWhole = (path: string): boolean => !basename(path).startsWith('.') && !path.endsWith('.part');

const copyFolders = (from: string, to: string): void => {
  for (const folder of FOLDERS)
    if (existsSync(join(from, folder)))
      cpSync(join(from, folder), join(to, folder), { recursive: true, filter: isWhole });
};

/**
 * Copies a data folder, also while a process answers from it: what was committed when it began is in it, what was
 * deleted is not. The copy is there as a whole or not at all.
 *
 * @throws CodedError `backup_refused`, naming the path and the remedy
 */
export const backUp = (data: string, target: string): void => {
  if (!existsSync(join(data, STORE_FILE))) throw refused(`${data} 里没有 ${STORE_FILE}，请用 DATA_DIR 指明数据目录。`);
  if (!isEmpty(target)) throw refused(`${target} 不是空目录，请换一个位置。`);
  const part = `${target}.part`;
  rmSync(part, { recursive: true, force: true });
  mkdirSync(part, { recursive: true, mode: 0o700 });
  try {
    const copy = join(part, STORE_FILE);
    const file = new DatabaseSync(join(data, STORE_FILE));
    try {
      file.exec('PRAGMA busy_timeout = 10000');
      file.prepare('VACUUM INTO ?').run(copy);
    } finally {
      file.close();
    }
    chmodSync(copy, 0o600);
    checkWhole(copy);
    copyFolders(data, part);
    rmSync(target, { recursive: true, force: true });
    renameSync(part, target);
  } catch (error) {
    rmSync(part, { recursive: true, force: true });
    throw error instanceof CodedError
      ? error
      : refused(`备份没有写成：${error instanceof Error ? error.message : error}。`);
  }
};

/**
 * Puts a backup into a data folder that holds no store yet.
 *
 * @throws CodedError `backup_refused`, naming the path and the remedy
 */
export const restore = (backup: string, data: string): void => {
  if (!existsSync(join(backup, STORE_FILE))) throw refused(`${backup} 里没有 ${STORE_FILE}，不是备份。`);
  if (existsSync(join(data, STORE_FILE)))
    throw refused(`${data} 里已有数据，不会覆盖；请先停掉服务，把这个目录改名，再恢复一次。`);
  checkWhole(join(backup, STORE_FILE));
  mkdirSync(data, { recursive: true, mode: 0o700 });
  copyFolders(backup, data);
  const part = join(data, `${STORE_FILE}.part`);
  cpSync(join(backup, STORE_FILE), part);
  chmodSync(part, 0o600);
  // Last, so that a copy that broke off is tried again and not taken for one.
  renameSync(part, join(data, STORE_FILE));
};
