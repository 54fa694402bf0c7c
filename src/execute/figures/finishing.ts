import { FINISHING } from '../../library/figure-words.ts';
import type { Ground } from '../ground.ts';
import { sentencesIn, termsIn } from './match.ts';
import type { Sentence } from './result.ts';
import { piecesOf } from './scopes.ts';
import { type Thing, titleOf } from './things.ts';

/** A statement that says of something that it is brought to its end. */
const FINISHES = new RegExp(FINISHING, 'u');
/** So much of what was asked about stands in the statement. */
const BORNE = 0.4;

/**
 * Returns the sentences that say of what was asked about that it is finished: 完成农户信用等级评价, and not 完成数据共享 of the
 * same task. The name of the thing stands for words that nobody said.
 */
export const finishingOf = (thing: Thing, words: string, ground: Ground): readonly Sentence[] => {
  const asked = [...termsIn(words === '' ? titleOf(thing) : words)];
  const sharedBy = ({ text }: Sentence): number =>
    Math.max(
      0,
      ...piecesOf(text)
        .filter((piece) => FINISHES.test(piece))
        .map((piece) => asked.filter((term) => termsIn(piece).has(term)).length),
    );
  const scores = sentencesIn(thing, ground).map((one) => ({ one, shared: sharedBy(one) }));
  const most = Math.max(1, ...scores.map(({ shared }) => shared));
  return most < asked.length * BORNE ? [] : scores.filter(({ shared }) => shared === most).map(({ one }) => one);
};
