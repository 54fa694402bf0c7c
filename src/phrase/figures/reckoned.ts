import type { Desk, Draft } from '../../answer/draft.ts';
import { scaleOf } from '../../execute/figures/arithmetic.ts';
import type { FigureResult, Found, Reckoned } from '../../execute/figures/result.ts';
import type { Notice } from '../../types.ts';
import { bearing, clausesOf } from '../texts/things.ts';
import { amountOf, inEnglish, nounOf, nounsApart, related, valuesLine } from './amount.ts';
import { figuresDraft, outsideLines } from './values.ts';

type Result = Extract<FigureResult, { shape: 'reckoned' }>;

/** Returns the year of a figure; empty when it has none. */
export const yearOf = ({ years }: Found): number | string => years[0] ?? '';

/** The measure in the asker's language; in English what is counted says it, but for an area or a length. */
const measureIn = ({ of: [{ thing, figure }], measure }: Reckoned, { language, glosses, say }: Desk): string => {
  if (language !== 'en' || measure === '%') return measure;
  if (thing.kind === 'indicator') return glosses.indicators.get(thing.indicator.number)?.measure ?? measure;
  if (figure.unit === 'area') return say('measureArea');
  return figure.unit === 'length' ? say('measureLength') : '';
};

/** A computed amount without its sign: money in English as people say it. */
const amountIn = (one: Reckoned, desk: Desk): { readonly value: string; readonly measure: string } => {
  const value = one.value.replace('-', '');
  const money = one.of[0].figure.unit === 'money' && one.measure !== '%';
  if (desk.language !== 'en' || !money) return { value, measure: measureIn(one, desk) };
  const [numeral = '', ...words] = inEnglish(Number(value) * scaleOf(one.measure)).text.split(' ');
  return { value: numeral, measure: words.join(' ') };
};

/** 超过5100家: a sum of lower bounds is one. */
const bound = (one: Reckoned, desk: Desk): string => {
  const { of } = one;
  const { value } = amountIn(one, desk);
  const [first] = of;
  return of.every(({ figure }) => figure.relation === first.figure.relation)
    ? related(first.figure.relation, value, desk)
    : value;
};

const namesOf = (of: readonly Found[], desk: Desk): readonly string[] => [
  ...new Set(of.map((one) => nounOf(one, desk))),
];

const gapLine = (one: Reckoned, desk: Desk): string => {
  const [from, to] = [one.of[0], one.of.at(-1) ?? one.of[0]];
  return desk.say('difference', {
    from: yearOf(from),
    to: yearOf(to),
    word: desk.say(Number(one.value) < 0 ? 'less' : 'more'),
    ...amountIn(one, desk),
    formula: one.formula,
  });
};

const largerLine = (one: Reckoned, desk: Desk): string => {
  const [b, a] = [one.of[0], one.of.at(-1) ?? one.of[0]];
  return desk.say(yearOf(a) === '' ? 'largerPlain' : 'larger', {
    year: yearOf(a),
    ...nounsApart(a, b, desk),
    word: desk.say(Number(one.value) < 0 ? 'less' : 'more'),
    ...amountIn(one, desk),
    formula: one.formula,
  });
};

const ratioLine = (one: Reckoned, desk: Desk): string => {
  const [a, b] = [one.of[0], one.of.at(-1) ?? one.of[0]];
  const { value, formula } = one;
  if (a.thing.topic === b.thing.topic && yearOf(a) !== yearOf(b)) {
    const dated = (found: Found) => desk.say('figureYear', { year: yearOf(found), value: nounOf(found, desk) });
    return desk.say('ratioOf', { a: dated(a), b: dated(b), value, formula });
  }
  return desk.say('ratioIn', { year: yearOf(a), ...nounsApart(a, b, desk), value, formula });
};

/** 社区支行占普惠金融事业部、特色专业支行、社区支行合计的68.18%. */
const shareLine = (one: Reckoned, desk: Desk): string => {
  const [part] = one.of;
  const years = [...new Set(one.of.map(yearOf))].sort();
  const words = { value: one.value, formula: one.formula };
  const dated = desk.say('figureYear', { year: yearOf(part), value: nounOf(part, desk) });
  if (years.length === 1) {
    const a = part.thing.kind === 'indicator' ? dated : nounOf(part, desk);
    return desk.say('shareOfKinds', { ...words, a, names: namesOf(one.of, desk).join('、') });
  }
  return desk.say('shareOfYears', { ...words, a: dated, years: years.join('、') });
};

const sumLine = (one: Reckoned, desk: Desk): string => {
  const names = namesOf(one.of, desk);
  const years = [...new Set(one.of.flatMap(({ years }) => years))];
  const words = { value: bound(one, desk), measure: amountIn(one, desk).measure, formula: one.formula };
  const overYears = years.length > 1 && new Set(one.of.map(({ thing }) => thing.topic)).size === 1;
  return overYears
    ? desk.say('sumOverYears', { ...words, of: names[0] ?? '', years: years.join('、') })
    : desk.say('sumOfNamed', { ...words, names: names.join('、') });
};

/** 增长最快的是2021年: the year of the steepest step before the step itself. */
const steepestLine = (one: Reckoned, line: string, { say }: Desk): string => {
  if (!one.extreme) return line;
  const most = one.extreme === 'most';
  const word = one.what === 'growth' ? (most ? 'stepFastest' : 'stepSlowest') : most ? 'stepMost' : 'stepLeast';
  return say(word, { year: yearOf(one.of.at(-1) ?? one.of[0]), line });
};

/** Returns what was computed in words, with its formula. */
const reckonedLine = (one: Reckoned, desk: Desk): string => {
  const [first] = one.of;
  const last = one.of.at(-1) ?? first;
  const { value, formula } = one;
  switch (one.what) {
    case 'sum':
      return sumLine(one, desk);
    case 'mean':
      return desk.say('meanOf', { ...amountIn(one, desk), formula });
    case 'change':
      return gapLine(one, desk);
    case 'difference':
      return largerLine(one, desk);
    case 'growth':
      return desk.say('growthStep', { from: yearOf(first), to: yearOf(last), value, formula });
    case 'mean-change':
      return desk.say('risesBy', {
        word: desk.say(Number(value) < 0 ? 'less' : 'more'),
        ...amountIn(one, desk),
        formula,
      });
    case 'mean-growth':
      return desk.say('growthMean', { value, formula });
    case 'ratio':
      return ratioLine(one, desk);
    case 'share':
      return shareLine(one, desk);
    case 'running':
      return desk.say('runningLast', { of: nounOf(first, desk), year: yearOf(first), value: amountOf(first, desk) });
    case 'largest':
    case 'smallest':
      return desk.say(one.what === 'largest' ? 'mostInYear' : 'leastInYear', {
        years: one.of.map(yearOf).join('、'),
        figure: amountOf(first, desk),
        measure: '',
      });
  }
};

/** Returns what bears out computed amounts and the figures in their formulas. */
export const computedOf = (all: readonly Reckoned[], desk: Desk) =>
  bearing(
    all
      .filter(({ formula }) => formula !== '')
      .flatMap((one) => {
        const { value, measure, formula } = one;
        const from = [...new Set(one.of.flatMap(({ thing }) => clausesOf(thing)))];
        const said = amountIn(one, desk);
        const own = { value: `${value}${measure}`, formula, from };
        return said.measure === measure
          ? [own]
          : [own, { value: `${said.value} ${said.measure}`.trim(), formula, from }];
      }),
  );

/** The figures that went in, quantity by quantity, in order of their years. */
const inputsOf = (all: readonly Reckoned[], desk: Desk): readonly string[] => {
  const groups = new Map<string, [Found, ...Found[]]>();
  for (const found of all.flatMap(({ of }) => of)) {
    const key = `${found.thing.topic} ${nounOf(found, desk)} ${found.figure.measure}`;
    const known = groups.get(key);
    if (!known) groups.set(key, [found]);
    else if (!known.some(({ years }) => years.join() === found.years.join())) known.push(found);
  }
  return [...groups.values()].map((group) =>
    valuesLine(
      group.sort((a, b) => (a.years[0] ?? 0) - (b.years[0] ?? 0)),
      desk,
    ),
  );
};

const runningNotice = (all: readonly Reckoned[], desk: Desk): readonly Notice[] =>
  all
    .filter(({ what }) => what === 'running')
    .map((one) => ({
      code: 'several_sources',
      text: reckonedLine(one, desk),
      clauses: [one.of[0].figure.clause],
    }));

/** Lines that say how much, and not of what. */
const NAMELESS: readonly Reckoned['what'][] = [
  'change',
  'growth',
  'mean-growth',
  'mean-change',
  'mean',
  'largest',
  'smallest',
];

/** A line with the name of its quantity in front, where the line before was of another. */
const namedLine = (one: Reckoned, before: Reckoned | undefined, desk: Desk): string => {
  const line = steepestLine(one, reckonedLine(one, desk), desk);
  const [name, last] = [nounOf(one.of[0], desk), before && nounOf(before.of[0], desk)];
  if (!NAMELESS.includes(one.what) || name === last) return line;
  return desk.say('ofQuantity', { name, line });
};

const verdictLine = ({ reckoned: [first], claim }: Result, desk: Desk): string => {
  const what = namedLine(first, undefined, desk);
  if (claim?.verdict === undefined) return what;
  return desk.say(claim.verdict ? 'itIsSo' : 'itIsNot', { what });
};

/** Something computed as the answer, with its formula and the figures that went in. */
export const phraseReckoned = (result: Result, desk: Desk): Draft => {
  const { reckoned, outside, claim } = result;
  const [, ...more] = reckoned;
  const [first, ...rest] = reckoned.flatMap(({ of }) => of);
  const lines = [
    ...outsideLines(outside, desk),
    verdictLine(result, desk),
    ...more.map((one, at) => namedLine(one, reckoned[at], desk)),
    ...inputsOf(reckoned, desk),
  ];
  const draft = figuresDraft(lines, [first ?? reckoned[0].of[0], ...rest], desk);
  return {
    ...draft,
    ...(claim?.verdict !== undefined && { verdict: claim.verdict }),
    computed: [...computedOf(reckoned, desk), ...(draft.computed ?? [])],
    notices: [...runningNotice(reckoned, desk), ...(draft.notices ?? [])],
  };
};
