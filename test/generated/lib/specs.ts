import type { Condition, Oracle, RoleSaid } from './oracle.ts';
import type { Random } from './random.ts';
import type { Shape } from './wordings.ts';

/** A composed question: conditions, where and when, and in which shape the answer is asked. */
export interface Spec {
  readonly conditions: readonly [Condition] | readonly [Condition, Condition];
  readonly action?: number;
  readonly year?: number;
  readonly shape: Shape;
}

interface Cell {
  readonly roles: readonly { readonly role: RoleSaid; readonly negated: boolean }[];
  readonly action: boolean;
  readonly year: boolean;
  readonly shape: Shape;
}

const ROLES: readonly RoleSaid[] = ['responsible', 'supporting', 'any'];
const SHAPES: readonly Shape[] = ['list', 'count', 'by action', 'by unit'];
const BOTH = [false, true] as const;

const sides = ROLES.flatMap((role) => BOTH.map((negated) => ({ role, negated })));

interface Source {
  readonly oracle: Oracle;
  readonly random: Random;
}

/** Every combination of roles, negation, action, year and shape: 672. */
export const CELLS: readonly Cell[] = sides
  .flatMap((first) => [[first], ...sides.map((second) => [first, second])])
  .flatMap((roles) =>
    BOTH.flatMap((action) => BOTH.flatMap((year) => SHAPES.map((shape) => ({ roles, action, year, shape })))),
  );

/** Draws until a set is neither empty nor everything; of so many, the last is taken as it is. */
const DRAWS = 40;
/** One in so many questions may have any set, the empty one too. */
const ANY_SET = 8;

/** One in so many units may be one that most tasks name. */
const COMMON = 4;

const keyOf = (spec: Spec): string => JSON.stringify(spec);

/** A unit that is, or is not, in the role of a task. */
const unitFor = ({ role, negated }: Cell['roles'][number], task: number | undefined, from: Source) => {
  const { oracle, random } = from;
  const fitting = oracle.units.filter((unit) => task === undefined || oracle.named(unit, role).has(task) !== negated);
  const rare = fitting.filter((unit) => 2 * oracle.named(unit, role).size < oracle.all.length);
  const rather = random.once(COMMON) ? fitting : rare;
  return random.pick([rather, fitting, oracle.units].find(({ length }) => length > 0) ?? []);
};

/** Returns a question of a cell about a task that passes it; about none in particular when `isFree`. */
const draw = (cell: Cell, isFree: boolean, from: Source): Spec => {
  const { oracle, random } = from;
  const about = oracle.task(random.pick(oracle.all));
  const task = isFree ? undefined : about.number;
  const [first, second] = cell.roles.map((side) => ({ ...side, unit: unitFor(side, task, from) }));
  if (!first) throw new Error('a cell without a condition');
  return {
    conditions: second ? [first, second] : [first],
    ...(cell.action && { action: about.action }),
    ...(cell.year && { year: random.pick(oracle.years) }),
    shape: cell.shape,
  };
};

const isOfTwo = ({ conditions }: Pick<Spec, 'conditions'>): boolean =>
  new Set(conditions.map(({ unit }) => unit)).size === conditions.length;

/** A second condition that takes nothing away tells nothing of whether it was read. */
const isTelling = ({ conditions, action }: Spec, oracle: Oracle): boolean => {
  if (!isOfTwo({ conditions })) return false;
  const set = oracle.where(conditions, action);
  const without = conditions.map((_, at) =>
    oracle.where(
      conditions.filter((__, other) => other !== at),
      action,
    ),
  );
  return set.length > 0 && without.every((other) => other.length > set.length);
};

/** Returns at least `least` different questions, evenly over all combinations. */
export const specsOf = (oracle: Oracle, random: Random, least: number): readonly Spec[] => {
  const specs = new Map<string, Spec>();
  for (let turn = 0; specs.size < least && turn < 50; turn += 1) {
    for (const cell of CELLS) {
      const isFree = random.once(ANY_SET);
      const isGood = (spec: Spec): boolean => (isFree ? isOfTwo(spec) : isTelling(spec, oracle));
      let spec = draw(cell, isFree, { oracle, random });
      for (let at = 0; at < DRAWS && !isGood(spec); at += 1) spec = draw(cell, isFree, { oracle, random });
      if (isOfTwo(spec)) specs.set(keyOf(spec), spec);
    }
  }
  return [...specs.values()];
};
