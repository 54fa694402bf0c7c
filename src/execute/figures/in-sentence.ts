import { squeeze } from '../../text.ts';
import type { Picked } from './cases.ts';
import { piecesOf } from './scopes.ts';
import { holdsUnread } from './unmeasured.ts';

/**
 * Returns whether a figure stands in a sentence that has each of the words, and with no number that cannot be read:
 * 参评户数占到多少, 助农保多少钱, where one share or amount is printed.
 */
export const isInSentence = ({ series }: Picked, words: string): boolean =>
  series.found.some(({ figure }) => {
    const pieces = piecesOf(figure.sentence);
    return words.split(/[\s、]+/u).every((word) => {
      const held = pieces.filter((piece) => piece.includes(squeeze(word)));
      return held.length > 0 && !held.every(holdsUnread);
    });
  });

/** Returns the figures of the one sentence that has the words, 省级工业设计研究院最高给多少; none where several have. */
export const allInSentence = <T extends Picked>(all: readonly T[], words: string): readonly T[] => {
  const held = all.filter((one) => isInSentence(one, words));
  const sentences = new Set(held.flatMap(({ series }) => series.found.map(({ figure }) => figure.sentence)));
  return sentences.size === 1 ? held : [];
};
