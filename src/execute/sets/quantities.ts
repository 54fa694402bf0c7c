import { AT_MOST, PAID } from '../../library/figure-words.ts';
import { indicatorNamed } from '../../library/named.ts';
import { yearsOf } from '../../plan/years.ts';
import { compareQuantity } from '../../quantity.ts';
import { sentencesOf } from '../../text.ts';
import type { Comparison, Figure, Ref, Test } from '../../values.ts';
import { counts } from '../attribute-words.ts';
import { datesIn, isOn } from '../dates.ts';
import type { Ground } from '../ground.ts';
import { type Piece, piecesOf } from './mentions.ts';
import { numbered, tasksAmong } from './refs.ts';

type FigureTest = Extract<Test, { test: 'figure' }>;

/** What bears a condition on figures out: the figure as printed, and the words around it. */
export interface Evidence {
  readonly piece: Piece;
  /** Empty for a date that is no quantity. */
  readonly printed: string;
}

/** True when a whole number meets a comparison. */
export const meets = (count: number, { value, to, relation }: Comparison): boolean => {
  if (to !== undefined) return count >= value && count <= to;
  switch (relation) {
    case '=':
    case '≈':
      return count === value;
    case '≥':
      return count >= value;
    case '>':
      return count > value;
    case '≤':
      return count <= value;
    case '<':
      return count < value;
  }
};

/** 100 亿元以上 asked for by 超过100亿元: the plan's own bound begins where the question's does. It is counted, and shown. */
const touches = (figure: Figure, is: Comparison): boolean =>
  is.relation === '>' &&
  figure.relation === '≥' &&
  compareQuantity(figure, { ...is, relation: '≥' }) === 'yes' &&
  compareQuantity(figure, { ...is, relation: '=' }) === 'yes';

/** In the measure that was named; compared, amounts of a class are, and 个 counts anything. */
const isOfMeasure = (figure: Figure, { measure, figure: kind, is }: FigureTest): boolean =>
  measure === undefined ||
  figure.measure === measure ||
  (is !== undefined && (kind === 'money' || kind === 'percent' || measure === '个'));

const SAID_OF = { paid: PAID.split('|'), most: AT_MOST } as const;

/** What is paid stands with such a word, and is no threshold: 交易额50万元以上的. */
const isPaidSo = ({ sentence, relation }: Figure, paid: 'paid' | 'most'): boolean =>
  ['=', '≈', '≤'].includes(relation) && SAID_OF[paid].some((word) => sentence.includes(word));

const fits = (figure: Figure, test: FigureTest, ground: Ground): boolean => {
  const { figure: kind, is, years, part } = test;
  if (kind === 'date' || (kind !== 'figure' && kind !== 'none' && figure.unit !== kind)) return false;
  if (part !== undefined && figure.part !== part) return false;
  if (test.paid && !isPaidSo(figure, test.paid)) return false;
  if (years.length > 0 && !years.some((year) => figure.years.includes(year))) return false;
  if (!isOfMeasure(figure, test) || (test.of !== undefined && !counts(figure, test.of, ground))) return false;
  return is === undefined || compareQuantity(figure, is) === 'yes' || touches(figure, is);
};

/** Returns the figures that the library has of a thing. */
export const figuresOf = (ref: Ref, ground: Ground): readonly Figure[] => {
  const { library } = ground;
  const tasks = tasksAmong([ref], ground);
  if (tasks.length > 0) return tasks.flatMap(({ number }) => library.figures(numbered('task', number)));
  if (ref.type !== 'indicator') return library.figures(ref);
  const row = indicatorNamed(ref, library.plan);
  return row ? library.figures(numbered('indicator', row.number)) : [];
};

/** Returns a figure as what bears a condition out. */
export const evidenceOf = (figure: Figure): Evidence => {
  const [year] = figure.part === 'body' ? [] : figure.years;
  const piece = { part: figure.part, clause: figure.clause, text: figure.sentence };
  return { piece: year === undefined ? piece : { ...piece, year }, printed: figure.printed };
};

const datesOf = (ref: Ref, { years, part, on }: FigureTest, ground: Ground): readonly Evidence[] =>
  piecesOf(ref, ground)
    .filter((piece) => part === undefined || piece.part === part)
    .flatMap((piece) => sentencesOf(piece.text).map((text): Piece => ({ ...piece, text })))
    .filter(({ year, text }) => years.length === 0 || years.some((one) => one === year || text.includes(`${one}年`)))
    .flatMap((piece) => {
      const date = datesIn(piece.text).find((one) => on === undefined || isOn(one, on));
      return date ? [{ piece, printed: date.printed }] : [];
    });

const printedIn = (ref: Ref, test: FigureTest, ground: Ground): readonly Evidence[] =>
  test.figure === 'date'
    ? datesOf(ref, test, ground)
    : (test.goal && ref.type === 'action' ? ground.library.figures(ref) : figuresOf(ref, ground))
        .filter((figure) => fits(figure, test, ground))
        .map(evidenceOf);

/** Returns what bears out that a thing prints such a figure; empty when it prints none, or none in one of each year. */
export const figureEvidence = (ref: Ref, test: FigureTest, ground: Ground): readonly Evidence[] => {
  if (!test.each) return printedIn(ref, test, ground);
  const years = test.years.length > 0 ? test.years : yearsOf(ground.library.plan);
  const yearly = years.map((year) => printedIn(ref, { ...test, years: [year] }, ground));
  return yearly.every((evidence) => evidence.length > 0) ? yearly.flat() : [];
};
