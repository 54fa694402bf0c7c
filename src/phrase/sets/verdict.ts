import type { Desk, Draft } from '../../answer/draft.ts';
import { counted } from '../../answer/draft.ts';
import { bodyCitation, listCitations, rowCitation } from '../../answer/task-sources.ts';
import type { Stand, UnitVerdict, VerdictResult } from '../../execute/sets/result.ts';
import { firstIn } from '../../execute/sets/roles.ts';
import type { Task, UnitName } from '../../types.ts';
import type { Query, Ref, Role, SetOf, Test } from '../../values.ts';
import { describeSet, describeTest } from '../describe.ts';
import { ROLE_NAME } from '../describe-test.ts';
import { assignmentLines, assignmentNotices } from './assignment.ts';
import { phraseList } from './list.ts';
import { askedNumbers, countedTasks, taskLine } from './parts.ts';
import { tasksAmongPlan } from './plan-tasks.ts';

type Of<T extends VerdictResult['of']> = Extract<VerdictResult, { of: T }>;

const ROLES: readonly Role[] = ['responsible', 'supporting'];
/** So few tasks are shown with their units. */
const MOST_IN_FULL = 3;
/** So many exceptions are listed. */
const MOST_LISTED = 30;

const aRole = (role: Role | 'any', { say }: Desk): string =>
  say(role === 'any' ? 'roleAny' : role === 'responsible' ? 'roleResponsible' : 'roleSupporting');

const membersLine = (unit: UnitName, stand: Extract<Stand, { how: 'members' }>, desk: Desk): string =>
  desk.say('throughMembers', {
    group: desk.name.unit(unit),
    units: desk.name.units(stand.units),
    role: aRole(stand.role, desk),
  });

const negativeLine = ({ unit, stand, holds }: UnitVerdict, role: Role | 'any', desk: Desk): string => {
  const { say, name } = desk;
  if (stand.how === 'group')
    return say('throughGroup', { unit: name.unit(unit), group: name.unit(stand.group), role: aRole(stand.role, desk) });
  if (stand.how === 'members') return membersLine(unit, stand, desk);
  const real = stand.how === 'named' ? stand.role : role;
  return say(holds ? 'rightNot' : 'wrongIs', { unit: name.unit(unit), role: aRole(holds ? role : real, desk) });
};

const unitLine = (verdict: UnitVerdict, role: Role | 'any', desk: Desk): string => {
  const { say, name } = desk;
  const { unit: own, stand } = verdict;
  const unit = name.unit(own);
  switch (stand.how) {
    case 'none':
      return say('isNeither', { unit });
    case 'both':
      return say(role === 'supporting' ? 'isSupportingYes' : 'isResponsible', { unit });
    case 'members':
      return `${say('prefixNo')}${membersLine(own, stand, desk)}`;
    case 'group': {
      const said = say('throughGroup', { unit, group: name.unit(stand.group), role: aRole(stand.role, desk) });
      return verdict.holds === undefined ? said : `${say('prefixNo')}${said}`;
    }
    case 'named':
      if (stand.role === 'responsible') {
        if (role === 'supporting') return say('responsibleNotSupporting', { unit });
        return say(stand.only ? 'isOnlyResponsible' : 'isResponsible', { unit });
      }
      return role === 'responsible' ? say('supportingNotResponsible', { unit }) : say('isSupportingYes', { unit });
  }
};

const shownWith = (tasks: readonly [Task, ...Task[]], roles: readonly Role[], desk: Desk): readonly string[] =>
  tasks.flatMap((task) =>
    assignmentLines(
      task,
      { shape: 'assignments', tasks, roles, lead: false, part: undefined, except: [], table: false },
      desk,
    ),
  );

const groupNotice = ({ task, verdicts }: Of<'units'>, desk: Desk): NonNullable<Draft['notices']> =>
  verdicts.flatMap(({ stand }) => {
    if (stand.how !== 'group') return [];
    const basis = desk.plan.registry.groups.find(({ name }) => name === stand.group)?.basis ?? '';
    const text = desk.say('groupBasis', { group: desk.name.unit(stand.group), basis });
    return [{ code: 'group_member', text, clauses: [task.body.clause, task.row.clause] }];
  });

const ofUnits = (result: Of<'units'>, desk: Desk): Draft => {
  const { task, role, verdicts, negative, holds } = result;
  const roles: readonly Role[] = role === 'any' ? ROLES : [role];
  return {
    status: 'answered',
    lines: [
      ...verdicts.map((one) => (negative ? negativeLine : unitLine)(one, role, desk)),
      ...shownWith([task], roles, desk),
    ],
    citations: [bodyCitation(desk, task), rowCitation(desk, task)],
    notices: [...assignmentNotices([task], false, desk), ...groupNotice(result, desk)],
    tasks: [task.number],
    ...(holds !== undefined && { verdict: holds }),
  };
};

const ofPlace = ({ task, role, unit, place, count, holds }: Of<'place'>, desk: Desk): Draft => {
  const { say, name } = desk;
  const title = say('itemTitle', { number: task.number, title: name.task(task) });
  const said = { title, role: say(ROLE_NAME[role]), unit: name.unit(unit), place, count };
  const prefix = holds === undefined ? '' : say(holds ? 'prefixYes' : 'prefixNo');
  return {
    status: 'answered',
    lines: [prefix + say(place > 0 ? 'placeNamed' : 'placeNone', said), ...shownWith([task], [role], desk)],
    citations: [bodyCitation(desk, task), rowCitation(desk, task)],
    notices: assignmentNotices([task], false, desk),
    computed: [
      counted(place, '单位在名单中的位次', [task.body.clause]),
      counted(count, '名单中的单位数', [task.body.clause]),
    ],
    tasks: [task.number],
    ...(holds !== undefined && { verdict: holds }),
  };
};

/** The set that a claim puts its members into: 57项里市金融工作局负责的任务. */
const claimedSet = (of: SetOf, { test }: Of<'each'>): SetOf =>
  of.set === 'named' || of.set === 'image'
    ? { set: 'where', of: { set: 'all', type: 'task' }, test }
    : { set: 'where', of, test };

/** A claim that a unit is named first, or is not. */
const firstTest = (test: Test): Extract<Test, { test: 'has' }> | undefined => {
  if (test.test === 'not') return firstTest(test.of);
  return test.test === 'has' && test.place === 'first' ? test : undefined;
};

/** A claim that there are units in a role: of that role alone is told. */
const roleThere = (test: Test): Role | undefined =>
  test.test === 'count' && test.role !== 'any' && test.is.relation === '≥' && test.is.value === 1
    ? test.role
    : undefined;

const eachHead = (result: Of<'each'>, query: Query, desk: Desk): string => {
  const { say } = desk;
  const { passing, failing, test } = result;
  const count = passing.length + failing.length;
  const [only, other] = [...passing, ...failing];
  const type = only?.type ?? 'task';
  const task = only && !other ? tasksAmongPlan([only], desk.plan)[0] : undefined;
  if (task) {
    const title = say('itemTitle', { number: task.number, title: desk.name.task(task) });
    const first = firstTest(test);
    const named = first && firstIn(task, first);
    if (first && named !== undefined) {
      const role = say(ROLE_NAME[first.role === 'any' ? 'responsible' : first.role]);
      return (
        say(result.holds ? 'prefixYes' : 'prefixNo') + say('firstNamed', { title, role, unit: desk.name.unit(named) })
      );
    }
    if (roleThere(test)) {
      const condition = describeTest(test, { not: failing.length > 0, type }, desk);
      return say(failing.length > 0 ? 'prefixHaveNot' : 'prefixHave') + say('oneIs', { title, condition });
    }
    return say(result.holds ? 'oneYes' : 'oneNo', { title, condition: describeTest(test, { not: false, type }, desk) });
  }
  const set = describeSet(claimedSet(query.of, result), desk);
  if (failing.length === 0) return say('eachYes', { count, set });
  if (passing.length === 0) return say('eachNone', { count, set });
  return failing.length <= passing.length
    ? say('eachNo', { count, set, passing: passing.length, failing: failing.length })
    : say('eachFew', { count, set, passing: passing.length });
};

const nameOf = (ref: Ref, { name }: Desk): string => (ref.type === 'unit' ? name.unit(ref.id) : ref.id);

interface Told {
  readonly tasks: readonly Task[];
  readonly role: Role;
}

const eachLines = (refs: readonly Ref[], { tasks, role }: Told, desk: Desk): readonly string[] => {
  const [first, ...rest] = tasks;
  if (!first) return refs.length > 0 ? [refs.map((ref) => nameOf(ref, desk)).join('、')] : [];
  if (tasks.length <= MOST_IN_FULL) return shownWith([first, ...rest], [role], desk);
  return tasks.slice(0, MOST_LISTED).map((task) => taskLine(desk, task));
};

const ofEach = (result: Of<'each'>, query: Query, desk: Desk): Draft => {
  const { passing, failing, holds } = result;
  const all = [...passing, ...failing];
  const exceptions = failing.length > 0 && failing.length <= passing.length ? failing : passing;
  const listed = all.length <= MOST_IN_FULL ? all : result.holds ? [] : exceptions;
  const tasks = tasksAmongPlan(listed, desk.plan);
  const borne = tasks.length > 0 ? tasks : tasksAmongPlan(all, desk.plan);
  const cited = borne.length > 0 ? borne : desk.plan.tasks;
  return {
    status: 'answered',
    brief: cited.length > 2,
    lines: [
      eachHead(result, query, desk),
      ...eachLines(listed, { tasks, role: roleThere(result.test) ?? 'responsible' }, desk),
    ],
    citations: cited.flatMap((task) =>
      cited.length > 2 ? listCitations(desk, task) : [bodyCitation(desk, task), rowCitation(desk, task)],
    ),
    notices: assignmentNotices(tasks.slice(0, MOST_IN_FULL), firstTest(result.test) !== undefined, desk),
    computed: [
      counted(all.length, '所问的任务数', []),
      counted(passing.length, '符合的任务数', []),
      counted(failing.length, '不符合的任务数', []),
      countedTasks(desk.plan.tasks, '任务分解表的行数'),
      ...askedNumbers({ ...query, of: claimedSet(query.of, result) }, desk),
    ],
    tasks: (tasks.length > 0 ? tasks : borne).map(({ number }) => number),
    ...(holds !== undefined && { verdict: holds }),
  };
};

const ofCount = (result: Of<'count'>, query: Query, desk: Desk): Draft => {
  const { claimed, holds, list } = result;
  const { say } = desk;
  /** 市财政局没有被列为支持单位 says no by itself. */
  const told = list.shape === 'tasks' && list.lacks !== undefined;
  const prefix = told
    ? ''
    : claimed === undefined
      ? say(holds ? 'prefixHave' : 'prefixHaveNot')
      : say(holds ? 'prefixYes' : 'prefixNo');
  const draft = phraseList(list, { query, desk, prefix });
  return {
    ...draft,
    computed: [...(draft.computed ?? []), ...(claimed === undefined ? [] : [counted(claimed, '问题所说的数', [])])],
    verdict: holds === true,
  };
};

/** Returns the answer that begins with 是, 不是, 有 or 没有, then what bears it out. */
export const phraseVerdict = (result: VerdictResult, query: Query, desk: Desk): Draft => {
  switch (result.of) {
    case 'units':
      return ofUnits(result, desk);
    case 'place':
      return ofPlace(result, desk);
    case 'each':
      return ofEach(result, query, desk);
    case 'count':
      return ofCount(result, query, desk);
  }
};
