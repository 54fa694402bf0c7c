import type { Desk } from '../../answer/draft.ts';
import type { Assignments } from '../../execute/sets/result.ts';
import type { Task, UnitName } from '../../types.ts';
import type { Role } from '../../values.ts';
import { ROLE_NAME } from '../describe-test.ts';

/** How the units of several tasks lie to one another. */
export interface Beside {
  readonly lines: readonly string[];
  readonly same: boolean;
}

type NamesOf = (task: Task, role: Role, part: Assignments['part']) => readonly UnitName[];

/** Returns, role by role, the units that all tasks name and those that only some of them name. */
export const besideOf = ({ tasks, roles, part }: Assignments, namesOf: NamesOf, desk: Desk): Beside => {
  const { say, name } = desk;
  const each = roles.map((role) => {
    const units = tasks.map((task) => namesOf(task, role, part));
    const common = (units[0] ?? []).filter((unit) => units.every((own) => own.includes(unit)));
    const own = tasks.map((task, at) => ({ task, units: (units[at] ?? []).filter((unit) => !common.includes(unit)) }));
    const same = own.every(({ units: rest }) => rest.length === 0);
    const words = { role: say(ROLE_NAME[role]) };
    const apart = own.map(({ task, units: rest }) =>
      say('besideOwn', { number: task.number, units: rest.length > 0 ? name.units(rest) : say('tableNone') }),
    );
    const shared = common.length > 0 ? [say('besideCommon', { units: name.units(common) })] : [];
    return { same, lines: same ? [say('besideSame', words)] : [say('besideDiffer', words), ...apart, ...shared] };
  });
  return { same: each.every(({ same }) => same), lines: each.flatMap(({ lines }) => lines) };
};
