import type { FastifyInstance } from 'fastify';
import { type Html, html } from '../web/html.ts';
import { channelTable, share } from './by-channel.ts';
import { type Guard, page } from './guard.ts';
import { pageOf, type Viewer } from './layout.ts';
import type { DeskOptions } from './options.ts';
import { daysBack, isEmpty, sumsOf, type Week, weekAgo } from './week.ts';

/** Weeks shown besides this one, as far as they are kept. */
const WEEKS = 8;

const tile = (title: string, value: number, more = ''): Html =>
  html`<div class="tile"><dt>${title}</dt><dd>${value}${more !== '' && html` <small>${more}</small>`}</dd></div>`;

const section = (week: Week, at: number): Html => {
  const { questions, answered, clarify, not_found, useful, wrong } = sumsOf(week);
  const id = `week-${week.monday}`;
  return html`
<h2 id="${id}">${at === 0 ? '本周' : at === 1 ? '上周' : ''}（${week.title}）</h2>
<dl class="tiles">
${tile('提问', questions)}
${tile('已回答', answered, share(answered, questions))}
${tile('反问', clarify, share(clarify, questions))}
${tile('答不了', not_found, share(not_found, questions))}
${tile('有用', useful)}
${tile('有误', wrong)}
${tile('新增叫法', week.words.length)}
</dl>
${channelTable(week.days, id)}
${week.words.length > 0 && html`<ul class="list">${week.words.map((word) => html`<li>${word}</li>`)}</ul>`}`;
};

const weeksPage = (viewer: Viewer, weeks: readonly Week[]): string =>
  pageOf({
    title: '每周小结',
    place: 'weeks',
    viewer,
    main: html`
<p class="lead">周一到周日，北京时间。设置 ADMIN_CHAT 后，每周一上午把上周的小结发到管理群。</p>
${weeks.map((week, at) => (at > 1 && isEmpty(week) ? html`` : section(week, at)))}`,
  });

/** 每周小结: what the last weeks came to, by where it came from. */
export const weekRoutes = (scope: FastifyInstance, guard: Guard, { plans, records, now }: DeskOptions): void => {
  scope.get(
    '/admin/weeks',
    guard.reads(async ({ viewer }) => {
      const from = { days: await records.days(daysBack(WEEKS)), plans: plans.list() };
      const weeks = Array.from({ length: WEEKS + 1 }, (_, ago) => weekAgo(ago, now(), from));
      return page(weeksPage(viewer(), weeks));
    }),
  );
};
