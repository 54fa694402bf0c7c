import { sentencesOf } from '../../text.ts';
import type { Task } from '../../types.ts';
import type { Role, SetOf, Test } from '../../values.ts';
import type { Ground } from '../ground.ts';
import { mentioning } from './mentions.ts';
import { moveEvidence } from './moves.ts';
import { type Evidence, figureEvidence } from './quantities.ts';
import { numbered } from './refs.ts';
import type { Shown, Standing, TaskEntry } from './result.ts';
import { decidedIn, namedIn, rolesIn } from './roles.ts';
import { conditionsOf, type Stated } from './tests-in.ts';

/** The part of a sentence between commas in which something stands, longer where it is short. */
const PIECE = /[^，,；;。]+[，,；;。]?/g;
const SHORT = 12;

const around = (sentence: string, printed: string): string => {
  const pieces = sentence.match(PIECE) ?? [sentence];
  const at = pieces.findIndex((piece) => piece.includes(printed));
  const piece = pieces[at];
  if (printed === '' || piece === undefined) return sentence.trim();
  const next = pieces[at + 1];
  const open = /[，,]$/u.test(piece);
  const whole =
    piece.trim().length >= Math.max(SHORT, printed.length + 2)
      ? piece
      : open && next
        ? `${piece}${next}`
        : `${pieces[at - 1] ?? ''}${piece}`;
  return whole.trim().replace(/[，,；;。]$/u, '');
};

const shownOf = ({ piece, printed }: Evidence): Shown => {
  const { part, clause, text } = piece;
  const shown = { part, clause, text: around(text, printed), printed };
  return piece.year === undefined ? shown : { ...shown, year: piece.year };
};

const wordShown = (task: Task, test: Extract<Test, { test: 'mentions' }>, ground: Ground): readonly Shown[] =>
  mentioning(numbered('task', task.number), test, ground).flatMap(({ part, year, clause, text }) =>
    sentencesOf(text)
      .filter((sentence) => test.words.split(/\s+/).some((word) => word !== '' && sentence.includes(word)))
      .slice(0, 1)
      .map(
        (sentence): Shown => ({
          part,
          clause,
          text: sentence,
          printed: test.words,
          ...(year !== undefined && { year }),
        }),
      ),
  );

/** Returns what one condition has to show at a task. */
const shownBy = (task: Task, { test, not }: Stated, ground: Ground): readonly Shown[] => {
  if (not) return [];
  const ref = numbered('task', task.number);
  if (test.test === 'figure') return figureEvidence(ref, test, ground).map(shownOf);
  if (test.test === 'moves') return moveEvidence(ref, test, ground).map(shownOf);
  return test.test === 'mentions' && !test.field ? wordShown(task, test, ground).slice(0, 1) : [];
};

/** Returns how each unit stands in a role of a task; those that are not named there left out. */
export const standingsOf = (task: Task, units: readonly string[], role: Role | 'any'): readonly Standing[] =>
  rolesIn(role).flatMap((one) =>
    units.flatMap((unit): readonly Standing[] => {
      const inBody = namedIn(task, { role: one, part: 'body' }).includes(unit);
      const inAnnex = namedIn(task, { role: one, part: 'annex' }).includes(unit);
      return inBody || inAnnex ? [{ unit, role: one, inBody, inAnnex }] : [];
    }),
  );

/** Returns a function from a task to its entry in the list of a set. */
export const entriesOf = (set: SetOf, ground: Ground): ((task: Task) => TaskEntry) => {
  const stated = conditionsOf(set);
  const has = stated.flatMap(({ test, not }) => (test.test === 'has' && !not ? [test] : []));
  const counted = stated.flatMap(({ test }) => (test.test === 'count' && test.is.value > 1 ? [test] : []))[0];
  return (task) => {
    const standings = has.flatMap(({ units, role }) => standingsOf(task, units, role));
    const entry = { task, standings, shown: unique(stated.flatMap((one) => shownBy(task, one, ground))) };
    return counted === undefined ? entry : { ...entry, count: decidedIn(task, counted).length };
  };
};

/** Pieces once each, those within a longer one left out. */
const unique = (shown: readonly Shown[]): readonly Shown[] => {
  const same = (a: Shown, b: Shown) => a.clause === b.clause && a.year === b.year;
  return shown.filter(
    (one, at) =>
      !shown.some(
        (other, place) => same(one, other) && other.text.includes(one.text) && (other.text !== one.text || place < at),
      ),
  );
};
