import { canonical } from '../text.ts';
import type { ClauseId, Misprint, NamedUnit, Registry, UnitName } from '../types.ts';
import { partsOfGroup } from './group-levels.ts';

/** Printed name in a clause → whom it means. */
export type ResolveUnit = (printed: string, clause: ClauseId) => NamedUnit;

const applies = (misprint: Misprint, clause: ClauseId): boolean => !misprint.where || misprint.where.includes(clause);

/**
 * Reads names as the plan prints them. A registered name comes first; a reviewed misprint note comes before it where
 * the note names the clause; a name that nobody registered means nothing, and `check-plan` shows it.
 */
export const unitResolver = (registry: Registry): ResolveUnit => {
  const names = new Map<string, UnitName>();
  for (const entry of [...registry.units, ...registry.groups]) {
    const full = 'full' in entry ? [entry.full] : [];
    for (const name of [entry.name, ...full, ...entry.others]) names.set(canonical(name), entry.name);
  }
  return (printed, clause) => {
    const key = canonical(printed);
    const misprint = registry.misprints.find((note) => canonical(note.printed) === key && applies(note, clause));
    if (misprint) return { printed, means: misprint.means, misprint: true };
    const name = names.get(key);
    return { printed, means: name ? [name, ...partsOfGroup(name, registry.groups)] : [], misprint: false };
  };
};
