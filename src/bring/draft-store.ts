import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CodedError } from '../errors.ts';
import type { FolderFiles } from '../import/files.ts';
import { DRAFT_FILES, type Draft, type DraftReading, draftSchema } from './draft.ts';

const failed = (error: unknown): CodedError =>
  new CodedError('storage_failed', `草稿没有写成：${String((error as NodeJS.ErrnoException).code)}。`);

const kept = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    throw failed(error);
  }
};

const readJson = async <T>(path: string): Promise<T | undefined> =>
  readFile(path, 'utf8').then(
    (text): T => JSON.parse(text),
    () => undefined,
  );

/** Drafts on the disk, a folder each. */
export const createDraftStore = (dir: string) => {
  const at = (id: string, ...names: readonly string[]): string => join(dir, id, ...names);

  const save = (draft: Draft): Promise<void> =>
    kept(async () => {
      const path = at(draft.id, DRAFT_FILES.draft);
      await writeFile(`${path}.part`, JSON.stringify(draft), { mode: 0o600 });
      await rename(`${path}.part`, path);
    });

  /** The folder appears with all that is in it. */
  const create = (draft: Draft, bytes: Uint8Array): Promise<void> =>
    kept(async () => {
      const made = join(dir, `.${draft.id}`);
      try {
        await mkdir(made, { recursive: true, mode: 0o700 });
        await writeFile(join(made, DRAFT_FILES.received), bytes, { mode: 0o600 });
        await writeFile(join(made, DRAFT_FILES.draft), JSON.stringify(draft), { mode: 0o600 });
        await rename(made, at(draft.id));
      } finally {
        await rm(made, { recursive: true, force: true });
      }
    });

  /** The reading in use, with the corrections that it was made with. */
  const reading = (id: string): Promise<DraftReading | undefined> =>
    readJson(at(id, DRAFT_FILES.read, DRAFT_FILES.reading));

  /** What was read takes the place of the reading before, which stays to be compared with. */
  const promote = (id: string): Promise<void> =>
    kept(async () => {
      const read = at(id, DRAFT_FILES.read);
      await rename(join(read, DRAFT_FILES.reading), at(id, DRAFT_FILES.before)).catch(() => undefined);
      await rm(read, { recursive: true, force: true });
      await rename(at(id, DRAFT_FILES.next), read);
    });

  const load = async (): Promise<readonly Draft[]> => {
    const entries = await readdir(dir, { withFileTypes: true }).catch(() => []);
    const drafts = await Promise.all(
      entries
        .filter((entry) => entry.isDirectory())
        .map(async ({ name }): Promise<readonly Draft[]> => {
          const read = draftSchema.safeParse(await readJson(at(name, DRAFT_FILES.draft)));
          if (read.success && read.data.id === name) return [read.data];
          await rm(at(name), { recursive: true, force: true });
          return [];
        }),
    );
    return drafts.flat();
  };

  /** The files of the plan's folder that a draft makes. */
  const planFiles = (id: string): Promise<FolderFiles> =>
    kept(async () => {
      const folder = at(id, DRAFT_FILES.read, DRAFT_FILES.plan);
      const names = await readdir(folder);
      return Object.fromEntries(
        await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name))] as const)),
      );
    });

  return {
    ...{ create, save, load, reading, promote, planFiles },
    folder: (id: string): string => at(id),
    before: (id: string): Promise<DraftReading | undefined> => readJson(at(id, DRAFT_FILES.before)),
    remove: (id: string): Promise<void> => rm(at(id), { recursive: true, force: true }),
  };
};
