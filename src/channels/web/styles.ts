import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { once } from '../../once.ts';

/** The style sheets of each sort of page. */
const SHEETS = {
  chat: ['ground.css', 'base.css', 'page.css', 'feedback.css', 'source.css', 'box.css'],
  reading: [
    'ground.css',
    'base.css',
    ...['reading.css', 'plan.css', 'units.css', 'figures.css', 'charts.css'].map((name) => `pages/${name}`),
  ],
} as const;

export type Styled = keyof typeof SHEETS;

const COMMENT = /\/\*[\s\S]*?\*\//g;
const AROUND_SIGNS = /\s*([{};,>])\s*/g;
const AFTER_NAME = /([\w-]):\s+/g;

/** A sheet without what only its writers read. Our sheets hold no text in which that would matter; a test looks. */
export const packed = (css: string): string =>
  css
    .replace(COMMENT, '')
    .replace(/\s+/g, ' ')
    .replace(AROUND_SIGNS, '$1')
    .replace(AFTER_NAME, '$1:')
    .replaceAll(';}', '}')
    .trim();

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');

const styles = once(
  (): Readonly<Record<Styled, string>> => ({
    chat: packed(SHEETS.chat.map(read).join('')),
    reading: packed(SHEETS.reading.map(read).join('')),
  }),
);

/** What stands in the head of a page: a page that waits for a sheet paints a whole round trip later. */
export const styleOf = (sort: Styled): string => styles()[sort];

/** The styles of the pages, as a policy names them: nobody else's may stand on a page. */
export const styleHashes = once((): readonly string[] =>
  Object.values(styles()).map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`),
);
