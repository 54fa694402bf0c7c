import type { Explanation } from '../../bot.ts';
import { wordToTeach } from '../../overlay/candidates.ts';
import type { Thing } from '../../overlay/things.ts';
import type { ModelTaken } from '../../store/model-replies.ts';
import { type Fill, type Html, html } from '../web/html.ts';
import { pageOf, type Viewer } from './layout.ts';
import { timeName } from './names.ts';
import type { PlanChoice } from './plan-choice.ts';
import { answerHead, answerNow, understood } from './understood.ts';
import { wordForm } from './word-form.ts';

/** A question as a model read it, and what the rules make of it now. */
export interface ShownReading {
  readonly taken: ModelTaken;
  readonly choice: PlanChoice;
  readonly byRules: Explanation;
  /** The one thing that the model took it for. */
  readonly thing: Thing | undefined;
}

const ofPlan = ({ chosen, plans }: PlanChoice): Fill =>
  plans.length > 1 && html`<p class="soft">按《${chosen.title}》</p>`;

const entry = ({ taken, choice, byRules }: ShownReading): Html => html`
<li class="entry">
<h2><a href="/admin/questions/model/${taken.key}">${taken.question}</a></h2>
${ofPlan(choice)}
<p>语言模型读作：${taken.said}</p>
<p>规则现在：${answerHead(byRules.answer)}</p>
<p class="soft">${timeName(taken.at)}</p>
</li>`;

/** 语言模型读懂的: questions that the rules were not sure of, and what a model took them for. */
export const modelsPage = (viewer: Viewer, shown: readonly ShownReading[]): string =>
  pageOf({
    title: '语言模型读懂的',
    place: 'questions',
    viewer,
    main: html`
<p class="lead">规则拿不准、由语言模型判断了意思的问题，新的在前。把其中的说法补成叫法，以后就不用再问它。不记录提问的人。</p>
<p><a href="/admin/questions">没答好的问题</a></p>
${shown.length > 0 ? html`<ol class="entries">${shown.map(entry)}</ol>` : html`<p class="soft">没有。</p>`}`,
  });

/** One of them, with the form that makes it a word of ours. */
export const modelPage = (viewer: Viewer, { taken, choice, byRules, thing }: ShownReading): string =>
  pageOf({
    title: '语言模型读懂的',
    place: 'questions',
    viewer,
    main: html`
<p class="asked">${taken.question}</p>
${ofPlan(choice)}
<p>语言模型读作：${taken.said}</p>
<h2>规则怎么理解</h2>
${understood(byRules, choice.chosen.bot.plan)}
${answerNow(byRules.answer)}
<h2>补成我们的叫法</h2>
<p class="soft">叫法只填问题里指那一项的几个字，别带“谁负责”之类。先看会改变什么，再保存。</p>
${wordForm(choice, viewer, {
  ...{ say: wordToTeach(byRules, taken.question), target: thing?.label ?? '', question: taken.question },
  likely: thing ? [thing] : [],
})}
<p><a href="/admin/questions/model">回到列表</a></p>`,
  });
