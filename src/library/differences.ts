import { meantBy } from '../plan/named-units.ts';
import { canonical } from '../text.ts';
import type { Task } from '../types.ts';
import type { Difference, Figure, Role } from '../values.ts';

const ROLES: readonly Role[] = ['responsible', 'supporting'];

const lacking = <T>(from: readonly T[], other: readonly T[]): readonly T[] =>
  from.filter((one) => !other.includes(one));

const unitDifference = ({ number, body, row }: Task, role: Role): Difference | undefined => {
  const [inBody, inRow] = [meantBy(body[role]), meantBy(row[role])];
  const [onlyBody, onlyAnnex] = [lacking(inBody, inRow), lacking(inRow, inBody)];
  const misprints = [...body[role], ...row[role]].filter(({ misprint }) => misprint).map(({ printed }) => printed);
  if (onlyBody.length + onlyAnnex.length + misprints.length === 0) return undefined;
  return { kind: 'units', task: number, role, onlyBody, onlyAnnex, misprints };
};

const titleDifference = ({ number, body, row }: Task): Difference | undefined =>
  canonical(body.title) === canonical(row.title)
    ? undefined
    : { kind: 'title', task: number, body: body.title, annex: row.title };

/** Two prints of one amount are the same figure, whatever their relation: 20 亿元, 超过20亿元. */
const amountOf = ({ value, to, unit, currency }: Figure): string => [value, to, unit, currency].join('|');

const onlyIn = (from: readonly Figure[], other: readonly Figure[]): readonly string[] => {
  const known = other.map(amountOf);
  return [...new Set(from.filter((figure) => !known.includes(amountOf(figure))).map(({ printed }) => printed))];
};

const figureDifference = (task: Task, figures: readonly Figure[]): Difference | undefined => {
  const body = figures.filter(({ part }) => part === 'body');
  const annex = figures.filter(({ part }) => part === 'annex');
  const [onlyBody, onlyAnnex] = [onlyIn(body, annex), onlyIn(annex, body)];
  return onlyBody.length + onlyAnnex.length > 0
    ? { kind: 'figures', task: task.number, onlyBody, onlyAnnex }
    : undefined;
};

/** Returns what body and annex do not say alike of a task: units by role, title, figures. */
export const differencesOf = (task: Task, figures: readonly Figure[]): readonly Difference[] =>
  [...ROLES.map((role) => unitDifference(task, role)), titleDifference(task), figureDifference(task, figures)].filter(
    (difference) => difference !== undefined,
  );
