import { readFile } from 'node:fs/promises';
import type { FastifyPluginAsync } from 'fastify';
import type { UnitName } from '../../types.ts';
import { escapeHtml, html, textOf } from './html.ts';
import { placesNav, plansNav } from './pages/layout.ts';
import { linksOf } from './pages/links.ts';
import { HTML_TYPE, serve, serveFor } from './serve.ts';

/** What the page says about the plan; plain text, escaped here. */
export interface WebPageOptions {
  readonly planTitle: string;
  /** 文号 */
  readonly planNumber: string;
  /** Questions offered before the first one is asked; each is sent as it stands. */
  readonly examples: readonly string[];
  /** The plan's own pages, where they are served: answers then link to them. */
  readonly reading?: {
    readonly planId: string;
    /** Units that have a page; their names in an answer become links. */
    readonly units: readonly UnitName[];
  };
  /** There are several plans: answers say which one they come from, and link to its pages. */
  readonly several?: boolean;
}

export interface WebPageParts {
  /** What the page says now; the page is made again when it is another value. */
  readonly current: () => WebPageOptions;
}

/** Everything the page loads beside itself. */
const ASSETS = [
  { file: 'base.css', type: 'text/css; charset=utf-8' },
  { file: 'page.css', type: 'text/css; charset=utf-8' },
  { file: 'page.js', type: 'text/javascript; charset=utf-8' },
  { file: 'card.js', type: 'text/javascript; charset=utf-8' },
  { file: 'feedback.js', type: 'text/javascript; charset=utf-8' },
  { file: 'clipboard.js', type: 'text/javascript; charset=utf-8' },
  { file: 'client.js', type: 'text/javascript; charset=utf-8' },
  { file: 'words.js', type: 'text/javascript; charset=utf-8' },
  { file: 'icon.svg', type: 'image/svg+xml' },
] as const;

/** The row of links to the plan's pages, and what the chat's script must know of them. */
const readingOf = ({ reading, several }: WebPageOptions): string => {
  if (several) return textOf(html`${plansNav('chat')}\n<datalist id="units" data-several></datalist>`);
  return reading
    ? textOf(html`${placesNav(linksOf(reading.planId), 'chat')}
<datalist id="units" data-plan="${reading.planId}">${reading.units.map((name) => html`<option value="${name}"></option>`)}</datalist>`)
    : '';
};

/** The page with the plan's name, its number and the examples filled in. */
export const fillPage = (template: string, options: WebPageOptions): string => {
  const { planTitle, planNumber, examples, several } = options;
  const values: Readonly<Record<string, string>> = {
    planTitle: escapeHtml(planTitle),
    planNumber: escapeHtml(planNumber),
    these: several ? '这些计划' : '这份计划',
    reading: readingOf(options),
    examples: examples.map((text) => `<li><button type="button">${escapeHtml(text)}</button></li>`).join('\n'),
  };
  return template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '');
};

const read = (file: string): Promise<string> => readFile(new URL(file, import.meta.url), 'utf8');

/** The chat page at `/` and its assets, read once when the app starts. It talks to POST /api/ask and POST /api/feedback, and to nothing else. */
export const webPage: FastifyPluginAsync<WebPageParts> = async (app, { current }) => {
  const template = await read('page.html');
  app.get(
    '/',
    serveFor(current, () => fillPage(template, current()), HTML_TYPE),
  );
  for (const { file, type } of ASSETS) {
    const text = await read(file);
    const send = serve(() => text, type);
    app.get(`/assets/${file}`, send);
  }
};
