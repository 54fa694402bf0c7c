import type { Role } from '../../../answer/differences.ts';
import { type ByGroup, byGroup, type Entry, entriesOf } from '../../../library/entries.ts';
import { meantBy } from '../../../plan/named-units.ts';
import type { Plan, Task, Unit, UnitGroup, UnitName } from '../../../types.ts';

export const ROLES: readonly Role[] = ['responsible', 'supporting'];
export const ROLE_NAMES: Readonly<Record<Role, string>> = { responsible: '责任单位', supporting: '支持单位' };

/** What the plan gives one unit or group to do, as the bot reads it. */
export interface UnitFacts {
  readonly name: UnitName;
  readonly unit: Unit | undefined;
  readonly group: UnitGroup | undefined;
  readonly responsible: readonly Entry[];
  readonly supporting: readonly Entry[];
  readonly reached: ByGroup | undefined;
}

const factsOf = (plan: Plan, name: UnitName): UnitFacts => {
  const [responsible, supporting] = [
    entriesOf(plan.tasks, 'responsible', name),
    entriesOf(plan.tasks, 'supporting', name),
  ];
  return {
    name,
    unit: plan.registry.units.find((unit) => unit.name === name),
    group: plan.registry.groups.find((group) => group.name === name),
    responsible,
    supporting,
    reached: byGroup(name, [...responsible, ...supporting], plan),
  };
};

const printedUnits = ({ body, row }: Task): readonly UnitName[] =>
  ROLES.flatMap((role) => [...meantBy(body[role]), ...meantBy(row[role])]);

/** Every unit and group: the registry's, then names that the plan prints and nobody registered. */
export const allUnits = (plan: Plan): readonly UnitFacts[] => {
  const { units, groups } = plan.registry;
  const names = [...units, ...groups].map(({ name }) => name);
  return [...new Set([...names, ...plan.tasks.flatMap(printedUnits)])].map((name) => factsOf(plan, name));
};

/** The kind of a unit as the registry has it; a group is a 合称. */
export const kindOf = ({ unit, group }: UnitFacts): string => unit?.kind ?? (group ? '合称' : '其他');

/** The tasks of entries within an action. */
export const within = (entries: readonly Entry[], action: number): readonly Entry[] =>
  entries.filter(({ task }) => task.action === action);
