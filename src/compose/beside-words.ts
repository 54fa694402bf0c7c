import type { Query, Ref, SetOf, Test } from '../values.ts';
import { ROLES } from './asks.ts';
import { refuse } from './refusals.ts';
import { unitsNamed, withUnits } from './rewrite.ts';
import { answer, type SettleContent, type Settled } from './settled.ts';

/** Words beside conditions on tasks are one more condition: 高新区负责的绿色金融任务. */
export const limited = (set: SetOf, test: Test): SetOf => {
  if (set.set === 'both') return { set: 'where', of: set.left, test };
  return set.set === 'pick' || set.set === 'where' ? { ...set, of: limited(set.of, test) } : set;
};

/** The pieces of words that the plan prints, or is described by. */
const printedOf = (words: string, { pieces, prints, describes }: SettleContent): readonly string[] =>
  words
    .split('、')
    .flatMap((part) => (describes(part) && !prints(part) ? [part] : pieces(part)))
    .filter((piece) => prints(piece) || describes(piece));

/**
 * What words mean that the plan puts otherwise: 西咸新区租飞机的业务. Returns the things of a set that they mean, and
 * those that they mean where none is in it.
 */
const inOtherWords = (words: string, all: readonly Ref[], { resolve }: SettleContent) => {
  const found = resolve(words, { ask: 'members' });
  const refs = found.status === 'absent' ? [] : found.refs;
  const own = refs.filter((ref) => all.some(({ type, id }) => type === ref.type && id === ref.id));
  return { meant: found.status === 'sure' ? own : [], elsewhere: own.length === 0 ? refs : [] };
};

/** So much of an action's name says that its tasks are meant: 空间建设. */
const SECTION = 4;

/** The tasks of a set; where its units stand in none but through a group, those of the group. */
const reached = (query: Query, { members, standIns }: SettleContent): readonly Ref[] => {
  const own = members(query.of);
  const groups = own.length === 0 ? standIns(query) : [];
  return groups.length > 0 ? members(withUnits(query.of, groups, undefined)) : own;
};

/** Words beside a list are a condition where the plan prints them; what it nowhere has is refused, small talk is left out. */
export const filtered = (query: Query, words: string, content: SettleContent): Settled => {
  const sections = words.length >= SECTION && query.asks[0].ask !== 'content' ? content.sections(words) : [];
  const [action, ...others] = sections;
  if (action !== undefined && others.length === 0)
    return answer({ ...query, of: limited(query.of, { test: 'in', actions: [action] }) });
  const printed = printedOf(words, content);
  const tests = printed.map((piece): Test => ({ test: 'mentions', words: piece }));
  const test: Test | undefined = tests[1] ? { test: 'all', of: tests } : tests[0];
  if (test) return answer({ ...query, of: limited(query.of, test) });
  const [stranger] = content.strangers(words);
  if (stranger !== undefined) return { decision: refuse('absent', stranger), assumed: [] };
  const of = unlimited(query.of);
  const all = reached({ ...query, of }, content);
  const { meant, elsewhere } = inOtherWords(words, all, content);
  if (meant.length > 0 && query.asks[0].ask === 'members')
    return answer({
      ...query,
      of: { set: 'named', refs: meant },
      asks: [query.years.length > 0 ? { ask: 'targets' } : { ask: 'units', roles: ROLES, lead: false }],
      words,
    });
  const [unit, ...units] = unitsNamed(of);
  if (elsewhere.length > 0 && all.length > 0 && unit !== undefined && units.length === 0)
    return { decision: refuse('part', unit, elsewhere), assumed: [] };
  if (elsewhere.length > 0 && all.length > 0) return { decision: refuse('part', words, all), assumed: [] };
  return answer({ ...query, of, words: '' }, [{ what: 'kind', value: words }]);
};

/** The set without the words beside it. */
const unlimited = (set: SetOf): SetOf => {
  if (set.set === 'both') return set.left;
  return set.set === 'pick' || set.set === 'where' ? { ...set, of: unlimited(set.of) } : set;
};

/** Places that print the words, where no topic is about them. */
export const placesOf = (query: Query, words: string): Query => ({
  ...query,
  of: { set: 'where', of: { set: 'all', type: 'clause' }, test: { test: 'mentions', words } },
  asks: [{ ask: 'sources' }],
  claims: [],
  confirm: false,
});

/** Things of a sort that a topic cannot tell apart are listed: 数据中心有哪几个. */
export const mentioned = (query: Query, words: string): Query => ({
  ...query,
  of: { set: 'where', of: { set: 'all', type: 'task' }, test: { test: 'mentions', words } },
  asks: [{ ask: 'members' }],
  words: '',
});
