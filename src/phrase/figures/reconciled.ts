import { type Reconciled, reconcile } from '../../answer/conflicts.ts';
import type { Desk, Draft } from '../../answer/draft.ts';
import { parentOf, silent } from '../../answer/task-sources.ts';
import type { FigureResult, Witnessed } from '../../execute/figures/result.ts';
import type { Thing } from '../../execute/figures/things.ts';
import { squeeze } from '../../text.ts';
import type { Conflict } from '../../types.ts';
import { answerOf, bearing, fitted, headLines, tasksOf } from '../texts/things.ts';

type Result = Extract<FigureResult, { shape: 'reconciled' }>;

/** A conflict in the years asked for; in all of them, where those have nothing to set side by side. */
const inYears = (conflict: Conflict, years: readonly number[], desk: Desk): readonly Reconciled[] => {
  const asked = years.length > 0 ? reconcile(conflict, desk, years) : undefined;
  const found = asked && asked.lines.length > 0 ? asked : reconcile(conflict, desk);
  return found ? [found] : [];
};

const witnessLine = ({ indicator, table, other, agree }: Witnessed, desk: Desk): string =>
  desk.say('witness', {
    name: desk.name.indicator(indicator),
    table: desk.say('figureYear', { year: table.years.join('、'), value: squeeze(table.printed) }),
    label: desk.clause(other.clause)?.label ?? other.clause,
    other: squeeze(other.printed),
    verdict: desk.say(agree ? 'agrees' : 'disagrees'),
  });

const loneLines = (things: readonly Thing[], desk: Desk): readonly string[] =>
  things.flatMap((thing) =>
    thing.kind === 'indicator' ? [desk.say('noWitness', { name: desk.name.indicator(thing.indicator) })] : [],
  );

/** Two places that a note explains: what it says comes first; figures that disagree are said to do so. */
const firstLine = (found: readonly Reconciled[], agree: boolean, desk: Desk): string => {
  const [note] = found.flatMap(({ conflict }) => (conflict.kind === 'places' ? [conflict.note] : []));
  const compared = found.some(({ conflict }) => conflict.kind !== 'places');
  if (note !== undefined && !compared) return note;
  const inAll = found.length > 0 && found.every(({ agree: one, total }) => one || total);
  return desk.say(agree ? 'agreesBoth' : inAll ? 'agreesInAll' : 'disagreesSome');
};

/** Whether the places that give figures of the same thing agree: first that, then each year with its formula. */
export const phraseReconciled = ({ things, years, conflicts, witnesses }: Result, desk: Desk): Draft => {
  const found = conflicts.flatMap((conflict) => inYears(conflict, years, desk));
  const agree = [...found, ...witnesses].every((one) => one.agree);
  const none = found.length + witnesses.length === 0;
  const lines = none
    ? loneLines(things, desk)
    : [
        firstLine(found, agree, desk),
        ...found.flatMap(({ lines: own }) => own),
        ...witnesses.map((one) => witnessLine(one, desk)),
        ...headLines(things, desk),
      ];
  const tables = things.flatMap((thing) => (thing.kind === 'indicator' ? [thing.indicator.clause] : []));
  return answerOf({
    lines: fitted(lines),
    citations: [
      ...found.flatMap(({ citations }) => citations),
      ...tables.flatMap((clause) => [desk.cite(clause), silent(desk.cite(parentOf(clause)))]),
      ...witnesses.map(({ other }) => desk.cite(other.clause, other.sentence)),
    ],
    computed: bearing(found.flatMap(({ computed }) => computed)),
    tasks: [...new Set([...found.flatMap(({ tasks }) => tasks), ...tasksOf(things)])],
  });
};
