import type { Clause } from '../../../types.ts';
import { type Html, html } from '../html.ts';
import { linesOf } from './clause.ts';
import { grouped } from './plan-parts.ts';
import type { Site } from './site.ts';

const titleOf = (clause: Clause): string => {
  const { kind, label } = clause;
  return kind === 'front' || kind === 'opening' ? label : (linesOf(clause)[0] ?? label).trim();
};

const link = (clause: Clause): Html => html`<a href="#${encodeURIComponent(clause.id)}">${titleOf(clause)}</a>`;

/** The headings right under a part: `3.5`, `2.table`; those of the annex repeat the actions. */
const headingsOf = (clauses: readonly Clause[]): readonly Clause[] =>
  clauses.slice(1).filter(({ id, kind }) => kind === 'heading' && id.split('.').length === 2);

/** The plan's headings as links: beside the text where there is room, folded above it where there is none. */
export const outlineOf = ({ plan }: Site): Html => html`
<details class="outline" id="outline">
<summary>目录</summary>
<nav aria-label="目录"><ol>
${grouped(plan.clauses, 1).map(({ clauses: [head, ...rest] }) => {
  if (!head) return undefined;
  const under = headingsOf([head, ...rest]);
  return html`<li>${link(head)}${under.length > 0 && html`<ol>${under.map((clause) => html`<li>${link(clause)}</li>`)}</ol>`}</li>`;
})}
</ol></nav>
</details>`;
