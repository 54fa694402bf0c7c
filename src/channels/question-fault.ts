import type { ErrorCode } from '../errors.ts';
import { withNames } from './names.ts';

/** Longest question in characters. */
export const QUESTION_LIMIT = 10_000;

/** White space and invisible marks only. */
const BLANK = /^[\s\p{Cf}]*$/u;

/** Characters as a reader counts them, not UTF-16 units; counted only where the difference could matter. */
const isTooLong = (text: string): boolean => text.length > QUESTION_LIMIT && [...text].length > QUESTION_LIMIT;

/** What keeps a text from being a question, whichever way it came in. */
export const questionFault = (text: string): Extract<ErrorCode, 'question_empty' | 'question_too_long'> | undefined => {
  if (isTooLong(text)) return 'question_too_long';
  return BLANK.test(withNames(text)) ? 'question_empty' : undefined;
};
