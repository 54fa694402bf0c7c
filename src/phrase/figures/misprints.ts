import type { Source } from '../../answer/citation.ts';
import type { Desk, Draft } from '../../answer/draft.ts';
import type { FigureResult } from '../../execute/figures/result.ts';
import { taskIn } from '../../library/named.ts';
import { squeeze } from '../../text.ts';
import type { Misprint, Task } from '../../types.ts';
import { answerOf } from '../texts/things.ts';

type Result = Extract<FigureResult, { shape: 'misprint' }>;

/** Clauses that print the form: those that the note names, else every one that holds it. */
const clausesOf = ({ where, printed }: Misprint, { plan }: Desk): readonly string[] =>
  where ?? plan.clauses.filter(({ text }) => squeeze(text).includes(squeeze(printed))).map(({ id }) => id);

/** The task's other clause: where the name stands as it should. */
const otherClause = ({ body, row }: Task, clause: string): string => (clause === row.clause ? body.clause : row.clause);

/** What reviewed notes say of a printed form, with the clauses that print it and those that print the name. */
export const phraseMisprint = ({ notes, verdict }: Result, desk: Desk): Draft => {
  const places = notes.flatMap((note) => clausesOf(note, desk).map((clause) => ({ note, clause })));
  const tasks = [...new Set(places.flatMap(({ clause }) => taskIn(clause, desk.plan) ?? []))];
  const quotes = places.map(({ note, clause }): Source => desk.cite(clause, note.printed));
  const names = places.flatMap(({ note, clause }) => {
    const task = taskIn(clause, desk.plan);
    return task ? [desk.cite(otherClause(task, clause), ...note.means)] : [];
  });
  const [first = '', ...rest] = notes.map(({ note }) => note);
  return {
    ...answerOf({
      lines: [verdict === undefined ? first : desk.say(verdict ? 'itIsSo' : 'itIsNot', { what: first }), ...rest],
      citations: [...quotes, ...names],
      tasks: tasks.map(({ number }) => number),
    }),
    ...(verdict !== undefined && { verdict }),
  };
};
