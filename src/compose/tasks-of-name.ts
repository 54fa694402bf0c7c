import type { Operator, Token } from '../values.ts';

const BETWEEN: readonly Operator[] = ['of', 'have', 'is', 'total', 'in', 'each'];

/** What may stand between the name and the noun: 的, a year, 有哪些. */
const isBetween = (token: Token): boolean =>
  token.kind === 'glue' ||
  token.kind === 'year' ||
  (token.kind === 'wanted' && ['which', 'what', 'howMany'].includes(token.wanted)) ||
  (token.kind === 'operator' && BETWEEN.includes(token.operator));

const NAMES: readonly Token['kind'][] = [
  'words',
  'task',
  'action',
  'indicator',
  'clause',
  'term',
  'before',
  'position',
];

const isHead = (token: Token): boolean => token.kind === 'type' && token.type === 'task';

/** Returns the only name of a question whose tasks are asked for: 绿色金融的任务有哪些, 普惠金融2020年任务. */
export const nameOfTasks = (tokens: readonly Token[]): Token | undefined => {
  const names = tokens.filter(({ kind }) => NAMES.includes(kind));
  const [name] = names;
  if (names.length !== 1 || !name || name.kind !== 'words' || name.rule.endsWith(':quoted')) return undefined;
  const looked = tokens.some(
    (token) => token.kind === 'operator' && ['mention', 'not', 'except'].includes(token.operator),
  );
  const behind = tokens.slice(tokens.indexOf(name) + 1);
  const at = behind.findIndex(isHead);
  return !looked && at >= 0 && behind.slice(0, at).every(isBetween) ? name : undefined;
};

/** What is asked of a whole field: who, what is done, how; and what a year demands. */
const isAsked = (token: Token): boolean =>
  token.kind === 'year' ||
  token.kind === 'role' ||
  (token.kind === 'wanted' && ['who', 'which', 'what', 'how'].includes(token.wanted) && isOfUnits(token)) ||
  (token.kind === 'property' && ['target', 'measures', 'content'].includes(token.property));

const isOfUnits = ({ type }: Extract<Token, { kind: 'wanted' }>): boolean => type === undefined || type === 'unit';

const isBeside = (token: Token): boolean =>
  token.kind === 'glue' ||
  token.kind === 'mark' ||
  (token.kind === 'type' && token.type === 'unit') ||
  (token.kind === 'operator' && [...BETWEEN, 'all', 'by', 'together'].includes(token.operator));

/** A shorter name is a word of many things, where it is not called a field: 绿色, 绿色这块. */
const [SHORTEST_FIELD, SHORTEST_CALLED] = [4, 2];
const FIELD = 'glue:field';

const isFigure = (token: Token): boolean => token.kind === 'figure' && token.figure === 'figure';

/** 跨境那块22年三个数分别多少: its figures, however many. */
const isOfFigures = (token: Token): boolean =>
  isFigure(token) ||
  (token.kind === 'quantity' && token.quantity.unit === 'count') ||
  (token.kind === 'wanted' && (token.wanted === 'howMuch' || token.wanted === 'howMany'));

/** Returns the name of a field of which something is asked, and of nothing else: 绿色金融谁负责, 跨境金融2022年干什么. */
export const fieldAsked = (tokens: readonly Token[]): Token | undefined => {
  const names = tokens.filter(({ kind }) => NAMES.includes(kind));
  const [name] = names;
  if (names.length !== 1 || !name || name.kind !== 'words') return undefined;
  const called = tokens[tokens.indexOf(name) + 1]?.rule === FIELD;
  if (name.text.length < (called ? SHORTEST_CALLED : SHORTEST_FIELD)) return undefined;
  const rest = tokens.filter((token) => token !== name);
  const figures = rest.some(isFigure);
  const asked = (token: Token): boolean => isAsked(token) || (figures && isOfFigures(token));
  return rest.some(asked) && rest.every((token) => asked(token) || isBeside(token)) ? name : undefined;
};
