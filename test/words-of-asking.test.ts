import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ownLang } from '../src/bot.ts';

const SRC = fileURLToPath(new URL('../src', import.meta.url));

/** Here texts are read: questions in `read/`, plans in `import/`, `plan/` and `library/`, figures and numerals of both. */
const READING = /^(?:read|import|plan|library)\/|^(?:quantity[\w-]*|number|numerals)\.ts$/;

/** Patterns of what plans, their parts and the bot's own lines look like: never asked of a question. */
const SHAPES: Readonly<Record<string, string>> = {
  'answer/bearing-lines.ts': 'the bot’s own lines that name a task',
  'answer/check.ts': 'the bot’s own lines of units',
  'answer/compose.ts': 'labels of clauses, to draw them together',
  'answer/labels.ts': 'labels of clauses, to say them in English',
  'answer/task-sources.ts': 'the responsibility bracket of a measure; the heads of the annex’ years',
  'bring/trial.ts': 'the bot’s own line above its sources',
  'channels/feishu/faults.ts': 'the SDK’s own messages',
  'channels/feishu/sdk.ts': 'the SDK’s own messages',
  'channels/web/html.ts': 'spans of years as plans print them',
  'channels/wecom/look/lines.ts': 'the bot’s own heads of groups',
  'execute/figures/names.ts': 'what joins the nouns that figures count',
  'execute/figures/define.ts': 'how a sentence explains a term',
  'execute/figures/series.ts': 'words of a running total',
  'execute/dates.ts': 'dates as plans print them',
  'execute/figures/when.ts': 'years as plans print them',
  'execute/sets/quantities.ts': 'measures as plans print them',
  'phrase/sets/notices.ts': 'labels of rows',
  'phrase/texts/content.ts': 'how a clause of goals begins',
  'phrase/texts/document.ts': 'how a plan names its annex',
  'search/reporting.ts': 'how plans say what is reported, and to whom',
  'phrase/texts/said.ts': 'the year at the head of a target',
};

const withoutComments = (code: string): string =>
  code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(?<![:'"`\\])\/\/.*$/gm, '');

const LITERAL = /(?:^|[=(,:[!&|?{};\s])(\/(?![/*])(?:\\.|\[(?:\\.|[^\]\n])*\]|[^/\n\\[])+\/[a-z]*)/gm;
const BUILT = /new RegExp\(\s*([^)]*)/g;
const COMPARED =
  /(?:\.(?:includes|startsWith|endsWith|indexOf|split|replace|replaceAll|match)\(|[!=]==\s*)(['"`][^'"`\n]*['"`])/g;
const HAN = /\p{Script=Han}/u;

/** Latin words of asking, in lower case: who, which, other than. */
const ENGLISH: ReadonlySet<string> = new Set(
  ownLang()
    .rows.map(({ word }) => word)
    .filter((word) => /^[a-z]{3,}$/.test(word)),
);

const isOfAsking = (piece: string): boolean =>
  HAN.test(piece) || (piece.includes('\\b') && (piece.match(/[a-z]{3,}/g) ?? []).some((word) => ENGLISH.has(word)));

/** Returns the patterns and comparisons of a file's code that hold Chinese, or English words of asking. */
const patternsIn = (code: string): readonly string[] =>
  [LITERAL, BUILT, COMPARED]
    .flatMap((kind) => [...withoutComments(code).matchAll(kind)].map(([, piece = '']) => piece))
    .filter((piece) => !piece.includes('</'))
    .filter(isOfAsking);

const files = readdirSync(SRC, { withFileTypes: true, recursive: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  .map((entry) => relative(SRC, join(entry.parentPath, entry.name)))
  .filter((path) => !READING.test(path))
  .map((path) => ({ path, found: patternsIn(readFileSync(join(SRC, path), 'utf8')) }));

describe('words of asking', () => {
  it('stand in no pattern and no comparison outside read/', () => {
    const wrong = files.filter(({ path, found }) => found.length > 0 && SHAPES[path] === undefined);
    expect(wrong).toEqual([]);
  });

  it('the shapes that are let stand are all needed', () => {
    const needed = files.filter(({ found }) => found.length > 0).map(({ path }) => path);
    expect(Object.keys(SHAPES).filter((path) => !needed.includes(path))).toEqual([]);
  });

  it.each([
    ['const ASKS = /谁|哪/u;', 1],
    ["if (text.includes('没有')) return;", 1],
    ["const same = text === '是';", 1],
    ['const WHO = /\\b(?:who|which)\\b/;', 1],
    ["const all = new RegExp('谁', 'u');", 1],
    ['const DIGITS = /\\d+/;', 0],
    ["const said = say('责任单位');", 0],
    ['// 谁 is /谁/', 0],
  ])('%s', (code, count) => {
    expect(patternsIn(code)).toHaveLength(count);
  });
});
