import type { Clause, Indicator, IndicatorValue } from '../../../types.ts';
import { type Html, html } from '../html.ts';
import { labelOf, linesOf } from './clause.ts';
import type { Site } from './site.ts';

export const ROLE_OF_VALUE: Readonly<Record<IndicatorValue['role'], string>> = { past: '历史数', target: '目标' };

const row = (clause: Clause): Html => {
  const [name = '', ...values] = clause.text.split('\t');
  return html`
<tr class="clause indicator" id="${clause.id}" data-clause data-entry>
<th scope="row"><span class="words">${name.trim()}</span>${labelOf(clause)}</th>
${values.map((value) => html`<td class="words">${value.trim()}</td>`)}
</tr>`;
};

/** Past figures and targets are told apart under the year. */
const roleUnder = (indicator: Indicator | undefined, at: number): Html | undefined => {
  const role = indicator?.values[at]?.role;
  return role && html` <small>${ROLE_OF_VALUE[role]}</small>`;
};

const headRow = (cells: readonly string[], first: Indicator | undefined): Html => {
  const [name = '', ...years] = cells;
  return html`<tr><th scope="col" class="words">${name.trim()}</th>${years.map((year, at) => html`<th scope="col"><span class="words">${year.trim()}</span>${roleUnder(first, at)}</th>`)}</tr>`;
};

/** The table of indicators as the plan prints it: title, head, a clause a row. */
export const indicatorTable = (site: Site, clauses: readonly Clause[]): Html => {
  const rows = clauses.filter(({ kind }) => kind === 'indicator');
  const [head] = clauses.filter(({ kind }) => kind !== 'indicator');
  const lines = head ? linesOf(head) : [];
  const titles = lines.filter((line) => !line.includes('\t'));
  const columns = lines.find((line) => line.includes('\t'))?.split('\t') ?? [];
  return html`
<div class="clause heading" ${head && html`id="${head.id}" data-clause`}>
${titles.map((title) => html`<h3 class="words">${title.trim()}</h3>`)}
${head && labelOf(head)}
<div class="scroll" role="region" aria-label="${titles.join(' ')}" tabindex="0">
<table class="figures indicators">
<thead>${headRow(columns, site.plan.indicators[0])}</thead>
<tbody>${rows.map(row)}</tbody>
</table></div></div>
<p class="aside"><a href="${site.to.indicators}">各指标的图</a></p>`;
};
