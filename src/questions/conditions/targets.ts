import type { Desk } from '../../answer/draft.ts';
import type { PhraseKey } from '../../answer/phrases.ts';
import { sentencesOf, squeeze } from '../../text.ts';
import type { Query, Task, YearTarget } from '../../types.ts';
import { targetYears, yearsWithin } from '../subject.ts';
import { cellsOf } from '../task-parts.ts';
import type { Condition, ReadConditions } from './condition.ts';

/** What a yearly target may hold. Rows: to teach the bot another, add one. */
interface InTarget {
  readonly phrase: PhraseKey;
  readonly pattern: RegExp;
  readonly cell: RegExp;
  /** The targets that do not hold it are asked for. */
  readonly without?: true;
}

const FIGURE = /\d+(?:\.\d+)?\s*(?:万亿|亿|万|家|次|个|项|期|名|平方米|米|%|％)/u;

const ROWS: readonly InTarget[] = [
  {
    phrase: 'targetsNoFigures',
    pattern:
      /(?:没有|没写|没给|未写|不含|没)(?:任何|具体|明确|出现|写)*(?:的)?(?:量化|数字|数值|数量|数据)(?:指标|目标|要求)?|no (?:quantified|figures?|numbers?)|without (?:any )?(?:figures?|numbers?)/u,
    cell: FIGURE,
    without: true,
  },
  {
    phrase: 'targetsDate',
    pattern: /(?:具体|明确|确切)?(?:的)?(?:日期|几月几[日号]|月日|年底前|截止日)(?!.{0,4}是)|specific dates?/u,
    cell: /\d{1,2}\s*月\s*\d{1,2}\s*日|年底前|年末前/u,
  },
  {
    phrase: 'targetsMoney',
    pattern:
      /(?:具体|明确)?(?:的)?(?:金额|多少钱|(?<![\d.百千万])亿元|钱数|资金规模|资金量|资金数额)|以[“"]?(?:亿元?|元)[”"]?(?:为|作)(?:计量)?单位|amounts? of money|monetary/u,
    cell: /\d+(?:\.\d+)?\s*(?:万亿|亿|万)元?|百亿元?|千亿元?/u,
  },
  { phrase: 'targetsPercent', pattern: /百分比|百分数|百分之几|比例|％|%|percentages?/u, cell: /\d\s*[%％]/u },
  {
    phrase: 'targetsFloor',
    pattern: /不少于|不低于|至少|底线|最低(?:要求|次数|数量)|minimum/u,
    cell: /不少于|不低于|至少|以上|超过/u,
  },
  { phrase: 'targetsTotal', pattern: /累计(?:数|目标|口径|值)?|cumulative/u, cell: /累计/u },
  {
    phrase: 'targetsFigures',
    pattern: /量化|(?:具体|明确)?(?:的)?(?:数字|数值|数量|数据指标)|quantif|\bfigures?\b|\bnumbers?\b/u,
    cell: FIGURE,
  },
];

/** 以“次”为单位, 按家数定: targets counted in one measure. */
const MEASURE =
  /以[“"]?(家次|家|次|期|名|个|平方米|项)[”"]?(?:为|作)?(?:计量|计算)?(?:单位|计)|按(家次|家|次|期|名|个)(?:数|来)|(家|次|期|人)数(?:的)?(?:指标|目标|要求)/u;

const EVERY = '(?:三年|各年|每年|年年|历年|三个年度|逐年|分年)';
const TARGETS = '(?:的)?(?:目标|任务|内容|要求|文字|写法|写的|表述|指标|数字)*';
const SAME = '(?:一样|一模一样|一字不差|一字不改|相同|不变|没变|没有变化|雷同|一致|重复)';
const ALL_SAME = new RegExp(
  `${EVERY}${TARGETS}(?:都|均|全|完全|始终|一直)*${SAME}|same (?:targets? )?(?:every|each|all|in all|for all)|identical (?:in|for|every)`,
  'u',
);
const ALL_OTHER = new RegExp(
  `${EVERY}${TARGETS}(?:都|均|全|完全|互)*(?:不一样|不同|各不相同|有变化|在变|变化|有别|变了)|各不相同|年年(?:都)?(?:变|不同)|differ(?:s|ent)? (?:every|each|in every|from year)`,
  'u',
);
const TWO_SAME = /一样|一模一样|相同|不变|没变|一致|一字不差|same|identical/u;
const TWO_OTHER = /不一样|不同|不一致|有变化|变了|differ/u;

const shown = (query: Query, desk: Desk): readonly number[] =>
  query.years.length > 0 ? yearsWithin(query, desk) : targetYears(desk);

const textsOf = (task: Task, years: readonly number[]): ReadonlySet<string> =>
  new Set(cellsOf(task, years).map(({ text }) => squeeze(text)));

const readSameness = (query: Query, desk: Desk): Condition | undefined => {
  const { text } = query.reading;
  const all = targetYears(desk);
  const [same, other] = [ALL_SAME.exec(text), ALL_OTHER.exec(text)];
  if (other)
    return {
      says: desk.say('targetsAllDiffer'),
      words: [other[0]],
      holds: (task) => textsOf(task, all).size === all.length,
    };
  if (same)
    return { says: desk.say('targetsAllSame'), words: [same[0]], holds: (task) => textsOf(task, all).size === 1 };
  const years = yearsWithin(query, desk);
  if (years.length !== 2) return undefined;
  const [twoOther, twoSame] = [TWO_OTHER.exec(text), TWO_SAME.exec(text)];
  const found = twoOther ?? twoSame;
  if (!found) return undefined;
  return {
    says: desk.say(twoOther ? 'targetsTwoDiffer' : 'targetsTwoSame', { years: years.join('、') }),
    words: [found[0]],
    holds: (task) => (textsOf(task, years).size === 1) === !twoOther,
  };
};

const inTargets = (row: InTarget, words: string, query: Query, desk: Desk): Condition => {
  const years = shown(query, desk);
  const has = (task: Task): readonly YearTarget[] =>
    cellsOf(task, years).flatMap(({ year, text }) => {
      const sentences = sentencesOf(text).filter((sentence) => row.cell.test(sentence));
      return sentences.length > 0 ? [{ year, text: sentences.join('') }] : [];
    });
  return {
    says: desk.say(row.phrase, { years: years.join('、') }),
    words: [words],
    holds: (task) => has(task).length > 0 !== (row.without === true),
    ...(!row.without && { shows: has }),
  };
};

/** What a question demands of the yearly targets: figures, money, dates, a measure, the same words every year. */
export const readTargets: ReadConditions = (query, desk) => {
  const { text } = query.reading;
  const sameness = readSameness(query, desk);
  if (sameness) return [sameness];
  const measure = MEASURE.exec(text);
  const named = measure?.[1] ?? measure?.[2] ?? measure?.[3]?.replace('人', '名');
  if (measure && named) {
    const row: InTarget = {
      phrase: 'targetsMeasure',
      pattern: MEASURE,
      cell: new RegExp(`\\d\\s*${named}(?!次)`, 'u'),
    };
    const condition = inTargets(row, measure[0], query, desk);
    return [
      { ...condition, says: desk.say('targetsMeasure', { measure: named, years: shown(query, desk).join('、') }) },
    ];
  }
  for (const row of ROWS) {
    const found = row.pattern.exec(text);
    if (found) return [inTargets(row, found[0], query, desk)];
  }
  return [];
};
