import type { NamedUnit, UnitName } from '../types.ts';

const meant = new WeakMap<readonly NamedUnit[], readonly UnitName[]>();

/** Returns the names meant by a printed list, once each, in the printed order; an unregistered name stays as printed. */
export const meantBy = (units: readonly NamedUnit[]): readonly UnitName[] => {
  const known = meant.get(units);
  if (known) return known;
  const names = [...new Set(units.flatMap(({ means, printed }) => (means.length > 0 ? means : [printed])))];
  meant.set(units, names);
  return names;
};

/** Returns a list of units as the plan prints it. */
export const printedBy = (units: readonly NamedUnit[]): string => units.map(({ printed }) => printed).join('、');
