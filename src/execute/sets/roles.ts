import { meantBy } from '../../plan/named-units.ts';
import { hasRow } from '../../plan/pair.ts';
import type { Task, UnitName } from '../../types.ts';
import type { Leading, Role } from '../../values.ts';

/** The two parts of a plan that name units. */
export type Side = 'body' | 'annex';

/** Which units of which task are looked for, and where. */
export interface Place {
  readonly role: Role | 'any';
  readonly part?: Side | undefined;
  readonly leading?: Leading | undefined;
}

const ROLES: readonly Role[] = ['responsible', 'supporting'];

/** Returns the roles that a role stands for. */
export const rolesIn = (role: Role | 'any'): readonly Role[] => (role === 'any' ? ROLES : [role]);

const unique = <T>(values: readonly T[]): readonly T[] => [...new Set(values)];

const sideOf = (task: Task, side: Side): Task['body'] | Task['row'] =>
  side === 'body' || !hasRow(task) ? task.body : task.row;

const named = new WeakMap<Task, Map<string, readonly UnitName[]>>();

const readNamed = (task: Task, role: Role | 'any', part: Side | undefined): readonly UnitName[] => {
  const sides: readonly Side[] = part ? [part] : ['body', 'annex'];
  return unique(rolesIn(role).flatMap((one) => sides.flatMap((side) => meantBy(sideOf(task, side)[one]))));
};

/** Returns every unit and group that a task names in a role, in the body or the annex, or in one of them. */
export const namedIn = (task: Task, { role, part, leading }: Place): readonly UnitName[] => {
  if (leading) return leadingIn(task, leading);
  const own = named.get(task) ?? new Map<string, readonly UnitName[]>();
  const key = `${role} ${part ?? ''}`;
  const names = own.get(key) ?? readNamed(task, role, part);
  own.set(key, names);
  named.set(task, own);
  return names;
};

const decidedFor = (task: Task, role: Role, part: Side | undefined): readonly UnitName[] => {
  if (part) return meantBy(sideOf(task, part)[role]);
  const body = meantBy(task.body[role]);
  return body.length > 0 ? body : meantBy(task.row[role]);
};

/** Returns the units in a role as the deciding part prints them, in its order: the body, the annex where it has none. */
export const decidedIn = (task: Task, { role, part, leading }: Place): readonly UnitName[] =>
  leading ? leadingIn(task, leading) : unique(rolesIn(role).flatMap((one) => decidedFor(task, one, part)));

/** Those of the responsible units that a task calls 牵头, or the others. */
const leadingIn = (task: Task, leading: Leading): readonly UnitName[] => {
  const lead = meantBy(task.body.lead ?? []);
  return leading === 'leads' ? lead : decidedFor(task, 'responsible', undefined).filter((unit) => !lead.includes(unit));
};

/** Returns the units that a task calls 牵头; undefined where it calls nobody so. */
export const leadIn = ({ body }: Task): readonly UnitName[] | undefined =>
  body.lead && body.lead.length > 0 ? meantBy(body.lead) : undefined;

/** Returns the unit that a role names first; of any role, the responsible one. */
export const firstIn = (task: Task, { role, part }: Place): UnitName | undefined =>
  decidedFor(task, role === 'any' ? 'responsible' : role, part)[0];
