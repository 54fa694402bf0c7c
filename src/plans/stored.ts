import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Common, type Corpus, type Own, readCommon, readCorpus } from '../corpus.ts';
import { parsePlan } from '../plan/parse.ts';
import type { Plan } from '../types.ts';

/** A folder as it was read. */
export interface ReadPlan {
  readonly corpus: Corpus;
  readonly plan: Plan;
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
  program ??= hashOf(...filesOf(SOURCE, (name) => name.endsWith('.ts')));
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

/** What was stored under a key; undefined when nothing was, or not as a whole. */
const load = (path: string, key: string): Stored | undefined => {
  try {
    const [head = '', ...body] = readFileSync(path, 'utf8').split('\n');
    return head === `${key} ${hashOf(body.join('\n'))}` ? (JSON.parse(body.join('\n')) as Stored) : undefined;
  } catch {
    return undefined;
  }
};

/** Whole or not at all; a cache that cannot be written to is none. */
const store = (path: string, key: string, stored: Stored): void => {
  const body = JSON.stringify(stored);
  const part = `${path}.${process.pid}.part`;
  try {
    writeFileSync(part, `${key} ${hashOf(body)}\n${body}`);
    renameSync(part, path);
  } catch {
    // read anew next time
  }
};

const ownOf = ({ shape, source, registry, words, ownLexicon, terms, conflicts, english, jieba }: Corpus): Own => ({
  ...{ shape, source, registry, words, ownLexicon, terms, conflicts, english, jieba },
});

/**
 * Reads a plan's folder, from the cache where neither the folder nor the program has changed since. A cache that is
 * broken, of another program or not to be read is made anew and never an error.
 * @throws CodedError `corpus_invalid` as reading the folder does
 */
export const readPlanOnce = (folder: string, cacheDir: string = OWN_CACHE): ReadPlan => {
  const common = readCommon(folder);
  const key = keyOf(folder, common);
  const path = join(cacheDir, `${hashOf(resolve(folder))}.json`);
  const isOwn = prepare(cacheDir);
  const stored = isOwn ? load(path, key) : undefined;
  if (stored) return { corpus: { ...common, ...stored.own }, plan: stored.plan };
  const corpus = readCorpus(folder);
  const plan = parsePlan(corpus);
  if (isOwn) store(path, key, { own: ownOf(corpus), plan });
  return { corpus, plan };
};
