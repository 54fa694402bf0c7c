import type { Role, SetOf, Test } from '../../values.ts';
import { type Build, made, query } from '../assembled.ts';
import { conditions } from '../conditions.ts';
import type { Parts } from '../parts.ts';
import { actionsIn, confirms, hasWords, indicatorsNamed, tasksNamed, wants } from '../said.ts';
import { where, without } from '../sets.ts';
import { allOf } from '../tests.ts';
import { ofSorts } from './unit-set.ts';

/** The role in which units have so many tasks. */
const roleOf = ({ roles, clauses }: Parts): Role | 'any' => {
  const said = [...roles, ...clauses.filter(({ units }) => units.length === 0)].map(({ role }) => role ?? 'any');
  return new Set(said).size === 1 ? (said[0] ?? 'any') : 'any';
};

/** What is demanded of the tasks that are counted. */
const among = (parts: Parts, of: 'action' | 'unit'): Test | undefined => {
  const actions = actionsIn(parts);
  const clauses = of === 'unit' ? parts.clauses.filter(({ units }) => units.length > 0) : parts.clauses;
  return allOf([
    ...conditions({ ...parts, clauses }),
    ...(actions.length > 0 ? [{ test: 'in' as const, actions }] : []),
  ]);
};

const testOf = (parts: Parts, of: 'action' | 'unit'): Test => {
  const inner = among(parts, of);
  const role = of === 'unit' ? roleOf(parts) : 'any';
  const tests = parts.sizes.map(({ is }): Test => ({ test: 'count', role, is, ...(inner && { among: inner }) }));
  const [first] = tests;
  if (first && tests.length === 1) return first;
  return { test: parts.sizes.some(({ alternative }) => alternative) ? 'any' : 'all', of: tests };
};

/** 每个行动都有四项任务吗: said of all of them. */
const isOfEach = (parts: Parts): boolean =>
  confirms(parts) && (parts.groupBy !== undefined || parts.heads.some(({ each }) => each));

/** 正好三项任务的行动, 负责四项以上任务的单位: actions or units by how many tasks they have. */
export const sized: Build = (parts) => {
  const [size] = parts.sizes;
  if (!size || parts.sizes.some(({ of }) => of !== size.of)) return undefined;
  if (hasWords(parts) || tasksNamed(parts) || indicatorsNamed(parts) || parts.rank) return undefined;
  const { of } = size;
  const all: SetOf = of === 'unit' ? without(ofSorts(parts), parts, 'unit') : { set: 'all', type: of };
  const test = testOf(parts, of);
  const each = isOfEach(parts);
  const counted =
    !wants(parts, 'which', 'who') &&
    (wants(parts, 'howMany') || parts.heads.some(({ wanted }) => wanted === 'howMany')) &&
    parts.heads.every(({ wanted }) => wanted !== 'which');
  const none = { value: 0, unit: 'count', measure: '', relation: '=' } as const;
  return made(
    'sized',
    query(parts, where(all, [each ? { test: 'not', of: test } : test]), {
      asks: [{ ask: counted ? 'count' : 'members' }],
      claims: each ? [{ claim: 'count', is: none }] : confirms(parts) ? [{ claim: 'exists' }] : [],
    }),
    {
      uses: [
        ...(['sizes', 'clauses', 'heads', 'wanted', 'refs', 'figures', 'years', 'roles', 'part', 'plan'] as const),
        ...(of === 'unit' ? (['excepted'] as const) : []),
      ],
      operators: [
        ...(['not', 'only', 'all', 'together', 'total', 'reach'] as const),
        ...(of === 'unit' ? (['except'] as const) : []),
        ...(each ? (['each'] as const) : []),
      ],
    },
  );
};
