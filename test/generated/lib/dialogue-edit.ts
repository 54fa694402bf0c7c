import type { Reply } from './examine.ts';
import type { Oracle, RoleSaid } from './oracle.ts';
import type { Random } from './random.ts';
import { setFault } from './sets.ts';

/** The list that was asked for first. */
export interface Base {
  readonly unit: string;
  readonly role: RoleSaid;
  readonly tasks: readonly number[];
}

export interface Source {
  readonly oracle: Oracle;
  readonly random: Random;
}

/** What is said after a list, and what it makes of it. */
export interface Edit {
  readonly kind: string;
  readonly wording: string;
  readonly said: string;
  /** The tasks that are right. */
  readonly tasks: readonly number[];
  readonly fault: (reply: Reply) => string | undefined;
}

/** Returns a wording with its slots filled. */
export const fill = (wording: string, slots: Readonly<Record<string, string | number>>): string =>
  wording.replace(/\{(.)\}/g, (_, slot: string) => String(slots[slot] ?? ''));

/** Returns an edit whose right answer is a set of tasks. */
export const setEdit = (kind: string, said: Pick<Edit, 'wording' | 'said'>, tasks: readonly number[]): Edit => ({
  kind,
  ...said,
  tasks,
  fault: (reply) => setFault(reply, tasks),
});

export const ROLES: readonly RoleSaid[] = ['responsible', 'supporting', 'any'];

/** Returns another unit for which `isGood` holds, if there is one. */
export const otherUnit = ({ unit }: Base, { oracle, random }: Source, isGood: (other: string) => boolean) => {
  const good = oracle.units.filter((other) => other !== unit && isGood(other));
  return good.length > 0 ? random.pick(good) : undefined;
};

/** Returns what may be said after a list; undefined when the list does not allow it. */
export type Make = (base: Base, source: Source) => Edit | undefined;
