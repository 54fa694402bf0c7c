import { basename } from 'node:path';
import type { BrokenPlan, LivePlan } from '../../overlay/live-plan.ts';
import type { Counted, Day } from '../../store/days.ts';
import { type Fill, type Html, html } from '../web/html.ts';
import { channelTable, share } from './by-channel.ts';
import { pageOf, type Viewer } from './layout.ts';
import { kindName } from './names.ts';
import type { DeskTroubles } from './options.ts';
import { troubleList } from './troubles.ts';
import { wordsState } from './words-state.ts';

/** What the page is made of; the days, today first. */
export interface Overview {
  readonly viewer: Viewer;
  readonly days: readonly Day[];
  /** Each plan's words. */
  readonly plans: readonly LivePlan[];
  /** Plans that cannot be used. */
  readonly broken: readonly BrokenPlan[];
  readonly troubles?: DeskTroubles | undefined;
  /** Groups that nobody has seen to, and those that words have mended. */
  readonly open: number;
  readonly mended: number;
}

const sum = (days: readonly Day[], of: (day: Day) => number): number => days.reduce((all, day) => all + of(day), 0);

/** The same name of all days together, most frequent first. */
const together = (lists: readonly (readonly Counted[])[]): readonly Counted[] => {
  const counts = new Map<string, number>();
  for (const { name, count } of lists.flat()) counts.set(name, (counts.get(name) ?? 0) + count);
  return [...counts].map(([name, count]) => ({ name, count })).sort((a, b) => b.count - a.count);
};

const tile = (title: string, value: Fill, more?: string): Html =>
  html`<div class="tile"><dt>${title}</dt><dd>${value}${more && html` <small>${more}</small>`}</dd></div>`;

const tiles = ({ days, open, mended }: Overview): Html => {
  const all = sum(days, ({ questions }) => questions);
  const of = (status: keyof Day['statuses']) => sum(days, ({ statuses }) => statuses[status]);
  const [answered, clarify, refused] = [of('answered'), of('clarify'), of('not_found')];
  return html`<dl class="tiles">
${tile('提问', all)}
${tile('已回答', answered, share(answered, all))}
${tile('反问', clarify, share(clarify, all))}
${tile('答不了', refused, share(refused, all))}
${tile(
  '有用',
  sum(days, ({ feedback }) => feedback.useful),
)}
${tile(
  '有误',
  sum(days, ({ feedback }) => feedback.wrong),
)}
${tile('待处理', html`<a href="/admin/questions">${open}</a>`)}
${tile('已修好', html`<a href="/admin/questions?state=mended">${mended}</a>`)}
</dl>`;
};

const limit = (ms: number | undefined): Fill => ms !== undefined && html`≤ ${ms}`;

const row = ({ day, questions, statuses, p50, p95, feedback }: Day): Html => html`
<tr><th scope="row">${day}</th><td>${questions}</td>
<td>${statuses.answered}</td><td>${statuses.clarify}</td><td>${statuses.not_found}</td>
<td>${share(statuses.answered, questions)}</td><td>${limit(p50)}</td><td>${limit(p95)}</td>
<td>${feedback.useful}</td><td>${feedback.wrong}</td></tr>`;

const byDay = (days: readonly Day[]): Html => html`
<h2 id="days">每天</h2>
<div class="scroll" role="region" aria-labelledby="days" tabindex="0"><table>
<thead><tr><th scope="col">日期</th><th scope="col">提问</th><th scope="col">已回答</th><th scope="col">反问</th><th scope="col">答不了</th><th scope="col">回答率</th><th scope="col">半数用时（毫秒）</th><th scope="col">95 % 用时（毫秒）</th><th scope="col">有用</th><th scope="col">有误</th></tr></thead>
<tbody>${days.map(row)}</tbody>
</table></div>`;

const counts = (title: string, list: readonly Counted[], name: (name: string) => string): Fill =>
  list.length > 0 &&
  html`<section class="counts"><h2>${title}</h2><table>
<thead><tr><th scope="col">名称</th><th scope="col">次数</th></tr></thead>
<tbody>${list.map((one) => html`<tr><th scope="row">${name(one.name)}</th><td>${one.count}</td></tr>`)}</tbody>
</table></section>`;

/** Words were added, or cannot be used. */
const hasWords = ({ bot }: LivePlan): boolean => {
  const { entries, refused } = bot.words();
  return entries.length > 0 || refused !== undefined;
};

/** How people call the plan with an id. */
const titleIn =
  (plans: readonly LivePlan[]) =>
  (id: string): string =>
    plans.find((plan) => plan.id === id)?.title ?? id;

const brokenPlans = (broken: readonly BrokenPlan[]): Fill =>
  broken.length > 0 &&
  html`<h2>不能用的计划</h2>
<ul class="list">${broken.map(({ folder, reason }) => html`<li class="warning">${basename(folder)}：${reason}</li>`)}</ul>`;

/** 概况: the last days' questions, by day, kind and channel. */
export const overviewPage = (overview: Overview): string => {
  const { viewer, days, plans, broken } = overview;
  return pageOf({
    title: '概况',
    place: 'overview',
    viewer,
    main: html`
<p class="lead">最近 ${days.length} 天。不记录提问的人。</p>
${troubleList(overview.troubles, viewer)}
${tiles(overview)}
<h2 id="channels">来自</h2>
${channelTable(days, 'channels')}
${byDay(days)}
<div class="beside">
${counts('问题种类', together(days.map(({ kinds }) => kinds)), kindName)}
${plans.length > 1 && counts('由哪个计划回答', together(days.map((day) => day.plans)), titleIn(plans))}
</div>
${brokenPlans(broken)}
<h2>词表</h2>
${plans.filter((plan) => plans.length === 1 || hasWords(plan)).map((chosen) => wordsState({ chosen, plans }, viewer))}
${plans.length > 1 && html`<p><a href="/admin/words">${plans.length} 个计划的词表</a></p>`}`,
  });
};
