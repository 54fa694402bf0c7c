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

/** What may be asked of a task right behind its bare number: 48的支持单位, 23谁负责. */
const ASKING: readonly Token['kind'][] = ['role', 'property', 'wanted', 'year', 'operator'];

const CENTURY = 2000;

/** 21呢, where years are spoken of: the last digits of one of them. */
const isYear = (number: number, { years }: Query): boolean =>
  years.some((year) => Math.abs(year - CENTURY - number) < 3);

const asNumbered = (tokens: readonly Token[], numbers: readonly Token[], of: EntityType): readonly Token[] =>
  tokens.map((token): Token => {
    const number = numbers.includes(token) ? numberOf(token) : undefined;
    const { from, to, text } = token;
    return number === undefined
      ? token
      : { from, to, text, rule: 'position:before', kind: 'position', positions: [number], of };
  });

const isAnd = (token: Token): boolean => token.kind === 'operator' && token.operator === 'and';

/** 49和53的支持单位, 23谁负责: bare numbers at the head, and what is asked of the tasks; undefined where there is nothing asked. */
const numbersAsked = (said: readonly Token[]): readonly Token[] | undefined => {
  const end = said.findIndex((token) => !isAnd(token) && numberOf(token) === undefined);
  const numbers = said.slice(0, Math.max(0, end)).filter((token) => !isAnd(token));
  const asks = said.slice(Math.max(0, end));
  const bare = numbers.length > 0 && numbers.every(({ kind }) => kind === 'quantity');
  return bare && asks.every(({ kind }) => ASKING.includes(kind)) ? numbers : undefined;
};

/**
 * ok 再看23, 23谁负责, after a task; 换成第12个, after the tasks of an action; 48的支持单位, after a list with that task: the
 * thing of that sort and number is meant. A place is one of what is shown, unless it lies behind that or is said to be a
 * replacement.
 */
export const withRenumbered = (
  tokens: readonly Token[],
  { query, shown, offers, alternatives = [] }: State,
  { counts }: ComposeContent,
): readonly Token[] => {
  const said = tokens.filter((one) => !isBeside(one));
  const [token, ...more] = said;
  if (!token || !query || offers.length > 0) return tokens;
  const chooses = more.length === 0 && token.kind === 'quantity' && (numberOf(token) ?? 0) <= alternatives.length;
  if (chooses && alternatives.length > 0) return tokens;
  const asked = numbersAsked(said);
  const numbers = asked ?? [token];
  const place = token.kind === 'position';
  const isShown = (one: Token): boolean =>
    one.kind === 'quantity' && shown.some(({ type, id }) => type === 'task' && id === String(numberOf(one)));
  const of = numbers.every(isShown) ? 'task' : sortOf(query);
  const most = of && counts[of];
  const isThere = (one: Token): boolean => {
    const number = numberOf(one) ?? 0;
    return most !== undefined && number > 0 && number <= most && (place || !isYear(number, query));
  };
  if (!of || !numbers.every(isThere)) return tokens;
  if (asked) return of === 'task' ? asNumbered(tokens, numbers, of) : tokens;
  const replaces = tokens.some(({ rule }) => rule === REPLACING);
  const listed = place && !replaces && (shown.length === 0 || (numberOf(token) ?? 0) <= shown.length);
  return more.length > 0 || listed ? tokens : asNumbered(tokens, numbers, of);
};

/** 18项 of 18项也是这两家吗: a task, of which the same is said as of the one before. */
export const withSaidAlso = (tokens: readonly Token[]): readonly Token[] =>
  tokens.map((token, at): Token => {
    const [is, these] = tokens.slice(at + 1).filter(({ kind }) => kind !== 'glue');
    const also = is?.kind === 'operator' && ['is', 'also', 'by'].includes(is.operator) && these?.kind === 'before';
    return also && token.kind === 'position' && token.rule === 'position:bare'
      ? { ...token, rule: 'position:nth' }
      : token;
  });

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
