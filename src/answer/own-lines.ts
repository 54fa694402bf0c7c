import type { ClauseId, Plan } from '../types.ts';

const HEADING = /^(\d+)\. /;

/**
 * Returns what tells whether a clause may bear a line out: below the name of one task of several, none of another task
 * does. Lines are told by their places.
 */
export const createOwnLines = (
  lines: readonly string[],
  { tasks }: Plan,
): ((at: number, clause: ClauseId) => boolean) => {
  const headings = lines.map((line) => HEADING.exec(line)?.[1]);
  const named = new Set(headings.filter((number) => number !== undefined));
  const ownerOf = (clause: ClauseId): string | undefined => {
    const task = tasks.find(({ body, row }) => body.clause === clause || row.clause === clause);
    return task === undefined ? undefined : String(task.number);
  };
  return (at, clause) => {
    const heading = headings.slice(0, at + 1).findLast((number) => number !== undefined);
    const owner = ownerOf(clause);
    return named.size < 2 || heading === undefined || owner === undefined || owner === heading || !named.has(owner);
  };
};
