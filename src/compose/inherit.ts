import type { Clause } from './parts.ts';

/** The role that units are said to be: the noun behind them that has no units of its own. */
const predicated = (clauses: readonly Clause[]): readonly Clause[] => {
  const isNoun = ({ units, role, form, is }: Clause): boolean =>
    units.length === 0 && role !== undefined && form === 'noun' && !is;
  /** 公安局在那条里只是支持单位: the unit stands before what it is said only to be. */
  const merely = clauses.some((clause) => isNoun(clause) && clause.only);
  const subject = clauses.find(
    ({ copula, role, units }) => (copula || (merely && units.length > 0)) && role === undefined,
  );
  const noun = clauses.find((clause) => isNoun(clause) && clause.at > (subject?.at ?? clause.at));
  if (!subject || !noun) return clauses;
  const { role, rolesAt, lead, leading, form, first, not } = noun;
  const said = {
    role,
    rolesAt,
    lead,
    leading,
    form,
    first: subject.first || first,
    only: subject.only,
    not: subject.not || not,
  };
  return clauses.flatMap((clause) => (clause === noun ? [] : clause === subject ? [{ ...clause, ...said }] : [clause]));
};

/** A role without units takes them from the clause before; units without a role take it from a neighbour. */
export const inherit = (clauses: readonly Clause[], asksWho: boolean): readonly Clause[] => {
  const withRoles = predicated(clauses).map((clause, at, all): Clause => {
    if (clause.role !== undefined || clause.units.length === 0) return clause;
    if (clause.object) return { ...clause, role: 'responsible', form: 'verb' };
    const next = all[at + 1];
    const previous = all
      .slice(0, at)
      .toReversed()
      .find(({ role }) => role !== undefined);
    const from =
      previous?.form === 'noun' || !next
        ? previous
        : next.role !== undefined && next.units.length > 0
          ? next
          : previous;
    return from && clause.role === undefined && from.units.length > 0
      ? { ...clause, role: from.role, lead: from.lead, leading: from.leading, form: from.form, first: clause.first }
      : clause;
  });
  return withRoles.map((clause, at) => {
    if (clause.units.length > 0 || clause.role === undefined || clause.is) return clause;
    if ((asksWho || clause.asked) && !clause.not && !clause.only && !clause.but) return clause;
    const previous = withRoles
      .slice(0, at)
      .toReversed()
      .find(({ units }) => units.length > 0);
    return previous && clause.form === 'verb' ? { ...clause, units: previous.units } : clause;
  });
};

/** Roles without units: asked for (责任单位是谁), or there or not there (没有支持单位; 只支持不负责的单位). */
export const isCondition =
  (ofUnits: boolean) =>
  ({ units, is, exists, not, only, form }: Clause): boolean =>
    units.length > 0 || is !== undefined || exists || ((not || only) && (form === 'noun' || ofUnits));

/** 独家负责的任务: an only without units is so many of them, where tasks are meant. */
export const asSole = (clause: Clause): Clause =>
  clause.only && clause.units.length === 0 && clause.form === 'verb' && !clause.is
    ? { ...clause, only: false, is: SOLE }
    : clause;

const SOLE: NonNullable<Clause['is']> = { value: 1, unit: 'count', measure: '', relation: '=' };
