import type { Comparison, Leading, Part, Role, Test } from '../values.ts';
import { figureNoun } from './figure-noun.ts';
import type { Clause, FigurePart, Parts } from './parts.ts';

export const AT_LEAST_ONE: Comparison = { value: 1, unit: 'count', measure: '', relation: '≥' };

const negated = (test: Test, not: boolean): Test => (not ? { test: 'not', of: test } : test);

const other = (role: Role | 'any'): Role => (role === 'responsible' ? 'supporting' : 'responsible');

/** 只支持: there is one in this role, and none in the other. */
const onlyRole = (role: Role | 'any', leading: Leading | undefined): Test => ({
  test: 'all',
  of: [
    { test: 'count', role, is: AT_LEAST_ONE, ...(leading && { leading }) },
    { test: 'not', of: { test: 'count', role: other(role), is: AT_LEAST_ONE } },
    ...(leading ? [noneOf(role, leading === 'leads' ? 'beside' : 'leads')] : []),
  ],
});

/** 只有牵头单位: nobody else who is responsible. */
const noneOf = (role: Role | 'any', leading: Leading): Test => ({
  test: 'not',
  of: { test: 'count', role, leading, is: AT_LEAST_ONE },
});

/** 两家只来其中一家: one of them, and not both. */
const onlyOneOf = ({ units, not }: Clause, role: Role | 'any'): Test => {
  const any: Test = { test: 'has', role, units, every: false };
  return negated({ test: 'all', of: [any, { test: 'not', of: { ...any, every: true } }] }, not);
};

/** 甲和乙互相支持: one is responsible where the other supports. */
const mutualOf = ([one, other]: readonly string[], part: { readonly part?: 'body' | 'annex' }): Test => {
  const has = (role: Role, unit = ''): Test => ({ test: 'has', role, units: [unit], every: false, ...part });
  const side = (from?: string, to?: string): Test => ({
    test: 'all',
    of: [has('responsible', from), has('supporting', to)],
  });
  return { test: 'any', of: [side(one, other), side(other, one)] };
};

/** The condition that one clause states of a task (or, without units, of whatever has roles). */
export const testOf = (clause: Clause): Test => {
  const role = clause.role ?? 'any';
  const leading = clause.leading && role === 'responsible' ? { leading: clause.leading } : {};
  const part = { ...(clause.part && !clause.lack && { part: clause.part }), ...leading };
  if (clause.is) {
    const size: Test = { test: 'count', role, is: clause.is, ...part };
    return clause.units.length > 0
      ? { test: 'all', of: [testOf({ ...clause, is: undefined }), size] }
      : negated(size, clause.not);
  }
  if (clause.units.length === 0 && clause.lack && clause.part)
    return {
      test: 'all',
      of: [
        { test: 'count', role, is: AT_LEAST_ONE, part: clause.part === 'body' ? 'annex' : 'body' },
        { test: 'not', of: { test: 'count', role, is: AT_LEAST_ONE, part: clause.part } },
      ],
    };
  if (clause.units.length === 0)
    return clause.only && role !== 'any'
      ? onlyRole(role, clause.leading)
      : negated({ test: 'count', role, is: AT_LEAST_ONE, ...part }, clause.not);
  if (clause.lack && clause.part) {
    const other = clause.part === 'body' ? 'annex' : 'body';
    const named = { test: 'has' as const, role, units: clause.units, every: false };
    return {
      test: 'all',
      of: [
        { ...named, part: other },
        { test: 'not', of: { ...named, part: clause.part } },
      ],
    };
  }
  if (clause.mutual && clause.units.length === 2) return negated(mutualOf(clause.units, part), clause.not);
  if (clause.one && clause.only && clause.units.length > 1) return onlyOneOf(clause, role);
  const place = clause.only ? 'only' : clause.first ? 'first' : undefined;
  const has: Test = {
    test: 'has',
    role,
    units: clause.units,
    every: clause.units.length > 1 && clause.every && !clause.not,
    ...(place && { place }),
    ...(clause.printed !== undefined && clause.form !== 'verb' && { printed: clause.printed }),
    ...(clause.part && { part: clause.part }),
    ...leading,
    ...(clause.lead && !clause.leading && !place && role === 'responsible' && { unled: true as const }),
  };
  return negated(has, clause.not);
};

/** The part of the plan that is looked at; 目标里 is the annex. */
export const partAsked = ({ part, properties, operators }: Parts): Part | undefined =>
  part ?? (properties.includes('target') && operators.has('in') ? 'annex' : undefined);

/** The conditions that clauses state; 或 makes one of two. */
export const clauseTests = (clauses: readonly Clause[]): readonly Test[] =>
  clauses.flatMap((clause, at) => {
    if (clause.alternative && at > 0) return [];
    const next = clauses.findIndex(({ alternative }, index) => index > at && !alternative);
    const [first, ...others] = clauses.slice(at, next < 0 ? undefined : next).map(testOf);
    return first && others.length > 0 ? { test: 'any' as const, of: [first, ...others] } : (first ?? []);
  });

/** 2021年有金额而2020年没有: where several figures are said, each is of the year before it. */
const yearsBefore = ({ figures, tokens }: Parts, at: number): readonly number[] | undefined => {
  const said = tokens.filter((token) => token.kind === 'year' && token.years.length > 0);
  const own = figures.length > 1 && said.length > 1 ? said.findLast(({ from }) => from < at) : undefined;
  return own?.kind === 'year' ? own.years : undefined;
};

/** 写了金额的, 次数在10次以上的, 没有数字的: figures that a task prints, compared where a quantity was said. */
export const figureTests = (parts: Parts): readonly Test[] => {
  const part = partAsked(parts);
  const { years } = parts;
  const each = years.length === 0 ? parts.every : years.length > 1 && parts.operators.has('all');
  const frame = { test: 'figure' as const, years, ...(part && { part }), ...(each && { each: true as const }) };
  /** 每年都没有写: in no cell of the annex. */
  const none = each && years.length === 0 ? ('annex' as const) : part;
  const anywhere = { test: 'figure' as const, years, ...(none && { part: none }) };
  const noun = figureNoun(parts);
  const compared = parts.quantities.map((quantity): Test => {
    const named = parts.figures.find(({ figure }) => figure === quantity.unit || quantity.unit === 'none');
    return {
      ...frame,
      figure: named?.figure ?? quantity.unit,
      is: quantity,
      ...(quantity.paid && { paid: quantity.paid }),
      ...(quantity.measure && { measure: quantity.measure }),
      ...(noun !== undefined && { of: noun }),
    };
  });
  const bare = parts.figures
    .filter(() => parts.quantities.length === 0)
    .map(({ figure, measure, not, at }: FigurePart): Test => {
      const own = yearsBefore(parts, at);
      return not
        ? { test: 'not', of: { ...anywhere, figure, ...(measure && { measure }), ...(own && { years: own }) } }
        : { ...frame, figure, ...(measure && { measure }), ...(own && { years: own }) };
    });
  return [...compared, ...bare];
};

/** 12月30日前的: the days that a task prints. */
export const dateTests = ({ dates }: Parts): readonly Test[] =>
  dates.map(({ month, day, year }): Test => {
    const on = { month, ...(day !== undefined && { day }), ...(year !== undefined && { year }) };
    return { test: 'figure', figure: 'date', years: [], on };
  });

/** 有数字的，没数字的不要: what is only said over again is no condition that leaves nothing. */
const withoutSame = (tests: readonly Test[]): readonly Test[] => {
  const said = new Set(tests.map((test) => JSON.stringify(test)));
  return tests.filter((test) => test.test !== 'not' || !said.has(JSON.stringify(test.of)));
};

/** Several conditions as one; undefined when there is none. */
export const allOf = (said: readonly Test[]): Test | undefined => {
  const tests = withoutSame(said);
  return tests.length > 1 ? { test: 'all', of: tests } : tests[0];
};
