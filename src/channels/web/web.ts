import { readFile } from 'node:fs/promises';
import type { FastifyPluginAsync } from 'fastify';
import type { UnitName } from '../../types.ts';
import { assetLinks, assetRoutes } from './assets.ts';
import { escapeHtml, html, textOf } from './html.ts';
import { placesNav, plansNav } from './pages/layout.ts';
import { linksOf } from './pages/links.ts';
import { HTML_TYPE, serveFor } from './serve.ts';

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
    assets: textOf(assetLinks('chat')),
    reading: readingOf(options),
    examples: examples.map((text) => `<li><button type="button">${escapeHtml(text)}</button></li>`).join('\n'),
  };
  return template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '');
};

const read = (file: string): Promise<string> => readFile(new URL(file, import.meta.url), 'utf8');

/** The chat page at `/`, and what it and the reading pages load. It talks to POST /api/ask and POST /api/feedback, and to nothing else. */
export const webPage: FastifyPluginAsync<WebPageParts> = async (app, { current }) => {
  const template = await read('page.html');
  app.get(
    '/',
    serveFor(current, () => fillPage(template, current()), HTML_TYPE),
  );
  await app.register(assetRoutes);
};
