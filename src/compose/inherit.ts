import type { Clause } from './parts.ts';

/** The role that units are said to be: the noun behind them that has no units of its own. */
const predicated = (clauses: readonly Clause[]): readonly Clause[] => {
  const subject = clauses.find(({ copula, role }) => copula && role === undefined);
  const noun = clauses.find(
    ({ units, role, form, is, at }) =>
      units.length === 0 && role !== undefined && form === 'noun' && !is && at > (subject?.at ?? at),
  );
  if (!subject || !noun) return clauses;
  const { role, rolesAt, lead, form, first, only, not } = noun;
  const said = {
    role,
    rolesAt,
    lead,
    form,
    first: subject.first || first,
    only: subject.only || only,
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
      ? { ...clause, role: from.role, lead: from.lead, form: from.form, first: clause.first }
      : clause;
  });
  return withRoles.map((clause, at) => {
    if (clause.units.length > 0 || clause.role === undefined || clause.is) return clause;
    if ((asksWho || clause.asked) && !clause.not && !clause.only) return clause;
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
