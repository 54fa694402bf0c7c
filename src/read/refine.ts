import type { Operator, Token } from '../values.ts';
import { refineCounted } from './counts.ts';
import { isPeriodAsked, isPrintedDay } from './dates-asked.ts';
import { refineDescribed } from './described.ts';
import { asksObject, isDone, isInside, isOpenDoing } from './doing.ts';
import { goalAsked } from './goal-asked.ts';
import { refineIssued } from './issued.ts';
import { isLeftOver, isOfLeftOver } from './left-over.ts';
import { isLoose, isLooseSo } from './loose.ts';
import { isMissed } from './missed.ts';
import { asPointless, asWords, isLatin, isOperator, isPlain, nextSaid } from './neighbours.ts';
import { refineOrdered } from './ordered.ts';
import { refinePayer } from './payers.ts';
import { refinePortion } from './portions.ts';
import { refinePresent } from './present.ts';
import { refineRise } from './risen.ts';

const CONTENT: ReadonlySet<Token['kind']> = new Set(['words', 'task', 'indicator', 'action', 'term', 'clause']);

const THINGS: ReadonlySet<Token['kind']> = new Set([...CONTENT, 'type', 'unit', 'units', 'position', 'year']);

/** tasks that it leads; how many does Xi'an have, and does it want more: said of what stands before it. */
const isRelative = (tokens: readonly Token[], index: number): boolean => {
  const [before, token] = [tokens[index - 1], tokens[index]];
  if (!token || !isLatin(token) || before === undefined) return false;
  if (token.rule === 'before:it' && THINGS.has(before.kind)) return true;
  const auxiliary = before.kind === 'glue' || (before.kind === 'wanted' && before.wanted === 'whether');
  return auxiliary && tokens.slice(0, index).some(({ kind }) => CONTENT.has(kind));
};

/** 那个 in 跨境电商那个, 那个系统 points at nothing said before: the words beside it say what is meant. */
const isDeterminer = (tokens: readonly Token[], index: number): boolean => {
  const [before, token, next] = [tokens[index - 1], tokens[index], tokens[index + 1]];
  if (token?.kind !== 'before' || (token.before !== 'it' && !(token.before === 'these' && isLatin(token))))
    return false;
  return (before !== undefined && CONTENT.has(before.kind)) || isPlain(next) || isRelative(tokens, index);
};

/** 浙商银行那几个中心主体: words on both sides say which are meant. */
const isPluralDeterminer = (tokens: readonly Token[], index: number): boolean => {
  const [before, token, next] = [tokens[index - 1], tokens[index], tokens[index + 1]];
  return token?.kind === 'before' && token.before === 'these' && isPlain(before) && isPlain(next);
};

/** 这个计划是干嘛的, 秦农银行在里面干嘛: what it is for or does, and no reason. */
const isPurpose = (tokens: readonly Token[], index: number): boolean => {
  const token = tokens[index];
  if (token?.kind !== 'wanted' || !/^干[嘛吗]$/u.test(token.text)) return false;
  const last = tokens.slice(index + 1).every(({ kind }) => kind === 'mark' || kind === 'glue');
  const named = tokens.slice(0, index).some(({ kind }) => kind === 'unit' || kind === 'year' || kind === 'action');
  return isOperator(tokens[index + 1], 'of') || (last && named);
};

/** 就金融局自己？, 就高新区一家负责吗: these and no others. */
const isAlone = (tokens: readonly Token[], index: number): boolean => {
  if (tokens[index]?.kind !== 'glue' || tokens[index]?.text !== '就' || tokens[index + 1]?.kind !== 'unit')
    return false;
  const behind = tokens.slice(index + 1).find(({ kind, text }) => kind !== 'unit' && text !== '和' && text !== '、');
  return behind !== undefined && /^(?:自己|一家|俩|两家|[?？]|吗|么)$/u.test(behind.text);
};

/** 财政局负责的那些任务, 文旅局那三项: what stands before says which are meant. */
const isSaidBefore = (tokens: readonly Token[], index: number): boolean => {
  const [before, token] = [tokens[index - 1], tokens[index]];
  const plural = token?.kind === 'before' && token.before === 'these' && /[那这].*(?:任务|[项条])$/u.test(token.text);
  const placed = isOperator(tokens[index - 2], 'first', 'last');
  return plural && ((isOperator(before, 'of') && !placed) || before?.kind === 'unit' || before?.kind === 'action');
};

/** 只是个支持单位, 算个责任单位: the measure word says nothing. */
const isArticle = (tokens: readonly Token[], index: number): boolean => {
  const [token, next] = [tokens[index], tokens[index + 1]];
  const noun = next?.kind === 'type' || (next?.kind === 'role' && next.form === 'noun');
  return isPlain(token) && token?.text === '个' && noun && isOperator(tokens[index - 1], 'is', 'only', 'not');
};

/** 呢 and 那 bend the last question only where nothing is asked outright. */
const isIdle = (tokens: readonly Token[], index: number): boolean => {
  const token = tokens[index];
  return (
    token?.kind === 'before' &&
    token.before === 'then' &&
    token.rule === 'before:then/idle' &&
    besideOf(tokens, index).some(isAsker)
  );
};

/** The tokens between the commas around one. */
const besideOf = (tokens: readonly Token[], index: number): readonly Token[] => {
  const isComma = ({ kind, text }: Token): boolean => kind === 'mark' && /[,，。;；?？!！]/.test(text);
  const from = tokens.slice(0, index).findLastIndex(isComma) + 1;
  const end = tokens.findIndex((token, at) => at > index && isComma(token));
  return tokens.slice(from, end < 0 ? tokens.length : end);
};

const isAsker = ({ kind }: Token): boolean => kind === 'wanted';

/** qujiang in the qujiang cultural index: a unit's short name before words is a part of theirs. */
const isOfName = (tokens: readonly Token[], index: number): boolean => {
  const [token, next] = [tokens[index], tokens[index + 1]];
  return token?.kind === 'unit' && /^[a-z]+$/.test(token.text) && isPlain(next);
};

/** should in by which year should it join: a verb's auxiliary asks for a yes or no only where nothing else is asked. */
const isAuxiliary = (tokens: readonly Token[], index: number): boolean => {
  const token = tokens[index];
  if (token?.kind !== 'wanted' || token.wanted !== 'whether' || !isLatin(token)) return false;
  const from = tokens.slice(0, index).findLastIndex(({ kind, text }) => kind === 'mark' && /[.,;:?!]/.test(text)) + 1;
  return tokens.slice(from, index).some(isAsker);
};

/** 我是市教育局的: who asks says which unit is meant by 我们. */
const isSelf = (tokens: readonly Token[], index: number): boolean => {
  const [token, next, unit] = [tokens[index], tokens[index + 1], tokens[index + 2]];
  const says = isOperator(next, 'is');
  return token?.rule === 'glue:self' && says && (unit?.kind === 'unit' || unit?.kind === 'units');
};

/** 除了21, other than 21: the number of a task. */
const isLeftOut = (tokens: readonly Token[], index: number): boolean => {
  const [before, token] = [tokens[index - 1], tokens[index]];
  const bare = token?.kind === 'quantity' && token.quantity.measure === '' && token.quantity.relation === '=';
  return bare && isOperator(before, 'except');
};
const leftOut = (token: Token) =>
  ({
    kind: 'position',
    positions: token.kind === 'quantity' ? [token.quantity.value] : [],
    of: 'task',
  }) as const;

/** office in the csrc office: said of the name before it. */
const isTail = (tokens: readonly Token[], index: number): boolean => {
  const [before, token] = [tokens[index - 1], tokens[index]];
  return token?.kind === 'type' && token.type === 'unit' && isLatin(token) && before?.kind === 'unit';
};

const DO = /^roles:.*\/do$/;

/** 办 in 配合办: how something is done is said by the verb before. */
const isSecondVerb = (tokens: readonly Token[], index: number): boolean => {
  const [before, token] = [tokens[index - 1], tokens[index]];
  return token !== undefined && DO.test(token.rule) && before?.kind === 'role' && before.form === 'verb';
};

const isWhat = (token: Token | undefined): boolean => token?.kind === 'wanted' && token.wanted === 'what';

/** 做什么, 要干哪些事, what does it do. */
const asksWhatIsDone = (tokens: readonly Token[], index: number): boolean => {
  const token = tokens[index];
  if (token?.kind !== 'role' || !DO.test(token.rule)) return false;
  const next = nextSaid(tokens, index);
  if (isLatin(token)) return tokens.slice(0, index).some(isWhat);
  return isWhat(next) || (next?.kind === 'wanted' && next.wanted === 'which');
};

const ADVERBS: readonly Operator[] = ['each', 'all', 'also', 'total', 'in', 'is', 'only', 'not', 'together'];

/** A task that does something: 任务2020年分别要做什么 asks what it says. */
const isTaskDoing = (tokens: readonly Token[], index: number): boolean => {
  const doer = tokens
    .slice(0, index)
    .findLast((token) => token.kind !== 'glue' && token.kind !== 'year' && !isOperator(token, ...ADVERBS));
  return asksWhatIsDone(tokens, index) && doer?.kind === 'type' && doer.type !== 'unit';
};

/** 只 in 附件里只在哪项里, 只写在哪一项: how few there are, the answer tells. */
const isOnlyWhich = (tokens: readonly Token[], index: number): boolean => {
  const verb = tokens.slice(index + 1).findIndex((token) => isOperator(token, 'have', 'mention'));
  const next = verb === 0 ? nextSaid(tokens, index + 1) : nextSaid(tokens, index);
  return (
    isOperator(tokens[index], 'only') && next?.kind === 'wanted' && next.wanted !== 'who' && next.wanted !== 'whether'
  );
};

/** 没单独写高新区: by its name, and not it alone. */
const isByName = (tokens: readonly Token[], index: number): boolean =>
  tokens[index]?.text === '单独' &&
  isOperator(tokens[index], 'only') &&
  isOperator(tokens[index + 1], 'have', 'mention') &&
  tokens[index + 1]?.text !== '有';

/** 正文不是写的35家吗: what is said so is asserted. */
const isRhetorical = (tokens: readonly Token[], index: number): boolean => {
  const behind = tokens.slice(index + 1);
  const end = behind.findIndex((token) => token.kind === 'wanted' && token.wanted === 'whether');
  const clause = behind.slice(0, Math.max(0, end));
  const said = clause.some(({ kind }) => kind === 'quantity') && clause.every(({ kind }) => kind !== 'role');
  return tokens[index]?.text === '不是' && isOperator(tokens[index], 'not') && said;
};

/** 占几项: of those that were listed before. */
const isShareOf = (tokens: readonly Token[], index: number): boolean => {
  const next = nextSaid(tokens, index);
  const counts = next?.kind === 'wanted' && next.wanted === 'howMany' && next.type === 'task';
  return tokens[index]?.text === '占' && isOperator(tokens[index], 'ratio') && counts;
};

/** 里头点了名的: what stands in it, by its name. */
const isNamedIn = (tokens: readonly Token[], index: number): boolean =>
  tokens[index]?.rule === 'operators:mention/print' &&
  (isOperator(tokens[index - 1], 'in') || tokens[index - 1]?.kind === 'before') &&
  isOperator(tokens[index + 1], 'of');

/** Returns what its neighbours make of a token, once all words are known; undefined when it stays as it is. */
export const refine = (tokens: readonly Token[], index: number): Token | undefined => {
  const token = tokens[index];
  if (!token) return undefined;
  const { from, to, text } = token;
  if (isSelf(tokens, index)) return { from, to, text, rule: 'before:we', kind: 'before', before: 'we' };
  if (isLeftOver(tokens, index))
    return { from, to, text, rule: 'operators:other/left', kind: 'operator', operator: 'other' };
  if (isShareOf(tokens, index)) return { from, to, text, rule: 'before:these', kind: 'before', before: 'these' };
  if (isOfName(tokens, index)) return asWords(token);
  if (isMissed(tokens, index))
    return { from, to, text, rule: 'operators:add/missed', kind: 'operator', operator: 'add' };
  if (isLeftOut(tokens, index)) return { from, to, text, rule: 'position:bare', ...leftOut(token) };
  if (isPrintedDay(tokens, index)) return { from, to, text, rule: 'figures:date', kind: 'figure', figure: 'date' };
  if (isSaidBefore(tokens, index)) return { from, to, text, rule: 'types:task', kind: 'type', type: 'task' };
  if (isPeriodAsked(tokens, index))
    return { from, to, text, rule: 'properties:period', kind: 'property', property: 'period' };
  if (isPurpose(tokens, index)) return { from, to, text, rule: 'wanted:what', kind: 'wanted', wanted: 'what' };
  if (isDone(tokens, index)) return { from, to, text, rule: 'glue:done', kind: 'glue' };
  if (isInside(tokens, index)) return { from, to, text, rule: 'unsaid:contact', kind: 'unsaid', unsaid: 'contact' };
  if (isOpenDoing(tokens, index)) return { from, to, text, rule: 'glue:doing', kind: 'glue' };
  if (isAlone(tokens, index)) return { from, to, text, rule: 'operators:only', kind: 'operator', operator: 'only' };
  const described =
    refineCounted(tokens, index) ??
    refineDescribed(tokens, index) ??
    refineOrdered(tokens, index) ??
    refinePayer(tokens, index) ??
    refinePortion(tokens, index) ??
    refinePresent(tokens, index) ??
    refineRise(tokens, index) ??
    refineIssued(tokens, index) ??
    goalAsked(tokens, index);
  if (described) return described;
  const empty = [
    isDeterminer,
    isPluralDeterminer,
    isIdle,
    isLoose,
    isAuxiliary,
    isTail,
    isSecondVerb,
    isTaskDoing,
    isOnlyWhich,
    isArticle,
    isLooseSo,
    isNamedIn,
    isByName,
    isRhetorical,
    isOfLeftOver,
    asksObject,
  ].some((test) => test(tokens, index));
  if (empty) return asPointless(token);
  return token.kind === 'role' && asksWhatIsDone(tokens, index) ? { ...token, role: 'any' } : undefined;
};
