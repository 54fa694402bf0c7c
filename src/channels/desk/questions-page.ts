import type { Explanation } from '../../bot.ts';
import { wordToTeach } from '../../overlay/candidates.ts';
import type { Entry } from '../../overlay/overlay.ts';
import { type Thing, wordLine } from '../../overlay/things.ts';
import type { State, Unanswered } from '../../store/unanswered.ts';
import { type Fill, type Html, html } from '../web/html.ts';
import { csrfField, pageOf, type Viewer } from './layout.ts';
import { CHAT_NAMES, channelName, kindName, SORT_NAMES, timeName } from './names.ts';
import type { PlanChoice } from './plan-choice.ts';
import { answerHead, answerNow, understood } from './understood.ts';
import { wordForm } from './word-form.ts';

/** A group, and what the bot makes of it now. */
export interface ShownGroup {
  readonly group: Unanswered;
  readonly choice: PlanChoice;
  readonly now: Explanation;
  /** What readers said they meant, and what else it may be. */
  readonly meant: readonly Thing[];
  readonly others: readonly Thing[];
  /** Words added since, that are read in it. */
  readonly words: readonly Entry[];
}

export interface QuestionsParts {
  readonly viewer: Viewer;
  readonly state: State;
  readonly shown: readonly ShownGroup[];
  /** From 1; `more` says that there is another one. */
  readonly page: number;
  readonly more: boolean;
  /** A language model is asked, and what it made of questions can be seen. */
  readonly model: boolean;
}

const sortsOf = ({ sorts }: Unanswered): string =>
  (Object.keys(SORT_NAMES) as (keyof typeof SORT_NAMES)[])
    .filter((sort) => sorts[sort] > 0)
    .map((sort) => `${SORT_NAMES[sort]} ${sorts[sort]}`)
    .join('，');

/** 群聊、飞书: kinds of chat and channels, each once. */
const placesOf = ({ chats, channels }: Unanswered): readonly string[] => [
  ...new Set([...chats.map((chat) => CHAT_NAMES[chat] ?? chat), ...channels.map(channelName)]),
];

const facts = (group: Unanswered): Html => html`
<p class="soft">${sortsOf(group)}；${placesOf(group).join('、')}；当时作：${group.kinds.map(kindName).join('、')}；最近 ${timeName(group.last)}</p>`;

/** Of which plan it is read, where there are several. */
const ofPlan = ({ chosen, plans }: PlanChoice): Fill =>
  plans.length > 1 && html`<p class="soft">按《${chosen.title}》</p>`;

/** What mended it, and what readers said it should be. */
const marks = ({ choice, meant, words }: ShownGroup): Fill => {
  const { plan } = choice.chosen.bot;
  const mended = words.map((entry) => wordLine(plan, entry));
  return html`${mended.length > 0 && html`<p>补过的叫法：${mended.join('；')}</p>`}
${meant.length > 0 && html`<p>读者说问的是：${meant.map(({ label }) => label).join('；')}</p>`}`;
};

const entry = (shown: ShownGroup): Html => {
  const { group, choice, now } = shown;
  return html`
<li class="entry">
<h2><a href="/admin/questions/${group.id}">${group.question}</a> <span class="count">${group.count} 次</span></h2>
${facts(group)}
${ofPlan(choice)}
${marks(shown)}
${understood(now, choice.chosen.bot.plan)}
<p>现在：${answerHead(now.answer)}</p>
<p class="line">${now.answer.text.split('\n', 1)[0]}</p>
</li>`;
};

const STATES: readonly { readonly state: State; readonly title: string }[] = [
  { state: 'open', title: '待处理' },
  { state: 'mended', title: '已修好' },
  { state: 'settled', title: '已处理' },
];

const addressOf = (state: State, more: Readonly<Record<string, string>> = {}): string => {
  const query = new URLSearchParams({ ...(state !== 'open' && { state }), ...more });
  return query.size === 0 ? '/admin/questions' : `/admin/questions?${query}`;
};

const pager = ({ state, page, more }: QuestionsParts): Fill => {
  const to = (number: number) => addressOf(state, { page: `${number}` });
  return (
    (page > 1 || more) &&
    html`<nav class="pager" aria-label="翻页">${page > 1 && html`<a href="${to(page - 1)}">上一页</a>`}<span>第 ${page} 页</span>${more && html`<a href="${to(page + 1)}">下一页</a>`}</nav>`
  );
};

/** 没答好的问题: groups, each as the bot understands it, and what it says to it now. */
export const questionsPage = (parts: QuestionsParts): string => {
  const { viewer, state, shown, model } = parts;
  return pageOf({
    title: '没答好的问题',
    place: 'questions',
    viewer,
    main: html`
<p class="lead">答不了的、反问的、读者点了“有误”的，说法相近的归在一起，按次数排列。补了叫法以后答得出的，自动移到“已修好”。这里重新回答时不带上文。</p>
<nav class="states" aria-label="状态">${STATES.map((one) => html`<a href="${addressOf(one.state)}"${one.state === state && html` aria-current="true"`}>${one.title}</a>`)}${model && html`<a href="/admin/questions/model">语言模型读懂的</a>`}</nav>
${shown.length > 0 ? html`<ol class="entries">${shown.map(entry)}</ol>` : html`<p class="soft">没有。</p>`}
${pager(parts)}`,
  });
};

export interface QuestionParts extends ShownGroup {
  readonly viewer: Viewer;
  readonly state: State;
}

const settleForm = ({ viewer, state, group }: QuestionParts): Html => html`
<form method="post" action="/admin/questions/${group.id}/settle">${csrfField(viewer)}<input type="hidden" name="settled" value="${state === 'settled' ? 'no' : 'yes'}"><button>${state === 'settled' ? '重新列为待处理' : '标为已处理'}</button></form>`;

/** One group: all that is known of it, and the form that mends it. */
export const questionPage = (parts: QuestionParts): string => {
  const { viewer, choice, state, group, now, meant, others: likely } = parts;
  const { id, question, others, reasons, count } = group;
  return pageOf({
    title: '没答好的问题',
    place: 'questions',
    viewer,
    main: html`
<p class="asked">${question}</p>
<p class="soft">共 ${count} 次</p>
${state === 'mended' && html`<p class="result helps">已修好</p>`}
${marks(parts)}
${facts(group)}
${others.length > 0 && html`<h2>相近的问法</h2><ul class="list">${others.map((text) => html`<li>${text}</li>`)}</ul>`}
${reasons.length > 0 && html`<h2>读者说的</h2><ul class="list">${reasons.map((text) => html`<li>${text}</li>`)}</ul>`}
<h2>怎么理解的</h2>
${ofPlan(choice)}
${understood(now, choice.chosen.bot.plan)}
<h2>现在的回答</h2>
${answerNow(now.answer)}
<h2>补一个叫法</h2>
${wordForm(choice, viewer, { say: wordToTeach(now, question), target: meant[0]?.label ?? '', question, group: id, likely: [...meant, ...likely] })}
<h2>处理</h2>
${settleForm(parts)}`,
  });
};
