import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Common, type Corpus, type Own, readCommon, readCorpus } from '../corpus.ts';
import { parsePlan } from '../plan/parse.ts';
import type { Plan } from '../types.ts';
import { type Brief, briefOf } from './brief.ts';

/** A folder as it was read. */
export interface ReadPlan {
  readonly corpus: Corpus;
  readonly plan: Plan;
}

/** A folder as it was read in brief. */
export interface BriefPlan {
  readonly brief: Brief;
  readonly read: () => ReadPlan;
}

interface Stored {
  readonly own: Own;
  readonly plan: Plan;
}

const SOURCE = fileURLToPath(new URL('..', import.meta.url));

/** Where parsed plans are kept when nothing else is said: they can be made again at any time. */
export const OWN_CACHE = join(tmpdir(), 'wenji-plans');

const hashOf = (...parts: readonly (string | Buffer)[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}\n`).update(part);
  return hash.digest('hex');
};

const filesOf = (folder: string, isOne: (name: string) => boolean): readonly (string | Buffer)[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && isOne(entry.name))
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort()
    .flatMap((path) => [path.slice(folder.length), readFileSync(path)]);

let program: string | undefined;

/** The program as it is: another one may read the same folder otherwise. */
const programHash = (): string => {
  program ??= hashOf(...filesOf(SOURCE, (name) => /\.[jt]s$/.test(name)));
  return program;
};

const KEPT = /\.(?:json|txt)$/;

/** All that a reading depends on: the program, what all plans share of names, and every file of the folder. */
const keyOf = (folder: string, { bodyNames }: Common): string =>
  hashOf(programHash(), JSON.stringify(bodyNames), ...filesOf(folder, (name) => KEPT.test(name)));

/** Whether the folder of the cache is there and belongs to whoever runs the program: nobody else may put plans into it. */
const prepare = (cacheDir: string): boolean => {
  try {
    mkdirSync(cacheDir, { recursive: true, mode: 0o700 });
    return statSync(cacheDir).uid === userInfo().uid || process.platform === 'win32';
  } catch {
    return false;
  }
};

/** What lies in a file of the cache: a line of hashes, the plan in brief, the whole of it. */
interface Lines {
  readonly head: string;
  readonly brief: string;
  /** Taken from the bytes when it is needed: it is most of the file. */
  readonly body: () => string;
}

const linesOf = (path: string): Lines => {
  const bytes = readFileSync(path);
  const first = bytes.indexOf('\n');
  const second = bytes.indexOf('\n', first + 1);
  if (first < 0 || second < 0) throw new Error('cut off');
  const brief = bytes.toString('utf8', first + 1, second);
  return { head: bytes.toString('utf8', 0, first), brief, body: () => bytes.toString('utf8', second + 1) };
};

const headOf = (key: string, brief: string): string => `${key} ${hashOf(brief)}`;

/** What was stored under a key; undefined when nothing was, or not as a whole. */
const load = <T>(path: string, key: string, pick: (lines: Lines) => T): T | undefined => {
  try {
    const lines = linesOf(path);
    return lines.head.startsWith(headOf(key, lines.brief)) ? pick(lines) : undefined;
  } catch {
    return undefined;
  }
};

const briefIn = ({ brief }: Lines): Brief => JSON.parse(brief) as Brief;

const wholeIn = ({ head, body }: Lines): Stored => {
  const whole = body();
  if (!head.endsWith(` ${hashOf(whole)}`)) throw new Error('not as it was stored');
  return JSON.parse(whole) as Stored;
};

/** Whole or not at all; returns whether it is kept: a cache that cannot be written to is none. */
const store = (path: string, key: string, [brief, body]: readonly [string, string]): boolean => {
  const part = `${path}.${process.pid}.part`;
  try {
    writeFileSync(part, `${headOf(key, brief)} ${hashOf(body)}\n${brief}\n${body}`);
    renameSync(part, path);
    return true;
  } catch {
    return false;
  }
};

const ownOf = ({ shape, source, registry, words, ownLexicon, terms, conflicts, english, jieba }: Corpus): Own => ({
  ...{ shape, source, registry, words, ownLexicon, terms, conflicts, english, jieba },
});

/** Where a folder's plan is kept, and under which key. */
interface Place {
  readonly folder: string;
  readonly common: Common;
  readonly key: string;
  /** Undefined where nothing can be kept. */
  readonly path: string | undefined;
}

const placeOf = (folder: string, cacheDir: string): Place => {
  const common = readCommon(folder);
  const path = prepare(cacheDir) ? join(cacheDir, `${hashOf(resolve(folder))}.json`) : undefined;
  return { folder, common, key: keyOf(folder, common), path };
};

interface Anew {
  readonly brief: Brief;
  readonly whole: ReadPlan;
  readonly kept: boolean;
}

const readAnew = ({ folder, path, key }: Place): Anew => {
  const corpus = readCorpus(folder);
  const whole = { corpus, plan: parsePlan(corpus) };
  const brief = briefOf(whole.plan, corpus);
  const body = { own: ownOf(corpus), plan: whole.plan };
  const kept = path !== undefined && store(path, key, [JSON.stringify(brief), JSON.stringify(body)]);
  return { brief, whole, kept };
};

const readAt = (place: Place): ReadPlan => {
  const { path, key, common } = place;
  const stored = path === undefined ? undefined : load(path, key, wholeIn);
  return stored ? { corpus: { ...common, ...stored.own }, plan: stored.plan } : readAnew(place).whole;
};

/** Reads a plan again whenever it is asked for, and holds nothing of it. */
const readingAt = (place: Place) => (): ReadPlan => readAt(place);

const held = (whole: ReadPlan) => (): ReadPlan => whole;

/**
 * Reads a plan's folder, from the cache where neither the folder nor the program has changed since. A cache that is
 * broken, of another program or not to be read is made anew and never an error.
 * @throws CodedError `corpus_invalid` as reading the folder does
 */
export const readPlanOnce = (folder: string, cacheDir: string = OWN_CACHE): ReadPlan =>
  readAt(placeOf(folder, cacheDir));

/** Whether a folder lies in the cache as it is. */
export const isStored = (folder: string, cacheDir: string = OWN_CACHE): boolean => {
  try {
    const { path, key } = placeOf(folder, cacheDir);
    return path !== undefined && load(path, key, () => true) === true;
  } catch {
    return false;
  }
};

/**
 * Reads a plan's folder in brief; the whole of it lies in the cache until it is asked for, in memory only where nothing
 * can be kept.
 * @throws CodedError `corpus_invalid` as reading the folder does
 */
export const readBriefOnce = (folder: string, cacheDir: string = OWN_CACHE): BriefPlan => {
  const place = placeOf(folder, cacheDir);
  const brief = place.path === undefined ? undefined : load(place.path, place.key, briefIn);
  if (brief) return { brief, read: readingAt(place) };
  const anew = readAnew(place);
  return { brief: anew.brief, read: anew.kept ? readingAt(place) : held(anew.whole) };
};
