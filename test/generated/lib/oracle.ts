import { planFolders, readCorpus } from '../../../src/corpus.ts';
import { parsePlan } from '../../../src/plan/parse.ts';
import type { Plan, Task, UnitName } from '../../../src/types.ts';

/** `any`: named in the task at all, 参与. */
export type RoleSaid = 'responsible' | 'supporting' | 'any';

/** A condition on tasks: a unit in a role, or not in it. */
export interface Condition {
  readonly unit: UnitName;
  readonly role: RoleSaid;
  readonly negated: boolean;
}

/** What is right, computed straight from the parsed plan: no part of the bot's centre has a hand in it. */
export interface Oracle {
  readonly plan: Plan;
  readonly all: readonly number[];
  /** Units, without groups, that some task names; in the registry's order. */
  readonly units: readonly UnitName[];
  readonly years: readonly number[];
  /** Names by which a unit may be called, its own first; none that another unit has too. */
  namesOf(unit: UnitName): readonly string[];
  /** Tasks whose text or row names the unit itself in the role. */
  named(unit: UnitName, role: RoleSaid): ReadonlySet<number>;
  /** Units and groups that text or row names as responsible. */
  responsibleOf(task: number): readonly UnitName[];
  /** Tasks that hold every condition, in one action when one is given; in the plan's order. */
  where(conditions: readonly Condition[], action?: number): readonly number[];
  task(number: number): Task;
  /** Other names of the indicators, by number, as the corpus has them. */
  readonly indicatorNames: Readonly<Record<string, readonly string[]>>;
}

const ROLES = { responsible: ['responsible'], supporting: ['supporting'], any: ['responsible', 'supporting'] } as const;

const meantIn = (task: Task, role: RoleSaid): readonly UnitName[] =>
  ROLES[role].flatMap((one) => [...task.body[one], ...task.row[one]].flatMap(({ means }) => means));

/** A name inside which another thing's name stands is no plain name of the unit. */
const plainNames = (plan: Plan, unit: UnitName): readonly string[] => {
  const { units, groups } = plan.registry;
  const found = units.find(({ name }) => name === unit);
  const foreign = [...units, ...groups]
    .filter(({ name }) => name !== unit)
    .flatMap(({ name, others }) => [name, ...others]);
  const titles = [...plan.actions, ...plan.indicators.map(({ name }) => ({ title: name }))].map(({ title }) => title);
  const others = (found?.others ?? []).filter(
    (name) => name.length > 1 && !foreign.includes(name) && !titles.some((title) => title.includes(name)),
  );
  return [unit, ...others];
};

/** The oracle of one parsed plan. */
export const createOracle = (plan: Plan, indicatorNames: Oracle['indicatorNames']): Oracle => {
  const tasks = new Map(plan.tasks.map((task) => [task.number, task]));
  const named = (unit: UnitName, role: RoleSaid): ReadonlySet<number> =>
    new Set(plan.tasks.filter((task) => meantIn(task, role).includes(unit)).map(({ number }) => number));
  const units = plan.registry.units.map(({ name }) => name).filter((unit) => named(unit, 'any').size > 0);
  const names = new Map(units.map((unit) => [unit, plainNames(plan, unit)]));
  const sets = new Map(
    units.flatMap((unit) =>
      (['responsible', 'supporting', 'any'] as const).map((role) => [unit + role, named(unit, role)]),
    ),
  );
  const [from, to] = plan.document.period;
  const task = (number: number): Task => {
    const found = tasks.get(number);
    if (!found) throw new Error(`no task ${number}`);
    return found;
  };
  const inSet = (unit: UnitName, role: RoleSaid) => sets.get(unit + role) ?? named(unit, role);
  return {
    plan,
    all: plan.tasks.map(({ number }) => number),
    units,
    years: Array.from({ length: to - from + 1 }, (_, at) => from + at),
    namesOf: (unit) => names.get(unit) ?? [unit],
    named: inSet,
    responsibleOf: (number) => [...new Set(meantIn(task(number), 'responsible'))],
    where: (conditions, action) =>
      plan.tasks
        .filter((one) => action === undefined || one.action === action)
        .map(({ number }) => number)
        .filter((number) => conditions.every(({ unit, role, negated }) => inSet(unit, role).has(number) !== negated)),
    task,
    indicatorNames,
  };
};

/** Returns the oracle of the first plan of the corpus. */
export const loadOracle = (): Oracle => {
  const [folder] = planFolders(new URL('../../../corpus/', import.meta.url).pathname);
  if (!folder) throw new Error('no plan');
  const corpus = readCorpus(folder);
  return createOracle(parsePlan(corpus), corpus.words.indicators);
};
