import type { Token } from '../values.ts';
import { assemble } from './assemble.ts';
import type { Assembled } from './assembled.ts';
import { scoreOf, unreadOf } from './cover.ts';
import type { Parts } from './parts.ts';

/** One way of reading, and what it leaves unread. */
export interface Ranked {
  readonly assembled: Assembled;
  readonly unread: readonly Token[];
  readonly score: number;
}

/** The ways in which parts can be read by themselves, the best first. */
export const rankedReadings = (parts: Parts): readonly Ranked[] =>
  assemble(parts)
    .map((assembled) => {
      const unread = unreadOf(assembled, parts);
      return { assembled, unread, score: scoreOf(unread) };
    })
    .sort((a, b) => b.score - a.score);
