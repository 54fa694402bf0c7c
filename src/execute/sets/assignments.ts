import type { Task, UnitName } from '../../types.ts';
import type { Ask, Query, Ref, Role, SetOf } from '../../values.ts';
import type { Ground } from '../ground.ts';
import { imageOf, membersOf } from './members.ts';
import { tasksAmong } from './refs.ts';
import type { Assignments } from './result.ts';
import type { Side } from './roles.ts';

type UnitsAsk = Extract<Ask, { ask: 'units' }>;

/** So many tasks are shown with all their units; more of them take one line each. */
const MOST_IN_FULL = 8;

/** Returns a part of the plan that names units. */
export const sideOf = (part: Query['part']): Side | undefined =>
  part === 'body' || part === 'annex' ? part : undefined;

/** Returns the tasks that a set is about: its own, those of its actions or units. */
export const tasksMeant = (set: SetOf, ground: Ground): readonly Task[] => {
  const refs: readonly Ref[] = membersOf(set, ground);
  return [...new Set(refs.flatMap((ref) => tasksAmong(imageOf([ref], { type: 'task', role: 'any' }, ground), ground)))];
};

/** 除了市金融工作局，还有谁负责第2项: the units are left aside, not the tasks that name them. */
const apart = (set: SetOf): { readonly of: SetOf; readonly except: readonly UnitName[] } => {
  if (set.set !== 'without' || set.right.set !== 'named') return { of: set, except: [] };
  const { refs } = set.right;
  return refs.every(({ type }) => type === 'unit')
    ? { of: set.left, except: refs.map(({ id }) => id) }
    : { of: set, except: [] };
};

/** How units are asked for. */
export interface Asked {
  readonly roles: readonly Role[];
  readonly lead: boolean;
  readonly part: Side | undefined;
  readonly table: boolean;
  readonly besides?: Role | 'lead';
  readonly beside?: 'same' | 'shared' | 'differ';
}

/** Returns who is responsible for each task of a set; undefined when nothing in it has units. */
export const assignments = (set: SetOf, asked: Asked, ground: Ground): Assignments | undefined => {
  const { of, except } = apart(set);
  const [first, ...rest] = tasksMeant(of, ground);
  if (!first) return undefined;
  const roles: readonly Role[] = asked.roles.length > 0 ? asked.roles : ['responsible'];
  const table = asked.table || rest.length >= MOST_IN_FULL;
  return { shape: 'assignments', tasks: [first, ...rest], ...asked, roles, except, table };
};

/** Returns how a query asks for units. */
export const askedOf = (ask: UnitsAsk, { part }: Query): Asked => ({
  roles: ask.roles,
  lead: ask.lead,
  part: ask.part ?? sideOf(part),
  table: false,
  ...(ask.besides && { besides: ask.besides }),
  ...(ask.beside && { beside: ask.beside }),
});
