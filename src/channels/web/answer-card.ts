import type { Answer, Citation } from '../../types.ts';
import { type Fill, type Html, html } from './html.ts';
import { clauseHref, computedLines, LANGS, piecesOf, shownText, unitHref, WORDS } from './words.js';

/** As on the script's card. */
const SOURCES_IN_SIGHT = 4;

/** What a card on a page of its own leads to. */
export interface CardLinks {
  /** The plan whose pages the names of units and clauses lead to, where there is one. */
  readonly plan: string | undefined;
  readonly units: readonly string[];
  /** The page that answers a question after the one on this page. */
  readonly ask: (question: string) => string;
}

const textOfCard = (answer: Answer, { plan, units }: CardLinks): Fill =>
  piecesOf(shownText(answer), plan === undefined ? [] : units).map(({ text, unit, file, whole }): Fill => {
    if (file !== undefined) return html`<a class="file" href="${file}" download>${WORDS[answer.language].file}</a>`;
    if (whole) return html`<span class="whole-span">${text}</span>`;
    return unit === undefined || plan === undefined
      ? text
      : html`<a href="${unitHref(plan, unit)}" lang="zh-CN">${text}</a>`;
  });

const listed = (heading: string, items: readonly Fill[], className: string): Fill =>
  items.length > 0 &&
  html`<p class="heading">${heading}</p><ul class="${className}">${items.map((item) => html`<li>${item}</li>`)}</ul>`;

const marked = (mark: string, text: string, className: string): Html =>
  html`<p class="${className}"><strong class="mark">${mark}</strong><span>${text}</span></p>`;

const sourceOf = ({ plan, clause, label, quote, lines }: Citation, at: number, answer: Answer): Html => {
  const words = WORDS[answer.language];
  return html`<details class="source"><summary><span class="number">${at + 1}</span><span lang="zh-CN">${label}</span></summary>
<blockquote lang="zh-CN">${quote}</blockquote>
<p class="lines">${words.lines(lines)} · <a href="${clauseHref(plan, clause)}" aria-label="${words.inPlace}：${label}">${words.inPlace}</a></p></details>`;
};

/** The first sources, most important first, and the others folded away together. */
const sourcesOf = (answer: Answer): Fill => {
  const words = WORDS[answer.language];
  const items = answer.citations.map((citation, at) => sourceOf(citation, at, answer));
  if (items.length <= SOURCES_IN_SIGHT + 1) return listed(words.sources, items, 'sources');
  const rest = items.splice(SOURCES_IN_SIGHT).map((item) => html`<li>${item}</li>`);
  const folded = html`<details><summary>${words.moreSources(rest.length)}</summary><ul>${rest}</ul></details>`;
  return listed(words.sources, [...items, folded], 'sources');
};

/** An answer as a card that needs no script: the same parts in the same order as the script's. */
export const answerCardOf = (answer: Answer, links: CardLinks): Html => {
  const words = WORDS[answer.language];
  const ask = (question: string, label: string): Html => html`<a href="${links.ask(question)}">${label}</a>`;
  return html`
<article class="card ${answer.status}" lang="${LANGS[answer.language]}" aria-label="${words.answer}">
<p class="text">${textOfCard(answer, links)}</p>
${computedLines(answer).map((line) => marked(words.computed, line, 'computed'))}
${answer.notices.map(({ text }) => marked(words.notice, text, 'notice'))}
${listed(
  words.choices,
  answer.choices.map(({ label, question }, at) => ask(question, `${at + 1}. ${label}`)),
  'options',
)}
${listed(
  words.related,
  answer.related.map(({ clause, label }) =>
    links.plan === undefined
      ? html`<span lang="zh-CN">${label}</span>`
      : html`<a href="${clauseHref(links.plan, clause)}" lang="zh-CN">${label}</a>`,
  ),
  'related',
)}
${sourcesOf(answer)}
${listed(
  words.suggestions,
  answer.suggestions.map((question) => ask(question, question)),
  'options small',
)}
</article>`;
};
