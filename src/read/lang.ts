import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { CodedError } from '../errors.ts';
import type { Meaning, Weak } from './candidate.ts';
import type { Complements } from './complements.ts';
import type { ListsShown } from './list-words.ts';
import { meaningOf } from './meanings.ts';
import { type ProgressWords, STATES } from './progress-asked.ts';
import type { Talk } from './talk.ts';

/** A word and what it means. */
export interface Row {
  readonly word: string;
  readonly rule: string;
  readonly meaning: Meaning;
  /** Counts only where a clause begins (`^` at the end of the row's key). */
  readonly head: boolean;
  /** Counts only where a clause ends (`$`). */
  readonly end: boolean;
  /** Is an ordinary word too (`~`): joined to plain words it is one of them; `<`: to words in front of it only. */
  readonly weak: Weak | undefined;
}

/** What the corpus says of a language: words of asking, measures, words that only look like words of asking. */
export interface Lang {
  readonly rows: readonly Row[];
  /** 家 → a count, 亿元 → money, 项 → a task. */
  readonly measures: ReadonlyMap<string, string>;
  /** 归还, 高中: words whose every character is a word of asking, and which ask nothing. */
  readonly plain: ReadonlySet<string>;
  /** 表里, 能干: words of the dictionary that a question never means as such. */
  readonly never: ReadonlySet<string>;
  /** How names of bodies end: 局, 厅, 委员会. */
  readonly bodies: readonly string[];
  /** How names of sorts of bodies end: 公司, 机构. */
  readonly sorts: readonly string[];
  readonly complements: Complements;
  readonly talk: Talk;
  readonly lists: ListsShown;
  readonly progress: ProgressWords;
}

const fileSchema = z.record(z.string(), z.array(z.string().min(1)));

/** Files of a language's folder that hold no rows of tokens. */
const OTHER = new Set(['measures', 'plain', 'bodies', 'complements', 'talk', 'lists', 'progress']);

const readFile = (path: string): Readonly<Record<string, readonly string[]>> => {
  const read = fileSchema.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (read.success) return read.data;
  throw new CodedError('corpus_invalid', `${path}：${z.prettifyError(read.error)}。`);
};

const weakOf = (key: string): Weak | undefined =>
  key.includes('~') ? 'both' : key.includes('<') ? 'behind' : undefined;

const rowsOf = (kind: string, path: string): readonly Row[] =>
  Object.entries(readFile(path)).flatMap(([key, words]) => {
    const value = key.replace(/[~<^$]+$/, '');
    const meaning = meaningOf(kind, value);
    if (!meaning) throw new CodedError('corpus_invalid', `${path}：没有“${value}”这一类。`);
    const where = { head: key.includes('^'), end: key.includes('$'), weak: weakOf(key) };
    return words.map((word): Row => ({ word, rule: `${kind}:${value}`, meaning, ...where }));
  });

/**
 * Returns the rows of every language folder under `corpus/lang`.
 * @throws CodedError `corpus_invalid` naming the file and what is wrong.
 */
export const readLang = (folder: string): Lang => {
  const rows: Row[] = [];
  const measures = new Map<string, string>();
  const others = new Map<string, string[]>();
  const other = (key: string): readonly string[] => others.get(key) ?? [];
  for (const language of readdirSync(folder).sort())
    for (const file of readdirSync(join(folder, language)).sort()) {
      if (!file.endsWith('.json')) continue;
      const [kind, path] = [file.slice(0, -'.json'.length), join(folder, language, file)];
      if (!OTHER.has(kind)) rows.push(...rowsOf(kind, path));
      else
        for (const [value, words] of Object.entries(readFile(path))) {
          if (kind === 'measures') for (const word of words) measures.set(word, value);
          else others.set(`${kind}/${value}`, [...other(`${kind}/${value}`), ...words]);
        }
    }
  return {
    rows,
    measures,
    plain: new Set(other('plain/words')),
    never: new Set(other('plain/never')),
    bodies: other('bodies/unit'),
    sorts: other('bodies/sort'),
    talk: {
      core: other('talk/core'),
      beside: other('talk/beside'),
      belonging: other('talk/belonging'),
      desk: other('talk/desk'),
    },
    lists: { export: other('lists/export'), beside: other('lists/beside') },
    progress: Object.fromEntries([...STATES, 'beside'].map((key) => [key, other(`progress/${key}`)])) as ProgressWords,
    complements: { behind: other('complements/behind'), whole: other('complements/whole') },
  };
};
