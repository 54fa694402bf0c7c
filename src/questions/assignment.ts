import type { Role } from '../answer/differences.ts';
import type { Desk, Draft } from '../answer/draft.ts';
import { meantBy } from '../answer/names.ts';
import { bodyCitation, roleNotices, rowCitation, yearHead } from '../answer/task-sources.ts';
import type { Query, Task } from '../types.ts';
import { asks, yearsWithin } from './subject.ts';
import { cellsOf, sentencesAbout } from './task-parts.ts';

/** The names of a role: the body's; the annex's where the body has none. */
export const namesOf = (task: Task, role: Role): readonly string[] => {
  const body = meantBy(task.body[role]);
  return body.length > 0 ? body : meantBy(task.row[role]);
};

/** 责任单位：… / 支持单位：… */
export const roleLine = (desk: Desk, task: Task, role: Role): string => {
  const units = namesOf(task, role);
  if (units.length === 0) return desk.say('noSupporting');
  const only = role === 'supporting' && task.body.supporting.length === 0 ? desk.say('annexOnly') : '';
  return desk.say(role, { units: desk.name.units(units) }) + only;
};

const leadNotice = (desk: Desk, task: Task): NonNullable<Draft['notices']> => {
  const first = namesOf(task, 'responsible')[0];
  return first
    ? [{ code: 'no_lead_unit', text: desk.say('noLead', { unit: desk.name.unit(first) }), clauses: [task.body.clause] }]
    : [];
};

/** The sentence that the question speaks of, when it names no title: that one is quoted, not how the clause begins. */
const sentenceAsked = (query: Query, task: Task, desk: Desk): readonly string[] =>
  query.tasks.length > 0
    ? []
    : sentencesAbout(query.subject, task, desk)
        .filter(({ passage }) => passage.clause === task.body.clause)
        .slice(0, 1)
        .map(({ passage }) => passage.text);

/** One or several tasks with their units, the asked role first. */
export const assignmentDraft = (tasks: readonly Task[], first: Role, desk: Desk, query: Query): Draft => {
  /** 谁负责，2021年目标是什么: a year's target asked for in the same breath. */
  const years = asks(query, 'target', 'amount', 'list') ? yearsWithin(query, desk) : [];
  const second: Role = first === 'responsible' ? 'supporting' : 'responsible';
  return {
    status: 'answered',
    lines: tasks.flatMap((task) => [
      desk.name.task(task),
      roleLine(desk, task, first),
      roleLine(desk, task, second),
      ...cellsOf(task, years).map(({ year, text }) => desk.say('targetLine', { year, text })),
    ]),
    citations: [
      ...tasks.flatMap((task) => [
        bodyCitation(desk, task, ...sentenceAsked(query, task, desk)),
        rowCitation(desk, task),
      ]),
      ...tasks.flatMap((task) => cellsOf(task, years).map(({ text }) => desk.cite(task.row.clause, text))),
      ...yearHead(desk, years),
    ],
    notices: tasks.flatMap((task) => [
      ...roleNotices(desk, task, 'responsible'),
      ...roleNotices(desk, task, 'supporting'),
      ...(asks(query, 'lead') ? leadNotice(desk, task) : []),
    ]),
    tasks: tasks.map(({ number }) => number),
    suggestions: tasks
      .slice(0, tasks.length === 1 ? 1 : 0)
      .flatMap((task) => [
        desk.say('askTarget', { title: desk.name.short(task), year: desk.plan.document.period[0] + 1 }),
        desk.say('askText', { title: desk.name.short(task) }),
      ]),
  };
};
