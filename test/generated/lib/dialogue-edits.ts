import { type Base, fill, type Make, otherUnit, ROLES, type Source, setEdit } from './dialogue-edit.ts';
import * as W from './dialogue-wordings.ts';
import { numericOf } from './numeric.ts';
import type { RoleSaid } from './oracle.ts';
import { countFault, setFault, yearFault } from './sets.ts';

const year: Make = ({ tasks }, { oracle, random }) => {
  const y = random.pick(oracle.years);
  const wording = random.pick(W.YEAR);
  return {
    kind: 'year',
    wording,
    said: fill(wording, { y }),
    tasks,
    fault: (reply) => setFault(reply, tasks) ?? yearFault(reply, tasks, { oracle, year: y }),
  };
};

const otherOne: Make = (base, source) => {
  const { oracle, random } = source;
  const x = otherUnit(base, source, (other) => oracle.named(other, base.role).size > 0);
  if (x === undefined) return undefined;
  const wording = random.pick(W.OTHER_UNIT);
  return setEdit('other unit', { wording, said: fill(wording, { x }) }, [...oracle.named(x, base.role)]);
};

const otherRole: Make = ({ unit, role }, { oracle, random }) => {
  const other =
    role === 'responsible' ? 'supporting' : role === 'supporting' ? 'responsible' : random.pick(ROLES.slice(0, 2));
  const to = other === 'supporting' ? 'supporting' : 'responsible';
  const wording = random.pick(W.OTHER_ROLE[to]);
  return setEdit('other role', { wording, said: wording }, [...oracle.named(unit, to)]);
};

const figures: Make = ({ tasks }, { oracle, random }) => {
  const wording = random.pick(W.FIGURES);
  const right = tasks.filter((number) => numericOf(oracle.task(number)) === 'figures');
  const open = tasks.filter((number) => numericOf(oracle.task(number)) === 'unclear');
  return {
    kind: 'figures',
    wording,
    said: wording,
    tasks: right,
    fault: (reply) =>
      setFault(
        reply,
        [...right, ...open.filter((task) => reply.tasks.includes(task))].sort((a, b) => a - b),
      ),
  };
};

/** Only a number that is no place in the list as well: 去掉第3项 of nine could be either. */
const withoutTask: Make = ({ tasks }, { random }) => {
  const beyond = tasks.filter((task) => task > tasks.length);
  if (beyond.length === 0 || tasks.length === 1) return undefined;
  const n = random.pick(beyond);
  const wording = random.pick(W.WITHOUT_TASK);
  return setEdit(
    'without a task',
    { wording, said: fill(wording, { n }) },
    tasks.filter((task) => task !== n),
  );
};

/** 去掉市财政局的 takes away some and leaves some. */
const splits =
  (base: Base, role: RoleSaid, { oracle }: Source) =>
  (other: string): boolean => {
    const shared = base.tasks.filter((task) => oracle.named(other, role).has(task)).length;
    return shared > 0 && shared < base.tasks.length;
  };

const narrowing =
  (kind: string, keeps: boolean, table: Readonly<Record<RoleSaid, readonly string[]>>): Make =>
  (base, source) => {
    const { oracle, random } = source;
    const roles = ROLES.filter((one) => oracle.units.some((other) => splits(base, one, source)(other)));
    if (roles.length === 0) return undefined;
    const role = random.pick(roles);
    const x = otherUnit(base, source, splits(base, role, source));
    if (x === undefined) return undefined;
    const wording = random.pick(table[role]);
    const tasks = base.tasks.filter((task) => oracle.named(x, role).has(task) === keeps);
    return setEdit(kind, { wording, said: fill(wording, { x }) }, tasks);
  };

const add: Make = (base, source) => {
  const { oracle, random } = source;
  const role = random.pick(ROLES);
  const x = otherUnit(base, source, (other) =>
    [...oracle.named(other, role)].some((task) => !base.tasks.includes(task)),
  );
  if (x === undefined) return undefined;
  const isPlain = oracle.named(x, 'any').size === oracle.named(x, base.role).size && role === base.role;
  const wording = random.pick(isPlain ? [...W.ADD[role], ...W.ADD_PLAIN] : W.ADD[role]);
  const tasks = oracle.all.filter((task) => base.tasks.includes(task) || oracle.named(x, role).has(task));
  return setEdit('add', { wording, said: fill(wording, { x }) }, tasks);
};

const count: Make = ({ tasks }, { random }) => {
  const wording = random.pick(W.COUNT);
  return {
    kind: 'count',
    wording,
    said: wording,
    tasks,
    fault: (reply) => setFault(reply, tasks) ?? countFault(reply, tasks.length),
  };
};

const bare = (text: string): string => text.replace(/\s/g, '');

/** How much of the plan's own words must be seen. */
const SEEN = 12;

/** A unit with both roles may be listed role by role. */
const hasOneRole = ({ unit, tasks }: Base, { oracle }: Source): boolean =>
  (['responsible', 'supporting'] as const).some((role) => oracle.named(unit, role).size === tasks.length);

const item: Make = (base, source) => {
  const { tasks, role } = base;
  const { oracle, random } = source;
  if ((role === 'any' && !hasOneRole(base, source)) || tasks.length < 2) return undefined;
  const { said, at } = random.pick(W.PLACES);
  const number = tasks.at(at);
  if (number === undefined) return undefined;
  const k = random.pick(said);
  const wording = random.pick(W.ITEM);
  const words = bare(oracle.task(number).body.text).slice(0, SEEN);
  return {
    kind: 'item',
    wording: `${wording} ${k}`,
    said: fill(wording, { k }),
    tasks: [number],
    fault: (reply) =>
      setFault(reply, [number]) ?? (bare(reply.text).includes(words) ? undefined : `does not quote “${words}”`),
  };
};

/** Nothing is left out of a list: 没有了，共9项. The list may be given again. */
const more: Make = ({ tasks }, { random }) => {
  const wording = random.pick(W.MORE);
  return {
    kind: 'more',
    wording,
    said: wording,
    tasks,
    fault: (reply) => {
      if (reply.tasks.length > 0 && setFault(reply, tasks) !== undefined) return setFault(reply, tasks);
      const isSaid = /没有|就这些|全部|^(?:✓ )?是/.test(reply.text.split('\n')[0] ?? '');
      return isSaid ? countFault(reply, tasks.length) : 'does not say that this is all';
    },
  };
};

/** The edits, one of each kind. */
export const EDITS: readonly Make[] = [
  year,
  otherOne,
  otherRole,
  figures,
  withoutTask,
  narrowing('without a unit', false, W.WITHOUT_UNIT),
  narrowing('among', true, W.AMONG),
  narrowing('among not', false, W.AMONG_NOT),
  add,
  count,
  item,
  more,
];
