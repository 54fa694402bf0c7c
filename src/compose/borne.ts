import { setsIn, testsIn } from '../library/sets-in.ts';
import type { Ask, Claim, Operator, Query, Ref, SetOf, Test, Token } from '../values.ts';

/** Everything that a query carries, whichever part of it does. */
interface Carried {
  readonly sets: readonly SetOf[];
  readonly tests: readonly Test[];
  readonly asks: readonly Ask[];
  readonly claims: readonly Claim[];
  readonly query: Query;
  /** Places in a list are said. */
  readonly places: boolean;
}

const carriedBy = (query: Query, places: boolean): Carried => {
  const sets = setsIn(query.of);
  const conditions = [
    ...sets.flatMap((set) => (set.set === 'where' ? [set.test] : [])),
    ...query.claims.flatMap((claim) => (claim.claim === 'test' ? [claim.test] : [])),
  ];
  return { sets, tests: conditions.flatMap(testsIn), asks: query.asks, claims: query.claims, query, places };
};

const refsIn = ({ sets }: Carried): readonly Ref[] => sets.flatMap((set) => (set.set === 'named' ? set.refs : []));

const unitsIn = (carried: Carried): readonly string[] => [
  ...refsIn(carried).flatMap(({ type, id }) => (type === 'unit' ? [id] : [])),
  ...carried.tests.flatMap((test) =>
    test.test === 'has' ? test.units : test.test === 'differs' ? (test.units ?? []) : [],
  ),
  ...carried.asks.flatMap((ask) => (ask.ask === 'group' ? (ask.units ?? []) : [])),
];

const yearsIn = ({ query, tests, claims }: Carried): readonly number[] => [
  ...query.years,
  ...tests.flatMap((test) => ('years' in test ? test.years : [])),
  ...claims.flatMap((claim) =>
    claim.claim === 'year' || claim.claim === 'alike' ? claim.years : claim.claim === 'date' ? [claim.year ?? 0] : [],
  ),
];

/** The roles of the conditions and asks; of what is claimed alone where something is. */
const rolesIn = ({ tests, asks, sets, claims }: Carried): readonly (string | undefined)[] => {
  const claimed = claims.flatMap((claim) => (claim.claim === 'test' ? testsIn(claim.test) : []));
  const stated = (claimed.length > 0 ? claimed : tests).map((test) => ('role' in test ? test.role : undefined));
  if (claimed.length > 0) return stated;
  return [
    ...stated,
    ...asks.flatMap((ask) => (ask.ask === 'units' ? [...ask.roles] : 'role' in ask ? [ask.role] : [])),
    ...sets.map((set) => (set.set === 'image' ? set.role : undefined)),
  ];
};

const hasTest = ({ tests }: Carried, ...kinds: readonly Test['test'][]): boolean =>
  tests.some(({ test }) => kinds.includes(test));

const hasAsk = ({ asks }: Carried, ...kinds: readonly Ask['ask'][]): boolean =>
  asks.some(({ ask }) => kinds.includes(ask));

const hasSet = ({ sets }: Carried, ...kinds: readonly SetOf['set'][]): boolean =>
  sets.some(({ set }) => kinds.includes(set));

const reckons = (carried: Carried): boolean =>
  hasAsk(carried, 'reckon', 'extreme') || carried.asks.some((ask) => ask.ask === 'group' && ask.apart !== undefined);

/** A claim is checked as a whole: 不是, 只有 within it are what is claimed. */
const claims = (carried: Carried): boolean => carried.claims.length > 0;

const ranks = ({ asks, claims }: Carried): boolean =>
  asks.some((ask) => 'rank' in ask) || claims.some(({ claim }) => claim === 'place');

const claimsAlike = (carried: Carried): boolean => carried.claims.some(({ claim }) => claim === 'alike');

/** One of some units, and not all of them. */
const isOneOf = ({ tests }: Carried): boolean => {
  const units = tests.flatMap((test) => (test.test === 'has' ? [{ every: test.every, key: test.units.join() }] : []));
  return units.some(({ every, key }) => every && units.some((one) => !one.every && one.key === key));
};

const setsBeside = ({ asks }: Carried): boolean => asks.some((ask) => ask.ask === 'units' && ask.beside !== undefined);

/** How a query carries an operator; what is not named here only joins. */
const CARRIES: Partial<Record<Operator, (carried: Carried) => boolean>> = {
  not: (of) =>
    claims(of) ||
    hasAsk(of, 'differences') ||
    hasTest(of, 'not', 'differs', 'count', 'misprint') ||
    hasSet(of, 'without'),
  only: (of) =>
    claims(of) ||
    hasAsk(of, 'differences') ||
    hasTest(of, 'count') ||
    hasTest(of, 'differs') ||
    isOneOf(of) ||
    of.tests.some((test) => test.test === 'has' && (test.place === 'only' || test.part !== undefined)),
  lack: (of) => claims(of) || hasTest(of, 'differs', 'not', 'misprint') || hasAsk(of, 'differences', 'definition'),
  mutual: ({ tests }) =>
    tests.some(
      (test) => test.test === 'any' && test.of.length === 2 && test.of.every(({ test: all }) => all === 'all'),
    ),
  same: (of) =>
    claims(of) ||
    setsBeside(of) ||
    hasTest(of, 'same', 'apart', 'moves', 'differs') ||
    hasAsk(of, 'differences', 'definition', 'document', 'reckon', 'group', 'extreme'),
  except: (of) =>
    hasTest(of, 'not') ||
    hasSet(of, 'without') ||
    of.asks.some((ask) => ask.ask === 'units' && ask.besides !== undefined) ||
    of.tests.some((test) => test.test === 'mentions' && test.outside !== undefined),
  first: (of) =>
    claims(of) ||
    reckons(of) ||
    (hasSet(of, 'pick') && !of.places) ||
    of.tests.some((test) => test.test === 'has' && test.place === 'first') ||
    of.asks.some((ask) => (ask.ask === 'units' || ask.ask === 'group') && ask.lead),
  most: (of) => reckons(of) || hasSet(of, 'most'),
  least: (of) => reckons(of) || hasSet(of, 'most'),
  mean: reckons,
  order: ({ asks, sets }) =>
    sets.some(({ set }) => set === 'reversed') ||
    asks.some((ask) => 'rank' in ask || (ask.ask === 'group' && ask.apart !== undefined)),
  growth: (of) =>
    claims(of) ||
    (hasAsk(of, 'differences') && refsIn(of).some(({ type }) => type === 'indicator')) ||
    reckons(of) ||
    hasTest(of, 'moves'),
  change: (of) =>
    claimsAlike(of) || hasAsk(of, 'differences') || reckons(of) || setsBeside(of) || hasTest(of, 'same', 'apart'),
  ratio: (of) =>
    reckons(of) ||
    of.asks.some((ask) => ask.ask === 'group' && ask.show === 'count') ||
    of.asks.some((ask) => ask.ask === 'count' && ask.share),
  or: (of) =>
    claims(of) ||
    reckons(of) ||
    hasAsk(of, 'units', 'extreme', 'sources') ||
    hasTest(of, 'any') ||
    hasSet(of, 'either') ||
    of.tests.some((test) => test.test === 'has' && test.role === 'any') ||
    of.tests.some((test) => test.test === 'has' && test.units.length > 1 && !test.every),
  mention: ({ sets, query }) => !(sets.length === 1 && query.of.set === 'all' && query.of.type === 'task'),
  differ: (of) =>
    claimsAlike(of) ||
    (hasAsk(of, 'targets') && of.query.years.length > 1) ||
    setsBeside(of) ||
    hasTest(of, 'differs', 'same', 'apart') ||
    hasAsk(of, 'differences', 'definition', 'document'),
  misprint: (of) =>
    hasTest(of, 'differs', 'misprint') ||
    (hasAsk(of, 'units') && hasSet(of, 'named')) ||
    hasAsk(of, 'differences', 'definition'),
};

/** What is asked of one thing, told by its clause: who stands in it, the clause itself says. */
const isTold = ({ asks: [ask], sets }: Carried): boolean =>
  ask?.ask !== 'content' || sets.some((set) => set.set === 'all' && set.type === 'safeguard');

/** 正好三项: neither more nor fewer, whatever the rest of the query looks for. */
const carriesCount = ({ tests, claims }: Carried, value: number): boolean =>
  claims.length > 0 || tests.some((test) => 'is' in test && test.is?.value === value);

const isBorne = (token: Token, carried: Carried, both: boolean): boolean => {
  const refs = refsIn(carried);
  switch (token.kind) {
    case 'unit':
      return (!hasSet(carried, 'where') && !hasAsk(carried, 'extreme')) || unitsIn(carried).includes(token.unit);
    case 'task':
      return refs.some(({ type, id }) => type === 'task' && id === String(token.task));
    case 'year':
      return token.years.every((year) => yearsIn(carried).includes(year));
    case 'role': {
      if (token.form === 'verb' || !(hasTest(carried, 'has', 'count') || !isTold(carried))) return true;
      const roles = rolesIn(carried);
      return roles.includes(token.role === 'lead' ? 'responsible' : token.role) || (roles.includes('any') && both);
    }
    case 'position':
      return !token.rule.startsWith('position:rank') || ranks(carried);
    case 'quantity':
      return (
        token.rule !== 'quantity:exactly' || token.counts !== 'task' || carriesCount(carried, token.quantity.value)
      );
    case 'operator':
      return CARRIES[token.operator]?.(carried) ?? true;
    default:
      return true;
  }
};

/** Returns the tokens that a query does not carry, whatever its production declares. */
export const unborne = (tokens: readonly Token[], query: Query): readonly Token[] => {
  const carried = carriedBy(
    query,
    tokens.some(({ kind }) => kind === 'position'),
  );
  const said = new Set(tokens.flatMap((token) => (token.kind === 'role' ? [token.role] : [])));
  const both = said.has('responsible') && said.has('supporting');
  return tokens.filter((token) => !isBorne(token, carried, both));
};
