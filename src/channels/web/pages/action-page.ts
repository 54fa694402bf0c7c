import type { Role } from '../../../answer/differences.ts';
import { meantBy } from '../../../plan/named-units.ts';
import type { Action, Task, UnitName } from '../../../types.ts';
import { type Fill, type Html, html, joined } from '../html.ts';
import { paragraph } from './clause.ts';
import { ROLE_NAMES, ROLES } from './facts.ts';
import { pageOf } from './layout.ts';
import type { Site } from './site.ts';
import { differencesOf } from './task-differences.ts';
import { worklists } from './unit-page.ts';

/** Every unit that body or annex names in a role of some tasks, once. */
export const allNames = (tasks: readonly Task[], role: Role): readonly UnitName[] => [
  ...new Set(tasks.flatMap(({ body, row }) => [...meantBy(body[role]), ...meantBy(row[role])])),
];

const linked = ({ to }: Site, names: readonly UnitName[]): Fill =>
  joined(
    names.map((name) => html`<a href="${to.unit(name)}">${name}</a>`),
    '、',
  );

const DIFFERENCES = '附件不同之处';

/** A cell that says its own head where the table becomes a card for each task. */
const cellOf = (head: string, words: Fill, className?: string): Html => {
  const empty = words === undefined || words === '' || (Array.isArray(words) && words.length === 0);
  const classes = [className, empty && 'blank'].filter((one) => one).join(' ');
  return html`<td role="cell" data-head="${head}"${classes !== '' && html` class="${classes}"`}>${words}</td>`;
};

const taskRow = (site: Site, task: Task): Html => {
  const differences = differencesOf(site, task);
  return html`
<tr role="row" id="task-${task.number}">
<th scope="row" role="rowheader"><span class="number">${task.number}</span> <a href="${site.to.clause(task.body.clause)}">${task.body.title}</a>
<small class="label"><a href="${site.to.clause(task.row.clause)}">${site.clause(task.row.clause)?.label}</a></small></th>
${task.row.targets.map(({ year, text }) => cellOf(`${year}年目标`, text))}
${ROLES.map((role) => cellOf(ROLE_NAMES[role], linked(site, meantBy(task.body[role]))))}
${cellOf(DIFFERENCES, differences, 'differences')}
</tr>`;
};

const tableOf = (site: Site, title: string, tasks: readonly Task[]): Html => html`
<div class="scroll" role="region" aria-label="${title}的任务" tabindex="0">
<table class="tasks" role="table">
<thead><tr role="row"><th scope="col" role="columnheader">任务</th>${tasks[0]?.row.targets.map(({ year }) => html`<th scope="col" role="columnheader">${year}年目标</th>`)}${ROLES.map((role) => html`<th scope="col" role="columnheader">${ROLE_NAMES[role]}（正文）</th>`)}<th scope="col" role="columnheader">${DIFFERENCES}</th></tr></thead>
<tbody>${tasks.map((task) => taskRow(site, task))}</tbody>
</table></div>`;

const neighbours = (site: Site, { number }: Action): Html => {
  const link = (to: number, word: string): Fill => {
    const action = site.plan.actions.find((one) => one.number === to);
    return action && html`<a href="${site.to.action(to)}">${word}：${action.title}</a> `;
  };
  return html`<nav class="aside" aria-label="相邻的行动">${link(number - 1, '上一个')}${link(number + 1, '下一个')}</nav>`;
};

/** One action: its goal, its tasks with targets by year and units, and where body and annex differ. */
export const actionPage = (site: Site, action: Action): string => {
  const tasks = action.tasks.flatMap((number) => site.task(number) ?? []);
  const goal = site.clause(action.goal);
  return pageOf(site, {
    title: action.title,
    place: 'actions',
    above: [{ title: '行动', href: site.to.actions }],
    main: html`
<p class="kind">行动${action.number}</p>
<h1>${action.title}</h1>
${goal && html`<div class="clause"><p class="label"><a href="${site.to.clause(goal.id)}">${goal.label}</a></p>${paragraph(site, goal, goal.text)}</div>`}
<h2>任务<span class="count">${tasks.length} 项</span></h2>
${tableOf(site, action.title, tasks)}
<h2>单位</h2>
<dl class="about">${ROLES.map((role) => {
      const names = allNames(tasks, role);
      return html`<div><dt>${ROLE_NAMES[role]} ${names.length} 个</dt><dd>${names.length > 0 ? linked(site, names) : '没有写'}</dd></div>`;
    })}</dl>
${worklists(site, { action: action.number })}
${neighbours(site, action)}`,
  });
};
