import type { Ask, Places, Ref, SetOf } from '../../values.ts';
import type { Ground } from '../ground.ts';
import { inPlaces } from '../order.ts';
import { membersOf } from './members.ts';
import { keyOf, tasksAmong, tasksWith } from './refs.ts';
import type { Extreme, Ranked, Ranking } from './result.ts';
import { decidedIn, type Place } from './roles.ts';
import { scopeOf } from './scope.ts';

type ExtremeAsk = Extract<Ask, { ask: 'extreme' }>;

/** So many of those behind the first are shown. */
const MOST_NEXT = 5;

const isGroup = ({ type, id }: Ref, { library: { plan } }: Ground): boolean =>
  type === 'unit' && plan.registry.groups.some(({ name }) => name === id);

/** Tasks by their units; units and actions by their tasks among those asked about, or actions by all their units. */
const rankedIn = (
  set: SetOf,
  { place, byUnits }: { readonly place: Place; readonly byUnits: boolean },
  ground: Ground,
): readonly Ranked[] => {
  const among = new Set(scopeOf(set, ground));
  return membersOf(set, ground)
    .filter((ref) => !isGroup(ref, ground))
    .map((ref): Ranked => {
      const [task] = tasksAmong([ref], ground);
      if (task) return { ref, count: decidedIn(task, place).length, tasks: [task] };
      const tasks = tasksWith(ref, place, ground).filter((one) => among.has(one));
      const units = byUnits ? new Set(tasks.flatMap((one) => decidedIn(one, place))) : undefined;
      return { ref, count: units?.size ?? tasks.length, tasks };
    })
    .filter(({ ref, count }) => ref.type !== 'unit' || count > 0);
};

/** Those in some places, ties together; those before them, and the next behind them. */
const extremeOf = (ranked: readonly Ranked[], least: boolean, rank: Places = [1, 1]): Extreme | undefined => {
  const sorted = ranked.toSorted((a, b) => (least ? a.count - b.count : b.count - a.count));
  const found = inPlaces(sorted, rank, ({ count }) => count);
  if (!found) return undefined;
  const { first, ahead, next } = found;
  return {
    least,
    first,
    next: next.slice(0, MOST_NEXT),
    ...(rank[1] > 1 && { rank: [rank[0], Math.min(rank[1], sorted.length)], ahead }),
  };
};

/** Returns the members of a set with the most or the fewest of what they count; undefined when nothing can be counted. */
export const ranking = (set: SetOf, ask: ExtremeAsk, ground: Ground): Ranking | undefined => {
  const ranked = rankedIn(
    set,
    { place: { role: ask.role, leading: ask.leading }, byUnits: ask.units ?? false },
    ground,
  );
  const type = ranked[0]?.ref.type;
  if (type !== 'task' && type !== 'unit' && type !== 'action') return undefined;
  const one = ranked.filter(({ ref }) => ref.type === type);
  const [first, second] = [
    extremeOf(one, ask.both ? false : ask.least, ask.rank),
    ask.both ? extremeOf(one, true) : undefined,
  ];
  if (!first) return undefined;
  const same = second && keysOf(first) === keysOf(second);
  return {
    shape: 'ranking',
    what: type,
    role: ask.role,
    ...(ask.units && { units: true as const }),
    ...(ask.leading && { leading: ask.leading }),
    extremes: second && !same ? [first, second] : [first],
  };
};

const keysOf = ({ first }: Extreme): string => first.map(({ ref }) => keyOf(ref)).join();
