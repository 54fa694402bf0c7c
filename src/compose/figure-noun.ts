import type { Token } from '../values.ts';
import type { Parts } from './parts.ts';

/** How the rule of a noun ends by which most tasks of the plan are called: 集群, 工程. */
export const CALLED = '/called';

const isBetween = ({ kind }: Token): boolean => kind === 'glue' || kind === 'year' || kind === 'mark';

const isCompared = (token: Token): boolean =>
  token.kind === 'quantity' || (token.kind === 'operator' && (token.operator === 'most' || token.operator === 'least'));

/**
 * 总投资超过250亿的集群, 营业收入最高的集群: what the figures count by which the things are compared; undefined where no such
 * noun stands right before the amount, or the things are not called by their own noun.
 */
export const figureNoun = ({ tokens }: Parts): string | undefined => {
  const words = tokens.flatMap((token, at) => (token.kind === 'words' ? [{ token, at }] : []));
  const [only, more] = words;
  if (!only || more || !tokens.some(({ rule }) => rule.endsWith(CALLED))) return undefined;
  const next = tokens.slice(only.at + 1).find((token) => !isBetween(token));
  return next && isCompared(next) ? only.token.text : undefined;
};
