import { isSameAnswer } from './compare.ts';
import type { Preview } from './live.ts';

/** What a word comes to, in one word. */
export type Effect =
  /** Answers of other questions, or of this one, are no longer what they should be. */
  | 'harms'
  /** The word by itself is not read as the thing. */
  | 'unread'
  /** What was not answered is. */
  | 'helps'
  /** Nothing changes. */
  | 'none'
  /** The answer is another one. */
  | 'other';

/** How many questions that are answered well would no longer be. */
export const brokenBy = ({ changes, question: { before, after } }: Preview): number => {
  const own = before.status === 'answered' && after.status !== 'answered' ? 1 : 0;
  return own + changes.filter(({ effect }) => effect === 'breaks').length;
};

/** What a word comes to: the harm before all else. */
export const effectOf = (preview: Preview): Effect => {
  const { before, after } = preview.question;
  if (brokenBy(preview) > 0) return 'harms';
  if (!preview.recognised) return 'unread';
  if (before.status !== 'answered' && after.status === 'answered') return 'helps';
  return isSameAnswer(before, after) ? 'none' : 'other';
};
