import type { Assignment, ClauseId, Mark, NamedUnit, Party } from '../../types.ts';
import type { ResolveUnit } from '../units.ts';
import { isGroupName, plainName } from './names.ts';
import type { ReadMark, Rules } from './read-mark.ts';

/** Keeps the rules that a document says once, and applies them to the marks after it. */
export class RuleBook {
  private rules: Rules = {};

  /** Takes what a text states: for its own mark where it names who leads, for later ones where it adds units. */
  state(states: Rules): void {
    this.rules = { ...this.rules, ...states };
  }

  /** Returns the rules for one mark, and takes up those that it states. */
  for({ states }: ReadMark): Rules {
    const now: Rules = { ...this.rules, ...(states.first !== undefined && { first: states.first }) };
    this.state(states);
    return now;
  }
}

const uniqueUnits = (units: readonly NamedUnit[]): readonly NamedUnit[] => {
  const seen = new Set<string>();
  return units.filter(({ means, printed }) => {
    const key = means.join('|') || printed;
    return !seen.has(key) && seen.add(key);
  });
};

const asMark = (read: ReadMark, rules: Rules, { clause, resolve }: Place): Mark => {
  const parties = read.parties.map(({ role, said, names, open }): Party => {
    const units = names.map((name) => Object.assign({}, resolve(plainName(name), clause), { printed: name }));
    return open === undefined ? { role, said, units } : { role, said, units, open };
  });
  const added = rules.also?.names.map((name) => resolve(plainName(name), clause)) ?? [];
  const all: readonly Party[] =
    added.length > 0 ? [...parties, { role: 'responsible', said: rules.also?.printed ?? '', units: added }] : parties;
  const used = [rules.first, rules.also?.printed].filter((rule) => rule !== undefined);
  return { clause, printed: read.printed, parties: all, fields: read.fields, rules: used };
};

interface Place {
  readonly clause: ClauseId;
  readonly resolve: ResolveUnit;
}

const unitsBy = (marks: readonly Mark[], ...roles: readonly Party['role'][]): readonly NamedUnit[] =>
  uniqueUnits(
    marks.flatMap(({ parties }) => parties.filter(({ role }) => roles.includes(role)).flatMap(({ units }) => units)),
  );

/** Who leads: those called so; else, where a rule says so, the first of each mark. */
const leadsOf = (marks: readonly Mark[], first: boolean): readonly NamedUnit[] =>
  uniqueUnits(
    marks.flatMap(({ parties }) => {
      const called = parties.filter(({ role }) => role === 'lead').flatMap(({ units }) => units);
      const [one] = parties.find(({ role }) => role === 'responsible')?.units ?? [];
      const own = one && !isGroupName(one.printed) ? [one] : [];
      return called.length > 0 || !first ? called : own;
    }),
  );

/** Marks of one task → who does it. */
export const assign = (marks: readonly ReadMark[], book: RuleBook, place: Place): Assignment => {
  const read = marks.map((mark) => ({ rules: book.for(mark), mark }));
  const all = read.map(({ mark, rules }) => asMark(mark, rules, place));
  const lead = leadsOf(
    all,
    read.some(({ rules }) => rules.first !== undefined),
  );
  const base = { responsible: unitsBy(all, 'lead', 'responsible'), supporting: unitsBy(all, 'supporting'), marks: all };
  return lead.length > 0 ? { ...base, lead } : base;
};
