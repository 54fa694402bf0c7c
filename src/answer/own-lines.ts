import type { ClauseId, Plan } from '../types.ts';

const HEADING = /^(\d+)\. /;

/** Returns the number of the task that a line names: 21. 推动设立天然气交易中心; undefined for any other line. */
export const taskNamedBy = (line: string): string | undefined => HEADING.exec(line)?.[1];

/**
 * Returns what tells whether a clause may bear a line out: below the name of one task of several, none of another task
 * does. Lines are told by their places.
 */
export const createOwnLines = (
  lines: readonly string[],
  { tasks }: Plan,
): ((at: number, clause: ClauseId) => boolean) => {
  const headings = lines.map(taskNamedBy);
  const named = new Set(headings.filter((number) => number !== undefined));
  if (named.size < 2) return () => true;
  const ownerOf = (clause: ClauseId): string | undefined => {
    const task = tasks.find(({ body, row }) => body.clause === clause || row.clause === clause);
    return task === undefined ? undefined : String(task.number);
  };
  return (at, clause) => {
    const heading = headings.slice(0, at + 1).findLast((number) => number !== undefined);
    const owner = ownerOf(clause);
    return heading === undefined || owner === undefined || owner === heading || !named.has(owner);
  };
};
