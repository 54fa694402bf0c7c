import { compareRole } from '../../answer/differences.ts';
import type { Desk } from '../../answer/draft.ts';
import { conditionsOf } from '../../execute/sets/tests-in.ts';
import type { Task } from '../../types.ts';
import type { Role, SetOf, Test } from '../../values.ts';
import { ROLE_NAME } from '../describe-test.ts';

type DiffersTest = Extract<Test, { test: 'differs' }>;

const testIn = (set: SetOf): DiffersTest | undefined =>
  conditionsOf(set).flatMap(({ test, not }) => (test.test === 'differs' && !not ? [test] : []))[0];

const asksMisprints = (set: SetOf): boolean =>
  conditionsOf(set).some(({ test, not }) => test.test === 'misprint' && !not);

const ROLES: readonly Role[] = ['responsible', 'supporting'];

const rolesOf = ({ role }: DiffersTest): readonly Role[] => (role ? [role] : ROLES);

/** Units of one role that only one part names: 责任单位：各区县（仅正文列出）. */
export const unitsLine = (task: Task, role: Role, { say, name }: Desk): readonly string[] => {
  const difference = compareRole(task, role);
  if (!difference || difference.onlyBody.length + difference.onlyAnnex.length === 0) return [];
  const list = [
    ...difference.onlyBody.map((unit) => `${name.unit(unit)}${say('bodyOnly')}`),
    ...difference.onlyAnnex.map((unit) => `${name.unit(unit)}${say('annexOnly')}`),
  ];
  return [say('roleChange', { role: say(ROLE_NAME[role]), list: list.join('、') })];
};

/** Printed forms of one role that are no names of the units meant: 浐灞生态区印作“产灞生态区”. */
export const misprintsLine = (task: Task, role: Role, { say, name }: Desk): readonly string[] => {
  const { misprints = [] } = compareRole(task, role) ?? {};
  if (misprints.length === 0) return [];
  const list = misprints.map(
    ({ printed, means }) => `${name.units(means)}${say('printedAs', { forms: say('quoted', { text: printed }) })}`,
  );
  return [say('misprintChange', { role: say(ROLE_NAME[role]), list: list.join('、') })];
};

/** Returns what differs in a task of a list that asks for differences. */
export const differenceLines = (task: Task, set: SetOf, desk: Desk): readonly string[] => {
  const test = testIn(set);
  if (!test)
    return asksMisprints(set)
      ? ROLES.flatMap((role) => misprintsLine(task, role, desk)).map((line) => `   ${line}`)
      : [];
  const units =
    test.what === 'units' || test.what === 'any' ? rolesOf(test).flatMap((role) => unitsLine(task, role, desk)) : [];
  const printed =
    test.what === 'units' && test.lacks === undefined
      ? rolesOf(test).flatMap((role) => misprintsLine(task, role, desk))
      : [];
  const titles =
    test.what === 'title' ? [desk.say('titlesBoth', { body: task.body.title, annex: task.row.title })] : [];
  return [...units, ...printed, ...titles].map((line) => `   ${line}`);
};

/** True for a task that is in a list of differing units only because a unit is printed in another form. */
export const isMisprintOnly = (task: Task, set: SetOf): boolean => {
  const test = testIn(set);
  if (test?.what !== 'units' || test.lacks) return false;
  return rolesOf(test).every((role) => {
    const difference = compareRole(task, role);
    return !difference || difference.onlyBody.length + difference.onlyAnnex.length === 0;
  });
};
