import type { Query, Ref } from '../values.ts';
import type { ComposeContent } from './content.ts';
import type { Parts } from './parts.ts';
import type { State } from './state.ts';

const yearAway = ({ years }: Query, by: number): number | undefined => {
  const from = by > 0 ? years.at(-1) : years[0];
  return from === undefined ? undefined : from + by;
};

/** How far off a thing is that is counted from the one before. */
interface Away {
  readonly of: 'task' | 'action';
  readonly by: number;
  readonly actions: number;
}

/** 后面那项, after one of a list that was shown: the next of the list; after several things, the last of them. */
const shownAway = ({ query, shown }: State, of: 'task' | 'action', by: number): Ref | undefined => {
  const [named, ...more] = query?.of.set === 'named' ? query.of.refs : [];
  if (more.length > 0 && named?.type === of) return by > 0 ? more.at(-1) : named;
  const at = shown.findIndex(({ type, id }) => type === named?.type && id === named.id);
  return named?.type === of && at >= 0 && shown.length > 1 ? shown[at + by] : undefined;
};

const refAway = ({ of: set }: Query, { of, by, actions }: Away): Ref | undefined => {
  const [named] = set.set === 'named' ? set.refs : [];
  const action = of === 'action' && set.set === 'where' && set.test.test === 'in' ? set.test.actions[0] : undefined;
  const number = action ?? (named?.type === of ? Number(named.id) : undefined);
  const next = number === undefined ? undefined : number + by;
  if (next === undefined || next < 1 || (of === 'action' && next > actions)) return undefined;
  return { type: of, id: String(next) };
};

/** 下一项, 再往后一年: places counted from the query before. */
export const withRelative = (parts: Parts, state: State, { actions, yearsTold }: ComposeContent): Parts => {
  if (parts.relative.length === 0 || !state.query) return parts;
  const { years: asked } = state.query;
  const before = { ...state.query, years: asked.length > 0 ? asked : yearsTold(state.query) };
  const years = parts.relative.filter(({ of }) => of === 'year').flatMap(({ by }) => yearAway(before, by) ?? []);
  const refs = parts.relative.flatMap(({ of, by }) =>
    of === 'year' ? [] : (shownAway(state, of, by) ?? refAway(before, { of, by, actions }) ?? []),
  );
  return { ...parts, years: [...parts.years, ...years], refs: [...parts.refs, ...refs] };
};
