import { canonical } from '../../text.ts';
import type { UnitName } from '../../types.ts';
import type { EntityType, Quantity, Ref } from '../../values.ts';
import type { SaidWords } from './said.ts';

/** What of a plan can be named. */
export interface PlanThings {
  /** Has the plan a thing of this number? */
  readonly has: (ref: Ref) => boolean;
  /** Has the plan a clause of this id? */
  readonly exists: (clause: string) => boolean;
  readonly prints: (piece: string) => boolean;
  /** The unit or group that the registry calls so. */
  readonly unitCalled: (name: string) => UnitName | undefined;
}

/** What a model's reply may name: things that the plan has, words that stand in it or were said, figures that were said. */
export interface Known {
  readonly refs: (type: EntityType, ids: readonly (string | number)[]) => readonly Ref[] | undefined;
  readonly numbers: (type: EntityType, numbers: readonly number[]) => readonly number[] | undefined;
  readonly units: (names: readonly string[]) => readonly UnitName[] | undefined;
  readonly words: (words: string) => boolean;
  readonly quantity: (printed: string) => Quantity | undefined;
  readonly years: (years: readonly number[]) => boolean;
}

/** All of a list, or nothing where one of it is not there. */
const whole = <T>(list: readonly (T | undefined)[]): readonly T[] | undefined =>
  list.includes(undefined) ? undefined : list.flatMap((one) => one ?? []);

/** Returns what may be named of a plan after what was said. */
export const knownOf = ({ has, exists, prints, unitCalled }: PlanThings, said: SaidWords): Known => {
  const refOf = (type: EntityType, id: string): Ref | undefined => {
    if (type === 'unit') {
      const unit = unitCalled(id);
      return unit === undefined ? undefined : { type, id: unit };
    }
    return (type === 'clause' ? exists(id) : has({ type, id })) ? { type, id } : undefined;
  };
  const refs: Known['refs'] = (type, ids) => whole([...new Set(ids)].map((id) => refOf(type, String(id))));
  return {
    refs,
    numbers: (type, numbers) => refs(type, numbers)?.map(({ id }) => Number(id)),
    units: (names) => refs('unit', names)?.map(({ id }) => id),
    words: (words) => canonical(words) !== '' && (prints(words) || said.holds(words)),
    quantity: said.quantity,
    years: (years) => years.every((year) => said.years.has(year)),
  };
};
