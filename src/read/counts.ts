import { BEFORE } from '../quantity-words.ts';
import type { Relation, Token } from '../values.ts';
import { asEmpty, isChoice, isOperator, previousSaid } from './neighbours.ts';
import { NUMERAL, numberOf } from './ordinals.ts';

/** 没支持单位的是? and nothing behind it: which they are. */
const isOpenIs = (tokens: readonly Token[], index: number): boolean => {
  if (!isOperator(tokens[index], 'is') || !isOperator(tokens[index - 1], 'of')) return false;
  return (
    tokens.slice(index + 1).every(({ kind }) => kind === 'mark' || kind === 'glue') &&
    tokens.every((token) => token.kind !== 'wanted')
  );
};

const NAMED: ReadonlySet<Token['kind']> = new Set([
  ...(['words', 'task', 'indicator', 'action', 'term', 'clause'] as const),
  ...(['unit', 'units', 'position', 'type', 'role'] as const),
]);
const isNamed = (token: Token): boolean => {
  if (token.kind === 'year') return token.years.length > 0;
  return NAMED.has(token.kind) && (token.kind !== 'words' || token.text.length > 1);
};

/** 去年不说, 最忙的不说: nothing that could be left out of a list stands before it. */
const isIdleAside = (tokens: readonly Token[], index: number): boolean => {
  if (tokens[index]?.rule !== 'operators:except/aside') return false;
  const from = tokens.slice(0, index).findLastIndex(({ kind }) => kind === 'mark') + 1;
  return !tokens.slice(from, index).some(isNamed);
};

/** 一个支持单位都没有, 一家单位也不: none at all. */
const isNotOne = (tokens: readonly Token[], index: number): boolean => {
  const [token, next] = [tokens[index], tokens[index + 1]];
  if (!token || !ONE.test(token.text) || !isCounted(next)) return false;
  const behind = tokens.slice(index + 2).filter(({ kind }) => kind !== 'glue');
  return isOperator(behind[0], 'all', 'also') && isOperator(behind[1], 'not');
};

/** 就一个责任单位: so many of them. */
const isOne = (tokens: readonly Token[], index: number): boolean => {
  const [token, next] = [tokens[index], tokens[index + 1]];
  const plain = token?.kind === 'words' || token?.kind === 'glue';
  return plain && ONE.test(token.text) && next?.kind === 'role' && next.form === 'noun';
};

/** 知识产权局一家负责的: that unit alone. */
const isAlone = (tokens: readonly Token[], index: number): boolean => {
  const [before, token, next] = [tokens[index - 1], tokens[index], tokens[index + 1]];
  const alone = before?.kind === 'unit' && token?.text === '一家' && next?.kind === 'role' && next.form === 'verb';
  return alone && !tokens.some(isChoice);
};

/** 只负责一项任务, 正好支持一项: so many tasks, and no more. */
const isOneTask = (tokens: readonly Token[], index: number): boolean => {
  const [earlier, before, token] = [tokens[index - 2], tokens[index - 1], tokens[index]];
  const alone = isOperator(earlier, 'only') || (earlier?.kind === 'glue' && EXACTLY.test(earlier.text));
  const plain = token?.kind === 'words' || token?.kind === 'glue';
  return plain && ONE_TASK.test(token.text) && before?.kind === 'role' && before.form === 'verb' && alone;
};

/** 至少负责五项, 最多支持三项: the relation stands before what is done. */
const relationBefore = (tokens: readonly Token[], index: number): Relation | undefined => {
  const [earlier, before, token] = [tokens[index - 2], tokens[index - 1], tokens[index]];
  const doing = before?.kind === 'role' && before.form === 'verb';
  if (!doing || token?.kind !== 'quantity' || token.quantity.relation !== '=' || !earlier) return undefined;
  return BEFORE.find(({ says }) => says.split('|').includes(earlier.text))?.relation;
};

/** 两件事: so many tasks. */
const isThing = (tokens: readonly Token[], index: number): boolean => {
  const [before, token] = [tokens[index - 1], tokens[index]];
  const counted = (before?.kind === 'quantity' && before.counts === 'task') || isOneTask(tokens, index - 1);
  return token?.kind === 'words' && THING.test(token.text) && counted;
};
const THING = /^事儿?$/u;
const ONE_TASK = /^一[个项件条]$/u;
const EXACTLY = /[正刚恰]好$/u;
const ONE = /^一[个家]$/u;
const isCounted = (token: Token | undefined): boolean =>
  token?.kind === 'type' || (token?.kind === 'role' && token.form === 'noun');

const one = (printed: string) =>
  ({
    kind: 'quantity',
    quantity: { value: 1, unit: 'count', measure: printed.slice(1), relation: '=', printed },
  }) as const;

/** 22年贷款余额减去18年的: how far the one lies from the other. */
const isMinus = (tokens: readonly Token[], index: number): boolean => {
  const [before, token, next] = [tokens[index - 1], tokens[index], tokens[index + 1]];
  if (!token || !isOperator(token, 'except') || !/^(?:减去|扣除|扣掉|减掉)$/u.test(token.text)) return false;
  const amount = (one: Token | undefined) => one?.kind === 'year' || one?.kind === 'indicator';
  return amount(before) && amount(next);
};

const THOSE = new RegExp(`^[那这](${NUMERAL})[项条](?:任务)?$`, 'u');

/** 跨境那三项: so many tasks of what the words before name. */
const thoseOf = (tokens: readonly Token[], index: number): number | undefined => {
  const [before, token] = [tokens[index - 1], tokens[index]];
  if (token?.kind !== 'before' || token.before !== 'these' || before?.kind !== 'words') return undefined;
  const said = THOSE.exec(token.text)?.[1];
  return said === undefined ? undefined : numberOf(said);
};

const tasksCounted = (value: number, printed: string) =>
  ({
    kind: 'quantity',
    quantity: { value, unit: 'count', measure: '项', relation: '=', printed },
    counts: 'task',
  }) as const;

const isHowMuch = (token: Token | undefined): boolean =>
  token?.kind === 'wanted' && (token.wanted === 'howMuch' || token.wanted === 'howMany');

/** 一共加多少: by how much it grows, and nothing that is added to a list. */
const isAdding = (tokens: readonly Token[], index: number): boolean =>
  isOperator(tokens[index], 'add') && tokens[index]?.text === '加' && isHowMuch(tokens[index + 1]);

/** 同管: who stands before it does it together. */
const isTogether = (tokens: readonly Token[], index: number): boolean => {
  const [before, next] = [tokens[index - 1], tokens[index + 1]];
  return (
    isOperator(tokens[index], 'and') && tokens[index]?.text === '同' && before?.kind === 'unit' && next?.kind === 'role'
  );
};

/** 差谁: who is missing, and no amount. */
const isSomeone = (tokens: readonly Token[], index: number): boolean => {
  const next = tokens[index + 1];
  return isOperator(tokens[index], 'change') && next?.kind === 'wanted' && next.wanted === 'who';
};

/** 一年得搞10次以上的: what is done so often, and nobody who does it. */
const isIdleDoing = (tokens: readonly Token[], index: number): boolean => {
  const [token, next] = [tokens[index], tokens[index + 1]];
  const doing = token?.kind === 'role' && token.form === 'verb' && token.text.length === 1;
  return doing && next?.kind === 'quantity' && next.quantity.unit !== 'none' && !tokens.some(isOfUnits);
};
const isOfUnits = (token: Token): boolean =>
  token.kind === 'unit' ||
  (token.kind === 'wanted' && token.wanted === 'who') ||
  (token.kind === 'type' && token.type === 'unit');

/** 经开区 and 高新区: two names, and no new question. */
const isBetweenUnits = (tokens: readonly Token[], index: number): boolean => {
  const token = tokens[index];
  if (token?.kind !== 'before' || token.text !== 'and') return false;
  const said = (list: readonly Token[]) => list.find(({ kind, text }) => kind !== 'glue' && text.trim() !== '');
  return said(tokens.slice(0, index).toReversed())?.kind === 'unit' && said(tokens.slice(index + 1))?.kind === 'unit';
};

/** 普惠金融那个行动: the words before name it. */
const isNamedAction = (tokens: readonly Token[], index: number): boolean => {
  const [before, token] = [tokens[index - 1], tokens[index]];
  return token?.kind === 'before' && token.before === 'it' && /行动$/u.test(token.text) && before?.kind === 'words';
};

/** 任务数, 各行动的任务数量, 支持单位数: how many there are. */
const isNumberOf = (tokens: readonly Token[], index: number): boolean => {
  const token = tokens[index];
  const number = token?.kind === 'figure' || (token?.kind === 'property' && token.property === 'amount');
  return number && NUMBER_OF.test(token.text) && isCounted(tokens[index - 1]);
};
/** 任务数最多的行动, 任务数超过5项的行动, 任务数是多少: the number is said or asked for behind it. */
const isNumbered = (tokens: readonly Token[], index: number): boolean =>
  isOperator(tokens[index + 1], 'most', 'least', 'more', 'less', 'reach', 'order') ||
  tokens.slice(index + 1).find((token) => token.kind !== 'glue' && !isOperator(token, 'is'))?.kind === 'quantity' ||
  tokens.slice(index + 1).some(isHowMuch);
const NUMBER_OF = /^(?:数|数量|个数|总数)$/u;

/** 支持单位数: the number of units is that of the role right before it. */
const roleOfNumber = (tokens: readonly Token[], index: number): Token | undefined => {
  const [token, next] = [tokens[index], tokens[index + 1]];
  return token?.kind === 'role' && next?.rule === NUMBER_OF_UNITS && token.to === next.from ? token : undefined;
};
const NUMBER_OF_UNITS = 'roles:any/noun/number';

/** 占那三类网点总数的多少: all that stand beside what is asked of. */
const isOfKinds = (tokens: readonly Token[], index: number): boolean =>
  tokens[index]?.kind === 'words' &&
  KINDS.test(tokens[index]?.text ?? '') &&
  tokens.some((token) => isOperator(token, 'ratio'));
const KINDS = /^[两二三四五六七八九]?[类种](?:\p{Script=Han}{0,5}?)(?:总数|总量|总和|合计|之和)?$/u;

/** 第二部分有几块, 分了几块: of how many pieces a part is made, and no money. */
const isPieces = (tokens: readonly Token[], index: number): boolean => {
  const [token, before] = [tokens[index], previousSaid(tokens, index)];
  if (!isHowMuch(token) || !PIECES.test(token?.text ?? '')) return false;
  const divides = before?.kind === 'words' && DIVIDED.test(before.text);
  return before?.kind === 'clause' || (tokens[0]?.kind === 'clause' && (divides || isOperator(before, 'have')));
};
const HOW_MANY = { kind: 'wanted', wanted: 'howMany', type: 'task' } as const;
const HAVE = { kind: 'operator', operator: 'have' } as const;
const PIECES = /^几[大个]?块$/u;
const DIVIDED = /^分(?:了|成|为|作)?$/u;

/** Returns what a word of counting or leaving out means by its neighbours; undefined when they say nothing of it. */
export const refineCounted = (tokens: readonly Token[], index: number): Token | undefined => {
  const token = tokens[index];
  if (!token) return undefined;
  const { from, to, text } = token;
  if (isNumberOf(tokens, index))
    return isNumbered(tokens, index)
      ? asEmpty(token)
      : { from, to, text, rule: 'wanted:howMany', kind: 'wanted', wanted: 'howMany' };
  const [counted, own] = [roleOfNumber(tokens, index - 1), roleOfNumber(tokens, index)];
  if (own) return asEmpty(token);
  if (counted?.kind === 'role')
    return { from, to, text, rule: counted.rule, kind: 'role', role: counted.role, form: 'noun' };
  if (isOpenIs(tokens, index)) return { from, to, text, rule: 'wanted:which', kind: 'wanted', wanted: 'which' };
  const those = thoseOf(tokens, index);
  if (those !== undefined) return { from, to, text, rule: 'quantity:those', ...tasksCounted(those, text) };
  if (isAdding(tokens, index))
    return { from, to, text, rule: 'operators:more/step', kind: 'operator', operator: 'more' };
  if (isTogether(tokens, index))
    return { from, to, text, rule: 'operators:together', kind: 'operator', operator: 'together' };
  if (isSomeone(tokens, index)) return { from, to, text, rule: 'operators:lack', kind: 'operator', operator: 'lack' };
  if (isMinus(tokens, index)) return { from, to, text, rule: 'operators:change', kind: 'operator', operator: 'change' };
  if (isNamedAction(tokens, index)) return { from, to, text, rule: 'types:action', kind: 'type', type: 'action' };
  if (isBetweenUnits(tokens, index))
    return { from, to, text, rule: 'operators:and', kind: 'operator', operator: 'and' };
  if (isNotOne(tokens, index) || isIdleAside(tokens, index) || isIdleDoing(tokens, index)) return asEmpty(token);
  if (isOfKinds(tokens, index))
    return { from, to, text, rule: 'operators:total/kinds', kind: 'operator', operator: 'total' };
  if (isThing(tokens, index)) return { from, to, text, rule: 'types:task', kind: 'type', type: 'task' };
  if (isPieces(tokens, index)) return { from, to, text, rule: 'wanted:howMany+', ...HOW_MANY };
  if (isPieces(tokens, index + 1) && token.kind === 'words') return { from, to, text, rule: 'operators:have', ...HAVE };
  const relation = relationBefore(tokens, index);
  if (relation !== undefined && token.kind === 'quantity')
    return { ...token, quantity: { ...token.quantity, relation } };
  if (relationBefore(tokens, index + 2) !== undefined && token.kind !== 'glue') return asEmpty(token);
  if (isAlone(tokens, index)) return { from, to, text, rule: 'operators:only', kind: 'operator', operator: 'only' };
  if (isOneTask(tokens, index)) return { from, to, text, rule: 'quantity:one', ...tasksCounted(1, text) };
  return isOne(tokens, index) ? { from, to, text, rule: 'quantity:one', ...one(text) } : undefined;
};
