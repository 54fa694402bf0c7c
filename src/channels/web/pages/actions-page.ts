import { html } from '../html.ts';
import { allNames } from './action-page.ts';
import { ROLES } from './facts.ts';
import { pageOf } from './layout.ts';
import type { Site } from './site.ts';

/** Every action with its goal and how many tasks and units it has. */
export const actionsPage = (site: Site): string => {
  const { actions, tasks } = site.plan;
  return pageOf(site, {
    title: '行动',
    place: 'actions',
    main: html`
<h1>行动</h1>
<p class="lead">${actions.length}个行动，共${tasks.length}项任务。</p>
<table class="figures actions">
<thead><tr><th scope="col">行动</th><th scope="col">任务</th><th scope="col">责任单位</th><th scope="col">支持单位</th></tr></thead>
<tbody>${actions.map((action) => {
      const own = tasks.filter((task) => task.action === action.number);
      return html`<tr><th scope="row"><span class="number">${action.number}</span> <a href="${site.to.action(action.number)}">${action.title}</a></th><td>${own.length}</td>${ROLES.map((role) => html`<td>${allNames(own, role).length}</td>`)}</tr>`;
    })}</tbody>
</table>`,
  });
};
