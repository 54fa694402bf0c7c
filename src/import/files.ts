import { randomUUID } from 'node:crypto';
import { lstat, mkdir, readdir, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, join, resolve, sep } from 'node:path';
import { CodedError } from '../errors.ts';
import { LIMITS } from './limits.ts';

const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const LONGEST_ID = 64;
const FILE_NAME = /^[^/\\\0]{1,200}$/;

/** A file as received. */
export interface Received {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const missing = (path: string): CodedError => new CodedError('import_path', `找不到 ${basename(path)}。`);

/**
 * Reads a file to be imported: an ordinary one, not larger than allowed, and within a folder where one is given, links
 * followed.
 */
export const receiveFile = async (path: string, within?: string): Promise<Received> => {
  const real = await realpath(path).catch(() => {
    throw missing(path);
  });
  if (within !== undefined && !real.startsWith((await realpath(within)) + sep)) {
    throw new CodedError('import_path', `${basename(path)} 在文件夹之外。`);
  }
  const { size, isFile } = await stat(real).then((found) => ({ size: found.size, isFile: found.isFile() }));
  if (!isFile) throw new CodedError('import_path', `${basename(path)} 不是普通文件。`);
  if (size === 0) throw new CodedError('import_empty');
  if (size > LIMITS.fileBytes) throw new CodedError('import_too_large', `文件有 ${Math.ceil(size / 1024 / 1024)} MB。`);
  return { name: basename(path), bytes: await readFile(real) };
};

/** Returns the paths of a folder's own files in order of name, hidden ones and links left out. */
export const filesIn = async (folder: string): Promise<readonly string[]> =>
  (await readdir(folder, { withFileTypes: true }))
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.') && !entry.name.startsWith('~$'))
    .map(({ name }) => join(folder, name))
    .sort();

/** Throws where an id cannot name a folder. */
export const checkId = (id: string): void => {
  if (!ID.test(id) || id.length > LONGEST_ID)
    throw new CodedError('import_id', `“${id.slice(0, LONGEST_ID)}”不能作标识。`);
};

const exists = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    () => false,
  );

/** What a corpus folder is made of, by file name. */
export type FolderFiles = Readonly<Record<string, string | Uint8Array>>;

/** Where a folder is written. */
export interface FolderPlace {
  readonly to: string;
  readonly id: string;
  readonly replace?: boolean;
  /** Called with the folder when it stands; where it throws, all is put back. */
  readonly accept?: (folder: string) => Promise<void>;
}

/**
 * Writes a plan's folder in one step: all files beside it under a name of their own, then a rename. An existing folder
 * is replaced only when `replace` says so, and is put back if that fails. Returns the folder's path.
 */
export const writeFolder = async (
  { to, id, replace = false, accept }: FolderPlace,
  files: FolderFiles,
): Promise<string> => {
  checkId(id);
  const wrong = Object.keys(files).find((name) => !FILE_NAME.test(name) || name === '.' || name === '..');
  if (wrong !== undefined) throw new CodedError('import_path', `文件名不能用：${wrong}。`);
  const target = join(resolve(to), id);
  const there = await exists(target);
  if (there && !replace) throw new CodedError('import_exists', `${id} 已在。`);
  const made = join(resolve(to), `.${id}.${randomUUID()}`);
  const old = `${made}.old`;
  try {
    await mkdir(made, { recursive: true });
    for (const [name, contents] of Object.entries(files)) await writeFile(join(made, name), contents, { flag: 'wx' });
    if (there) await rename(target, old);
    try {
      await rename(made, target);
      await accept?.(target);
    } catch (error) {
      await rm(target, { recursive: true, force: true });
      if (there) await rename(old, target);
      throw error;
    }
  } finally {
    await rm(made, { recursive: true, force: true });
    await rm(old, { recursive: true, force: true });
  }
  return target;
};

const LONGEST_NAME = 120;

/** Returns a file's name as it may be shown and kept: no folder before it, no control characters, not endless. */
export const tidyName = (name: string): string => {
  const own = name.split(/[/\\]/).at(-1) ?? '';
  const plain = own.replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, '').trim();
  const extension = /\.[a-z0-9]{1,8}$/i.exec(plain)?.[0] ?? '';
  const stem = [...plain.slice(0, plain.length - extension.length)].slice(0, LONGEST_NAME).join('');
  return `${stem.replace(/^\.+/, '') || 'plan'}${extension}`;
};
