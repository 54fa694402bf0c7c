import type { Desk, Draft } from '../../answer/draft.ts';
import type { FigureResult, Found } from '../../execute/figures/result.ts';
import { figuresOf, squeeze } from '../../text.ts';
import { sourcesOf } from '../texts/things.ts';
import { amountOf, nounOf, valuesLine } from './amount.ts';
import { figuresDraft, sentencesOf } from './values.ts';

type Result = Extract<FigureResult, { shape: 'verdict' }>;
type Reach = Extract<FigureResult, { shape: 'reach' }>;

/** 26500亿元＝2.65万亿元: the claim in other words than the plan's, when they mean the same. */
const sameInOtherWords = ({ verdict, found, claimed, relation, why }: Result, desk: Desk): readonly string[] => {
  const [only, ...others] = found;
  const value = amountOf(only, desk);
  const [said] = figuresOf(claimed);
  const differs = said !== undefined && !figuresOf(value).includes(said);
  if (verdict !== true || why !== 'same' || others.length > 0 || !differs || only.figure.unit !== 'money') return [];
  return relation !== '=' ? [] : [desk.say('sameAmount', { claimed: squeeze(claimed), value })];
};

/** 80家, not 80亿: what is counted in one unit is nothing in another. */
const inOtherUnit = ({ why, found, claimed }: Result, desk: Desk): readonly string[] =>
  why === 'unit' ? [desk.say('otherUnit', { value: amountOf(found[0], desk), claimed: squeeze(claimed) })] : [];

const measuresOf = (found: readonly Found[]): string =>
  [
    ...new Set(
      found.map(({ figure, thing }) => (thing.kind === 'indicator' ? thing.indicator.measure : figure.measure)),
    ),
  ].join('、');

const firstLine = (result: Result, desk: Desk): string => {
  const { verdict, why, found } = result;
  const what = valuesLine(found, desk);
  if (verdict === true) return desk.say('itIsSo', { what });
  if (why === 'currency') return desk.say('inYuan', { what, measure: measuresOf(found) });
  if (why === 'equal') return desk.say('exactlyNot', { what, value: amountOf(found[0], desk) });
  if (verdict === false) return desk.say('itIsNot', { what });
  if (why === 'more')
    return desk.say('isMore', { what, claimed: squeeze(result.claimed), value: amountOf(found[0], desk) });
  if (why === 'other-year') return desk.say('notOfYear', { of: nounOf(found[0], desk), what });
  const years = [...new Set(result.holds ?? [])].join('、');
  if (why === 'some-years' && years !== '') return desk.say('someYears', { years, what });
  return desk.say(why === 'some-years' ? 'yearsVary' : 'notTold', { what });
};

/** 9亿元 is said of another thing. */
const elsewhereLines = ({ elsewhere = [], claimed }: Result, desk: Desk): readonly string[] => {
  const lines = [...new Set(elsewhere.map((found) => valuesLine([found], desk)))];
  return lines.length > 0 ? [desk.say('saidElsewhere', { claimed: squeeze(claimed), what: lines.join('') })] : [];
};

/** 是 or 不是, and the figure that says so. */
export const phraseVerdict = (result: Result, desk: Desk): Draft => {
  const { verdict, found, elsewhere = [] } = result;
  const isOwn = ({ thing }: Found): boolean => thing.topic === found[0].thing.topic;
  const others = elsewhere.filter((one) => !isOwn(one));
  const draft = figuresDraft(
    [
      firstLine(result, desk),
      ...inOtherUnit(result, desk),
      ...sameInOtherWords(result, desk),
      ...elsewhereLines(result, desk),
    ],
    [...found, ...elsewhere.filter(isOwn)],
    desk,
  );
  return {
    ...draft,
    citations: [...(draft.citations ?? []), ...others.flatMap((one) => sourcesOf(one.thing, sentencesOf([one]), desk))],
    ...(verdict !== undefined && { verdict }),
    notices: [
      ...(verdict === false
        ? [
            {
              code: 'corrected' as const,
              text: firstLine(result, desk),
              clauses: found.map(({ figure }) => figure.clause),
            },
          ]
        : []),
      ...(draft.notices ?? []),
    ],
  };
};

/** The year in which a quantity reaches what was asked. */
export const phraseReach = ({ series, asked, at }: Reach, desk: Desk): Draft => {
  const { found } = series;
  const highest = found.reduce((most, one) => (one.figure.value > most.figure.value ? one : most), found[0]);
  const shown = at ?? highest;
  const of = valuesLine([shown], desk).split(/[：:]/u)[0] ?? '';
  const words = { of, asked, year: shown.years.join('、'), value: amountOf(shown, desk) };
  return figuresDraft([desk.say(at ? 'reachedIn' : 'neverReached', words), valuesLine(found, desk)], found, desk);
};
