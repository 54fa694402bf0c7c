import type { Ask, Role, SetOf } from '../../values.ts';
import { type Assembled, type Build, made, query } from '../assembled.ts';
import type { Parts } from '../parts.ts';
import { confirms, has, hasWords, headOf, unitsOf, wants } from '../said.ts';
import { ALL_TASKS, where } from '../sets.ts';

/** The one role that the question speaks of; any where it speaks of none. */
const roleOf = ({ clauses, roles, groupBy }: Parts): Role | 'any' | undefined => {
  const by = groupBy?.by === 'unit' ? [{ role: groupBy.role }] : [];
  const said = new Set([...clauses, ...roles, ...by].flatMap(({ role }) => (role === undefined ? [] : [role])));
  const own = said.size > 1 ? [...said].filter((role) => role !== 'any') : [...said];
  return own.length > 1 ? undefined : (own[0] ?? 'any');
};

const plain = (parts: Parts): boolean =>
  !hasWords(parts) &&
  parts.quantities.length + parts.years.length === 0 &&
  parts.figures.every(({ figure, not }) => figure === 'count' && !not) &&
  parts.clauses.every(({ not, only, first, is, part }) => !not && !only && !first && !is && !part);

const using = (parts: Parts, of: SetOf, ask: Ask): Assembled =>
  made('compared', query(parts, of, { asks: [ask] }), {
    uses: ['clauses', 'refs', 'heads', 'wanted', 'roles', 'figures', 'plan'],
    operators: ['order', 'more', 'less', 'same', 'than', 'most', 'least', 'change', 'all', 'each', 'total'],
  });

/** Both roles of a unit are said. */
const ofRoles = (parts: Parts): boolean => {
  const said = new Set([...parts.clauses, ...parts.roles].map(({ role }) => role));
  const compares = has(parts, 'more', 'less', 'most', 'least', 'change', 'same');
  return said.has('responsible') && said.has('supporting') && plain(parts) && compares;
};

/** 负责的任务比支持的多几项, 负责的多还是支持的多: one unit's two roles set side by side. */
const inRoles = (parts: Parts, unit: string): Assembled => {
  const [first] = parts.clauses;
  const [more, less] = [has(parts, 'more', 'most'), has(parts, 'less', 'least')];
  const claimed = confirms(parts) && has(parts, 'than') && first?.role === 'supporting';
  const apart = has(parts, 'same')
    ? 'same'
    : more !== less && confirms(parts)
      ? more !== claimed
        ? 'more'
        : 'less'
      : 'change';
  const made0 = using(parts, where(ALL_TASKS, [{ test: 'has', role: 'any', units: [unit], every: false }]), {
    ask: 'group',
    by: 'unit',
    show: 'count',
    units: [unit],
    byRole: true,
    apart,
  });
  return { ...made0, operators: new Set([...made0.operators, 'or']) };
};

/** 文旅金融行动和普惠金融行动哪个任务多: the numbers of tasks of some actions. */
const ofActions = (parts: Parts): Assembled | undefined => {
  const ranks = has(parts, 'more', 'most', 'less', 'least') && wants(parts, 'who', 'which', 'whether');
  const bare = plain(parts) && parts.clauses.length + parts.roles.length === 0;
  const ofTasks = parts.heads.every(({ type }) => type === 'task' || type === 'action');
  if (!ranks || !bare || !ofTasks) return undefined;
  return using(
    parts,
    { set: 'named', refs: parts.refs },
    { ask: 'extreme', role: 'any', least: has(parts, 'less', 'least') },
  );
};

/** 谁的任务多，高新区还是经开区; 高新区负责的任务比曲江新区多几项: the numbers of tasks of units set side by side. */
export const compared: Build = (parts) => {
  const units = unitsOf(parts);
  const [unit, another] = units;
  if (parts.refs.length > 1 && parts.refs.every(({ type }) => type === 'action')) return ofActions(parts);
  if (parts.refs.length > 0) return undefined;
  if (unit !== undefined && another === undefined && ofRoles(parts)) return inRoles(parts, unit);
  const [more, less] = [has(parts, 'more', 'most'), has(parts, 'less', 'least')];
  const role = roleOf(parts);
  if (units.length < 2 || !plain(parts) || role === undefined || !(more || less || has(parts, 'change', 'same')))
    return undefined;
  if (parts.heads.some(({ type }) => type !== 'task' && type !== 'unit')) return undefined;
  const picks = wants(parts, 'who', 'which') && headOf(parts)?.wanted === undefined;
  if (has(parts, 'most', 'least') || picks || (has(parts, 'or') && !wants(parts, 'whether')))
    return using(
      parts,
      { set: 'named', refs: units.map((id) => ({ type: 'unit', id })) },
      { ask: 'extreme', role, least: less },
    );
  if (units.length > 2) return undefined;
  const of = where(ALL_TASKS, [{ test: 'has', role, units, every: false }]);
  const apart = has(parts, 'same') ? 'same' : more ? 'more' : less ? 'less' : 'change';
  return using(parts, of, { ask: 'group', by: 'unit', role, show: 'count', units, apart });
};
