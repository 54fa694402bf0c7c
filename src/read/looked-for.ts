import type { Property, Token } from '../values.ts';
import { isOperator } from './neighbours.ts';

/** Texts of a task in which words are looked for, and no list of units. */
const TEXTS: readonly Property[] = ['target', 'content', 'original', 'title', 'measures', 'goal'];

const saidBefore = (tokens: readonly Token[], index: number): number =>
  tokens.slice(0, index).findLastIndex(({ kind, text }) => kind !== 'glue' && text.trim() !== '');

/** 目标里写到高新区, 内容提到财政局: the unit is looked for in a text, and stands in no role. */
const isLookedFor = (tokens: readonly Token[], index: number): boolean => {
  const verb = saidBefore(tokens, index);
  const printed = tokens[verb]?.rule.startsWith('operators:mention') || isOperator(tokens[verb], 'have');
  if (verb < 0 || !printed) return false;
  const inside = saidBefore(tokens, verb);
  const within = isOperator(tokens[inside], 'in');
  const place = tokens[within ? saidBefore(tokens, inside) : inside];
  const mentions = isOperator(tokens[verb], 'mention');
  return place?.kind === 'property' && TEXTS.includes(place.property) && (within || mentions);
};

/** Words to be found as they are printed, like quoted ones. */
const asSought = ({ from, to, text }: Token): Token => ({ from, to, text, rule: 'words:sought/quoted', kind: 'words' });

/** Returns the tokens with units that are looked for in a text as the words that they are. */
export const settleLookedFor = (tokens: readonly Token[]): readonly Token[] =>
  tokens.map((token, index) =>
    (token.kind === 'unit' || token.kind === 'units') && isLookedFor(tokens, index) ? asSought(token) : token,
  );
