import { type FoundQuantity, readQuantities } from '../quantity.ts';
import type { ClauseId, Plan } from '../types.ts';
import type { Figure, Part, Quantity, Ref } from '../values.ts';
import { ADDING, COMPARED_WITH, EVERY_YEAR, OVER_YEARS, RUNNING, SINCE } from './figure-words.ts';
import { itemSentences } from './items.ts';
import { lengthsIn } from './lengths.ts';
import { governsNext, nounAfter, nounBefore } from './noun.ts';
import { type Respective, respectiveIn } from './respective.ts';

/** A text of the plan with figures in it, and where it stands. */
export interface FigureText {
  readonly text: string;
  readonly ref: Ref;
  readonly clause: ClauseId;
  readonly part: Part;
  /** The years that its place says it of: the column of an annex cell; read from the sentence when absent. */
  readonly years?: readonly number[];
}

const YEAR = new RegExp(
  `(?<![${COMPARED_WITH}\\d])((?:19|20)\\d{2})\\s*(?:[-—–~至到]+\\s*((?:19|20)\\d{2})\\s*)?年`,
  'g',
);
const EACH = new RegExp(EVERY_YEAR);
const ADDS = new RegExp(ADDING);
const RUNS = new RegExp(RUNNING);
const RUNS_ON = new RegExp(SINCE);
const DIVIDES = /[，；：,;:]/g;

const span = (from: number, to: number): readonly number[] =>
  Array.from({ length: Math.max(0, to - from) + 1 }, (_, at) => from + at);

/** The years that a sentence names for what stands at a place: the nearest before it, else those behind it. */
const yearsAt = (sentence: string, at: number, all: readonly number[]): readonly number[] => {
  const named = [...sentence.matchAll(YEAR)].map((found) => ({
    at: found.index,
    years: span(Number(found[1]), Number(found[2] ?? found[1])),
  }));
  const before = named.filter((one) => one.at < at).at(-1);
  const whole = before !== undefined && before.years.length > 1 ? before.years : all;
  if (EACH.test(sentence.slice(before?.at ?? 0, at))) return whole;
  return before?.years ?? named[0]?.years ?? [];
};

interface Context {
  /** From the last comma or the figure before. */
  readonly head: string;
  /** The sentence up to the figure. */
  readonly lead: string;
  readonly rest: string;
}

const contextOf = (sentence: string, found: FoundQuantity, before: FoundQuantity | undefined): Context => {
  const lead = sentence.slice(0, found.from);
  const comma = [...lead.matchAll(DIVIDES)].at(-1)?.index ?? -1;
  const from = Math.max(comma + 1, before?.to ?? 0);
  return { head: sentence.slice(from, found.from), lead, rest: sentence.slice(found.to) };
};

const OVER = new RegExp(`^${OVER_YEARS}(?!的)`, 'u');

/** For how many years together an amount is said: 每年3期，3年10期 → 1, 3. */
const spanOf = (context: Context, list: Respective | undefined): number | undefined => {
  const head = list?.lead ?? context.head;
  const [over] = OVER.exec(head.trim()) ?? [];
  if (over !== undefined) return lengthsIn(over)[0];
  return EACH.test(head) ? 1 : undefined;
};

/** 3年10期 is said of no single year, though 每年3期 stands before it. */
const yearsOver = (span: number | undefined, years: readonly number[], all: readonly number[]): readonly number[] =>
  span === undefined || span === 1 || years.length < 2 || span === all.length ? years : [];

/** 不低于本辖区农户数80%: the noun stands before the relation, which the quantity has taken in. */
const nounOf = ({ head, rest }: Context): string => {
  if (governsNext(rest)) return nounAfter(rest);
  return nounBefore(head) || nounAfter(rest);
};

/** 2020年达到80%，2022年达到85%: the same noun in another year. */
const goesOn = ({ head }: Context, { unit, measure }: Quantity, last: Figure | undefined): boolean =>
  last !== undefined && last.unit === unit && last.measure === measure && head.search(YEAR) >= 0;

/** 每年育种场40家、饲料厂30家: the next of a list is over the same years. */
const standsBeside = ({ head }: Context, { measure }: Quantity, last: Figure | undefined): boolean =>
  last !== undefined && last.measure === measure && /^\s*、/u.test(head);

interface Manner {
  readonly added: boolean;
  readonly running: boolean;
}

const mannerOf = ({ head, lead, rest }: Context, noun: string, last: Manner | undefined): Manner => {
  if (last && nounBefore(head) === '' && !ADDS.test(head) && !RUNS.test(head))
    return { added: last.added, running: last.running };
  const since = RUNS_ON.test(head) || /自[^，。；]{1,14}起/.test(lead);
  const adds = ADDS.test(head) && !since;
  return { added: adds, running: !adds && (since || RUNS.test(head + noun) || /^\s*的?存量/.test(rest)) };
};

/** Digits alone, however many: 拨打12333, and cells that lost their borders: 100110150. */
const DIGITS = /^\d+$/;

/** A bare number of a plan's text is a place in its outline, part of a name, 4、5、6号线, or what is left of a table. */
export const isLoose = ({ unit, relation, value, printed }: Quantity): boolean =>
  unit === 'none' && relation === '=' && (value < 1e4 || DIGITS.test(printed));

/** 由82%提高到84%: what it was before is no target; its place is kept, so that all others stay where they are. */
const START =
  /(?:由|从)[^，。；：]{0,14}?\d[\d.,]*\s*[^，。；：\d]{0,8}?(?=(?:调整|提高|提升|增加|增长|上升|扩大|下降|降低|减少|压减|缩短|扩展|发展|放宽|延长){1,2}(?:到|至|为))/gu;

/** Returns a sentence with blanks for what something was before: 由3年放宽至1年. */
export const withoutStarts = (sentence: string): string => sentence.replace(START, (start) => ' '.repeat(start.length));

/** 分别不低于400家、200家, 分别增长10%、20%以上: what is said before the first or behind the last is said of all. */
const withSharedBounds = (
  found: readonly FoundQuantity[],
  respective: readonly (Respective | undefined)[],
): readonly Quantity[] =>
  found.map(({ quantity }, at) => {
    const lead = respective[at]?.lead;
    const run = lead === undefined ? [] : found.filter((_, other) => respective[other]?.lead === lead);
    const bound = [run[0], run.at(-1)].find((one) => one !== undefined && one.quantity.relation !== '=');
    const all = run.every((one) => one.quantity.relation === '=' || one === bound);
    return bound && all ? { ...quantity, relation: bound.quantity.relation } : quantity;
  });

const figuresOfSentence = (printed: string, place: FigureText, all: readonly number[]): readonly Figure[] => {
  const sentence = withoutStarts(printed);
  let last: Figure | undefined;
  const found = readQuantities(sentence).filter(({ quantity }) => !isLoose(quantity));
  const respective = respectiveIn(sentence, found);
  const quantities = withSharedBounds(found, respective);
  const figures = found.map((one, at): Figure => {
    const context = contextOf(sentence, one, found[at - 1]);
    const own = respective[at]?.of ?? nounOf(context);
    const of = own === '' && goesOn(context, one.quantity, last) ? (last?.of ?? '') : own;
    const manner = one.quantity.unit === 'percent' ? { added: false, running: false } : mannerOf(context, of, last);
    const { ref, clause, part } = place;
    const span =
      spanOf(context, respective[at]) ?? (standsBeside(context, one.quantity, last) ? last?.span : undefined);
    const years = place.years ?? yearsOver(span, yearsAt(sentence, one.from, all), all);
    last = {
      ...(quantities[at] ?? one.quantity),
      of,
      ...manner,
      years,
      ...(span !== undefined && { span }),
      past: false,
      ref,
      clause,
      part,
      sentence: printed,
    };
    return last;
  });
  return figures.map((figure, at) => ({ ...figure, of: figure.of || ofNextSpan(figure, figures[at + 1]) }));
};

/** 每年3期，3年10期研修项目: one noun for both, behind the last. */
const ofNextSpan = (figure: Figure, next: Figure | undefined): string =>
  figure.span !== undefined && next?.span !== undefined && next.span !== figure.span && next.measure === figure.measure
    ? next.of
    : '';

/** 到2022年，…: a sentence that begins with the year of those behind it. */
const headed = (sentence: string): readonly number[] | undefined => {
  const [first] = sentence.matchAll(YEAR);
  const opens = first !== undefined && OPENING.test(sentence.slice(0, first.index).trim());
  return first && opens ? span(Number(first[1]), Number(first[2] ?? first[1])) : undefined;
};
const OPENING = /^(?:[到至]|截至|力争到?|(?:.{0,8}目标)?[：:]?)$/u;

/** Returns the years of which a sentence opens, and all that go on behind it: 到2025年，…; none where it opens otherwise. */
export const headYears = (sentence: string): readonly number[] => headed(sentence) ?? [];

/** A sentence by whose years those behind it are known. */
interface Opening {
  readonly years: readonly number[];
  readonly sentence: string;
}

/** Returns every year that a sentence names, those aside that it compares with. */
export const namedYears = (sentence: string): readonly number[] =>
  [...sentence.matchAll(YEAR)].flatMap(([, from, to]) => span(Number(from), Number(to ?? from)));

/** Returns the figures of a text, in printed order. */
export const readFigures = (place: FigureText, all: readonly number[]): readonly Figure[] => {
  let opening: Opening | undefined;
  return itemSentences(place.text).flatMap(({ text: sentence, under }) => {
    const named = sentence.search(YEAR) >= 0;
    const figures = figuresOfSentence(sentence, place, all).map((one) => (under === '' ? one : { ...one, under }));
    const own = named || opening === undefined ? figures : figures.map((one) => openedBy(one, opening));
    const years = named ? headed(sentence) : opening?.years;
    opening = years && (named ? { years, sentence } : opening);
    return own;
  });
};

const openedBy = (figure: Figure, opening: Opening | undefined): Figure =>
  figure.years.length > 0 || !opening ? figure : { ...figure, implied: opening.years, opening: opening.sentence };

/** Returns the figures of the table of indicators, row by row: the measure is the row's own. */
export const readIndicatorFigures = ({ indicators }: Plan): readonly Figure[] =>
  indicators.flatMap(({ number, clause, name, measure, values }) =>
    values.map(({ year, printed, role }): Figure => {
      const [read] = readQuantities(`${printed}${measure}`);
      const value = Number(printed.replaceAll(',', ''));
      const plain = { value, unit: 'none', measure, relation: '=', printed: `${printed}${measure}` } as const;
      return {
        ...(read?.quantity ?? plain),
        of: name,
        added: false,
        running: RUNS_ON.test(name) || RUNS.test(name),
        years: [year],
        past: role === 'past',
        ref: { type: 'indicator', id: String(number) },
        clause,
        part: 'table',
        sentence: `${name}（${measure}）${printed}`,
      };
    }),
  );
