import type { Operator, Token } from '../values.ts';
import { isOperator } from './excepts.ts';
import type { GroupSize } from './parts.ts';

type QuantityToken = Extract<Token, { kind: 'quantity' }>;
type Said = readonly Token[];

const TASK_MEASURES = new Set(['项', '个', '件', '条', '']);

const isQuantity = (token: Token | undefined): token is QuantityToken => token?.kind === 'quantity';
const isTask = (token: Token | undefined): boolean => token?.kind === 'type' && token.type === 'task';
const isRole = (token: Token | undefined): boolean => token?.kind === 'role' && token.form === 'verb';
const isJoint = (token: Token | undefined): boolean => isOperator(token, 'or', 'and', 'but') || token?.kind === 'mark';

/** 行动, 单位, 谁: what is told apart by how many tasks it has. */
const groupOf = (token: Token | undefined): GroupSize['of'] | undefined => {
  if (token?.kind === 'wanted' && token.wanted === 'who') return 'unit';
  const type = token?.kind === 'type' ? token.type : token?.kind === 'wanted' ? token.type : undefined;
  return type === 'action' || type === 'unit' ? type : undefined;
};

/** 哪些行动下面只有…, 哪些行动的任务是…: what may stand between those that are told apart and the number. */
const BETWEEN: readonly Operator[] = ['in', 'have', 'only', 'all', 'is', 'of', 'reach'];
const isBetween = (token: Token): boolean =>
  isOperator(token, ...BETWEEN) || isTask(token) || isRole(token) || token.kind === 'relative';

const groupBefore = (said: Said, at: number): number | undefined => {
  const back = said.findLastIndex((token, index) => index < at && !isBetween(token));
  return groupOf(said[back]) === undefined ? undefined : back;
};

/** 三项任务的行动, 负责三项的是谁: those that stand behind it. */
const groupBehind = (said: Said, at: number): number | undefined => {
  const past = (from: number, skips: (token: Token) => boolean): number => {
    const end = said.findIndex((token, index) => index >= from && !skips(token));
    return end < 0 ? said.length : end;
  };
  const of = past(at + 1, (token) => isTask(token) || isQuantity(token) || isJoint(token));
  if (!isOperator(said[of], 'of')) return undefined;
  const asked = past(of + 1, (token) => isOperator(token, 'is', 'have', 'total'));
  const found = [asked, asked + 1].find((index) => groupOf(said[index]) !== undefined);
  return found === asked || said[asked]?.kind === 'wanted' ? found : undefined;
};

const countsTasks = ({ counts, quantity }: QuantityToken, said: Said, at: number): boolean => {
  const beside = isTask(said[at + 1]) || said.slice(Math.max(0, at - 2), at).some(isTask);
  return counts === 'task' || (beside && TASK_MEASURES.has(quantity.measure));
};

/** 起码一项任务: that there are some. */
const isSome = ({ quantity: { relation, value } }: QuantityToken): boolean => relation === '≥' && value === 1;

/** 超过三项, 正好三项: a relation to a number is said. */
const isCompared = ({ quantity: { relation }, rule }: QuantityToken): boolean =>
  relation !== '=' || rule === 'quantity:exactly';

/** 哪些行动, 每个行动: those that are told apart, and no number of them. */
const isOpen = (said: Said, group: number): boolean => {
  const [token, before] = [said[group], said[group - 1]];
  return token?.kind === 'wanted' || before?.kind === 'wanted' || isOperator(before, 'each');
};

/** Nobody's, and no list's: 财政局的九项任务 are as many as there are. */
const STATES: readonly Operator[] = ['only', 'have', 'is', 'in', 'all', 'or', 'but'];
const isFree = (before: Token | undefined): boolean =>
  before === undefined ||
  before.kind === 'mark' ||
  isOperator(before, ...STATES) ||
  isRole(before) ||
  isTask(before) ||
  isQuantity(before);

const sizeAt = (said: Said, at: number): GroupSize | undefined => {
  const token = said[at];
  if (!isQuantity(token) || isSome(token) || !countsTasks(token, said, at)) return undefined;
  const behind = groupBehind(said, at);
  const group = behind ?? groupBefore(said, at);
  const of = group === undefined ? undefined : groupOf(said[group]);
  if (group === undefined || of === undefined || isQuantity(said[group - 1])) return undefined;
  const stated = behind !== undefined ? isFree(said[at - 1]) : isOpen(said, group);
  if (!stated && !isCompared(token)) return undefined;
  if (of === 'unit' && !said.some(isRole) && !isCompared(token) && !isOperator(said[at - 1], 'only', 'have'))
    return undefined;
  const joint = said.slice(0, at).findLast((one) => !isTask(one));
  return { is: token.quantity, of, alternative: isOperator(joint, 'or'), at: token.from };
};

/** Returns the numbers of tasks by which actions or units are told apart; glue is left out of the tokens. */
export const sizesIn = (said: Said): readonly GroupSize[] => said.flatMap((_, at) => sizeAt(said, at) ?? []);
