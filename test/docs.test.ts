import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { whyText } from '../scripts/ask/why.ts';
import { ownLang } from '../src/bot.ts';
import { BUILDS } from '../src/compose/assemble.ts';
import { bot, PLAN_FOLDER } from './helper.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const textOf = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const DOCS = [
  ...['README.md', 'CONTRIBUTING.md'],
  ...readdirSync(join(ROOT, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

/** src/compose/turn.ts, corpus/<计划>/, corpus/lang/<zh|en>/: not the inside of an address or of a longer path. */
const PATH = /(?<![\w./<>-])(?:src|test|corpus|scripts|docs)\/(?:[\w./-]|<[^>\s]+>)*/g;

/** `<zh|en>` stands for each of them, `<计划>` for the first plan's folder. */
const spelt = (path: string): readonly string[] => {
  const [whole = '', names = ''] = /<([^>]+)>/.exec(path) ?? [];
  if (whole === '') return [path.replace(/\.$/, '')];
  const each = names.includes('|') ? names.split('|') : [basename(PLAN_FOLDER)];
  return each.flatMap((name) => spelt(path.replace(whole, name)));
};

const titlesIn = (path: string): readonly string[] =>
  [...textOf(path).matchAll(/\bit(?:\.each\([^)]*\))?\(\s*'((?:[^'\\]|\\.)*)'/g)].map(([, title = '']) => title);

describe.each(DOCS)('%s', (doc) => {
  it('names only files and folders that there are', () => {
    const named = [...new Set(textOf(doc).match(PATH) ?? [])].flatMap(spelt);
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });

  it('names only rows of the words of asking that there are', () => {
    const known = new Set(ownLang().rows.map(({ rule }) => rule.replace(/^[^:]+:/, '')));
    const named = [...textOf(doc).matchAll(/^\| `[~<^$]` \|[^|]*\| `([^`]+)[~<^$]`/gm)].map(([, key = '']) => key);
    expect(named.filter((key) => !known.has(key))).toEqual([]);
  });
});

describe('docs/extending.md', () => {
  const doc = textOf('docs/extending.md');
  const tests = readdirSync(join(ROOT, 'test/extending')).filter((name) => name.endsWith('.test.ts'));

  it.each(tests)('lists the promises of %s, and no others', (name) => {
    const path = `test/extending/${name}`;
    const listed = doc.split(`\`${path}\`:\n`)[1]?.split('\n\n')[0] ?? '';
    expect(listed.split('\n').map((line) => line.replace(/^- /, ''))).toEqual(titlesIn(path));
  });
});

describe('what the documents show', () => {
  it('is what --why prints', () => {
    const [, question = '', shown = ''] =
      /```为什么\nnpm run --silent ask -- "(.+)" --why\n\n([\s\S]+?)\n```/.exec(textOf('README.md')) ?? [];
    expect(whyText(bot.explain({ text: question, history: [] })).trim()).toBe(shown);
  });

  it('some thirty productions', () => {
    expect(Math.round(BUILDS.length / 5)).toBe(6);
  });

  it('no line of the documents is longer than 120 characters, tables aside', () => {
    const long = DOCS.filter((doc) => doc.startsWith('docs/')).flatMap((doc) =>
      textOf(doc)
        .split('\n')
        .filter((line) => line.length > 120 && !line.startsWith('|'))
        .map((line) => `${doc}: ${line}`),
    );
    expect(long).toEqual([]);
  });
});
