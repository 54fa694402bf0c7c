import type { Clause, ClauseId, Task } from '../../../types.ts';
import { type Fill, type Html, html } from '../html.ts';
import { labelOf, linesOf, paragraph, plainClause } from './clause.ts';
import { indicatorTable } from './indicator-table.ts';
import type { Site } from './site.ts';
import { taskPair } from './task-pair.ts';

/** Clauses that stand together in the outline. */
export interface Group {
  readonly id: ClauseId;
  readonly clauses: readonly Clause[];
}

/** Clauses in their order, those together whose ids begin with the same segments: `3.5.2.3` → `3` or `3.5`. */
export const grouped = (clauses: readonly Clause[], segments: number): readonly Group[] => {
  const groups: { id: ClauseId; clauses: Clause[] }[] = [];
  for (const clause of clauses) {
    const id = clause.id.split('.').slice(0, segments).join('.');
    const last = groups.at(-1);
    if (last?.id === id) last.clauses.push(clause);
    else groups.push({ id, clauses: [clause] });
  }
  return groups;
};

/** The tasks by the ids of their two clauses. */
const tasksByClause = ({ plan }: Site): ReadonlyMap<ClauseId, Task> =>
  new Map(plan.tasks.flatMap((task) => [[task.body.clause, task] as const, [task.row.clause, task] as const]));

/** A heading with what the plan prints under it in the same clause; the annex' repeated heads of columns once. */
const headed = (site: Site, clause: Clause, level: 2 | 3): Html => {
  const [title = '', ...rest] = linesOf(clause);
  return html`
<div class="clause heading" id="${clause.id}" data-clause>
${level === 2 ? html`<h2 class="words">${title.trim()}</h2>` : html`<h3 class="words">${title.trim()}</h3>`}
${labelOf(clause)}
${rest.map((line) => (line.includes('\t') ? html`<p class="columns">${line.split('\t').map((cell) => html`<span class="words">${cell.trim()}</span> `)}</p>` : paragraph(site, clause, line)))}
</div>`;
};

const section = (level: 2 | 3, body: Fill): Html =>
  html`<section class="${level === 2 ? 'part' : 'section'}" data-section>${body}</section>`;

/** One action: its heading, its goal, its measures each beside its row. */
const actionSection = (site: Site, { clauses }: Group, tasks: ReadonlyMap<ClauseId, Task>): Html => {
  const [head, ...rest] = clauses;
  const action = site.plan.actions.find(({ goal }) => rest.some(({ id }) => id === goal));
  return section(3, [
    head && headed(site, head, 3),
    action && html`<p class="aside"><a href="${site.to.action(action.number)}">这个行动的年度目标与单位</a></p>`,
    rest.map((clause) => {
      const task = tasks.get(clause.id);
      return task ? taskPair(site, task) : plainClause(site, clause);
    }),
  ]);
};

/** Clauses under one heading of the body. */
const runOf = (site: Site, run: Group, tasks: ReadonlyMap<ClauseId, Task>): Html | readonly Html[] => {
  if (run.clauses.some(({ kind }) => kind === 'indicator')) return section(3, indicatorTable(site, run.clauses));
  if (run.clauses.some(({ kind }) => kind === 'action-goal' || kind === 'measure'))
    return actionSection(site, run, tasks);
  return run.clauses.map((clause) => plainClause(site, clause));
};

interface Headed {
  readonly head: Clause;
  readonly rows: readonly Clause[];
}

/** A heading of the annex with the rows under it, which stand beside their measures above. */
const annexRows = (site: Site, { head, rows }: Headed, tasks: ReadonlyMap<ClauseId, Task>): Html => {
  const unpaired = rows.filter(({ id }) => !tasks.has(id));
  return html`<div class="annex-part" data-entry>
${headed(site, head, 3)}
<ol class="rows">${rows.flatMap(({ id }) => {
    const task = tasks.get(id);
    return task
      ? [html`<li value="${task.number}"><a href="#${encodeURIComponent(id)}">${task.row.title}</a></li>`]
      : [];
  })}</ol></div>
${unpaired.map((row) => plainClause(site, row))}`;
};

const annexOf = (site: Site, clauses: readonly Clause[], tasks: ReadonlyMap<ClauseId, Task>): readonly Html[] => {
  const starts = clauses.flatMap(({ kind }, at) => (kind === 'heading' ? [at] : []));
  const loose = clauses.slice(0, starts[0] ?? clauses.length).filter(({ id }) => !tasks.has(id));
  return [
    ...loose.map((clause) => plainClause(site, clause)),
    ...starts.flatMap((from, at) => {
      const head = clauses[from];
      return head ? [annexRows(site, { head, rows: clauses.slice(from + 1, starts[at + 1]) }, tasks)] : [];
    }),
  ];
};

const isAnnex = (clauses: readonly Clause[]): boolean => clauses.some(({ kind }) => kind === 'row');

const partOf = (site: Site, { clauses }: Group, tasks: ReadonlyMap<ClauseId, Task>): Html => {
  const [head, ...rest] = clauses;
  if (!head || head.kind === 'front')
    return section(
      2,
      clauses.map((clause) => plainClause(site, clause)),
    );
  const body = isAnnex(rest)
    ? [
        html`<p class="aside">表中各项与正文措施一一对应，已在上面并排列出；下面的目录通向各项。</p>`,
        ...annexOf(site, rest, tasks),
      ]
    : grouped(rest, 2).map((run) => runOf(site, run, tasks));
  return section(2, [headed(site, head, 2), body]);
};

/** The whole plan in its order: every clause at its anchor, once. */
export const planParts = (site: Site): readonly Html[] => {
  const tasks = tasksByClause(site);
  return grouped(site.plan.clauses, 1).map((part) => partOf(site, part, tasks));
};
