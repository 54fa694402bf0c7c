import type { Desk } from '../../answer/draft.ts';
import type { Assignments } from '../../execute/sets/result.ts';
import type { Task, UnitName } from '../../types.ts';
import type { Role } from '../../values.ts';
import { ROLE_NAME } from '../describe-test.ts';

/** How the units of several tasks lie to one another: whether all are the same, and whether any are. */
export interface Beside {
  readonly lines: readonly string[];
  readonly same: boolean;
  readonly shared: boolean;
}

type NamesOf = (task: Task, role: Role, part: Assignments['part']) => readonly UnitName[];

/** The units of one role that all tasks name, and what else each names. */
const comparedIn = (
  { role, namesOf }: { readonly role: Role; readonly namesOf: NamesOf },
  { tasks, part, beside }: Assignments,
  desk: Desk,
) => {
  const { say, name } = desk;
  const each = tasks.map((task) => ({ number: task.number, units: namesOf(task, role, part) }));
  const common = (each[0]?.units ?? []).filter((unit) => each.every(({ units }) => units.includes(unit)));
  const words = { role: say(ROLE_NAME[role]) };
  const apart = each.flatMap(({ number, units }) => {
    const own = units.filter((unit) => !common.includes(unit));
    if (own.length > 0) return [say('besideOwn', { number, units: name.units(own) })];
    return units.length === 0 ? [say('besideNone', { number, ...words })] : [];
  });
  const shared = common.length > 0 ? [say('besideCommon', { ...words, units: name.units(common) })] : [];
  const head = apart.length === 0 ? say('besideSame', words) : say('besideDiffer', words);
  const none = shared.length === 0 ? [say('besideNothing', words)] : shared;
  return {
    same: apart.length === 0,
    shared: shared.length > 0,
    lines: beside === 'shared' ? [...none, ...apart] : apart.length === 0 ? [head] : [head, ...apart, ...shared],
  };
};

/** Returns, role by role, the units that all tasks name and those that only some of them name. */
export const besideOf = (result: Assignments, namesOf: NamesOf, desk: Desk): Beside => {
  const each = result.roles.map((role) => comparedIn({ role, namesOf }, result, desk));
  return {
    same: each.every(({ same }) => same),
    shared: each.some(({ shared }) => shared),
    lines: each.flatMap(({ lines }) => lines),
  };
};
