import { createRead } from '../../src/read/read.ts';
import { readQuestionContent } from './content.ts';

/** Returns the tokens of a question about the first plan. */
export const read = createRead(readQuestionContent());

/** Returns the pieces that carry a meaning, each with its rule: 由/operators:by 谁/wanted:who */
export const shown = (text: string): string =>
  read(text)
    .tokens.filter(({ kind }) => kind !== 'glue' && kind !== 'mark')
    .map(({ text: piece, rule }) => `${piece}/${rule}`)
    .join(' ');
