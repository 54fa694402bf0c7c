import type { SetOf, Test } from '../values.ts';
import type { Parts } from './parts.ts';

/** The same set with other units in its conditions. */
export const withUnits = (set: SetOf, units: readonly string[], role: Parts['clauses'][number]['role']): SetOf => {
  const replaced = (test: Test): Test => {
    switch (test.test) {
      case 'has':
        return { ...test, units, ...(role && { role }) };
      case 'not':
        return { ...test, of: replaced(test.of) };
      case 'all':
      case 'any':
        return { ...test, of: test.of.map(replaced) };
      case 'count':
      case 'in':
      case 'mentions':
      case 'figure':
      case 'same':
      case 'multiple':
      case 'differs':
      case 'misprint':
        return test;
    }
  };
  switch (set.set) {
    case 'where':
      return { ...set, of: withUnits(set.of, units, role), test: replaced(set.test) };
    case 'pick':
    case 'image':
      return { ...set, of: withUnits(set.of, units, role) };
    case 'both':
    case 'either':
    case 'without':
      return { ...set, left: withUnits(set.left, units, role) };
    case 'all':
    case 'named':
    case 'about':
      return set;
  }
};

/** True when a set has a condition on units, which other units can take over. */
export const namesUnits = (set: SetOf): boolean => JSON.stringify(set).includes('"test":"has"');

export const withRole = (set: SetOf, role: 'responsible' | 'supporting' | 'any'): SetOf =>
  JSON.parse(JSON.stringify(set), (_, value: unknown) =>
    typeof value === 'object' && value !== null && 'test' in value && value.test === 'has' ? { ...value, role } : value,
  ) as SetOf;

/** The same set with its conditions on figures in other years. */
export const inYears = (set: SetOf, years: readonly number[]): SetOf =>
  JSON.parse(JSON.stringify(set), (_, value: unknown) =>
    typeof value === 'object' &&
    value !== null &&
    'test' in value &&
    value.test === 'figure' &&
    'years' in value &&
    Array.isArray(value.years) &&
    value.years.length > 0
      ? { ...value, years }
      : value,
  ) as SetOf;
