import type { Role } from '../../../answer/differences.ts';
import type { Action } from '../../../types.ts';
import { type Fill, type Html, html } from '../html.ts';
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

/** Two counts, told apart by place, shape and word. */
const pair = (counts: Counts): Fill =>
  ROLES.filter((role) => counts[role] > 0).map(
    (role) => html`<span class="${role}"><span class="unseen">${ROLE_NAMES[role]}</span>${counts[role]}</span> `,
  );

const cell = (counts: Counts, total = false): Html => html`<td${total && html` class="total"`}>${pair(counts)}</td>`;

interface Row {
  readonly unit: UnitFacts;
  readonly cells: readonly Counts[];
}

const bodyRow = ({ to }: Site, { unit: { name }, cells }: Row): Html => html`
<tr data-unit="${name}"><th scope="row"><a href="${to.unit(name)}">${name}</a></th>${cells.map((counts) => cell(counts))}${cell(sum(cells), true)}</tr>`;

const headRow = ({ plan, to }: Site): Html => html`
<tr><th scope="col" class="corner">单位</th>${plan.actions.map(({ number, title }) => html`<th scope="col"><a href="${to.action(number)}"><span class="number">${number}</span> <span class="upright">${title}</span></a></th>`)}<th scope="col">合计</th></tr>`;

const footRow = (rows: readonly Row[], actions: readonly Action[]): Html => {
  const columns = actions.map((_, at) => sum(rows.flatMap(({ cells }) => cells[at] ?? [])));
  return html`<tr><th scope="row">合计</th>${columns.map((counts) => cell(counts, true))}${cell(sum(columns), true)}</tr>`;
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
<p class="lead">每格是该单位在该行动里的任务数：<span class="responsible">3</span> 责任单位，<span class="supporting">2</span> 支持单位；空格为没有。正文或附件有一处列名即计入，合称各算一行，合计是列名次数。</p>
<div class="scroll tall" role="region" aria-label="单位与行动矩阵" tabindex="0">
<table class="matrix">
<thead>${headRow(site)}</thead>
<tbody>${rows.map((row) => bodyRow(site, row))}</tbody>
<tfoot>${footRow(rows, actions)}</tfoot>
</table></div>`,
  });
};
