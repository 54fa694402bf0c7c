import type { Token } from '../values.ts';
import { isOperator } from './neighbours.ts';

const NAMING: ReadonlySet<Token['kind']> = new Set(['words', 'term']);
const SAYING: ReadonlySet<Token['kind']> = new Set([
  ...NAMING,
  'wanted',
  'property',
  'type',
  'figure',
  'operator',
  'plan',
  'part',
]);

const isMeasure = (token: Token | undefined): boolean =>
  (token?.kind === 'type' && token.type === 'indicator') || (token?.kind === 'figure' && token.figure === 'figure');

const isGoal = (token: Token | undefined): boolean =>
  isMeasure(token) || (token?.kind === 'property' && token.property === 'target');

/**
 * Returns what 吗 of 绿色信贷有指标吗, 有没有 of 税收有没有目标 ask for, where nothing but words is named: how much the goal
 * is. Undefined where it asks for a yes or no.
 */
export const goalAsked = (tokens: readonly Token[], index: number): Token | undefined => {
  const token = tokens[index];
  if (token?.kind !== 'wanted' || token.wanted !== 'whether') return undefined;
  const said = tokens.filter(({ kind }) => kind !== 'glue' && kind !== 'mark');
  const at = said.indexOf(token);
  const goal = isGoal(said[at - 1]) && isOperator(said[at - 2], 'have') ? said[at - 1] : said[at + 1];
  const last = at === said.length - 1 || (at === said.length - 2 && goal === said[at + 1]);
  if (!isGoal(goal) || !last || !said.every(({ kind }) => SAYING.has(kind))) return undefined;
  if (!said.slice(0, at).some(({ kind }) => NAMING.has(kind))) return undefined;
  const { from, to, text } = token;
  const wanted = isMeasure(goal) ? 'howMuch' : 'what';
  return { from, to, text, rule: `wanted:${wanted}`, kind: 'wanted', wanted };
};
