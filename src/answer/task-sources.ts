import { printedBy } from '../plan/named-units.ts';
import { hasRow } from '../plan/pair.ts';
import { canonical } from '../text.ts';
import type { Notice, Task } from '../types.ts';
import type { Source } from './citation.ts';
import { compareRole, type Role, titlesDiffer } from './differences.ts';
import type { Desk } from './draft.ts';

const LABELS = /[（(]\s*(?:责任|牵头|负责)(?:单位|部门)[^（）()]*[）)]\s*$/;

/** The responsibility bracket of a measure, as printed; each of its marks where they were read, and their fields. */
const bracketsOf = (desk: Desk, { clause, marks }: Task['body']): readonly string[] =>
  marks
    ? marks
        .filter((mark) => mark.clause === clause)
        .flatMap(({ printed, fields }) => [printed, ...fields.map(({ text }) => text)])
    : [LABELS.exec(desk.clause(clause)?.text ?? '')?.[0] ?? ''];

/** Marks that stand in another clause than the task: a heading over it. */
const marksElsewhere = (desk: Desk, { clause, marks = [] }: Task['body']): readonly Source[] =>
  marks.filter((mark) => mark.clause !== clause).map((mark) => desk.cite(mark.clause, mark.printed));

const FIRST_PART = /^[^，。；]{2,60}[，。；]?/;

/** The body's source for who does a task: its title, how it begins, its bracket. */
export const bodyCitation = (desk: Desk, { body }: Task, ...pieces: readonly string[]): Source => {
  const shown = pieces.length > 0 ? pieces : [FIRST_PART.exec(body.text)?.[0] ?? ''];
  return desk.cite(body.clause, `${body.title}。`, ...shown, ...bracketsOf(desk, body));
};

/** The annex row's source: its title, the cells asked for, its units. */
export const rowCitation = ({ cite }: Desk, { row }: Task, ...cells: readonly string[]): Source => {
  const lists = [row.responsible, row.supporting].map(printedBy).filter((list) => list !== '');
  return cite(row.clause, row.title, ...cells, ...lists);
};

/** Both sources of a list's entry: the two lists of units, and the title where it holds figures that must be borne out. */
export const listCitations = (desk: Desk, task: Task): readonly Source[] => {
  const { body, row } = task;
  const title = /\d/.test(body.title) ? [body.title] : [];
  const own = [desk.cite(body.clause, ...title, ...bracketsOf(desk, body)), ...marksElsewhere(desk, body)];
  return hasRow(task) ? [...own, desk.cite(row.clause, ...[row.responsible, row.supporting].map(printedBy))] : own;
};

/** Both sources of a task, body first. */
export const taskCitations = (desk: Desk, task: Task, ...pieces: readonly string[]): readonly Source[] => [
  bodyCitation(desk, task, ...pieces),
  ...(hasRow(task) ? [rowCitation(desk, task)] : marksElsewhere(desk, task.body)),
];

const labelOf = (desk: Desk, clause: string): string => desk.clause(clause)?.label ?? clause;

const annexPrints = (desk: Desk, { row }: Task, role: Role): string => {
  const label = labelOf(desk, row.clause);
  const printed = printedBy(row[role]);
  if (printed === '') return desk.say('annexNoSupporting', { label });
  return desk.say(role === 'responsible' ? 'annexResponsible' : 'annexSupporting', { label, printed });
};

/** What must be said when body and annex do not name the same units for a role. */
export const roleNotices = (desk: Desk, task: Task, role: Role): readonly Notice[] => {
  const difference = compareRole(task, role);
  if (!difference) return [];
  const clauses = [task.body.clause, task.row.clause];
  const differ = difference.onlyBody.length + difference.onlyAnnex.length > 0;
  const printedAlike = canonical(printedBy(task.body[role])) === canonical(printedBy(task.row[role]));
  const code = differ ? 'body_annex_differ' : 'source_misprint';
  const text = desk.say('differs', { what: annexPrints(desk, task, role) });
  const notes = difference.misprints.flatMap(({ printed }) =>
    desk.plan.registry.misprints
      .filter((note) => note.printed === printed && (!note.where || note.where.some((id) => clauses.includes(id))))
      .map(({ note }) => note),
  );
  if (printedAlike && !differ) return notes.map((note) => ({ code: 'source_misprint', text: note, clauses }));
  return [{ code, text, clauses }];
};

/** What must be said when the annex calls the task by another title. */
export const titleNotices = (desk: Desk, task: Task): readonly Notice[] =>
  titlesDiffer(task)
    ? [
        {
          code: 'body_annex_differ',
          text: desk.say('titleDiffers', { label: labelOf(desk, task.row.clause), printed: task.row.title }),
          clauses: [task.body.clause, task.row.clause],
        },
      ]
    : [];

/** The clause that a row hangs under: `annex.21` → `annex`, `2.table.3` → `2.table`. */
export const parentOf = (clause: string): string => clause.replace(/\.\d+$/, '');

/** A source that bears something out without standing in the list that a person reads. */
export const silent = (source: Source): Source => ({ ...source, shown: '' });

/** The annex' own heads of the years (2020年目标任务): they bear out the years that an answer names beside the cells. */
export const yearHead = (
  { cite, clause, plan }: Pick<Desk, 'cite' | 'clause' | 'plan'>,
  years: readonly number[],
): readonly Source[] => {
  const head = clause(parentOf(plan.tasks[0]?.row.clause ?? ''));
  const printed = years.filter((year) => head?.text.includes(`${year}年`));
  return head && printed.length > 0 ? [silent(cite(head.id, ...printed.map((year) => `${year}年目标任务`)))] : [];
};
