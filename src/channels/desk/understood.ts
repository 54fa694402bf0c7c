import type { Explanation } from '../../bot.ts';
import { describe, labelOf } from '../../overlay/things.ts';
import type { Answer, Mention, Plan, Query } from '../../types.ts';
import { type Fill, type Html, html } from '../web/html.ts';
import { CONFIDENCE_NAMES, kindName, MENTION_NAMES, STATUS_NAMES } from './names.ts';

/** Topics shown besides the best one. */
const MOST_HITS = 3;

/** What a part of the question was taken for. */
const meaning = (mention: Mention, plan: Plan): string => {
  switch (mention.kind) {
    case 'unit':
    case 'unit-unclear':
    case 'indicator':
    case 'beside':
    case 'action':
    case 'task':
    case 'term':
      return describe(plan, mention).label;
    case 'clause':
      return mention.exists ? mention.clause : `${mention.clause}（没有）`;
    case 'year':
      return `${mention.year}`;
    case 'place':
      return mention.place;
    case 'unit-unknown':
    case 'word':
    case 'period':
    case 'relative':
    case 'pronoun':
    case 'intent':
    case 'filler':
      return '';
  }
};

const topicName = (plan: Plan, { topic }: Pick<Query, 'topic'>): string | undefined => {
  if (!topic) return undefined;
  if (topic.task !== undefined) return labelOf(plan, { kind: 'task', target: topic.task });
  const clause = plan.clauses.find(({ id }) => id === topic.clause);
  return clause && `${clause.label} ${clause.text.slice(0, 30)}`;
};

/** 负责 within 谁负责 says nothing more. */
const isWithin = (one: Mention, other: Mention): boolean =>
  one.kind === other.kind &&
  one.span[0] >= other.span[0] &&
  one.span[1] <= other.span[1] &&
  one.text.length < other.text.length;

const parts = (query: Query, plan: Plan): Fill => {
  const seen = new Set<string>();
  const { mentions } = query.reading;
  const rows = mentions.flatMap((mention) => {
    if (mentions.some((other) => isWithin(mention, other))) return [];
    const means = meaning(mention, plan);
    const key = `${mention.text} ${mention.kind} ${means}`;
    if (mention.kind === 'filler' || seen.has(key)) return [];
    seen.add(key);
    return [html`<li><q>${mention.text}</q> ${MENTION_NAMES[mention.kind]}${means !== '' && html`：${means}`}</li>`];
  });
  return rows.length > 0 && html`<ul class="parts">${rows}</ul>`;
};

/** How the bot understands a question: its parts, the topic, what else came near. */
export const understood = ({ query }: Explanation, plan: Plan): Html => {
  const topic = topicName(plan, query);
  const near = query.hits.slice(0, MOST_HITS).flatMap((hit) => topicName(plan, hit) ?? []);
  const others = near.filter((name) => name !== topic);
  return html`<div class="understood">
${parts(query, plan)}
<p>话题：${topic ?? '没有'}（${CONFIDENCE_NAMES[query.confidence]}）${query.subject !== '' && html`，所依据的词：<q>${query.subject}</q>`}</p>
${others.length > 0 && html`<p class="soft">相近的还有：${others.join('；')}</p>`}
</div>`;
};

/** An answer on a line: status, kind. */
export const answerHead = ({ status, kind }: Answer): Html =>
  html`<span class="status ${status}">${STATUS_NAMES[status]}</span> <span class="soft">${kindName(kind)}</span>`;

/** An answer as the chat shows it. */
export const answerNow = (answer: Answer): Html =>
  html`<p>${answerHead(answer)}</p><blockquote class="text">${answer.text}</blockquote>`;
