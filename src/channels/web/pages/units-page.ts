import { type Html, html } from '../html.ts';
import { kindOf, type UnitFacts } from './facts.ts';
import { pageOf } from './layout.ts';
import type { Site } from './site.ts';

const number = (value: number): Html => html`<td${value === 0 && html` class="none"`}>${value}</td>`;

const row = ({ to }: Site, { name, responsible, supporting, reached }: UnitFacts): Html => html`
<tr><th scope="row"><a href="${to.unit(name)}">${name}</a></th>${number(responsible.length)}${number(supporting.length)}${number(reached?.tasks.length ?? 0)}</tr>`;

const byKind = (units: readonly UnitFacts[]): ReadonlyMap<string, readonly UnitFacts[]> => {
  const kinds = new Map<string, UnitFacts[]>();
  for (const unit of units) kinds.set(kindOf(unit), [...(kinds.get(kindOf(unit)) ?? []), unit]);
  return kinds;
};

/** Every unit and group with how many tasks it has in each role. */
export const unitsPage = (site: Site): string => {
  const units = [...site.units.values()];
  const named = units.filter(({ responsible, supporting }) => responsible.length + supporting.length > 0);
  return pageOf(site, {
    title: '单位',
    place: 'units',
    main: html`
<h1>单位</h1>
<p class="lead">正文和附件合并，计划列名的单位和合称共 ${named.length} 个。“经由”是指任务写给一个合称，没有单独列出该单位。</p>
${[...byKind(units)].map(
  ([kind, list], at) => html`
<section aria-labelledby="kind-${at}">
<h2 id="kind-${at}">${kind}</h2>
<table class="figures units">
<thead><tr><th scope="col">单位</th><th scope="col">责任</th><th scope="col">支持</th><th scope="col">经由</th></tr></thead>
<tbody>${list.map((unit) => row(site, unit))}</tbody>
</table></section>`,
)}`,
  });
};
