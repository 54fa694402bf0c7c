import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { FastifyPluginAsync } from 'fastify';
import { once } from '../../once.ts';
import { type Html, html, trusted } from './html.ts';
import { serve } from './serve.ts';
import { type Styled, styleOf } from './styles.ts';

const CSS = 'text/css; charset=utf-8';
const JS = 'text/javascript; charset=utf-8';

/** Everything that the chat page and the reading pages load beside themselves; `more` stands in the same file. */
const FILES: readonly { readonly path: string; readonly type: string; readonly more?: readonly string[] }[] = [
  { path: 'pages/print.css', type: CSS, more: ['pages/print-figures.css'] },
  ...[
    'page.js',
    'card.js',
    'answer-tree.js',
    'answer-parts.js',
    'feedback.js',
    'clipboard.js',
    'ahead.js',
    'client.js',
    'kept.js',
    'source.js',
    'words.js',
  ].map((path) => ({
    path,
    type: JS,
  })),
  ...['pages/reading.js', 'pages/finding.js', 'pages/find.js'].map((path) => ({ path, type: JS })),
  { path: 'icon.svg', type: 'image/svg+xml' },
];

interface Asset {
  readonly name: string;
  readonly type: string;
  readonly text: string;
}

/** The files, and a hash over all of them: a changed one changes every address, so that no two versions are mixed. */
const assetSet = once(() => {
  const files = FILES.map(({ path, type, more = [] }): Asset => {
    const text = [path, ...more].map((one) => readFileSync(new URL(one, import.meta.url), 'utf8')).join('\n');
    return { name: path.replace(/^.*\//, ''), type, text };
  });
  const hash = createHash('sha256');
  for (const { name, text } of files) hash.update(`${name} ${text.length}\n`).update(text);
  return { files, version: hash.digest('base64url').slice(0, 12) };
});

/** The address of a file, which holds the same for good. */
export const assetHref = (name: string): string => `/assets/${assetSet().version}/${name}`;

const OWN_IMPORT = /from '\.\/([\w-]+\.js)'/g;

/** The modules that a script needs, directly or by another, without itself. */
const modulesOf = (name: string): readonly string[] => {
  const { files } = assetSet();
  const found = new Set([name]);
  for (const module of found)
    for (const [, needed = ''] of files.find((file) => file.name === module)?.text.matchAll(OWN_IMPORT) ?? [])
      found.add(needed);
  return [...found].slice(1);
};

/** The script that begins on each sort of page, if it has one. */
const SORTS = {
  chat: { style: 'chat', script: 'page.js' },
  answer: { style: 'chat', script: undefined },
  reading: { style: 'reading', script: 'reading.js' },
} as const satisfies Readonly<Record<string, { readonly style: Styled; readonly script: string | undefined }>>;

type Sort = keyof typeof SORTS;

const scriptsOf = (sort: Sort): readonly string[] => {
  const { script } = SORTS[sort];
  return script === undefined ? [] : [script, ...modulesOf(script)];
};

/** The scripts that one sort of page loads and another does not. */
const onlyOf = (sort: Sort, other: Sort): readonly string[] => {
  const known = new Set(scriptsOf(other));
  return scriptsOf(sort).filter((name) => !known.has(name));
};

/**
 * What stands in the head of a page: icon, styles, the script that begins; and, for later, what the other sort of page
 * needs. On a slow line that, and the script's modules, would hold up the page if they were asked for at once.
 */
export const assetLinks = (sort: Sort): Html => {
  const { style, script } = SORTS[sort];
  const later = onlyOf(sort === 'reading' ? 'chat' : 'reading', sort);
  return html`
<link rel="icon" href="${assetHref('icon.svg')}" type="image/svg+xml">
<style>${trusted(styleOf(style))}</style>
<link rel="stylesheet" href="${assetHref('print.css')}" media="print">
${script !== undefined && html`<script type="module" src="${assetHref(script)}" fetchpriority="low"></script>`}
<meta name="next-page" content="${later.map(assetHref).join(' ')}">`;
};

/** The files under their addresses, and /favicon.ico for those that ask for it unasked. */
export const assetRoutes: FastifyPluginAsync = async (app) => {
  for (const { name, type, text } of assetSet().files)
    app.get(
      assetHref(name),
      serve(() => text, type, 'for good'),
    );
  const icon = readFileSync(new URL('favicon.ico', import.meta.url));
  app.get(
    '/favicon.ico',
    serve(() => icon, 'image/vnd.microsoft.icon', 'a day'),
  );
};
