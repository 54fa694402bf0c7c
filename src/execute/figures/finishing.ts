import { FINISHING } from '../../library/figure-words.ts';
import type { Ask } from '../../values.ts';
import type { Ground } from '../ground.ts';
import { sentencesIn, termsIn } from './match.ts';
import type { Sentence } from './result.ts';
import { piecesOf } from './scopes.ts';
import { type Thing, titleOf } from './things.ts';

/** A statement that says of something that it is brought to its end. */
const FINISHES = new RegExp(FINISHING, 'u');
/** So much of what was asked about stands in the statement. */
const BORNE = 0.4;

/** What was asked to be done: brought to its end, or a verb of one character, 设 of 设立. */
export type Done = Pick<Extract<Ask, { ask: 'when' }>, 'finished' | 'deed'> & { readonly words: string };

/** 设立…基金, 前海园交付: the verb opens the statement, or stands right behind what it is said of. */
const isDone = (deed: string, piece: string, words: string): boolean =>
  piece.startsWith(deed) || piece.includes(`${words.slice(-1)}${deed}`) || (deed.length > 1 && piece.includes(deed));

/**
 * Returns the sentences that say of what was asked about that this is done: 完成农户信用等级评价, and not 完成数据共享 of the same
 * task; 设立基金, and not 扩大基金. The name of the thing stands for words that nobody said.
 */
export const doneIn = (thing: Thing, { words, ...done }: Done, ground: Ground): readonly Sentence[] => {
  const says = (piece: string): boolean =>
    (done.finished === true && FINISHES.test(piece)) || (done.deed !== undefined && isDone(done.deed, piece, words));
  const asked = [...termsIn(words === '' ? titleOf(thing) : words)];
  const sharedBy = ({ text }: Sentence): number =>
    Math.max(
      0,
      ...piecesOf(text)
        .filter(says)
        .map((piece) => asked.filter((term) => termsIn(piece).has(term)).length),
    );
  const scores = sentencesIn(thing, ground).map((one) => ({ one, shared: sharedBy(one) }));
  const most = Math.max(1, ...scores.map(({ shared }) => shared));
  return most < asked.length * BORNE ? [] : scores.filter(({ shared }) => shared === most).map(({ one }) => one);
};
