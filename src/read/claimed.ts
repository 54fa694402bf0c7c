import type { Token, Tokens } from '../values.ts';
import { isOperator } from './neighbours.ts';

const QUOTED = /:quoted$/;
/** A shorter piece in quotation marks is a word, and no statement. */
const SHORTEST = 8;

/** What stands around a statement that somebody made: 有人说“…”, 你判断一下. */
const isAround = (token: Token): boolean =>
  token.kind === 'glue' ||
  token.kind === 'mark' ||
  token.kind === 'act' ||
  (token.kind === 'wanted' && token.wanted === 'whether') ||
  (token.kind === 'property' && token.property === 'content') ||
  isOperator(token, 'in', 'have', 'but', 'is', 'also', 'of', 'mention') ||
  (token.kind === 'words' && token.text.length === 1);

/** Returns the one statement in quotation marks that a text only asks to be judged: 稿子里写“…”，对吗. */
export const statementIn = ({ tokens }: Tokens): string | undefined => {
  const quoted = tokens.filter(({ rule, text }) => QUOTED.test(rule) && text.length >= SHORTEST);
  const [only, ...more] = quoted;
  const around = tokens.every((token) => token === only || isAround(token));
  return only && more.length === 0 && around ? only.text : undefined;
};

const THINGS: ReadonlySet<Token['kind']> = new Set(['unit', 'indicator', 'task', 'action', 'position', 'clause']);

/** Does it say something that can be so or not: of things, who does them or how much they come to? */
export const isStatement = ({ tokens }: Tokens): boolean => {
  const says = tokens.some(({ kind }) => kind === 'role' || kind === 'quantity');
  const compares = tokens.some((token) => isOperator(token, 'growth', 'than', 'more', 'less'));
  return says && (compares || tokens.some(({ kind }) => THINGS.has(kind)));
};
