import { yearsOf } from '../../plan/years.ts';
import type { Figure, Move, Ref, Test } from '../../values.ts';
import type { Ground } from '../ground.ts';
import { type Evidence, evidenceOf, figuresOf } from './quantities.ts';

type MovesTest = Extract<Test, { test: 'moves' }>;

/** Characters of the sentence around a figure, the figures themselves aside. */
const NUMBERS = /[\d.,，。；;\s]+/g;
const SAME_SENTENCE = 0.5;

const pairsIn = (text: string): ReadonlySet<string> => {
  const plain = text.replace(NUMBERS, '');
  return new Set(Array.from({ length: Math.max(0, plain.length - 1) }, (_, at) => plain.slice(at, at + 2)));
};

const likeness = (a: string, b: string): number => {
  const [one, other] = [pairsIn(a), pairsIn(b)];
  const shared = [...one].filter((pair) => other.has(pair)).length;
  return shared / Math.max(1, Math.min(one.size, other.size));
};

const sameThing = (a: Figure, b: Figure): boolean =>
  a.measure === b.measure &&
  a.unit === b.unit &&
  (a.of === b.of || likeness(a.of, b.of) >= SAME_SENTENCE) &&
  likeness(a.sentence, b.sentence) >= SAME_SENTENCE;

const NOISE = 1e-9;

const isSo = (from: Figure, to: Figure, by: Move): boolean => {
  switch (by) {
    case 'up':
      return to.value > from.value;
    case 'down':
      return to.value < from.value;
    case 'level':
      return to.value === from.value;
    default:
      return Math.abs(to.value - from.value * by) < NOISE * Math.abs(to.value);
  }
};

/** Figures of one year each, in what was asked. */
const yearlyOf = (ref: Ref, { unit, measure }: MovesTest, ground: Ground): readonly Figure[] =>
  figuresOf(ref, ground).filter(
    (figure) =>
      figure.part !== 'body' &&
      figure.years.length === 1 &&
      figure.unit !== 'time' &&
      (unit === undefined || figure.unit === unit) &&
      (measure === undefined || figure.measure === measure),
  );

/** The runs of figures of one and the same thing through these years, each step as asked. */
const runs = (years: readonly number[], all: readonly Figure[], by: Move): readonly (readonly Figure[])[] => {
  const ofYear = (year: number) => all.filter((figure) => figure.years[0] === year);
  const [first, ...rest] = years;
  if (first === undefined || rest.length === 0) return [];
  return rest.reduce<readonly (readonly Figure[])[]>(
    (found, year) =>
      found.flatMap((run) => {
        const last = run.at(-1);
        return ofYear(year).flatMap((to) => (last && sameThing(last, to) && isSo(last, to, by) ? [[...run, to]] : []));
      }),
    ofYear(first).map((figure) => [figure]),
  );
};

/** The years that are set against each other: of so many times the first and last; any two, when none was said. */
const spansOf = ({ years, by }: MovesTest, { library: { plan } }: Ground): readonly (readonly number[])[] => {
  const all = years.length > 0 ? years : yearsOf(plan);
  if (typeof by !== 'number') return [all];
  const [first, last] = [all[0], all.at(-1)];
  if (first === undefined || last === undefined) return [];
  return years.length > 0 ? [[first, last]] : all.flatMap((from, at) => all.slice(at + 1).map((to) => [from, to]));
};

/** Returns the figures of one and the same thing that move over the years as a condition says. */
export const moveEvidence = (ref: Ref, test: MovesTest, ground: Ground): readonly Evidence[] => {
  const yearly = yearlyOf(ref, test, ground);
  const found = new Set(spansOf(test, ground).flatMap((years) => runs(years, yearly, test.by).flat()));
  return yearly.filter((figure) => found.has(figure)).map(evidenceOf);
};
