import type { Entry } from '../../../library/entries.ts';
import type { YearTarget } from '../../../types.ts';
import { type Fill, type Html, html } from '../html.ts';
import { within } from './facts.ts';
import type { Site } from './site.ts';
import { misprintsIn } from './task-differences.ts';

/** Which of the two sources names the unit, where only one does: the bot's words. */
export const sideOf = ({ inBody, inAnnex }: Entry): Fill =>
  inBody !== inAnnex && html`<span class="only">${inBody ? '仅正文列出' : '仅附件列出'}</span>`;

/** The targets of a task, a year beside the other; an empty cell stays empty. */
export const yearsOf = (targets: readonly YearTarget[]): Html => html`
<dl class="years">${targets.map(({ year, text }) => html`<div><dt>${year}年</dt>${text === '' ? html`<dd class="empty">（空）</dd>` : html`<dd>${text}</dd>`}</div>`)}</dl>`;

/** Forms of the unit's name in this row that a reviewed note explains. */
const notesFor = (site: Site, unit: string, { task }: Entry): Fill => {
  const row = site.clause(task.row.clause);
  if (!row) return undefined;
  const printed = [...task.row.responsible, ...task.row.supporting].filter(
    ({ misprint, means }) => misprint && means.includes(unit),
  );
  return misprintsIn(site, row)
    .filter((note) => printed.some((named) => named.printed === note.printed))
    .map(({ note }) => html`<p class="note"><strong>注</strong> ${note}</p>`);
};

const entryItem = (site: Site, unit: string, entry: Entry): Html => {
  const { task } = entry;
  return html`
<li class="entry" data-task="${task.number}">
<p class="entry-title"><span class="number">${task.number}</span> <a href="${site.to.clause(task.body.clause)}">${task.body.title}</a> ${sideOf(entry)}</p>
<p class="label">${[task.body.clause, task.row.clause].map((id) => html`<a href="${site.to.clause(id)}">${site.clause(id)?.label}</a> `)}</p>
${yearsOf(task.row.targets)}
${notesFor(site, unit, entry)}
</li>`;
};

/** What entries of one sort stand under in a unit's page: `responsible-3`. */
export const placeOfEntries = (sort: string, action: number): string => `${sort}-${action}`;

/** Entries of one sort of one unit under the actions to which they belong. */
export const entriesByAction = (
  site: Site,
  { unit, sort }: { readonly unit: string; readonly sort: string },
  entries: readonly Entry[],
): readonly Html[] =>
  site.plan.actions.flatMap((action) => {
    const own = within(entries, action.number);
    if (own.length === 0) return [];
    return [
      html`
<h3 id="${placeOfEntries(sort, action.number)}"><a href="${site.to.action(action.number)}">${action.title}</a> <span class="count">${own.length} 项</span></h3>
<ul class="entries">${own.map((entry) => entryItem(site, unit, entry))}</ul>`,
    ];
  });
