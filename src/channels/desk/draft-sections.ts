import type { DraftReading } from '../../bring/draft.ts';
import type { Trial } from '../../bring/trial.ts';
import type { Preview } from '../../import/preview/preview.ts';
import type { PreviewLine, PreviewSection, SectionId } from '../../import/preview/section.ts';
import { type Fill, type Html, html } from '../web/html.ts';

/** Places shown; the others are counted. */
const MOST_DOUBTS = 200;
const LONGEST_QUOTE = 400;
const MOST_LINES = 600;

const placeOf = (line: number | undefined): Fill =>
  line !== undefined && line > 0 && html` <small class="place">第 ${line} 行</small>`;

const quoteOf = (texts: Preview['texts'], line: number | undefined): Fill => {
  const text = line === undefined ? undefined : texts[line];
  if (text === undefined) return undefined;
  const shown = text.replaceAll('\t', ' ｜ ');
  return html`<blockquote>${shown.slice(0, LONGEST_QUOTE)}${shown.length > LONGEST_QUOTE && '……'}</blockquote>`;
};

/** Each place that must be looked at, with its line's text. */
export const doubtList = ({ sections, texts, counts }: Preview): Fill => {
  if (counts.doubts === 0) return undefined;
  const all = sections.flatMap(({ title, doubts }) => doubts.map((doubt) => ({ title, doubt })));
  return html`
<h2 id="doubts">请核对的 ${counts.doubts} 处</h2>
<ol class="entries doubts">${all.slice(0, MOST_DOUBTS).map(
    ({ title, doubt: { text, line } }) => html`
<li class="entry"><p><span class="tag">${title}</span> ${text}${placeOf(line)}</p>${quoteOf(texts, line)}</li>`,
  )}</ol>
${all.length > MOST_DOUBTS && html`<p class="soft">另有 ${all.length - MOST_DOUBTS} 处未列出。</p>`}`;
};

const STATUS: Readonly<Record<Trial['status'], string>> = {
  answered: '',
  clarify: '反问',
  not_found: '答不了',
};

const trial = ({ question, status, lines, cited, more }: Trial): Html => html`
<li class="entry trial"><p><strong>${question}</strong>${STATUS[status] !== '' && html` <span class="tag">${STATUS[status]}</span>`}</p>
${lines.map((line) => html`<p>${line}</p>`)}
${cited.length > 0 && html`<p class="soft">出处：${cited.join('；')}${more && '……'}</p>`}</li>`;

/** Questions that the plan's own names make, with what would be answered. */
export const trialList = ({ trials, untried }: DraftReading): Fill =>
  (trials.length > 0 || untried !== undefined) &&
  html`
<h2 id="trials">投入使用后会这样回答</h2>
${untried !== undefined && html`<p class="warning">不能试问：${untried}</p>`}
<ol class="entries trials">${trials.map(trial)}</ol>`;

const DEPTHS = 5;

const lineOf = ({ label, text, line, depth = 0 }: PreviewLine): Html => html`
<li class="depth-${Math.min(depth, DEPTHS)}">${label !== undefined && html`<b>${label}</b> `}${text}${placeOf(line)}</li>`;

const factOf = ({ label, text, line }: PreviewLine): Html => html`<dt>${label}</dt><dd>${text}${placeOf(line)}</dd>`;

const bodyOf = ({ id, lines }: PreviewSection): Html =>
  id === 'front'
    ? html`<dl class="facts">${lines.map(factOf)}</dl>`
    : html`<ul class="lines">${lines.slice(0, MOST_LINES).map(lineOf)}</ul>
${lines.length > MOST_LINES && html`<p class="soft">另有 ${lines.length - MOST_LINES} 行未列出。</p>`}`;

/** Shown by themselves above, or as part of the corrections. */
const ELSEWHERE: ReadonlySet<SectionId> = new Set(['examples', 'unplaced', 'front']);

/** What the document says of itself, with the lines; corrected below. */
export const frontFacts = ({ sections }: Preview): Fill => sections.filter(({ id }) => id === 'front').map(bodyOf);

/** All that was understood, part by part. */
export const sectionsOf = ({ sections }: Preview): Html => html`
<h2>读出的内容</h2>
${sections
  .filter(({ id, lines }) => !ELSEWHERE.has(id) && lines.length > 0)
  .map(
    (section) => html`
<details class="section"><summary>${section.title}${section.doubts.length > 0 && html` <span class="tag">待核对 ${section.doubts.length}</span>`}</summary>${bodyOf(section)}</details>`,
  )}`;
