import { readFile } from 'node:fs/promises';
import type { FastifyPluginAsync } from 'fastify';
import type { UnitName } from '../../types.ts';
import { type AnswerPageParts, answerPage, type Turn } from './answer-page.ts';
import { assetLinks, assetRoutes } from './assets.ts';
import { type Fill, type Html, html, textOf, trusted, unbroken } from './html.ts';
import { placesNav, plansNav } from './pages/layout.ts';
import { linksOf } from './pages/links.ts';
import { HTML_TYPE, serveFor } from './serve.ts';
import { dayIn } from './words.js';

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
  /** What answers on a page of its own, without scripts. */
  readonly answers: Omit<AnswerPageParts, 'page'>;
}

/** The row of links to the plan's pages, and what the chat's script must know of them. */
const readingOf = ({ reading, several }: WebPageOptions): string => {
  if (several) return textOf(html`${plansNav('chat')}\n<datalist id="units" data-several></datalist>`);
  return reading
    ? textOf(html`${placesNav(linksOf(reading.planId), 'chat')}
<datalist id="units" data-plan="${reading.planId}">${reading.units.map((name) => html`<option value="${name}"></option>`)}</datalist>`)
    : '';
};

const these = ({ several }: WebPageOptions): string => (several ? '这些计划' : '这份计划');

/** What stands on the page before the first question; each example leads to its answer, also without scripts. */
const welcome = (options: WebPageOptions): Html => html`
<section class="welcome" aria-labelledby="intro">
<p id="intro">问${these(options)}里谁负责、要达到什么目标、写在哪一条，马上回答，并附上原文条款。</p>
<p class="heading" id="examples">可以这样问</p>
<ul class="options" aria-labelledby="examples">
${options.examples.map((text) => html`<li><a href="/answer?${`${new URLSearchParams({ q: text })}`}">${text}</a></li>\n`)}
</ul>
</section>
<div id="log" role="log" aria-live="polite" aria-label="问答记录"></div>`;

const turnOf = ({ question, card, at }: Turn): Html => html`
<section class="turn"><p class="asked-on">${dayIn(at)}</p><p class="bubble">${question}</p>${card}</section>
<p class="more"><a href="/">新对话</a></p>`;

/** The page with the plan's name, its number and the examples filled in; or with one turn, for browsers without scripts. */
export const fillPage = (template: string, options: WebPageOptions, turn?: Turn): string => {
  const { planTitle, planNumber } = options;
  const before = turn?.before.map((question) => html`<input type="hidden" name="before" value="${question}">`);
  const filled: Readonly<Record<string, Fill>> = {
    title: turn ? `${turn.question} · 问计` : `问计 · ${planTitle}`,
    planName: planTitle,
    planTitle: unbroken(planTitle),
    planNumber,
    these: these(options),
    assets: assetLinks(turn ? 'answer' : 'chat'),
    reading: trusted(readingOf(options)),
    main: turn ? turnOf(turn) : welcome(options),
    before,
  };
  return template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => textOf(html`${filled[name]}`));
};

const read = (file: string): Promise<string> => readFile(new URL(file, import.meta.url), 'utf8');

/** The chat page at `/`, and what it and the reading pages load. It talks to POST /api/ask and POST /api/feedback, and to nothing else. */
export const webPage: FastifyPluginAsync<WebPageParts> = async (app, { current, answers }) => {
  const template = await read('page.html');
  app.get(
    '/',
    serveFor(current, () => fillPage(template, current()), HTML_TYPE),
  );
  await app.register(answerPage, { ...answers, page: (turn) => fillPage(template, current(), turn) });
  await app.register(assetRoutes);
};
