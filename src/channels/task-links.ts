import type { Answer, ClauseId } from '../types.ts';

/** The clause of a task in an answer: its row; where no table breaks tasks down, the clause cited in its place. */
const clauseOf = ({ citations, tasks }: Answer, number: number): ClauseId | undefined => {
  const row = `annex.${number}`;
  if (citations.some(({ clause }) => clause === row)) return row;
  const clauses = [...new Set(citations.map(({ clause }) => clause).filter((clause) => clause !== '0'))];
  return clauses.length === tasks.length ? clauses[tasks.indexOf(number)] : undefined;
};

/**
 * Returns where a task of an answer stands in the plan's pages; nowhere without an address of them.
 *
 * @param pages https://wenji.example.cn/plans/某计划
 */
export const taskLinks =
  (answer: Answer, pages: string | undefined) =>
  (number: number): string | undefined => {
    const clause = pages === undefined ? undefined : clauseOf(answer, number);
    return clause === undefined ? undefined : `${pages}#${encodeURIComponent(clause)}`;
  };
