import type { Query, Ref, Token } from '../values.ts';
import type { State } from './state.ts';
import { isList } from './subject.ts';

const isBack = (token: Token): boolean => token.kind === 'before' && token.before === 'back';

/** 最开始问的那个: what the conversation began with. */
const FIRST = 'before:it/first';

/** 刚才那项: one thing, said before what was spoken of last. */
const EARLIER = 'before:it/earlier';

const pointsAt = (kind: 'it' | 'these', tokens: readonly Token[]): boolean =>
  tokens.some((token) => token.kind === 'before' && token.before === kind);

/** What names its own subject needs nothing of what was said before: 回到高新区. */
const NAMING: readonly Token['kind'][] = ['unit', 'units', 'task', 'action', 'indicator', 'clause', 'words'];

/** A question without its words of going back, and the conversation as it stood then. */
export interface WentBack {
  readonly tokens: readonly Token[];
  readonly state: State;
}

/** 回到刚才那项, 说回前面那个清单, 刚才那项 after a list: what was spoken of before the last. */
export const wentBack = (typed: readonly Token[], state: State): WentBack => {
  const goes = typed.some(isBack);
  const tokens = goes ? typed.filter((token) => !isBack(token)) : typed;
  if (tokens.some(({ kind }) => NAMING.includes(kind))) return { tokens, state };
  const { query, list, earlier, first } = state;
  if (first && tokens.some(({ rule }) => rule === FIRST))
    return { tokens, state: { ...state, query: first, earlier: query } };
  if (goes && list && pointsAt('these', tokens)) return { tokens, state: { ...state, query: list } };
  const one = tokens.some(({ rule }) => rule === EARLIER);
  const from = goes || (one && query !== undefined && isList(query) && earlier !== undefined && !isList(earlier));
  if (!from || !earlier) return { tokens, state };
  return {
    tokens: tokens.length > 0 ? tokens : typed,
    state: { ...state, query: earlier, earlier: query },
  };
};

const sameSubject = (one: Query, other: Query): boolean => JSON.stringify(one.of) === JSON.stringify(other.of);

/** The last query that was about something else than the one answered now. */
export const earlierThan = (now: Query, { query, earlier }: State): Query | undefined =>
  query && !sameSubject(query, now) ? query : earlier;

/** Things that were asked about together: each can be picked by its place. */
export const namedTogether = ({ of }: Query): readonly Ref[] =>
  of.set === 'named' && of.refs.length > 1 ? of.refs : [];
