import type { Desk } from '../answer/draft.ts';
import { gramsOf } from '../search/terms.ts';
import { squeeze } from '../text.ts';
import type { Computed, Query, Task } from '../types.ts';
import { difference, growth } from './arithmetic.ts';
import { asks } from './subject.ts';

/** One figure of a task's targets in one year: 贷款金额28亿元. */
export interface Point {
  readonly year: number;
  readonly figure: string;
  /** 亿元, 家 */
  readonly measure: string;
  /** The words around the figure, without it. */
  readonly words: string;
}

const QUANTITY = /(\d+(?:\.\d+)?)\s*(万亿元|亿元|万元|万亿|亿|家次|家|次|个|项|期|名|平方米|米|元|%|％)/g;
const APPROXIMATE = /近|约|超过|不少于|不低于|达到|以上|左右|累计|新增|注册|各类|自首届.*?起|共|[，,。；;、\s]/gu;
/** Two pieces this much alike speak of the same thing in two years. */
const SAME = 0.5;
const RUNNING = /累计|自.{1,12}起|达到|总数|总规模/u;

const gramsIn = (text: string): ReadonlySet<string> => new Set(gramsOf(text));

/** The share of the smaller text's pairs that the other has too. */
const likeness = (a: string, b: string): number => {
  const [x, y] = [gramsIn(a), gramsIn(b)];
  const smaller = Math.min(x.size, y.size);
  return smaller === 0 ? Number(a === b) : [...x].filter((gram) => y.has(gram)).length / smaller;
};

/** The pieces of a target that hold a figure with its measure, as printed: 引进各类金融机构10家. */
export const quantifiedPieces = (text: string): readonly string[] =>
  text
    .split(/[，,。；;]/u)
    .map((piece) => piece.trim())
    .filter((piece) => piece.search(QUANTITY) >= 0);

const pointsIn = (year: number, text: string): readonly Point[] =>
  quantifiedPieces(text).flatMap((piece) =>
    [...piece.matchAll(QUANTITY)].map(([whole, figure = '', measure = '']) => ({
      year,
      figure,
      measure,
      words: squeeze(piece.replace(whole, '')).replace(APPROXIMATE, ''),
    })),
  );

/** The figures of a task that speak of one thing, a year each; each row of the result is one thing. */
const rowsOf = ({ row }: Task): readonly (readonly Point[])[] => {
  const years = row.targets.map(({ year, text }) => pointsIn(year, text));
  const starts = years.flat();
  const taken = new Set<Point>();
  return starts.flatMap((start) => {
    if (taken.has(start)) return [];
    const points = years.flatMap((points) => {
      const same = points
        .filter((point) => !taken.has(point) && point.measure === start.measure)
        .map((point) => ({ point, like: likeness(point.words, start.words) }))
        .filter(({ like }) => like >= SAME)
        .sort((a, b) => b.like - a.like)[0];
      return same ? [same.point] : [];
    });
    for (const point of points) taken.add(point);
    return points.length > 1 ? [points] : [];
  });
};

/** 几个亿 asks for 亿元, 多少家 for 家 and not for 家次. */
const isNamed = (measure: string, asked: string): boolean => {
  const plain = measure.replace(/元$/u, '');
  return plain === '家' ? /家(?!次)/u.test(asked.replace(/国家|大家|专家/gu, '')) : asked.includes(plain);
};

/** The figures over the years of what was asked; undefined where the targets give no such row. */
export const seriesOf = (task: Task, query: Query): readonly Point[] | undefined => {
  const asked = squeeze(query.reading.text);
  const rows = rowsOf(task).map((points) => {
    const [first] = points;
    return { points, fits: likeness(first?.words ?? '', asked) };
  });
  const inMeasure = rows.filter(({ points: [first] }) => first && isNamed(first.measure, asked));
  const [best, second] = (inMeasure.length > 0 ? inMeasure : rows).toSorted((a, b) => b.fits - a.fits);
  if (!best || (second && second.fits === best.fits && rows.length > 1)) return undefined;
  const years = query.years;
  const points = best.points.filter(
    ({ year }) => years.length < 2 || (year >= (years[0] ?? 0) && year <= (years.at(-1) ?? 0)),
  );
  return points.length > 1 ? points : undefined;
};

/** What is computed from a task's figures over the years, and how it is said. */
export interface Reckoning {
  readonly lines: readonly string[];
  readonly computed: readonly Computed[];
  /** The figures run on from year to year and must not be added up. */
  readonly running: boolean;
}

const NOTHING: Reckoning = { lines: [], computed: [], running: false };

const sumOf = (points: readonly Point[], task: Task, desk: Desk): Reckoning => {
  const [first] = points;
  const total = Number(points.reduce((sum, { figure }) => sum + Number(figure), 0).toFixed(4));
  const formula = `${points.map(({ figure }) => figure).join('+')}=${total}`;
  return {
    lines: [desk.say('sum', { value: total, measure: first?.measure ?? '', formula })],
    computed: [{ value: `${total}${first?.measure ?? ''}`, formula, from: [task.row.clause] }],
    running: false,
  };
};

const EACH_YEAR = /每年|逐年|各年|分年|一年比一年|each year|every year/u;

const gapBetween = (from: Point, to: Point, task: Task, desk: Desk) => {
  const gap = difference(to.figure, from.figure, [task.row.clause]);
  const line = desk.say('difference', {
    from: from.year,
    to: to.year,
    sign: Number(gap.value) >= 0 ? '+' : '',
    value: gap.value,
    measure: from.measure,
    formula: gap.formula,
  });
  return { gap, line };
};

const changeOf = (points: readonly Point[], task: Task, query: Query, desk: Desk): Reckoning => {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return NOTHING;
  const each = EACH_YEAR.test(query.reading.text)
    ? points.slice(1).flatMap((to, at) => (points[at] ? [gapBetween(points[at], to, task, desk)] : []))
    : [];
  const whole = gapBetween(first, last, task, desk);
  const rise = growth(last.figure, first.figure, [task.row.clause]);
  const riseLine = desk.say('growth', { value: rise.value, formula: rise.formula });
  const lines = [...each.map(({ line }) => line), whole.line];
  return {
    lines: asks(query, 'growth') ? [riseLine, ...lines] : lines,
    computed: [...each.map(({ gap }) => gap), whole.gap, ...(asks(query, 'growth') ? [rise] : [])],
    running: false,
  };
};

const LEAST = /最少|最低|最小|least|lowest|fewest/u;

const mostOf = (points: readonly Point[], query: Query, desk: Desk): Reckoning => {
  const least = LEAST.test(query.reading.text);
  const figures = points.map(({ figure }) => Number(figure));
  const wanted = least ? Math.min(...figures) : Math.max(...figures);
  const found = points.filter(({ figure }) => Number(figure) === wanted);
  const years = found.map(({ year }) => year).join('、');
  const [first] = found;
  const values = { years, figure: first?.figure ?? '', measure: first?.measure ?? '' };
  return { lines: [desk.say(least ? 'leastInYear' : 'mostInYear', values)], computed: [], running: false };
};

/** Sum, difference, growth or the greatest of a task's figures over the years, where the question asks for one. */
export const reckon = (task: Task, query: Query, desk: Desk): Reckoning => {
  if (!asks(query, 'sum', 'change', 'growth', 'most')) return NOTHING;
  const points = seriesOf(task, query);
  if (!points) return NOTHING;
  if (asks(query, 'most') && !asks(query, 'sum')) return mostOf(points, query, desk);
  const running =
    task.row.targets.some(({ text }) => RUNNING.test(text)) &&
    points.some(({ words, year }) => {
      const cell = task.row.targets.find((target) => target.year === year)?.text ?? '';
      return cell
        .split(/[。；;]/u)
        .some((sentence) => RUNNING.test(sentence) && likeness(words, squeeze(sentence)) >= SAME);
    });
  if (asks(query, 'sum')) return running ? { ...NOTHING, running } : sumOf(points, task, desk);
  return changeOf(points, task, query, desk);
};
