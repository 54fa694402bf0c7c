import type { Ref, Role, SetOf, Test } from '../../values.ts';
import { type Build, made, query } from '../assembled.ts';
import type { Parts } from '../parts.ts';
import { actionsIn, has, hasWords, headOf, indicatorsNamed, tasksNamed, unitsOf, wants } from '../said.ts';
import { ground, where, without } from '../sets.ts';
import { AT_LEAST_ONE, clauseTests } from '../tests.ts';

/** 清单, 名单: all that there are. */
const LIST = 'wanted:which/list';

/** 57项任务的责任单位: of all tasks. */
const isOfAll = ({ heads }: Parts): boolean =>
  heads.some(({ type, count, each }) => type === 'task' && (each || count !== undefined));

const ofSort = (sort: string | undefined): SetOf => ({ set: 'all', type: 'unit', ...(sort && { sort }) });

/** Returns the units of any sort that was said: 区县和开发区. */
export const ofSorts = (parts: Parts): SetOf => {
  const [first, ...more] = new Set(parts.heads.flatMap(({ type, sort }) => (type === 'unit' && sort ? [sort] : [])));
  return more.reduce<SetOf>((left, sort) => ({ set: 'either', left, right: ofSort(sort) }), ofSort(first));
};

/** 既负责又支持, 同时当责任单位和支持单位: units that stand in both roles. */
const isInBoth = (parts: Parts): boolean =>
  new Set(parts.tokens.flatMap((token) => (token.kind === 'role' ? [token.role] : []))).size > 1 &&
  parts.clauses.length === 0 &&
  has(parts, 'but', 'together');

/** 当过, 担任: who stands in a role is meant, where no unit was named. */
const stands = ({ tokens, clauses, wanted }: Parts): boolean =>
  wanted.length > 0 &&
  clauses.every(({ units }) => units.length === 0) &&
  tokens.some(({ rule }, at) => rule === 'operators:is/stand' && tokens[at + 1]?.kind === 'role');

/** 市外办支持谁: those who are supported carry the task. */
const supportedRole = ({ roles, clauses, heads }: Parts): Role | undefined => {
  const [clause, ...more] = clauses;
  const supports = clause?.role === 'supporting' && clause.form === 'verb' && clause.units.length > 0 && !clause.not;
  const ofTasks = heads.some(({ type }) => type === 'task');
  return supports && roles.length + more.length === 0 && !ofTasks ? 'responsible' : undefined;
};

/** Units under conditions: 只支持不负责的单位, 负责超过10项的单位, 科技金融行动涉及哪些单位. */
export const unitSet: Build = (parts) => {
  const head = headOf(parts);
  const ofPlan =
    has(parts, 'total', 'all', 'mention') ||
    parts.plan ||
    parts.parts.length > 0 ||
    wants(parts, 'howMany') ||
    isOfAll(parts);
  const listed = parts.tokens.some(({ rule }) => rule === LIST);
  const whole0 = (parts.roles.some(({ form }) => form === 'noun') || wants(parts, 'who')) && (ofPlan || listed);
  const scoped0 = parts.clauses.length > 0 || actionsIn(parts).length > 0;
  const noun = parts.roles.find(({ form }) => form === 'noun');
  const ofUnits = noun !== undefined && parts.clauses.some(({ units }) => units.length > 0);
  const inBoth = isInBoth(parts);
  const asksUnits =
    ((inBoth || stands(parts)) && head?.type !== 'task') ||
    head?.type === 'unit' ||
    (wants(parts, 'who') && scoped0) ||
    ofUnits ||
    whole0;
  if (!asksUnits || hasWords(parts) || tasksNamed(parts) || indicatorsNamed(parts)) return undefined;
  const units = unitsOf(parts);
  const roles = parts.roles.map(({ role }) => role);
  const role = new Set(roles).size === 1 ? roles[0] : supportedRole(parts);
  const unitless = parts.clauses.filter((clause) => clause.units.length === 0);
  const withUnits = parts.clauses.filter((clause) => clause.units.length > 0);
  const scoped = actionsIn(parts).length > 0 || withUnits.length > 0;
  const base: SetOf = scoped
    ? { set: 'image', of: where(ground(parts), clauseTests(withUnits)), type: 'unit', ...(role && { role }) }
    : ofSorts(parts);
  const roleTests: readonly Test[] = role && !scoped && !inBoth ? [{ test: 'count', role, is: AT_LEAST_ONE }] : [];
  const bothTests: readonly Test[] = inBoth
    ? (['responsible', 'supporting'] as const).map((one): Test => ({ test: 'count', role: one, is: AT_LEAST_ONE }))
    : [];
  const same = role === undefined || withUnits.some((clause) => (clause.role ?? role) === role);
  const without0: SetOf =
    units.length > 0 && (same || has(parts, 'other', 'also'))
      ? {
          set: 'without',
          left: base,
          right: { set: 'named', refs: units.map((unit): Ref => ({ type: 'unit', id: unit })) },
        }
      : base;
  const of = without(where(without0, [...clauseTests(unitless), ...roleTests, ...bothTests]), parts, 'unit');
  return made(
    'unit-set',
    query(parts, of, {
      asks: [head?.wanted === 'howMany' || wants(parts, 'howMany', 'howMuch') ? { ask: 'count' } : { ask: 'members' }],
    }),
    {
      uses: ['clauses', 'heads', 'wanted', 'refs', 'excepted', 'roles', 'plan', 'part'],
      operators: ['not', 'only', 'all', 'together', 'except', 'total', 'other', 'each', 'mention'],
    },
  );
};
