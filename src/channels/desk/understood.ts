import type { Explanation } from '../../bot.ts';
import { describe } from '../../overlay/things.ts';
import type { Answer, Plan } from '../../types.ts';
import type { Token } from '../../values.ts';
import { type Fill, type Html, html, joined } from '../web/html.ts';
import { assumedName, kindName, STATUS_NAMES, TOKEN_NAMES } from './names.ts';

/** Pieces that say nothing by themselves. */
const SILENT: readonly Token['kind'][] = ['glue', 'mark'];

/** Which thing of the plan, year or place a piece was taken for; empty where its own words say it. */
const meaning = (token: Token, plan: Plan): string => {
  switch (token.kind) {
    case 'unit':
    case 'units':
    case 'indicator':
    case 'action':
    case 'task':
      return describe(plan, token).label;
    case 'clause':
      return token.exists ? token.clause : `${token.clause}（没有）`;
    case 'year':
      return token.years.join('、');
    case 'position':
      return token.positions.map((place) => (place < 0 ? `倒数第${-place}` : `第${place}`)).join('、');
    case 'quantity':
      return token.quantity.printed;
    case 'stranger':
    case 'term':
    case 'plan':
    case 'type':
    case 'role':
    case 'property':
    case 'part':
    case 'figure':
    case 'interval':
    case 'date':
    case 'relative':
    case 'operator':
    case 'wanted':
    case 'unsaid':
    case 'act':
    case 'before':
    case 'glue':
    case 'mark':
    case 'words':
      return '';
  }
};

const parts = (tokens: readonly Token[], plan: Plan): Fill => {
  const rows = tokens
    .filter(({ kind }) => !SILENT.includes(kind))
    .map((token) => {
      const means = meaning(token, plan);
      const more = means !== '' && means !== token.text && html`：${means}`;
      return html`<li><q>${token.text}</q> ${TOKEN_NAMES[token.kind]}${more}</li>`;
    });
  return rows.length > 0 && html`<ul class="parts">${rows}</ul>`;
};

const quoted = (words: readonly string[]): Fill =>
  joined(
    words.map((word) => html`<q>${word}</q>`),
    '、',
  );

/** What was offered instead of an answer: choices, or what is near. */
const offered = ({ choices, related }: Answer): readonly string[] => [...choices, ...related].map(({ label }) => label);

/** How the bot understands a question: its pieces, how it was read, what was not, what it offers instead. */
export const understood = (explanation: Explanation, plan: Plan): Html => {
  const { composed, said, answer } = explanation;
  const { unread } = answer.understood;
  const assumed = composed.assumed.map(assumedName);
  const others = offered(answer);
  return html`<div class="understood">
${parts(composed.tokens, plan)}
<p>${said === '' ? '没看懂要查什么' : html`照这样查：${said}`}</p>
${unread.length > 0 && html`<p>没看懂的字眼：${quoted(unread)}</p>`}
${assumed.length > 0 && html`<p class="soft">替提问的人补上的：${assumed.join('；')}</p>`}
${others.length > 0 && html`<p class="soft">给出的其他几项：${others.join('；')}</p>`}
</div>`;
};

/** An answer on a line: status, kind. */
export const answerHead = ({ status, kind }: Answer): Html =>
  html`<span class="status ${status}">${STATUS_NAMES[status]}</span> <span class="soft">${kindName(kind)}</span>`;

/** An answer as the chat shows it. */
export const answerNow = (answer: Answer): Html =>
  html`<p>${answerHead(answer)}</p><blockquote class="text">${answer.text}</blockquote>`;
