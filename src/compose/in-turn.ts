import type { Query, Ref, Token } from '../values.ts';
import { asksWhichMore } from './compares.ts';
import type { ComposeContent } from './content.ts';
import type { State } from './state.ts';
import { isList } from './subject.ts';

/** 俩: the thing that was asked about last, and the one before it. */
export const PAIR = 'before:these/pair';

/** More than anybody asks one by one and then speaks of together. */
const MOST = 8;

const isSame = (one: Ref, other: Ref): boolean => one.type === other.type && one.id === other.id;

/** Returns the things of one sort that were asked about one after the other, the last one last. */
export const turnsAfter = (now: Query, { turns = [] }: State): readonly Ref[] => {
  const refs = now.of.set === 'named' ? now.of.refs : [];
  const [ref] = refs;
  if (!ref || isList(now)) return turns;
  if (refs.length > 1) return refs;
  const kept = turns[0]?.type === ref.type ? turns.filter((one) => !isSame(one, ref)) : [];
  return [...kept, ref].slice(-MOST);
};

const isAmount = ({ asks: [{ ask }], of }: Query): boolean =>
  (ask === 'value' || ask === 'targets') && of.set === 'named' && of.refs.length === 1;

const subjectIn = ({ of, words }: Query): string => JSON.stringify([of, words]);

/** Returns the amounts that were asked for in turn; another year of the last one takes its place. */
export const amountsAfter = (now: Query, { amounts = [] }: State): readonly Query[] => {
  if (!isAmount(now)) return [];
  const [last] = amounts.slice(-1);
  const apart = last && subjectIn(last) !== subjectIn(now) && last.years.join() === now.years.join();
  return apart ? [last, now] : [now];
};

/** 差多少, 俩差多少: nothing but how far two amounts lie apart. */
const onlyDiffers = (tokens: readonly Token[]): boolean => {
  const said = tokens.filter(({ kind }) => kind !== 'glue' && kind !== 'mark');
  const isThat = (token: Token): boolean =>
    (token.kind === 'operator' && token.operator === 'change') ||
    (token.kind === 'wanted' && (token.wanted === 'howMany' || token.wanted === 'howMuch')) ||
    (token.kind === 'before' && token.rule === PAIR) ||
    (token.kind === 'quantity' && token.quantity.value === 2);
  return said.some((token) => token.kind === 'operator') && said.every(isThat);
};

/** The two amounts that were asked for last, as if they had been asked for together. */
const amountsTogether = ({ amounts = [] }: State): Query | undefined => {
  const [one, other] = amounts;
  if (!one || !other || one.of.set !== 'named' || other.of.set !== 'named') return undefined;
  const refs = [...one.of.refs, ...other.of.refs];
  const words = [one.words, other.words].filter((said) => said !== '').join('、');
  const [first, ...rest] = refs.filter((ref, at) => refs.findIndex((same) => isSame(same, ref)) === at);
  return first && { ...other, of: { set: 'named', refs: [first, ...rest] }, asks: [{ ask: 'value' }], words };
};

/** What names its own subject needs nothing of what was said before. */
const NAMING: readonly Token['kind'][] = ['unit', 'units', 'task', 'action', 'indicator', 'clause', 'position'];

/** 这两项财政局都负责吗, 财政局两项都负责吗: the unit is what is asked of the things that are pointed at. */
const isClaimed = ({ kind }: Token, tokens: readonly Token[]): boolean => {
  const [first, second] = tokens.filter((token) => token.kind !== 'glue' && token.kind !== 'mark');
  const asks = tokens.some((token) => token.kind === 'wanted' && token.wanted === 'whether');
  const pointer = first?.kind === 'unit' ? second : first;
  return kind === 'unit' && asks && pointer?.kind === 'before' && pointer.before === 'these';
};

/** 哪个大, 谁多: nothing but that. */
const onlyCompares = (tokens: readonly Token[]): boolean => {
  const said = tokens.filter(({ kind }) => kind !== 'glue' && kind !== 'mark');
  return asksWhichMore(said) && said.every(({ kind }) => ['operator', 'wanted', 'year', 'before'].includes(kind));
};

/** 两项 at the head of a question: so many things as were spoken of. */
const isCount = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at];
  const head = tokens.slice(0, at).every(({ kind }) => kind === 'glue' || kind === 'mark' || kind === 'act');
  const plain = token?.kind === 'quantity' && token.quantity.relation === '=' && token.counts !== 'times';
  return head && plain && ['count', 'none'].includes(token.quantity.unit);
};

/** So many things as a word points at; `all` where it does not count them. */
type Count = number | 'all';

/** 这三项, 俩, 它们, 三个里头: where it is pointed at several things, and at how many. */
const pointerIn = (tokens: readonly Token[]): { readonly at: number; readonly count: Count } | undefined => {
  const at = tokens.findIndex((token, index) =>
    token.kind === 'before' ? token.before === 'these' : isCount(tokens, index),
  );
  const token = tokens[at];
  if (token?.kind === 'quantity') return { at, count: token.quantity.value };
  if (token?.kind !== 'before' || /\/(?:unit|years|sides)$/.test(token.rule)) return undefined;
  return { at, count: token.rule === PAIR ? 2 : (token.count ?? 'all') };
};

/** The things that are meant: so many as are counted, the last ones; none where a list stands before the eyes. */
const meantOf = (count: Count, { turns = [], shown }: State): readonly Ref[] => {
  if (count === 'all') return shown.length > 1 ? [] : turns;
  return count > 1 && shown.length !== count && turns.length >= count ? turns.slice(-count) : [];
};

/** A question, and the conversation that it is asked in. */
export interface InTurn {
  readonly tokens: readonly Token[];
  readonly state: State;
}

/**
 * 这三项谁支持, 三个里头哪个最多, 俩差多少, 两个平台都归谁, after things that were asked about one by one: returns the question
 * as one that points at them, and the conversation as if they had been asked about together.
 */
export const withTurns = (tokens: readonly Token[], state: State, { prints }: ComposeContent): InTurn => {
  const { query, offers } = state;
  if (!query || offers.length > 0 || tokens.some((token) => NAMING.includes(token.kind) && !isClaimed(token, tokens)))
    return { tokens, state };
  const apart = onlyDiffers(tokens) ? amountsTogether(state) : undefined;
  if (apart) return { tokens: tokens.filter(({ kind }) => kind === 'operator'), state: { ...state, query: apart } };
  const pointer = pointerIn(tokens);
  const implied = onlyCompares(tokens) ? 2 : undefined;
  const count = pointer?.count ?? implied;
  const refs = count === undefined ? [] : meantOf(count, state);
  if (refs.length < 2) return { tokens, state };
  const together: State = { ...state, query: { ...query, of: { set: 'named', refs }, words: '' } };
  if (!pointer) return { tokens, state: together };
  const { at } = pointer;
  const [said, word] = [tokens[at], tokens[at + 1]];
  if (!said) return { tokens, state };
  const called = word?.kind === 'words' && refs.every((ref) => prints(word.text, ref));
  const { from, to, text } = said;
  const these: Token = { from, to, text, rule: 'before:these', kind: 'before', before: 'these' };
  return { tokens: [...tokens.slice(0, at), these, ...tokens.slice(called ? at + 2 : at + 1)], state: together };
};
