import { compareRole, type Role } from '../../../answer/differences.ts';
import { meantBy } from '../../../plan/named-units.ts';
import { splitBracket } from '../../../plan/responsibility.ts';
import type { Clause, NamedUnit, Task } from '../../../types.ts';
import { type Fill, type Html, html } from '../html.ts';
import { clauseAt, marksOf } from './clause.ts';
import { ROLE_NAMES, ROLES } from './facts.ts';
import type { Site } from './site.ts';
import { differencesOf, ownFigures } from './task-differences.ts';
import { type ListedUnit, linkedList, markedText } from './words.ts';

type Side = 'body' | 'row';

/** A list of units, each with whether only this side names it. */
const listed = (task: Task, role: Role, side: Side): readonly ListedUnit[] => {
  const difference = compareRole(task, role);
  const only = (side === 'body' ? difference?.onlyBody : difference?.onlyAnnex) ?? [];
  const isOnly = (named: NamedUnit) => meantBy([named]).some((name) => only.includes(name));
  return task[side][role].map((named) => ({ named, only: isOnly(named) }));
};

/** A measure: number and title stand out, its units are links, every letter as printed. */
const measureWords = (site: Site, task: Task, clause: Clause): Html => {
  const { body } = splitBracket(clause.text);
  const headEnd = body.indexOf(task.body.title) + task.body.title.length + 1;
  const units = ROLES.flatMap((role) => listed(task, role, 'body'));
  const marks = marksOf(site, clause, ownFigures(task).body);
  return html`<div class="words">
<p><strong>${body.slice(0, headEnd)}</strong>${markedText(body.slice(headEnd), marks)}</p>
<p class="bracket">${linkedList(site, clause.text.slice(body.length).trim(), units)}</p></div>`;
};

const namesIn = (cell: string): string => cell.replace(/[、，,；;。\s]+/g, '|').replace(/^\||\|$/g, '');

/** The cell of a row that prints these names, with its own separators. */
export const cellWith = (clause: Clause, units: readonly NamedUnit[]): string => {
  const names = units.map(({ printed }) => printed).join('|');
  return names === '' ? '' : (clause.text.split('\t').find((cell) => namesIn(cell) === names) ?? '').trim();
};

const cell = (head: string, text: string, words: Fill): Html =>
  html`<div><dt>${head}</dt>${text === '' ? html`<dd class="empty">（空）</dd>` : html`<dd class="words">${words}</dd>`}</div>`;

const unitCells = (site: Site, task: Task, clause: Clause): Fill =>
  ROLES.map((role) => {
    const text = cellWith(clause, task.row[role]);
    return cell(ROLE_NAMES[role], text, linkedList(site, text, listed(task, role, 'row')));
  });

const rowWords = (site: Site, task: Task, clause: Clause): Html => {
  const marks = marksOf(site, clause, ownFigures(task).annex);
  return html`
<p class="row-title"><span class="words number">${clause.id.replace(/^.*\./, '')}</span> <strong class="words">${task.row.title}</strong></p>
<dl class="cells">
${task.row.targets.map(({ year, text }) => cell(`${year}年`, text, markedText(text, marks)))}
${unitCells(site, task, clause)}
</dl>`;
};

/** A measure of the body and its row of the annex, side by side, and beneath them what they do not say alike. */
export const taskPair = (site: Site, task: Task): Html => {
  const [measure, row] = [site.clause(task.body.clause), site.clause(task.row.clause)];
  const differences = differencesOf(site, task);
  return html`
<article class="task" data-entry data-task="${task.number}" aria-label="任务${task.number} ${task.body.title}">
<div class="pair">
${measure && clauseAt(site, measure, measureWords(site, task, measure))}
${row && clauseAt(site, row, rowWords(site, task, row))}
</div>
${differences && html`<div class="differences"><p class="heading">正文与附件对照</p>${differences}</div>`}
</article>`;
};
