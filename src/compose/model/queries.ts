import type { Ask, Claim, EntityType, Query, Ref, Role, SetOf } from '../../values.ts';
import { allTests, hasUnits, limitedBy, tasksUnder } from './conditions.ts';
import { type ModelClaim, type ModelReading, OF_DOCUMENT, RECKONED } from './grammar.ts';
import type { Known } from './known.ts';

type Said = ModelReading['ask'][number];

const TYPE: Readonly<Record<NonNullable<ModelReading['of']>, EntityType>> = {
  task: 'task',
  section: 'action',
  unit: 'unit',
  indicator: 'indicator',
};

const ROLES: Readonly<Record<Role | 'any', readonly Role[]>> = {
  responsible: ['responsible'],
  supporting: ['supporting'],
  any: ['responsible', 'supporting'],
};

const isOne = <T extends string>(list: readonly T[], said: string): said is T =>
  (list as readonly string[]).includes(said);

/** What is asked, in a role; members are shown or counted by `counts`. */
const askOf = (said: Said, { role }: ModelReading, counts: boolean): Ask => {
  if (isOne(OF_DOCUMENT, said)) return { ask: 'document', property: said };
  if (isOne(RECKONED, said)) return { ask: 'reckon', reckon: said };
  switch (said) {
    case 'who':
      return { ask: 'units', roles: ROLES[role ?? 'responsible'], lead: false };
    case 'list':
      return { ask: 'members' };
    case 'source':
      return { ask: 'sources' };
    case 'target':
      return { ask: 'targets' };
    case 'by_section':
      return { ask: 'group', by: 'action', show: counts ? 'count' : 'members' };
    case 'by_unit':
      return { ask: 'group', by: 'unit', role: role ?? 'any', show: counts ? 'count' : 'members' };
    case 'most':
    case 'least':
      return { ask: 'extreme', role: role ?? 'any', least: said === 'least' };
    case 'differ':
      return { ask: 'differences', what: 'any' };
    case 'define':
      return { ask: 'definition' };
    case 'count':
    case 'content':
    case 'original':
    case 'goal':
    case 'value':
    case 'when':
    case 'summary':
      return { ask: said };
  }
};

/** Asked of members: how many or which. */
const OF_MEMBERS: readonly Said[] = ['list', 'count', 'by_section', 'by_unit'];
const OF_WHOLE: readonly Said[] = [...OF_DOCUMENT, 'summary'];

/** The things that a reading names, one after the other; undefined where the plan has not one of them. */
const refsOf = (reading: ModelReading, known: Known): readonly Ref[] | undefined => {
  const { tasks, sections, indicators, clauses, units } = reading;
  const each = [
    tasks && known.refs('task', tasks),
    sections && known.refs('action', sections),
    indicators && known.refs('indicator', indicators),
    clauses && known.refs('clause', clauses),
    units && known.refs('unit', units),
  ];
  const said = [tasks, sections, indicators, clauses, units].filter((one) => one !== undefined).length;
  const found = each.filter((one) => one !== undefined);
  return found.length === said ? found.flat() : undefined;
};

const isOnly = (refs: readonly Ref[], type: EntityType): boolean =>
  refs.length > 0 && refs.every((ref) => ref.type === type);

const namesOf = (refs: readonly Ref[]): readonly string[] => refs.map(({ id }) => id);

/** Named things as what their members are asked of: the tasks of a unit, those under a heading. */
const tasksNamed = (refs: readonly Ref[], { role = 'any' }: ModelReading): SetOf => {
  if (isOnly(refs, 'unit')) return tasksUnder([hasUnits(namesOf(refs), role, false)]);
  if (isOnly(refs, 'action')) return tasksUnder([{ test: 'in', actions: namesOf(refs).map(Number) }]);
  return { set: 'named', refs };
};

/** A set of a type under conditions: of units and headings, those of the tasks that pass. */
const setUnder = (reading: ModelReading, known: Known): SetOf | undefined => {
  const type = TYPE[reading.of ?? 'task'];
  const tests = allTests(reading.where ?? [], known);
  if (!tests) return undefined;
  const own = tests.filter(({ test }) => test === 'count');
  if (type === 'task' || own.length === tests.length) return limitedBy({ set: 'all', type }, tests);
  if (type === 'indicator') return undefined;
  const of = tasksUnder(tests.filter(({ test }) => test !== 'count'));
  return limitedBy({ set: 'image', of, type, role: reading.role ?? 'any' }, own);
};

/** Nothing that was named is passed over: things beside a type, a document under conditions. */
const setOf = (reading: ModelReading, refs: readonly Ref[], known: Known): SetOf | undefined => {
  const { of, where = [] } = reading;
  const ofWhole = reading.ask.filter((said) => OF_WHOLE.includes(said)).length;
  if (ofWhole > 0) {
    const alone = ofWhole === reading.ask.length && refs.length + where.length === 0 && of === undefined;
    return alone ? { set: 'all', type: 'plan' } : undefined;
  }
  if (refs.length === 0) return setUnder(reading, known);
  if (of !== undefined) return undefined;
  const [said] = reading.ask;
  const ofMembers = said !== undefined && OF_MEMBERS.includes(said);
  const named = ofMembers ? tasksNamed(refs, reading) : ({ set: 'named', refs } satisfies SetOf);
  const tests = allTests(where, known);
  return tests && limitedBy(named, tests);
};

/** What is claimed, one thing; undefined where a unit is not the plan's or a figure was not said. */
const claimOf = (claim: ModelClaim, known: Known): Claim | undefined => {
  const { units, role = 'any', quantity, count } = claim;
  if ([units, quantity, count].filter((one) => one !== undefined).length !== 1) return undefined;
  if (units) {
    const named = known.units(units);
    return named && { claim: 'test', test: hasUnits(named, role, false) };
  }
  const said = known.quantity(quantity ?? count ?? '');
  if (!said) return undefined;
  return quantity === undefined
    ? { claim: 'count', is: { ...said, unit: 'count', measure: '' } }
    : { claim: 'quantity', quantity: said };
};

const some = <T>([first, ...rest]: readonly T[]): readonly [T, ...T[]] | undefined =>
  first === undefined ? undefined : [first, ...rest];

/** Returns the query that a reading is; undefined where it names what the plan has not or what nobody said. */
export const queryOf = (reading: ModelReading, known: Known): Query | undefined => {
  const { ask, years = [], words = '', claim } = reading;
  const refs = refsOf(reading, known);
  const of = refs && setOf(reading, refs, known);
  const claimed = claim && claimOf(claim, known);
  const counts = ask.includes('count');
  const asks = some(
    ask
      .filter((said) => !(counts && said === 'count' && ask.some((one) => one.startsWith('by_'))))
      .map((said) => askOf(said, reading, counts)),
  );
  if (!of || !asks || (claim && !claimed)) return undefined;
  if (!known.years(years) || (words !== '' && !known.words(words))) return undefined;
  const claims = claimed ? [claimed] : [];
  return { of, asks, years, every: false, confirm: claims.length > 0, claims, words };
};
