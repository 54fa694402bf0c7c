import type { Borders } from './borders.ts';
import type { Candidate } from './candidate.ts';

/** What a character is worth in a piece of each grade, and what a piece costs. */
const WORTH = { thing: 12, asking: 9, word: 8 } as const;
const COST = { thing: -6, asking: 2, word: 3 } as const;
/** A word of asking of one character: on jieba's borders, and inside a word of jieba's. */
const [LONE, TORN] = [6, 2];
/** A piece that begins or ends inside a word of jieba's best cut. */
const BREAKING = 4;
/** A character that nothing else reads: a word by itself, or a rest of a word. */
const [WHOLE_CHARACTER, REST_OF_WORD] = [3, 1];

const breaks = ({ from, to }: Candidate, { startOf, endOf }: Borders): boolean =>
  startOf[from] !== from || endOf[to - 1] !== to;

const worthOf = (candidate: Candidate, borders: Borders): number => {
  const { from, to, grade } = candidate;
  const size = to - from;
  const broken = grade === 'asking' && breaks(candidate, borders);
  if (grade === 'asking' && size === 1) return broken ? TORN : LONE;
  return WORTH[grade] * size - COST[grade] - (broken ? BREAKING : 0);
};

interface Step {
  readonly score: number;
  readonly from: number;
  readonly candidate: Candidate | undefined;
}

/**
 * Returns the best way to lay the candidates end to end over a text of the given length; characters that no chosen
 * candidate covers are left out of the list.
 */
export const tile = (candidates: readonly Candidate[], length: number, borders: Borders): readonly Candidate[] => {
  const byEnd: Candidate[][] = Array.from({ length: length + 1 }, () => []);
  for (const candidate of candidates) byEnd[candidate.to]?.push(candidate);
  const best: Step[] = [{ score: 0, from: 0, candidate: undefined }];
  for (let at = 1; at <= length; at += 1) {
    const alone = borders.startOf[at - 1] === at - 1 && borders.endOf[at - 1] === at;
    let step: Step = {
      score: (best[at - 1]?.score ?? 0) + (alone ? WHOLE_CHARACTER : REST_OF_WORD),
      from: at - 1,
      candidate: undefined,
    };
    for (const candidate of byEnd[at] ?? []) {
      const score = (best[candidate.from]?.score ?? 0) + worthOf(candidate, borders);
      if (score > step.score) step = { score, from: candidate.from, candidate };
    }
    best.push(step);
  }
  const chosen: Candidate[] = [];
  for (let at = length; at > 0; ) {
    const step = best[at];
    if (step?.candidate) chosen.push(step.candidate);
    at = step?.from ?? at - 1;
  }
  return chosen.reverse();
};
