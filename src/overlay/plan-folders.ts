import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { planFolders } from '../corpus.ts';
import { CodedError } from '../errors.ts';
import type { Brief } from '../plans/brief.ts';
import { readBriefOnce } from '../plans/stored.ts';
import { createCutter } from '../search/cut.ts';
import type { MadePlan } from './live.ts';

/** Whether a plan comes with the program or was brought to it. */
export type Origin = 'corpus' | 'brought';

/** A folder as it was read. */
export interface PlanFolder {
  readonly folder: string;
  readonly origin: Origin;
  readonly brief: Brief;
  readonly made: MadePlan;
}

type ReadFolder =
  | (PlanFolder & { readonly status: 'read' })
  | { readonly status: 'broken'; readonly folder: string; readonly reason: string };

/** Lies in the folder of a brought plan that was taken out of force. */
const TAKEN_OUT = 'taken-out';

export const isTakenOut = (folder: string): boolean => existsSync(join(folder, TAKEN_OUT));

export const markTakenOut = (folder: string): Promise<void> => writeFile(join(folder, TAKEN_OUT), '');

export const unmarkTakenOut = (folder: string): Promise<void> => rm(join(folder, TAKEN_OUT), { force: true });

/** What is the matter with a folder, without the remedy for somebody who starts the program. */
export const reasonOf = (error: unknown): string => {
  if (error instanceof CodedError)
    return error.message
      .replace(error.remedy, '')
      .trim()
      .replace(/[。；]+$/u, '');
  return `读取时出错：${error instanceof Error ? error.message : String(error)}`;
};

/** The folders of brought plans, those taken out of force included. */
export const broughtFolders = (root: string): readonly string[] => (existsSync(root) ? planFolders(resolve(root)) : []);

/**
 * Reads a plan's folder. A brought plan teaches jieba nothing: its dictionary cannot forget, and no answer may depend on
 * which plans came and went before.
 */
export const readPlanFolder = (folder: string, origin: Origin): ReadFolder => {
  try {
    const { brief, read } = readBriefOnce(folder);
    return { status: 'read', folder, origin, brief, made: { ...read(), cutter: createCutter([]) } };
  } catch (error) {
    // Whoever asks whether the service is well need not know where its files lie.
    return { status: 'broken', folder, reason: reasonOf(error).replaceAll(`${folder}/`, '') };
  }
};

/**
 * Reads the plans that come with the program and those that were brought. The names of the former are taught to jieba at
 * once, before anything is cut. Of two with one id the first is used, those of the program before others.
 */
export const readPlanFolders = async (
  corpusDir: string,
  broughtDir: string,
  onBroken: (folder: string, reason: string) => void,
): Promise<readonly PlanFolder[]> => {
  const folders = [
    ...planFolders(corpusDir).map((folder) => ({ folder, origin: 'corpus' as const })),
    ...broughtFolders(broughtDir)
      .filter((folder) => !isTakenOut(folder))
      .map((folder) => ({ folder, origin: 'brought' as const })),
  ];
  const used = new Map<string, PlanFolder>();
  for (const { folder, origin } of folders) {
    const read = readPlanFolder(folder, origin);
    if (read.status === 'broken') {
      onBroken(folder, read.reason);
      continue;
    }
    const same = used.get(read.brief.id);
    if (same) onBroken(folder, `标识 ${read.brief.id} 与 ${same.folder} 的计划相同，请换一个标识`);
    else used.set(read.brief.id, read);
  }
  const found = [...used.values()];
  const own = found.filter(({ origin }) => origin === 'corpus');
  createCutter(own.flatMap(({ brief }) => brief.jieba));
  return found;
};
