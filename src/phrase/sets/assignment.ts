import type { Source } from '../../answer/citation.ts';
import { counted, type Desk, type Draft } from '../../answer/draft.ts';
import { listCitations, roleNotices, taskCitations, yearHead } from '../../answer/task-sources.ts';
import type { Assignments } from '../../execute/sets/result.ts';
import { leadIn, namedIn } from '../../execute/sets/roles.ts';
import { meantBy, printedBy } from '../../plan/named-units.ts';
import { hasRow } from '../../plan/pair.ts';
import type { Notice, Task, UnitName } from '../../types.ts';
import type { Query, Role } from '../../values.ts';
import { ROLE_NAME } from '../describe-test.ts';
import { besideOf } from './beside.ts';
import { markLines } from './mark-lines.ts';
import { outsideNotices } from './notices.ts';
import { askedNumbers, cellsOf, numbersOf, taskLine, yearsOf } from './parts.ts';

const ROLES: readonly Role[] = ['responsible', 'supporting'];
/** So many tasks quote their sources; more of them name them in one line. */
const MOST_QUOTED = 2;

/** The names of a role: the body's, the annex's where the body has none; of one part when that was asked for. */
const namesOf = (task: Task, role: Role, part: Assignments['part']): readonly UnitName[] => {
  if (part) return meantBy(part === 'body' ? task.body[role] : task.row[role]);
  const body = meantBy(task.body[role]);
  return body.length > 0 ? body : meantBy(task.row[role]);
};

/** 责任单位：… / 支持单位：… */
const roleLine = (
  { task, role }: { readonly task: Task; readonly role: Role },
  { part, except }: Assignments,
  desk: Desk,
): string => {
  const { say, name } = desk;
  const all = namesOf(task, role, part);
  const units = all.filter((unit) => !except.includes(unit));
  if (all.length > 0 && units.length === 0) return say('nobodyElse', { role: say(ROLE_NAME[role]) });
  if (part) {
    const printed = printedBy(part === 'body' ? task.body[role] : task.row[role]);
    const listed = except.length > 0 ? name.units(units) : printed === '' ? say('tableNone') : printed;
    const line = say('roleChange', { role: say(ROLE_NAME[role]), list: listed });
    return say('inPart', { part: say(part === 'body' ? 'partBody' : 'partAnnex'), line });
  }
  if (units.length === 0)
    return role === 'supporting'
      ? say(hasRow(task) ? 'noSupporting' : 'noSupportingHere')
      : say('responsible', { units: say('tableNone') });
  const only = role === 'supporting' && task.body.supporting.length === 0 ? say('annexOnly') : '';
  return say(role, { units: name.units(units) }) + only;
};

const leadNotice = (task: Task, desk: Desk): readonly Notice[] => {
  const [first] = namesOf(task, 'responsible', undefined);
  if (!first || task.body.lead) return [];
  const text = desk.say(task.body.marks ? 'noLeadHere' : 'noLead', { unit: desk.name.unit(first) });
  return [{ code: 'no_lead_unit', text, clauses: [task.body.clause] }];
};

/** The role asked for first, the other one behind it. */
const rolesShown = ({ roles, besides }: Assignments): readonly Role[] => [
  ...roles,
  ...ROLES.filter((role) => !roles.includes(role) && role !== besides),
];

/** The sentence that the words of the question speak of: that one is quoted, not how the clause begins. */
const sentenceAsked = (task: Task, { words }: Query, { search }: Desk): readonly string[] =>
  words.trim() === ''
    ? []
    : search
        .passages(words, `task.${task.number}`)
        .filter(({ passage }) => passage.field !== 'title' && passage.clause === task.body.clause)
        .slice(0, 1)
        .map(({ passage }) => passage.text);

/** Returns the lines of one task's units, as a list or a verdict shows them. */
export const assignmentLines = (task: Task, result: Assignments, desk: Desk): readonly string[] => [
  taskLine(desk, task),
  ...(markLines(task, result, desk) ?? rolesShown(result).map((role) => roleLine({ task, role }, result, desk))),
];

/** What the other part prints, where one part was asked for and they differ. */
const otherPartLines = (task: Task, result: Assignments, desk: Desk): readonly string[] => {
  const { part, roles } = result;
  if (!part) return [];
  const other = part === 'body' ? 'annex' : 'body';
  return roles
    .filter((role) => roleNotices(desk, task, role).length > 0)
    .map((role) => roleLine({ task, role }, { ...result, part: other }, desk));
};

/** The same of a task that was asked about alone: the units are the answer, behind them which task it is. */
const answerLines = (task: Task, result: Assignments, desk: Desk): readonly string[] => {
  const [title = '', first = '', ...rest] = assignmentLines(task, result, desk);
  return [first, ...otherPartLines(task, result, desk), title, ...rest];
};

const citationsOf = (tasks: readonly Task[], query: Query, desk: Desk): readonly Source[] =>
  tasks.flatMap((task) =>
    tasks.length <= MOST_QUOTED
      ? taskCitations(desk, task, ...sentenceAsked(task, query, desk))
      : listCitations(desk, task),
  );

/** Returns what must be said of some tasks' units: where body and annex differ, forms in print, that no one leads. */
export const assignmentNotices = (tasks: readonly Task[], lead: boolean, desk: Desk): readonly Notice[] =>
  tasks.flatMap((task) => [
    ...ROLES.flatMap((role) => roleNotices(desk, task, role)),
    ...(lead ? leadNotice(task, desk) : []),
  ]);

/** 除市教育局外: who is left out; said to stand nowhere in the task, where that is so. */
const leftOutLines = ({ tasks, except, besides }: Assignments, desk: Desk): readonly string[] => {
  const named = tasks.flatMap((task) => ROLES.flatMap((role) => namedIn(task, { role })));
  const strange = except.filter((unit) => !named.includes(unit));
  const units = besides
    ? desk.say(besides === 'lead' ? 'rankLead' : ROLE_NAME[besides])
    : except.length > 0
      ? desk.name.units(except)
      : '';
  return units === ''
    ? []
    : strange.length > 0
      ? [desk.say('exceptStrange', { units: desk.name.units(strange) })]
      : [desk.say('exceptUnits', { units })];
};

const inFull = (result: Assignments, query: Query, desk: Desk): Draft => {
  const { tasks, lead } = result;
  const beside = result.beside ? besideOf(result, namesOf, desk) : undefined;
  const is = result.beside === 'shared' ? beside?.shared : beside?.same === (result.beside === 'same');
  const holds = beside && query.confirm ? is : undefined;
  const { within } = yearsOf(query, desk);
  return {
    status: 'answered',
    brief: tasks.length > MOST_QUOTED,
    lines: [
      ...(holds === undefined ? [] : [desk.say(holds ? 'prefixYes' : 'prefixNo')]),
      ...(beside?.lines ?? []),
      ...leftOutLines(result, desk),
      ...tasks.flatMap((one) => [
        ...(tasks.length === 1 ? answerLines : assignmentLines)(one, result, desk),
        ...cellsOf(one, within).map(({ year, text }) => desk.say('targetLine', { year, text })),
      ]),
    ],
    citations: [
      ...citationsOf(tasks, query, desk),
      ...tasks.flatMap((one) => cellsOf(one, within).map(({ text }) => desk.cite(one.row.clause, text))),
      ...yearHead(desk, within),
    ],
    notices: [...assignmentNotices(tasks, lead, desk), ...outsideNotices(query, desk)],
    computed: askedNumbers(query, desk),
    tasks: tasks.map(({ number }) => number),
    ...(holds !== undefined && { verdict: holds }),
  };
};

const inTable = (result: Assignments, desk: Desk): Draft => {
  const { say, name } = desk;
  const { tasks, roles, part, except, lead } = result;
  const units = (task: Task, role: Role): string => {
    const all = namesOf(task, role, part).filter((unit) => !except.includes(unit));
    const named = lead ? (leadIn(task)?.filter((unit) => all.includes(unit)) ?? all.slice(0, 1)) : all;
    return named.length > 0 ? name.units(named) : say('tableNone');
  };
  const [role = 'responsible', second] = roles;
  const differing = tasks.filter((task) =>
    roles.some((one) => roleNotices(desk, task, one).some(({ code }) => code === 'body_annex_differ')),
  );
  const notice: Notice = {
    code: 'body_annex_differ',
    text: say('tableDiffers', { numbers: numbersOf(differing) }),
    clauses: differing.flatMap(({ body, row }) => [body.clause, row.clause]),
  };
  const leads: readonly Notice[] =
    lead && !tasks.some(leadIn) ? [{ code: 'no_lead_unit', text: say('firstIsNotLead'), clauses: [] }] : [];
  return {
    status: 'answered',
    brief: true,
    lines: [
      say('tableHead', { count: tasks.length, roles: roles.map((one) => say(ROLE_NAME[one])).join('、') }),
      ...tasks.map(
        (task) =>
          say('tableLine', { number: task.number, title: name.short(task), units: units(task, role) }) +
          (second ? say('tableSupporting', { units: units(task, second) }) : ''),
      ),
    ],
    citations: tasks.flatMap((task) => listCitations(desk, task)),
    notices: [...leads, ...(differing.length > 0 && !part ? [notice] : [])],
    computed: [
      counted(
        tasks.length,
        '所列任务数',
        tasks.map(({ row }) => row.clause),
      ),
    ],
    tasks: tasks.map(({ number }) => number),
  };
};

/** Nobody stands in any role of it, in either part, and its marks say nothing else. */
const namesNobody = ({ body, row }: Task): boolean =>
  [body, row].every(({ responsible, supporting, marks = [] }) => {
    const says = marks.some(({ parties, fields }) => parties.length + fields.length > 0);
    return responsible.length + supporting.length === 0 && !says;
  });

/** The plan says nobody: told so, with the tasks that it says nobody of. */
const nobodyNamed = (tasks: Assignments['tasks'], desk: Desk): Draft => ({
  status: 'not_found',
  lines: tasks.map((task) => desk.say('nobodyNamed', { title: desk.name.task(task) })),
  related: tasks.map(({ body }) => ({ clause: body.clause, label: desk.clause(body.clause)?.label ?? body.clause })),
});

/** Returns the answer that says who is responsible for each task: in full, or one line each where there are many. */
export const phraseAssignments = (result: Assignments, query: Query, desk: Desk): Draft =>
  result.tasks.every(namesNobody)
    ? nobodyNamed(result.tasks, desk)
    : result.table
      ? inTable(result, desk)
      : inFull(result, query, desk);
