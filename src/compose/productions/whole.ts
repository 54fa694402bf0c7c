import type { Ask, Claim, SetOf, Test } from '../../values.ts';
import { setAskOf } from '../asks.ts';
import { type Build, made, query } from '../assembled.ts';
import { mentions } from '../conditions.ts';
import { BARE_HEAD } from '../heads.ts';
import { MOVING, moveTests } from '../moves.ts';
import type { Head, Parts } from '../parts.ts';
import { inOrderSaid } from '../reordered.ts';
import { confirms, has, hasWords, headOf, isReversed, onlyActions, saysWords, wants } from '../said.ts';
import { ground, pick, where, without } from '../sets.ts';
import { figureTests } from '../tests.ts';

/** 各项指标2022年是多少: of indicators their figures are asked, where a year, a target or an amount is said. */
const asksFigures = ({ type, wanted }: Head, parts: Parts): boolean =>
  type === 'indicator' &&
  (wants(parts, 'howMuch') || parts.properties.includes('target') || parts.properties.includes('amount')) &&
  wanted === undefined &&
  parts.quantities.length + parts.figures.length === 0;

/** 各指标增长率, 各增加多少: what is reckoned of each indicator. */
const reckonOf = (parts: Parts): Ask | undefined => {
  if (has(parts, 'growth')) return { ask: 'reckon', reckon: 'growth' };
  return has(parts, 'more', 'less', 'change') ? { ask: 'reckon', reckon: 'change' } : undefined;
};

/** 七个指标分别是什么: each of them, where nothing divides them. */
const isEach = (parts: Parts): boolean => headOf(parts)?.type !== 'task' && parts.groupBy?.role === undefined;

/** 具体目标里有数字的行动: what an action aims at prints the figure. */
const ofGoal = (test: Test): Test => {
  if (test.test === 'not') return { ...test, of: ofGoal(test.of) };
  return test.test === 'figure' ? { ...test, goal: true } : test;
};

/** 指标表里有什么: a table is what it lists. */
const listedIn = (parts: Parts): Head | undefined =>
  parts.parts.includes('table') && asksListed(parts) && parts.heads.length === 0
    ? {
        ...BARE_HEAD,
        type: 'indicator',
        wanted: wants(parts, 'howMany') ? 'howMany' : 'which',
        count: undefined,
        at: 0,
      }
    : undefined;

/** 拿“家”做单位的有几个: those that print figures in just this measure. */
const asksListed = (parts: Parts): boolean =>
  parts.figures.length === 0
    ? wants(parts, 'what', 'which')
    : parts.figures.every(({ measure }) => measure !== undefined) && wants(parts, 'what', 'which', 'howMany');

/** How units themselves are counted. */
const OF_UNITS: readonly string[] = ['家', '个'];

/** 区县每年查几次: how often is asked, and no units. */
const countsOther = ({ type, wanted }: Head, parts: Parts): boolean =>
  type === 'unit' &&
  wanted === undefined &&
  parts.wanted.some(({ wanted: one, measure }) => one === 'howMany' && measure && !OF_UNITS.includes(measure));

/** Something is asked or said beside the sort of things. */
const isAsked = ({ wanted, count, each }: Head, parts: Parts): boolean => {
  const { figures, quantities, positions, refs, years } = parts;
  const beside = [parts.wanted, figures, quantities, positions, refs, years];
  return wanted !== undefined || count !== undefined || each || parts.plan || beside.some(({ length }) => length > 0);
};

/** 指标, 列一下行动: the sort of things is all that is said. */
const isAlone = ({ tokens, heads }: Parts): boolean =>
  heads.length === 1 && tokens.every(({ kind }) => kind === 'type' || kind === 'glue' || kind === 'mark');

/** Things of one sort with nothing said of them: 有哪些行动, 一共几个指标, 实施保障有几条. */
export const whole: Build = (parts) => {
  const head = headOf(parts) ?? (saysWords(parts) ? parts.heads[0] : undefined) ?? listedIn(parts);
  const worded = saysWords(parts) && head?.type !== 'task';
  if (!head || parts.clauses.length > 0 || (hasWords(parts) && !worded) || parts.roles.length > 0) return undefined;
  if (parts.groupBy?.by === 'action' && parts.positions.length > 0) return undefined;
  if (countsOther(head, parts)) return undefined;
  if (!isAsked(head, parts) && !has(parts, 'total', 'all', 'have') && !isAlone(parts)) return undefined;
  if (parts.refs.length > 0 && !(onlyActions(parts) && head.type === 'task')) return undefined;
  const reckoned = asksFigures(head, parts) ? reckonOf(parts) : undefined;
  const moves = reckoned ? [] : moveTests(parts);
  const figures = moves.length > 0 ? moves : figureTests(parts);
  /** Only of these it is told what figures they print; of the others a figure stays unread. */
  const inGoals = head.type === 'action' && parts.properties.includes('goal');
  const counted = head.type === 'indicator' || head.type === 'task' || inGoals;
  const printed = inGoals ? figures.map(ofGoal) : figures;
  const tests: readonly Test[] = [...(counted ? printed : []), ...(worded ? [mentions(parts)] : [])];
  const listed: SetOf = head.type === 'task' ? ground(parts) : { set: 'all', type: head.type };
  const of = pick(where(without(listed, parts), tests), parts);
  const count: Claim[] =
    confirms(parts) && head.count !== undefined
      ? [{ claim: 'count', is: { value: head.count, unit: 'count', measure: '', relation: '=' } }]
      : [];
  return made(
    'whole',
    query(parts, inOrderSaid(of, parts), {
      asks: [reckoned ?? (asksFigures(head, parts) ? { ask: 'value' } : setAskOf(parts))],
      claims: count,
    }),
    {
      uses: [
        'heads',
        'wanted',
        'plan',
        ...(counted ? (['figures', 'quantities'] as const) : []),
        'years',
        'positions',
        'excepted',
        'refs',
        'part',
        'properties',
        ...(worded ? (['words'] as const) : []),
      ],
      operators: [
        'all',
        ...(isReversed(parts) ? (['order'] as const) : []),
        ...(inGoals ? (['not'] as const) : []),
        'total',
        'except',
        ...(isEach(parts) ? (['each'] as const) : []),
        ...(moves.length > 0 || reckoned ? MOVING : []),
        ...(reckoned ? (['change'] as const) : []),
        ...(worded ? (['mention'] as const) : []),
      ],
    },
  );
};
