import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { bot } from './helper.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SRC = join(ROOT, 'src');

/** The layers from the ground up; a file imports from its own layer's folder and from layers below. */
const LAYERS: readonly (readonly string[])[] = [
  [
    'types',
    'text',
    'numerals',
    'number',
    'sound',
    'china-time',
    'errors',
    'json',
    'recent',
    'once',
    'own-child',
    'connections',
  ],
  ['values'],
  ['config', 'plan', 'search', 'quantity'],
  ['library', 'answer', 'corpus', 'import'],
  ['vocabulary', 'read', 'compose', 'execute'],
  ['phrase'],
  ['centre'],
  ['bot'],
  ['plans', 'model'],
  ['store', 'worklists', 'overlay'],
  ['bring'],
  ['channels'],
  ['app', 'log', 'startup'],
  ['service', 'open-plans'],
  ['server'],
];

/** Lines that a file may have. */
const SIZES = [
  ['.ts', 'src', 260],
  ['.css', 'src', 350],
  ['.ts', 'scripts', 260],
  ['.ts', 'test', 400],
] as const;

/** Each is one thing, read from its top to its end: the values between the stages, what every channel promises. */
const WHOLE: readonly string[] = ['src/types.ts', 'test/channels/contract.test.ts'];

const files = (folder: string, ending = '.ts'): readonly string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => join(entry.parentPath, entry.name));

/** `src/plan/parse.ts` → `plan`, `src/bot.ts` → `bot`, `src/quantity-words.ts` → `quantity`. */
const unitOf = (path: string): string =>
  (relative(SRC, path).split('/')[0] ?? '').replace(/\.ts$/, '').replace(/^quantity-.*/, 'quantity');
const layerOf = (unit: string): number => LAYERS.findIndex((layer) => layer.includes(unit));

const IMPORT = /(?:from|import)\s*\(?\s*'(\.[^']+)'/g;
const importsOf = (path: string): readonly string[] =>
  [...readFileSync(path, 'utf8').matchAll(IMPORT)].map((found) => resolve(dirname(path), found[1] ?? ''));

const edges = files(SRC).flatMap((from) => importsOf(from).map((to) => ({ from, to })));

const withoutComments = (code: string): string =>
  code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(?<![:'"`])\/\/.*$/gm, '');

const { document, registry, actions, tasks, indicators, clauses } = bot.plan;
/** Shorter names are words of any plan: 金融, 高新. */
const SHORTEST_NAME = 3;
/** What the first plan calls its things; `计划` alone is no name. */
const PLAN_NAMES: readonly string[] = [
  ...[...registry.units, ...registry.groups].flatMap(({ name, others }) => [name, ...others]),
  ...[...actions, ...indicators.map(({ name }) => ({ title: name })), ...tasks.map(({ body }) => body)].map(
    ({ title }) => title,
  ),
  ...[document.title, document.number, document.issuer, document.issuer.slice(0, 2), 'annex.21', '2.table'],
].filter((name) => name.length >= SHORTEST_NAME || document.issuer.startsWith(name));
/** Years of the plan and of its table, and its clauses' numbers. */
const PLAN_NUMBERS = new RegExp(
  [
    `\\b(?:${[...new Set(indicators.flatMap(({ values }) => values.map(({ year }) => year)))].join('|')})\\b`,
    ...clauses
      .filter(({ id }) => id.split('.').length > 3)
      .map(({ id }) => `(?<![\\d.])${id.replaceAll('.', '\\.')}(?![\\d.])`),
  ].join('|'),
  'g',
);

describe('imports go one way', () => {
  it('every file under src stands in the table', () => {
    expect(
      files(SRC)
        .map(unitOf)
        .filter((unit) => layerOf(unit) < 0),
    ).toEqual([]);
  });

  it('no file imports from a layer above its own, nor from a neighbour in its layer', () => {
    const wrong = edges.filter(({ from, to }) => {
      const [own, other] = [unitOf(from), unitOf(to)];
      if (own === other) return false;
      const bases = LAYERS[0]?.includes(other) ?? false;
      return layerOf(other) >= layerOf(own) && !(bases && layerOf(own) === 0);
    });
    expect(wrong.map(({ from, to }) => `${relative(SRC, from)} → ${relative(SRC, to)}`)).toEqual([]);
  });

  it('there is no cycle, type imports included', () => {
    const state = new Map<string, 'open' | 'done'>();
    const cycles: string[] = [];
    const visit = (path: string, trail: readonly string[]): void => {
      if (state.get(path) === 'done') return;
      if (state.get(path) === 'open') {
        cycles.push([...trail, path].map((at) => relative(SRC, at)).join(' → '));
        return;
      }
      state.set(path, 'open');
      for (const { to } of edges.filter(({ from }) => from === path)) visit(to, [...trail, path]);
      state.set(path, 'done');
    };
    for (const path of files(SRC)) visit(path, []);
    expect(cycles).toEqual([]);
  });

  it('the engine knows no plan: no source file names its units, titles, years or clauses', () => {
    const found = files(SRC).flatMap((path) => {
      const code = withoutComments(readFileSync(path, 'utf8'));
      const named = PLAN_NAMES.filter((name) => code.includes(name));
      const numbered = code.match(PLAN_NUMBERS) ?? [];
      return [...named, ...numbered].map((name) => `${relative(SRC, path)}: ${name}`);
    });
    expect(found).toEqual([]);
  });

  it.each(SIZES)('%s files in %s stay small', (ending, folder, most) => {
    const sizes = files(join(ROOT, folder), ending).map((path) => ({
      path: relative(ROOT, path),
      lines: readFileSync(path, 'utf8').split('\n').length,
    }));
    expect(sizes.filter(({ path, lines }) => lines > most && !WHOLE.includes(path))).toEqual([]);
  });
});

describe('the top level', () => {
  it('holds what the design names and dotfiles, and nothing else', () => {
    const allowed = [
      'src',
      'corpus',
      'scripts',
      'test',
      'package.json',
      'package-lock.json',
      'tsconfig.json',
      'Dockerfile',
      'README.md',
      'node_modules',
      ...['docs', 'LICENSE', 'CHANGELOG.md', 'CONTRIBUTING.md'],
    ];
    expect(readdirSync(ROOT).filter((name) => !name.startsWith('.') && !allowed.includes(name))).toEqual([]);
  });
});
