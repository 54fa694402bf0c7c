import { counted, type Desk, type Draft } from '../../answer/draft.ts';
import { listCitations } from '../../answer/task-sources.ts';
import type { Groups, Row } from '../../execute/sets/result.ts';
import { actionNamed } from '../../library/named.ts';
import type { Computed } from '../../types.ts';
import type { Ask, Query, SetOf } from '../../values.ts';
import { headSet } from '../describe.ts';
import { describeTest, ROLE_NAME } from '../describe-test.ts';
import { countedTasks, numbersOf, taskLine } from './parts.ts';
import { sumFormula } from './sums.ts';

/** So few rows name the numbers of their tasks. */
const MOST_NUMBERED = 10;

const nameOf = ({ of }: Row, { plan, name }: Desk): string => {
  if (of.type === 'unit') return name.unit(of.id);
  const action = actionNamed(of, plan);
  return action ? `${action.number}. ${name.action(action)}` : of.id;
};

/** 市财政局负责: what the tasks of a row are, when units were named. */
const saidOf = (row: Row, { by, role }: Groups, desk: Desk): string => {
  const name = nameOf(row, desk);
  const own = row.role ?? role;
  if (by !== 'unit' || own === 'any') return name;
  const test = { test: 'has' as const, role: own, units: [row.of.id], every: false };
  return describeTest(test, { not: false, type: 'task' }, desk);
};

const unitsOf = ({ units }: Row, { say, name, language }: Desk): string =>
  units
    .map(({ unit, tasks }) => say('groupUnit', { unit: name.unit(unit), numbers: numbersOf(tasks) }))
    .join(language === 'en' ? ', ' : '、');

const rowLines = (row: Row, groups: Groups, desk: Desk): readonly string[] => {
  const { say } = desk;
  const name = saidOf(row, groups, desk);
  const count = row.tasks.length;
  switch (groups.show) {
    case 'units':
      return [say('groupUnits', { name, units: unitsOf(row, desk) })];
    case 'count':
      return groups.rows.length <= MOST_NUMBERED && count > 0
        ? [say('groupNumbers', { name, count, numbers: numbersOf(row.tasks) })]
        : [say('groupCount', { name, count })];
    case 'members':
      if (groups.by === 'unit' && groups.rows.length > MOST_NUMBERED)
        return [say('groupNumbers', { name, count, numbers: numbersOf(row.tasks) })];
      return count === 0
        ? [say('groupCount', { name, count })]
        : [say('groupMembers', { name, count }), ...row.tasks.map((task) => `   ${taskLine(desk, task)}`)];
  }
};

/** 每个行动的最后一项: what of each group is listed. */
const placesIn = (of: SetOf, ask: Ask): SetOf =>
  ask.ask === 'group' && ask.places ? { set: 'pick', of, positions: ask.places } : of;

const headOf = (groups: Groups, query: Query, desk: Desk): string => {
  const { say } = desk;
  const [ask] = query.asks;
  const named = ask.ask === 'group' && ask.units !== undefined;
  const set = named
    ? groups.rows.map((row) => saidOf(row, groups, desk)).join(desk.language === 'en' ? ', ' : '、') +
      say('setTasksTail')
    : headSet(placesIn(query.of, ask), desk);
  const role = groups.by === 'unit' && !named && groups.role !== 'any' ? say(ROLE_NAME[groups.role]) : undefined;
  return say('groupHead', {
    set,
    count: groups.tasks.length,
    by: role ?? say(groups.by === 'action' ? 'ofActions' : 'ofUnits'),
  });
};

interface Apart {
  readonly line: string;
  readonly holds: boolean | undefined;
  readonly computed: Computed;
}

/** 高新区比曲江新区多8项: how far the counts of the first two rows lie apart, and whether it is as was asked. */
const apartOf = (groups: Groups, query: Query, desk: Desk): Apart | undefined => {
  const { say, name } = desk;
  const [one, other] = groups.rows;
  const [ask] = query.asks;
  if (ask.ask !== 'group' || ask.by !== 'unit' || !ask.apart || !one || !other) return undefined;
  const by = one.tasks.length - other.tasks.length;
  const [high, low] = by < 0 ? [other, one] : [one, other];
  const formula = `${high.tasks.length}-${low.tasks.length}=${Math.abs(by)}`;
  const called = (row: Row) => (row.role ? saidOf(row, groups, desk) : name.unit(row.of.id));
  const names = { unit: called(high), other: called(low), count: Math.abs(by), formula };
  const holds = { more: by > 0, less: by < 0, same: by === 0, change: undefined }[ask.apart];
  const prefix = query.confirm && holds !== undefined ? say(holds ? 'prefixYes' : 'prefixNo') : '';
  const from = [...one.tasks, ...other.tasks].map(({ row }) => row.clause);
  return {
    line: prefix + say(by === 0 ? 'countsSame' : 'countsApart', names),
    holds,
    computed: { value: String(Math.abs(by)), formula, from },
  };
};

/** 第2项和第3项是同一个行动吗: whether the tasks stand in one group. */
const alikeOf = (rows: readonly Row[], query: Query, { say }: Desk): Apart | undefined => {
  const [ask] = query.asks;
  if (ask.ask !== 'group' || ask.by !== 'action' || !ask.apart) return undefined;
  const count = rows.length;
  const holds = (count === 1) === (ask.apart === 'same');
  const prefix = query.confirm ? say(holds ? 'prefixYes' : 'prefixNo') : '';
  return {
    line: prefix + say(count === 1 ? 'groupsOne' : 'groupsSeveral', { count }),
    holds,
    computed: counted(count, '所分属的行动数', []),
  };
};

interface Had {
  readonly line: string;
  readonly holds: boolean;
  readonly computed: Computed;
}

/** 每个行动都有支持单位吗: whether there is no action in whose tasks nobody stands in the role. */
const hadOf = ({ rows, by, show, role }: Groups, query: Query, desk: Desk): Had | undefined => {
  if (!query.confirm || by !== 'action' || show !== 'units' || query.of.set !== 'all') return undefined;
  const { say, language } = desk;
  const without = rows.filter(({ units }) => units.length === 0);
  const [holds, count] = [without.length === 0, without.length];
  const names = without.map((row) => nameOf(row, desk)).join(language === 'en' ? '; ' : '、');
  return {
    line: holds ? say('prefixYes') : say('prefixNo') + say('groupsLack', { count, names, role: say(ROLE_NAME[role]) }),
    holds,
    computed: counted(count, '没有此类单位的行动数', []),
  };
};

interface Twice {
  readonly line: string;
  readonly computed: readonly Computed[];
}

/** Tasks of several units that were named: what they share is counted once. */
const twiceOf = ({ rows, show, tasks }: Groups, { asks: [ask] }: Query, { say }: Desk): readonly Twice[] => {
  if (show !== 'count' || ask.ask !== 'group' || !ask.units || rows.length < 2) return [];
  const { twice, formula } = sumFormula(
    rows.map((row) => row.tasks.length),
    tasks.length,
  );
  const from = tasks.map(({ row }) => row.clause);
  const computed = [{ value: String(tasks.length), formula, from }, counted(twice, '重复的任务数', from)];
  return twice > 0 ? [{ line: say('countedOnce', { twice, formula }), computed }] : [];
};

/** Returns the answer that lists or counts tasks, or names units, by action or by unit. */
export const phraseGroups = (groups: Groups, query: Query, desk: Desk): Draft => {
  const rows = groups.by === 'action' ? groups.rows.filter(({ tasks }) => tasks.length > 0) : groups.rows;
  const apart = apartOf(groups, query, desk) ?? alikeOf(rows, query, desk) ?? hadOf(groups, query, desk);
  const twice = apart ? [] : twiceOf(groups, query, desk);
  const left = groups.rows.length - rows.length;
  const whole = groups.show === 'count' && query.of.set === 'all';
  return {
    status: 'answered',
    brief: true,
    lines: [
      ...(apart ? [apart.line] : []),
      headOf(groups, query, desk),
      ...twice.map(({ line }) => line),
      ...rows.flatMap((row) => rowLines(row, groups, desk)),
      ...(left > 0 && query.of.set !== 'named' ? [desk.say('groupOthers', { count: left })] : []),
    ],
    citations: (groups.tasks.length > 0 ? groups.tasks : desk.plan.tasks).flatMap((task) => listCitations(desk, task)),
    notices:
      groups.lead && !desk.plan.tasks.some(({ body }) => body.lead)
        ? [{ code: 'no_lead_unit', text: desk.say('firstIsNotLead'), clauses: [] }]
        : [],
    computed: [
      ...(apart ? [apart.computed] : []),
      ...twice.flatMap(({ computed }) => computed),
      countedTasks(groups.tasks, '所列任务数，每项计一次'),
      counted(left, '没有此类任务的行动数', []),
      ...rows.map(({ tasks, of }) => countedTasks(tasks, `${of.id}：按条款计数`)),
      ...rows.flatMap(({ of }) => (of.type === 'action' ? [counted(Number(of.id), '行动的序号', [])] : [])),
    ],
    ...(apart && query.confirm && apart.holds !== undefined && { verdict: apart.holds }),
    tasks: whole ? [] : groups.tasks.map(({ number }) => number),
  };
};
