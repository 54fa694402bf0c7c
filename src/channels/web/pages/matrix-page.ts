import type { Role } from '../../../answer/differences.ts';
import type { Action } from '../../../types.ts';
import { type Fill, type Html, html } from '../html.ts';
import { placeOfEntries } from './entries.ts';
import { ROLE_NAMES, ROLES, type UnitFacts, within } from './facts.ts';
import { pageOf } from './layout.ts';
import type { Site } from './site.ts';

type Counts = Readonly<Record<Role, number>>;

const countsOf = (unit: UnitFacts, action: Action): Counts => ({
  responsible: within(unit.responsible, action.number).length,
  supporting: within(unit.supporting, action.number).length,
});

const sum = (counts: readonly Counts[]): Counts => ({
  responsible: counts.reduce((total, { responsible }) => total + responsible, 0),
  supporting: counts.reduce((total, { supporting }) => total + supporting, 0),
});

/** Two counts, told apart by place, shape and word, each leading to the tasks that it counts. */
const pair = (counts: Counts, leadsTo: (role: Role) => string | undefined): Fill =>
  ROLES.filter((role) => counts[role] > 0).map((role) => {
    const words = html`<span class="unseen">${ROLE_NAMES[role]}</span>${counts[role]}`;
    const href = leadsTo(role);
    return href === undefined
      ? html`<span class="${role}">${words}</span> `
      : html`<a class="${role}" href="${href}">${words}</a> `;
  });

/** The tasks of a unit within an action, or all of them, on the unit's page. */
const tasksOf =
  ({ to }: Site, { name }: UnitFacts, action?: Action) =>
  (role: Role): string =>
    `${to.unit(name)}#${action ? placeOfEntries(role, action.number) : role}`;

const NOWHERE = (): undefined => undefined;

interface Row {
  readonly unit: UnitFacts;
  readonly cells: readonly Counts[];
}

const bodyRow = (site: Site, { unit, cells }: Row): Html => html`
<tr data-unit="${unit.name}"><th scope="row"><a href="${site.to.unit(unit.name)}">${unit.name}</a></th>${cells.map((counts, at) => html`<td>${pair(counts, tasksOf(site, unit, site.plan.actions[at]))}</td>`)}<td class="total">${pair(sum(cells), tasksOf(site, unit))}</td></tr>`;

const headRow = ({ plan, to }: Site): Html => html`
<tr><th scope="col" class="corner">单位</th>${plan.actions.map(({ number, title }) => html`<th scope="col"><a href="${to.action(number)}"><span class="number">${number}</span> <span class="upright">${title}</span></a></th>`)}<th scope="col">合计</th></tr>`;

const footRow = ({ plan: { actions }, to }: Site, rows: readonly Row[]): Html => {
  const columns = actions.map((_, at) => sum(rows.flatMap(({ cells }) => cells[at] ?? [])));
  const ofAction = (at: number) => () => to.action(actions[at]?.number ?? 0);
  return html`<tr><th scope="row">合计</th>${columns.map((counts, at) => html`<td class="total">${pair(counts, ofAction(at))}</td>`)}<td class="total">${pair(sum(columns), NOWHERE)}</td></tr>`;
};

const has = (counts: Counts | undefined): counts is Counts =>
  counts !== undefined && counts.responsible + counts.supporting > 0;

const chosen = (head: Fill, counts: Counts, items: readonly Fill[]): Html => html`
<details><summary><span>${head}</span> ${pair(counts, NOWHERE)}</summary><ul>${items.map((item) => html`<li>${item}</li>`)}</ul></details>`;

/** Where the matrix is too wide to be read: a unit or an action is chosen first, and opens to its own row or column. */
const byChoice = (site: Site, rows: readonly Row[]): Html => {
  const { plan, to } = site;
  const units = rows.map(({ unit, cells }) =>
    chosen(
      unit.name,
      sum(cells),
      plan.actions.flatMap((action, at) => {
        const counts = cells[at];
        return has(counts)
          ? [
              html`<a href="${to.action(action.number)}">${action.title}</a> ${pair(counts, tasksOf(site, unit, action))}`,
            ]
          : [];
      }),
    ),
  );
  const actions = plan.actions.map((action, at) => {
    const involved = rows.flatMap(({ unit, cells }) => {
      const counts = cells[at];
      return has(counts) ? [{ unit, counts }] : [];
    });
    const items = involved.map(
      ({ unit, counts }) =>
        html`<a href="${to.unit(unit.name)}">${unit.name}</a> ${pair(counts, tasksOf(site, unit, action))}`,
    );
    return chosen(
      [html`<span class="number">${action.number}</span> `, action.title],
      sum(involved.map(({ counts }) => counts)),
      items,
    );
  });
  return html`
<div class="by-choice">
<section aria-labelledby="by-action"><h2 id="by-action">选一个行动</h2>${actions}</section>
<section aria-labelledby="by-unit"><h2 id="by-unit">选一个单位</h2>${units}</section>
</div>`;
};

/** How many tasks of each action each unit is responsible for or supports. */
export const matrixPage = (site: Site): string => {
  const { actions } = site.plan;
  const rows = [...site.units.values()]
    .filter(({ responsible, supporting }) => responsible.length + supporting.length > 0)
    .map((unit) => ({ unit, cells: actions.map((action) => countsOf(unit, action)) }));
  return pageOf(site, {
    title: '矩阵',
    place: 'matrix',
    main: html`
<h1>单位与行动矩阵</h1>
<p class="lead">每格是该单位在该行动里的任务数：<span class="responsible">3</span> 责任单位，<span class="supporting">2</span> 支持单位；空格为没有；点数字看是哪几项。正文或附件有一处列名即计入，合称各算一行，合计是列名次数。</p>
<div class="scroll tall" role="region" aria-label="单位与行动矩阵" tabindex="0">
<table class="matrix">
<thead>${headRow(site)}</thead>
<tbody>${rows.map((row) => bodyRow(site, row))}</tbody>
<tfoot>${footRow(site, rows)}</tfoot>
</table></div>
${byChoice(site, rows)}`,
  });
};
