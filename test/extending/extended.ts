import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Bot, createBot } from '../../src/bot.ts';
import { assemble } from '../../src/compose/assemble.ts';
import type { Assembled, Build } from '../../src/compose/assembled.ts';
import { scoreOf, unreadOf } from '../../src/compose/cover.ts';
import type { Parts } from '../../src/compose/parts.ts';
import { scan } from '../../src/compose/scan.ts';
import { type Lang, readLang } from '../../src/read/lang.ts';
import { createRead, type Read } from '../../src/read/read.ts';
import { readQuestionContent } from '../read/content.ts';

const LANG = fileURLToPath(new URL('../../corpus/lang/', import.meta.url));
const content = readQuestionContent();

/** A word, the file of `corpus/lang` that it goes into, and the key of its row there. */
export interface NewWord {
  readonly file: string;
  readonly key: string;
  readonly word: string;
}

const write = (folder: string, { file, key, word }: NewWord): void => {
  const path = join(folder, file);
  const rows: Record<string, readonly string[]> = JSON.parse(readFileSync(path, 'utf8'));
  writeFileSync(path, JSON.stringify({ ...rows, [key]: [...(rows[key] ?? []), word] }));
};

/** Returns the words of asking as they are once words are written into their files: read from a copy of the folder. */
export const langWith = (...words: readonly NewWord[]): Lang => {
  const folder = mkdtempSync(join(tmpdir(), 'wenji-lang-'));
  try {
    cpSync(LANG, folder, { recursive: true });
    for (const word of words) write(folder, word);
    return readLang(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** The reader of questions, with other words of asking than the program's own. */
export const readWith = (lang: Lang): Read => createRead({ ...content, lang });

/** A bot on the first plan, with other words of asking than the program's own. */
export const botWith = (lang: Lang): Bot => {
  const { plan, corpus, cutter } = content;
  return createBot({ corpus, lang, made: { plan, cutter } });
};

const read = createRead(content);

/** A sentence read and sorted, nothing put together yet. */
export const partsOf = (sentence: string): Parts => scan(read(sentence).tokens);

/** Returns the way of putting the parts together that leaves least unread; the earlier of two that leave as much. */
export const bestOf = (parts: Parts, builds: readonly Build[]): Assembled | undefined =>
  assemble(parts, builds).toSorted((a, b) => scoreOf(unreadOf(b, parts)) - scoreOf(unreadOf(a, parts)))[0];

/** Returns what a way of putting the parts together leaves unread, as it was typed. */
export const leftBy = (assembled: Assembled, parts: Parts): readonly string[] =>
  unreadOf(assembled, parts).map(({ text }) => text);
