import type { EntityType, Query, Token } from '../values.ts';
import type { ComposeContent } from './content.ts';
import type { State } from './state.ts';

/** What may stand beside a number that takes the place of another: ok 再看23, 换成第12个, 那24呢. */
const isBeside = ({ kind, ...token }: Token): boolean =>
  kind === 'glue' ||
  kind === 'mark' ||
  kind === 'act' ||
  (kind === 'before' && 'before' in token && token.before === 'then');

/** 换成: what comes takes the place of what was said, and is none of what is shown. */
const REPLACING = 'before:then/replace';

/** The sort of thing of which the question before named one by its number. */
const sortOf = (query: Query | undefined): EntityType | undefined => {
  const { of } = query ?? {};
  if (of?.set === 'where' && of.test.test === 'in' && of.test.actions.length === 1) return 'action';
  const [ref, ...more] = of?.set === 'named' ? of.refs : [];
  return more.length === 0 ? ref?.type : undefined;
};

/** The number that is said by itself: 23, 第12个. */
const numberOf = (token: Token | undefined): number | undefined => {
  if (token?.kind === 'quantity' && token.quantity.unit === 'none' && token.counts === undefined) {
    const { value, to, relation } = token.quantity;
    return to === undefined && relation === '=' ? value : undefined;
  }
  return token?.kind === 'position' && token.of === undefined && token.positions.length === 1
    ? token.positions[0]
    : undefined;
};

const CENTURY = 2000;

/** 21呢, where years are spoken of: the last digits of one of them. */
const isYear = (number: number, { years }: Query): boolean =>
  years.some((year) => Math.abs(year - CENTURY - number) < 3);

/**
 * ok 再看23, after a task; 换成第12个, after the tasks of an action: the thing of that sort and number takes the place of
 * the one before. A place is one of what is shown, unless it lies behind that or is said to be a replacement.
 */
export const withRenumbered = (
  tokens: readonly Token[],
  { query, shown, offers }: State,
  { counts }: ComposeContent,
): readonly Token[] => {
  const [token, ...more] = tokens.filter((one) => !isBeside(one));
  const number = numberOf(token);
  const of = sortOf(query);
  const most = of && counts[of];
  if (!token || !query || !of || more.length > 0 || number === undefined || most === undefined) return tokens;
  if (offers.length > 0 || number < 1 || number > most) return tokens;
  const replaces = tokens.some(({ rule }) => rule === REPLACING);
  const place = token.kind === 'position';
  if (place ? !replaces && number <= shown.length : isYear(number, query)) return tokens;
  if (place && !replaces && shown.length === 0) return tokens;
  const { from, to, text } = token;
  const named: Token = { from, to, text, rule: 'position:before', kind: 'position', positions: [number], of };
  return tokens.map((one) => (one === token ? named : one));
};

/** 12项里, after a list that has the 12th task in it and is not so long: that task is meant, and not so many. */
export const withShownNumber = (tokens: readonly Token[], { shown }: State): readonly Token[] =>
  tokens.map((token, at): Token => {
    const next = tokens[at + 1];
    const within = next?.kind === 'operator' && next.operator === 'in';
    if (token.kind !== 'quantity' || token.counts !== 'task' || !within || token.quantity.relation !== '=')
      return token;
    const { value } = token.quantity;
    const isShown = shown.some(({ type, id }) => type === 'task' && id === String(value));
    if (!isShown || shown.length === value) return token;
    const { from, to, text } = token;
    return { from, to, text, rule: 'position:before', kind: 'position', positions: [value], of: 'task' };
  });
