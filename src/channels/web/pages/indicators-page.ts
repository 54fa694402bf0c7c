import type { Indicator } from '../../../types.ts';
import { type Fill, type Html, html, trusted } from '../html.ts';
import { createDrawing } from './indicator-chart.ts';
import { ROLE_OF_VALUE } from './indicator-table.ts';
import { pageOf } from './layout.ts';
import type { Site } from './site.ts';

const isDrawable = ({ values }: Indicator): boolean => values.every(({ printed }) => Number.isFinite(Number(printed)));

const tableOf = ({ values, measure }: Indicator): Html => html`
<table class="figures">
<thead><tr><th scope="col">年份</th>${values.map(({ year }) => html`<th scope="col">${year}</th>`)}</tr></thead>
<tbody>
<tr><th scope="row">${measure}</th>${values.map(({ printed }) => html`<td>${printed}</td>`)}</tr>
<tr class="roles"><th scope="row">性质</th>${values.map(({ role }) => html`<td>${ROLE_OF_VALUE[role]}</td>`)}</tr>
</tbody></table>`;

/** Reviewed places that give other figures than this row. */
const disagreementsOf = (site: Site, { number }: Indicator): Fill =>
  site.disagreements
    .filter(({ conflict }) => conflict.kind === 'additions' && conflict.indicator === number)
    .map(({ lines }) => html`<p class="note"><strong>对照</strong> ${lines.join('')}</p>`);

const figureOf = (site: Site, indicator: Indicator, draw: (indicator: Indicator) => string): Html => {
  const { name, measure, clause } = indicator;
  return html`
<article class="indicator-figure" aria-labelledby="indicator-${indicator.number}">
<h2 id="indicator-${indicator.number}">${name}<small>（${measure}）</small></h2>
<p class="label"><a href="${site.to.clause(clause)}">${site.clause(clause)?.label}</a></p>
${isDrawable(indicator) && html`<div class="chart">${trusted(draw(indicator))}</div>`}
${tableOf(indicator)}
${disagreementsOf(site, indicator)}
</article>`;
};

/** Each indicator as a chart, with the figures as printed in a table beneath. */
export const indicatorsPage = async (site: Site): Promise<string> => {
  const draw = await createDrawing();
  return pageOf(site, {
    title: '指标',
    place: 'indicators',
    main: html`
<h1>主要指标</h1>
<p class="lead"><span class="key past">实心</span>为历史数，<span class="key target">虚框</span>为目标；数字照计划印出。</p>
<div class="charts">${site.plan.indicators.map((indicator) => figureOf(site, indicator, draw))}</div>`,
  });
};
