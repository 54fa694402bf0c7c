import { conflictNotices } from '../answer/conflicts.ts';
import type { Desk, Draft } from '../answer/draft.ts';
import { bodyCitation, rowCitation, titleNotices, yearHead } from '../answer/task-sources.ts';
import { figuresOf } from '../text.ts';
import type { PassageHit, Query, Task } from '../types.ts';
import { bearing } from './arithmetic.ts';
import { kind } from './kind.ts';
import { askedOf, refusal } from './refusal.ts';
import { type Reckoning, reckon } from './series.ts';
import { asks, nearestTask, QUANTIFIED, targetYears, textWithoutYears } from './subject.ts';
import { cellsOf, sentencesAbout } from './task-parts.ts';

interface Target {
  readonly task: Task;
  readonly years: readonly number[];
  /** Sentences that bear out what was asked, best first. */
  readonly passages: readonly PassageHit[];
  /** What was computed from its figures over the years. */
  readonly reckoned: Reckoning;
  /** What was to be counted, when the plan says nothing of it. */
  readonly missing: string | undefined;
}

const MOST_PASSAGES = 3;
/** A sentence that bears out this much less than the best is about something else. */
const NEAR_BEST = 0.6;
/** The words that found the task need not stand in the sentence that holds its figure. */
const MEASURED = 0.3;

const wanted = (query: Query, desk: Desk): readonly number[] =>
  query.years.length > 0 ? query.years : targetYears(desk);

/** A figure of the question, by which the year is looked for: 超过1700家是哪一年. */
const FIGURE = /\d+(?:\.\d+)?/g;

const holdsFigure = (text: string, figure: string): boolean => figuresOf(text).includes(figure);

/** Sentences about what was asked: with a figure in them where an amount was asked, when such a one fits nearly as well. */
const passagesOf = (query: Query, desk: Desk, task: Task): readonly PassageHit[] => {
  const found = sentencesAbout(query.subject, task, desk);
  const best = found[0]?.score ?? 0;
  const measured = found.filter(({ passage, score }) => QUANTIFIED.test(passage.text) && score >= best * MEASURED);
  const claims = textWithoutYears(query).match(FIGURE) ?? [];
  const claimed = found.filter(({ passage }) => claims.some((claim) => holdsFigure(passage.text, claim)));
  const wanted = asks(query, 'amount') && !asks(query, 'when') && measured.length > 0 ? measured : found;
  const fitting = asks(query, 'when') && claimed.length > 0 ? claimed : wanted;
  const top = fitting[0]?.score ?? 0;
  return fitting.filter(({ score }) => score >= top * NEAR_BEST && score > 0.1);
};

/** Verbs that stand between what is asked for and 多少. */
const BEFORE_AMOUNT =
  /(?:的|是|要|有|不低于|不少于|不超过|超过|达到|突破|新增|增加|设立|引进|完成|要求|累计|大概|大约|约|共|应|能|给|为|了|\s)+$/u;

/** Measures that a question and the plan may take for one another. */
const MEASURES: readonly (readonly [asked: RegExp, printed: RegExp])[] = [
  [/(?:多少|几)(?:家|个(?!亿|万|人)|间|所|处|座)/u, /\d\s*(?:\*\*)?(?:家|个|所|处|座)/u],
  [/(?:多少|几)(?:次|场|期|届|回|遍)/u, /(?:\d|[一二三四五六七八九十])\s*(?:家次|次|场|期|届)/u],
  [/(?:多少|几)(?:个?亿|万|钱|元|块)|多少资金|金额/u, /[\d百千万亿]\s*(?:万亿|亿|万|元)/u],
  [/(?:多少|几)(?:名|位|个?人)/u, /\d\s*(?:名|人|位)/u],
  [/(?:多少|几)(?:平方米|平米|平方)|面积/u, /平方米/u],
  [/(?:多少|几)(?:层|套|点|亩|公里|吨|辆|页|度|天|个月|岁)/u, /\d\s*(?:层|套|点|亩|公里|吨|辆|页|度|天|个月|岁)/u],
];

/** 多少家 of a thing whose task counts nothing by the piece: the plan does not say. */
const measureMissing = (query: Query, task: Task): boolean => {
  const asked = MEASURES.find(([pattern]) => pattern.test(query.reading.text));
  const counted = asked?.[0].exec(query.reading.text);
  if (!asked || !counted || query.language === 'en') return false;
  /** 几个重点项目 counts what the words behind it say. */
  if (/^\p{Script=Han}{2}/u.test(query.reading.text.slice(counted.index + counted[0].length))) return false;
  return ![task.body.text, ...task.row.targets.map(({ text }) => text)].some((text) => asked[1].test(text));
};

/** 注册资本要求多少, 净利润目标, 招多少学生: the thing that is asked for, when the task nowhere speaks of it. */
const missingAttribute = (query: Query, desk: Desk, task: Task): string | undefined => {
  if (asks(query, 'when', 'sum')) return undefined;
  const { text, mentions } = query.reading;
  const cues = mentions.filter(
    (mention) => mention.kind === 'intent' && (mention.intent === 'amount' || mention.intent === 'target'),
  );
  const [first] = cues;
  if (!first) return undefined;
  if (asks(query, 'amount') && measureMissing(query, task)) return first.text;
  const missing = desk.search.missing(query.subject, `task.${task.number}`);
  return missing.find((word) =>
    cues.some(
      ({ span: [from, to] }) =>
        text.slice(0, from).replace(BEFORE_AMOUNT, '').endsWith(word) ||
        (/^(?:多少|几)$/u.test(text.slice(from, to)) && text.slice(to).startsWith(word)),
    ),
  );
};

/** Topics this close to the best may be the one whose figures are asked for. */
const NEAR_FIGURES = 0.9;
/** Where the nearest task has none of the kind that is asked for, one further off may. */
const FAR_FIGURES = 0.6;
/** Its sentence with the figure then fits so much better. */
const MUCH_BETTER = 1.3;

/** Where figures are asked for and several tasks fit as well, the one that has figures on it. */
const taskWithFigures = (query: Query, desk: Desk): Task | undefined => {
  const nearest = nearestTask(query, desk);
  if (!nearest || query.tasks.length > 0 || !asks(query, 'amount', 'sum', 'change', 'growth', 'most')) return nearest;
  const asked = textWithoutYears(query);
  const printed = MEASURES.find(([pattern]) => pattern.test(query.reading.text))?.[1] ?? QUANTIFIED;
  const inYear = (year: number | undefined) =>
    year === undefined || query.years.length === 0 || query.years.includes(year);
  const figuresIn = (topic: string) =>
    desk.search.passages(asked, topic).filter(({ passage }) => printed.test(passage.text) && inYear(passage.year));
  const own = figuresIn(`task.${nearest.number}`)[0]?.score ?? 0;
  const best = query.hits[0]?.score ?? 0;
  const others = query.hits.filter(({ topic, score }) => topic.kind === 'task' && score >= best * FAR_FIGURES);
  const figured = others
    .flatMap((hit) => {
      const [first] = figuresIn(hit.topic.id);
      const near = hit.score >= best * NEAR_FIGURES;
      return first && first.score >= own * (near ? 1 : MUCH_BETTER) ? [first] : [];
    })
    .toSorted((a, b) => b.score - a.score)[0];
  return desk.plan.tasks.find(({ number }) => number === figured?.passage.topic.task) ?? nearest;
};

const findTarget = (query: Query, desk: Desk): Target | undefined => {
  if (
    !asks(query, 'target', 'amount', 'when', 'sum', 'change', 'growth', 'most') &&
    query.years.length === 0 &&
    !query.everyYear
  )
    return undefined;
  const task = taskWithFigures(query, desk);
  if (!task) return undefined;
  const years = wanted(query, desk);
  if (!years.some((year) => targetYears(desk).includes(year))) return undefined;
  return {
    task,
    years,
    passages: passagesOf(query, desk, task),
    reckoned: reckon(task, query, desk),
    missing: missingAttribute(query, desk, task),
  };
};

const passageLine = ({ passage }: PassageHit, desk: Desk): string => {
  const label = desk.clause(passage.clause)?.label ?? '';
  return passage.year
    ? `${label} ${desk.say('targetLine', { year: passage.year, text: passage.text })}`
    : `${label}：${passage.text}`;
};

const phraseTarget = ({ task, years, passages, reckoned }: Target, desk: Desk, query: Query): Draft => {
  const cells = cellsOf(task, years);
  const inBody = passages.filter(({ passage }) => passage.clause === task.body.clause).slice(0, MOST_PASSAGES);
  const rowYears = [
    ...new Set(
      passages
        .filter(({ passage, score }) => passage.year && score >= (passages[0]?.score ?? 0) * 0.95)
        .map(({ passage }) => passage.year),
    ),
  ];
  const when = asks(query, 'when') && rowYears.length > 0 && rowYears.length < task.row.targets.length;
  const measured = asks(query, 'amount', 'when') || query.years.length === 0 ? inBody : [];
  const figured =
    asks(query, 'amount') && cells.length !== 1 ? passages.filter(({ passage }) => passage.year).slice(0, 1) : [];
  const quoted = [
    ...new Set([...(when ? passages.filter(({ passage }) => passage.year).slice(0, 1) : figured), ...measured]),
  ];
  const bodyPieces = inBody.map(({ passage }) => passage.text);
  const shownCells = cells.length > 0 ? cells : task.row.targets;
  /** A sentence that is the whole cell below says nothing twice. */
  const isApart = ({ passage }: PassageHit) => !shownCells.some(({ text }) => text === passage.text);
  const conflict = conflictNotices(desk, { task: task.number }, wanted(query, desk));
  return {
    status: 'answered',
    lines: [
      desk.name.task(task),
      ...reckoned.lines,
      ...(when ? [desk.say('onlyInYear', { years: rowYears.join('、') })] : []),
      ...quoted.filter(isApart).map((hit) => passageLine(hit, desk)),
      ...shownCells.map(({ year, text }) => desk.say('targetLine', { year, text })),
    ],
    citations: [
      rowCitation(desk, task, ...shownCells.map(({ text }) => text)),
      bodyCitation(desk, task, ...bodyPieces),
      ...yearHead(desk, targetYears(desk)),
      ...conflict.citations,
    ],
    notices: [
      ...(reckoned.running
        ? [{ code: 'several_sources' as const, text: desk.say('runningFigures'), clauses: [task.row.clause] }]
        : []),
      ...titleNotices(desk, task),
      ...conflict.notices,
    ],
    computed: bearing([...reckoned.computed, ...conflict.computed]),
    tasks: [task.number],
    suggestions: [desk.say('askWho', { title: desk.name.short(task) })],
  };
};

/** What a task has to reach in a year, or over the years. */
export const target = kind<Target>({
  name: 'target',
  examples: [
    '科创板2021年要新增几家？',
    '供应链金融2020年目标任务是什么',
    '西咸新区2022年累计引进几家金融后台服务机构',
    '文旅企业对接交流活动每年不少于几次',
    '曲江高级金融研究院哪一年设立',
    '绿地国际能源金融中心B地块什么时候达到正负零',
    '抢滩发力科创板三年合计新增多少家',
    '社区支行一共要设几家',
    '投贷联动规模2022年做到多少亿',
    '助农保要提供多少保险保障资金',
    '丝绸之路金融中心研究院哪年成立',
    '移动支付下乡是哪一年的活',
    '股权投资金额2022年比2020年多多少',
    '2021年环境权益交易市场要做啥',
    '前海园产业导入啥时候启动',
    '每年选多少人出国学金融',
    '西咸新区三年建成多少平方米金融服务载体',
    '腾讯大数据中心一期哪年推进',
    '农户评级要覆盖百分之多少的农户',
    '2022年给中小微文旅企业多少资金支持',
    '新三板挂牌的科技企业哪年目标最多',
  ],
  others: ['2021年保费收入目标多少', '高新区2021年要做什么', '科创板2021年新增6家对吗', '2025年科创板新增几家'],
  find: findTarget,
  phrase: (facts, desk, query) =>
    facts.missing
      ? refusal(desk.say('noAttribute', { title: facts.task.body.title, asked: askedOf(query) }), query, desk)
      : phraseTarget(facts, desk, query),
});
