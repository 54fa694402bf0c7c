import type { Explanation } from '../../bot.ts';
import type { Unanswered } from '../../store/unanswered.ts';
import { type Fill, type Html, html } from '../web/html.ts';
import { csrfField, pageOf, type Viewer } from './layout.ts';
import { CHAT_NAMES, channelName, kindName, SORT_NAMES, timeName } from './names.ts';
import type { PlanChoice } from './plan-choice.ts';
import { answerHead, answerNow, topicWords, understood } from './understood.ts';
import { wordForm } from './word-form.ts';

/** A group, and what the bot makes of it now. */
export interface ShownGroup {
  readonly group: Unanswered;
  readonly choice: PlanChoice;
  readonly now: Explanation;
}

export interface QuestionsParts {
  readonly viewer: Viewer;
  readonly settled: boolean;
  readonly shown: readonly ShownGroup[];
  /** From 1; `more` says that there is another one. */
  readonly page: number;
  readonly more: boolean;
}

const sortsOf = ({ sorts }: Unanswered): string =>
  (Object.keys(SORT_NAMES) as (keyof typeof SORT_NAMES)[])
    .filter((sort) => sorts[sort] > 0)
    .map((sort) => `${SORT_NAMES[sort]} ${sorts[sort]}`)
    .join('，');

const facts = (group: Unanswered): Html => html`
<p class="soft">${sortsOf(group)}；${group.chats.map((chat) => CHAT_NAMES[chat] ?? chat).join('、')}，${group.channels.map(channelName).join('、')}；当时作：${group.kinds.map(kindName).join('、')}；最近 ${timeName(group.last)}</p>`;

/** Of which plan it is read, where there are several. */
const ofPlan = ({ chosen, plans }: PlanChoice): Fill =>
  plans.length > 1 && html`<p class="soft">按《${chosen.title}》</p>`;

const entry = ({ group, choice, now }: ShownGroup): Html => html`
<li class="entry">
<h2><a href="/admin/questions/${group.id}">${group.question}</a> <span class="count">${group.count} 次</span></h2>
${facts(group)}
${ofPlan(choice)}
${understood(now, choice.chosen.bot.plan)}
<p>现在：${answerHead(now.answer)}</p>
<p class="line">${now.answer.text.split('\n', 1)[0]}</p>
</li>`;

const pager = ({ settled, page, more }: QuestionsParts): Fill => {
  const to = (number: number) =>
    `/admin/questions?${new URLSearchParams({ ...(settled && { state: 'settled' }), page: `${number}` })}`;
  return (
    (page > 1 || more) &&
    html`<nav class="pager" aria-label="翻页">${page > 1 && html`<a href="${to(page - 1)}">上一页</a>`}<span>第 ${page} 页</span>${more && html`<a href="${to(page + 1)}">下一页</a>`}</nav>`
  );
};

/** 没答好的问题: groups, each as the bot understands it, and what it says to it now. */
export const questionsPage = (parts: QuestionsParts): string => {
  const { viewer, settled, shown } = parts;
  return pageOf({
    title: '没答好的问题',
    place: 'questions',
    viewer,
    main: html`
<p class="lead">答不了的、反问的、读者点了“有误”的，说法相近的归在一起，按次数排列。单独一问重新回答，不带上文。</p>
<nav class="states" aria-label="状态"><a href="/admin/questions"${!settled && html` aria-current="true"`}>待处理</a><a href="/admin/questions?state=settled"${settled && html` aria-current="true"`}>已处理</a></nav>
${shown.length > 0 ? html`<ol class="entries">${shown.map(entry)}</ol>` : html`<p class="soft">没有。</p>`}
${pager(parts)}`,
  });
};

export interface QuestionParts extends ShownGroup {
  readonly viewer: Viewer;
  readonly settled: boolean;
}

/** One group: all that is known of it, and the form that mends it. */
export const questionPage = ({ viewer, choice, settled, group, now }: QuestionParts): string => {
  const { id, question, others, reasons, count } = group;
  return pageOf({
    title: '没答好的问题',
    place: 'questions',
    viewer,
    main: html`
<p class="asked">${question}</p>
<p class="soft">共 ${count} 次</p>
${facts(group)}
${others.length > 0 && html`<h2>相近的问法</h2><ul class="list">${others.map((text) => html`<li>${text}</li>`)}</ul>`}
${reasons.length > 0 && html`<h2>读者说的</h2><ul class="list">${reasons.map((text) => html`<li>${text}</li>`)}</ul>`}
<h2>这样理解</h2>
${ofPlan(choice)}
${understood(now, choice.chosen.bot.plan)}
<h2>现在的回答</h2>
${answerNow(now.answer)}
<h2>补一个叫法</h2>
${wordForm(choice, viewer, { say: topicWords(now), target: '', question, group: id })}
<h2>处理</h2>
<form method="post" action="/admin/questions/${id}/settle">${csrfField(viewer)}<input type="hidden" name="settled" value="${settled ? 'no' : 'yes'}"><button>${settled ? '重新列为待处理' : '标为已处理'}</button></form>`,
  });
};
