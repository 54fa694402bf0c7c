import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { FastifyPluginAsync } from 'fastify';
import { once } from '../../once.ts';
import { type Html, html } from './html.ts';
import { serve } from './serve.ts';

const CSS = 'text/css; charset=utf-8';
const JS = 'text/javascript; charset=utf-8';

/** Everything that the chat page and the reading pages load beside themselves. */
const FILES: readonly { readonly path: string; readonly type: string }[] = [
  ...['base.css', 'page.css', 'pages/reading.css', 'pages/figures.css', 'pages/print.css'].map((path) => ({
    ...{ path, type: CSS },
  })),
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
  const files = FILES.map(({ path, type }): Asset => {
    const text = readFileSync(new URL(path, import.meta.url), 'utf8');
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

/** A sort of page: its styles, and the script that begins. */
interface Sort {
  readonly styles: readonly string[];
  readonly script?: string;
}

const SORTS = {
  chat: { styles: ['base.css', 'page.css'], script: 'page.js' },
  answer: { styles: ['base.css', 'page.css'] },
  reading: { styles: ['base.css', 'reading.css', 'figures.css'], script: 'reading.js' },
} as const satisfies Readonly<Record<string, Sort>>;

const scriptsOf = ({ script }: Sort): readonly string[] => (script === undefined ? [] : [script, ...modulesOf(script)]);

/** What one sort of page loads and another does not. */
const onlyOf = (sort: Sort, other: Sort): readonly string[] => {
  const known = new Set([...other.styles, ...scriptsOf(other)]);
  return [...sort.styles, ...scriptsOf(sort)].filter((name) => !known.has(name));
};

/**
 * What stands in the head of a page: icon, styles, the script that begins; and, for later,
 * what the other sort of page needs. On a slow line both, and the script's modules, would hold up the styles if they were
 * asked for at once.
 */
export const assetLinks = (sort: keyof typeof SORTS): Html => {
  const { styles } = SORTS[sort];
  const [script] = scriptsOf(SORTS[sort]);
  const later = onlyOf(SORTS[sort === 'reading' ? 'chat' : 'reading'], SORTS[sort]);
  return html`
<link rel="icon" href="${assetHref('icon.svg')}" type="image/svg+xml">
${styles.map((name) => html`<link rel="stylesheet" href="${assetHref(name)}">`)}
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
