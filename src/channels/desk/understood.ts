import type { Explanation } from '../../bot.ts';
import { describe, labelOf } from '../../overlay/things.ts';
import type { Answer, Plan } from '../../types.ts';
import type { Token } from '../../values.ts';
import { type Fill, type Html, html, joined } from '../web/html.ts';
import { ASSUMED_NAMES, kindName, STATUS_NAMES, TOKEN_NAMES } from './names.ts';

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

const assumedIn = ({ composed }: Explanation, plan: Plan): readonly string[] =>
  composed.assumed.map(({ what, value }) => {
    const task = what === 'topic' ? labelOf(plan, { kind: 'task', target: Number(value) }) : undefined;
    return `${ASSUMED_NAMES[what]} ${task ?? value}`;
  });

/** How the bot understands a question: its pieces, how it was read, what was not, what it offers instead. */
export const understood = (explanation: Explanation, plan: Plan): Html => {
  const { composed, said, answer } = explanation;
  const { unread } = answer.understood;
  const assumed = assumedIn(explanation, plan);
  const others = offered(answer);
  return html`<div class="understood">
${parts(composed.tokens, plan)}
<p>理解为：${said === '' ? '没有成为一个查询' : said}</p>
${unread.length > 0 && html`<p>没有读进去的：${quoted(unread)}</p>`}
${assumed.length > 0 && html`<p class="soft">补上的：${assumed.join('；')}</p>`}
${others.length > 0 && html`<p class="soft">供选择的：${others.join('；')}</p>`}
</div>`;
};

/** The words of a question that name its topic, as one name: what somebody may want to teach. */
export const topicWords = ({ composed }: Explanation): string =>
  composed.tokens
    .filter(({ kind }) => kind === 'words' || kind === 'stranger')
    .map(({ text }) => text)
    .join('');

/** An answer on a line: status, kind. */
export const answerHead = ({ status, kind }: Answer): Html =>
  html`<span class="status ${status}">${STATUS_NAMES[status]}</span> <span class="soft">${kindName(kind)}</span>`;

/** An answer as the chat shows it. */
export const answerNow = (answer: Answer): Html =>
  html`<p>${answerHead(answer)}</p><blockquote class="text">${answer.text}</blockquote>`;
