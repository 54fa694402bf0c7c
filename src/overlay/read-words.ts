import { basename } from 'node:path';
import { type Corpus, readCorpus } from '../corpus.ts';
import { CodedError } from '../errors.ts';
import { parsePlan } from '../plan/parse.ts';
import type { Plan } from '../types.ts';
import { inForce, type Overlay, readOverlay } from './overlay.ts';
import type { OverlayKeeper } from './overlay-file.ts';
import type { WordCheck } from './word-fault.ts';

/** Words that cannot be used: which file, where in it, why. What was in force before stays so. */
export interface Refused {
  readonly status: 'refused';
  readonly file: string;
  /** From 1. */
  readonly line?: number;
  /** 第 3 条（…）. */
  readonly entry?: string;
  readonly reason: string;
  /** The plan itself is another one now. */
  readonly anew?: true;
}

/** The words of a refusal for people: 〈文件〉第 3 行，第 2 条（…）：…。 */
export const refusalText = ({ file, line, entry, reason }: Refused): string =>
  [file, line === undefined ? '' : ` 第 ${line} 行`, entry === undefined ? '' : `，${entry}`, `：${reason}。`].join('');

const refused = (file: string, reason: string): Refused => ({ status: 'refused', file, reason });

const withoutEnd = (text: string): string => text.trim().replace(/[。；]+$/, '');

/** A coded error of a file as a refusal; anything else is a bug and goes on its way. */
export const asRefused = (error: unknown, file: string): Refused => {
  if (!(error instanceof CodedError)) throw error;
  return refused(file, withoutEnd(error.message.replace(error.remedy, '')));
};

const isSamePlan = (one: Plan, other: Plan): boolean =>
  JSON.stringify({ ...one, registry: undefined }) === JSON.stringify({ ...other, registry: undefined });

/** A corpus folder read anew: its words may have changed, what the plan says may not. */
export const readWords = (
  folder: string,
  plan: Plan,
): { readonly status: 'read'; readonly corpus: Corpus } | Refused => {
  const name = basename(folder.replace(/\/+$/, ''));
  try {
    const corpus = readCorpus(folder);
    return isSamePlan(parsePlan(corpus), plan)
      ? { status: 'read', corpus }
      : { ...refused(name, '计划的原文或条款结构变了，请重启服务后生效'), anew: true };
  } catch (error) {
    return asRefused(error, name);
  }
};

/** An overlay that may be used, and the text in which it stood. */
export interface ReadOverlay {
  readonly status: 'read';
  readonly overlay: Overlay;
  readonly text: string | undefined;
}

/** Whose overlay it is, how its words are checked, and where it is read. */
export interface OverlayOf extends Pick<OverlayKeeper, 'read'> {
  readonly plan: string;
  readonly startCheck: () => WordCheck;
}

/** Reads the overlay's file and checks its words one after another. No file is no words. */
export const readCheckedOverlay = async (
  path: string,
  { plan, startCheck, read: readText }: OverlayOf,
): Promise<ReadOverlay | Refused> => {
  const file = basename(path);
  let text: string | undefined;
  try {
    text = await readText(path);
  } catch (error) {
    return asRefused(error, file);
  }
  if (text === undefined) return { status: 'read', overlay: { plan, entries: [] }, text };
  const read = readOverlay(text, plan);
  if (read.status === 'broken') return { ...read, status: 'refused', file };
  const { overlay, lineOf } = read;
  const entries = inForce(overlay);
  if (entries.length === 0) return { status: 'read', overlay, text };
  const check = startCheck();
  for (const entry of entries) {
    const fault = check.faultOf(entry);
    if (fault) {
      const at = overlay.entries.indexOf(entry);
      const place = { line: lineOf(at), entry: `第 ${at + 1} 条（${entry.id}）` };
      return { status: 'refused', file, ...place, reason: `“${entry.say}”${fault.reason}` };
    }
    check.take(entry);
  }
  return { status: 'read', overlay, text };
};
