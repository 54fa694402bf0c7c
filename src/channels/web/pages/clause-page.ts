import type { Clause } from '../../../types.ts';
import { type Html, html } from '../html.ts';
import { plainClause } from './clause.ts';
import { indicatorTable } from './indicator-table.ts';
import { pageOf } from './layout.ts';
import { grouped } from './plan-parts.ts';
import type { Site } from './site.ts';
import { taskPair } from './task-pair.ts';

/** A measure with its row of the annex, an indicator in its table, anything else alone. */
const inContext = (site: Site, clause: Clause): Html => {
  const task = site.plan.tasks.find(({ body, row }) => [body.clause, row.clause].includes(clause.id));
  if (task) return taskPair(site, task);
  if (clause.kind !== 'indicator') return plainClause(site, clause);
  const table = grouped(site.plan.clauses, 2).find(({ clauses }) => clauses.includes(clause));
  return indicatorTable(site, table?.clauses ?? [clause]);
};

/** One clause by itself, as on the plan's page; the chat shows it beside an answer. */
export const clausePage = (site: Site, clause: Clause): string =>
  pageOf(site, {
    title: clause.label,
    place: 'plan',
    above: [],
    main: html`
<h1>${clause.label}</h1>
<div class="text" data-source>${inContext(site, clause)}</div>
<p class="aside"><a href="${site.to.clause(clause.id)}">在全文中查看</a></p>`,
  });
