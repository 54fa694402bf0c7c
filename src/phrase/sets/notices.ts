import type { Desk } from '../../answer/draft.ts';
import type { Reached, Standing, TaskEntry } from '../../execute/sets/result.ts';
import { conditionsOf } from '../../execute/sets/tests-in.ts';
import type { Notice, Task } from '../../types.ts';
import type { Query } from '../../values.ts';
import { numbersOf, yearsOf } from './parts.ts';

/** （仅正文列出） where only one source names the unit. */
export const whereOnly = ({ inBody, inAnnex }: Standing, desk: Desk): string =>
  inBody === inAnnex ? '' : desk.say(inBody ? 'bodyOnly' : 'annexOnly');

const clausesOf = (tasks: readonly Task[]): readonly string[] =>
  tasks.flatMap(({ body, row }) => [body.clause, row.clause]);

const rowLabel = (desk: Desk, clauses: readonly string[]): string => {
  const numbers = clauses.map((clause) => clause.replace(/^.*\./, '')).join('、');
  return (desk.clause(clauses[0])?.label ?? '').replace(/\d+(?=项)/, numbers);
};

/** Printed forms by which the units are named in these tasks, where a reviewed note explains them. */
export const misprintNotices = (tasks: readonly Task[], units: readonly string[], desk: Desk): readonly Notice[] => {
  const rows = new Map<string, string[]>();
  for (const { row } of tasks)
    for (const { printed, misprint, means } of [...row.responsible, ...row.supporting])
      if (misprint && means.some((name) => units.includes(name)))
        rows.set(printed, [...new Set([...(rows.get(printed) ?? []), row.clause])]);
  return [...rows].map(([printed, clauses]) => ({
    code: 'source_misprint',
    text: desk.say('misprinted', { label: rowLabel(desk, clauses), printed }),
    clauses,
  }));
};

/** Tasks in which body and annex disagree on the unit. */
export const differNotices = (entries: readonly TaskEntry[], desk: Desk): readonly Notice[] => {
  const marks = entries.map(({ task, standings }) => ({
    task,
    mark: standings.map((standing) => whereOnly(standing, desk)).find((mark) => mark !== '') ?? '',
  }));
  const differing = marks.filter(({ mark }) => mark !== '');
  if (differing.length === 0) return [];
  const list = differing.map(({ task, mark }) => `${task.number}${mark}`).join('、');
  const clauses = clausesOf(differing.map(({ task }) => task));
  return [{ code: 'body_annex_differ', text: desk.say('unitDiffers', { list }), clauses }];
};

/** Tasks that reach a unit through its group come apart from its own. */
export const groupNotices = (reached: readonly Reached[], negative: boolean, desk: Desk): readonly Notice[] =>
  reached.map(({ unit, group, basis, tasks }) => {
    const values = { count: tasks.length, unit: desk.name.unit(unit), group: desk.name.unit(group), basis };
    const text = negative
      ? desk.say('groupNotNamed', { ...values, numbers: numbersOf(tasks) })
      : desk.say('byGroup', { ...values, titles: numbersOf(tasks) });
    return { code: 'group_member', text, clauses: tasks.map(({ body }) => body.clause) };
  });

/** The units are printed in an order that is no rank. */
export const orderNotice = (desk: Desk): Notice => ({
  code: 'no_lead_unit',
  text: desk.say('firstIsNotLead'),
  clauses: [],
});

/** 牵头 was asked for in a plan that calls nobody so. */
export const unledNotices = ({ of }: Query, desk: Desk): readonly Notice[] =>
  conditionsOf(of).some(({ test }) => test.test === 'has' && test.unled)
    ? [{ code: 'no_lead_unit', text: desk.say('leadNotPrinted'), clauses: [] }]
    : [];

/** Years that lie outside the plan. */
export const outsideNotices = (query: Query, desk: Desk): readonly Notice[] => {
  const { outside } = yearsOf(query, desk);
  const [from, to] = desk.plan.document.period;
  if (outside.length === 0) return [];
  const text = desk.say('notInYear', { year: outside.join('、'), from, to });
  return [{ code: 'outside_period', text, clauses: [] }];
};
