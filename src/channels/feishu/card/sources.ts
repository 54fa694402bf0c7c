import type { Citation, ClauseId } from '../../../types.ts';

const ROW = /^annex\.(\d+)$/;

const rowNumber = (clause: ClauseId | undefined): number | undefined => {
  const number = ROW.exec(clause ?? '')?.[1];
  return number === undefined ? undefined : Number(number);
};

/** `3.2.2.10` stands behind `3.2.2.9`. */
const inOrder = (before: ClauseId, after: ClauseId): boolean =>
  before.localeCompare(after, 'en', { numeric: true }) < 0;

/** A list cites each task twice, the measure of the body right before the row of the annex. */
const pairsOf = (citations: readonly Citation[]): ReadonlyMap<number, ClauseId> => {
  const pairs = new Map<number, ClauseId>();
  citations.forEach(({ clause }, at) => {
    const number = rowNumber(clause);
    const before = citations[at - 1]?.clause;
    if (number === undefined || before === undefined || rowNumber(before) !== undefined || pairs.has(number)) return;
    pairs.set(number, before);
  });
  return pairs;
};

/** Body and annex are the same tasks in the same order: pairs that keep it were read rightly. */
const isSure = (pairs: ReadonlyMap<number, ClauseId>): boolean => {
  const measures = [...pairs].sort(([a], [b]) => a - b).map(([, measure]) => measure);
  return measures.every((measure, at) => at === 0 || inOrder(measures[at - 1] ?? '', measure));
};

/**
 * Which task each cited clause belongs to, by number. A row of the annex tells by itself; a measure of the body only
 * where it is certain. A clause that is missing here belongs to the answer as a whole.
 */
export const taskOfClauses = (citations: readonly Citation[]): ReadonlyMap<ClauseId, number> => {
  const rows = citations.flatMap(({ clause }): (readonly [ClauseId, number])[] => {
    const number = rowNumber(clause);
    return number === undefined ? [] : [[clause, number]];
  });
  const pairs = pairsOf(citations);
  const complete = rows.every(([, number]) => pairs.has(number)) && isSure(pairs);
  const measures = complete ? [...pairs].map(([number, measure]) => [measure, number] as const) : [];
  return new Map([...rows, ...measures]);
};
