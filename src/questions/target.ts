import { conflictNotices } from '../answer/conflicts.ts';
import type { Desk, Draft } from '../answer/draft.ts';
import { bodyCitation, rowCitation, titleNotices, yearHead } from '../answer/task-sources.ts';
import type { Computed, PassageHit, Query, Task } from '../types.ts';
import { bearing } from './arithmetic.ts';
import { kind } from './kind.ts';
import { askedOf, refusal } from './not-found.ts';
import { asks, nearestTask, QUANTIFIED, targetYears } from './subject.ts';
import { cellsOf, sentencesAbout } from './task-parts.ts';

interface Target {
  readonly task: Task;
  readonly years: readonly number[];
  /** Sentences that bear out what was asked, best first. */
  readonly passages: readonly PassageHit[];
  readonly sum: Computed | undefined;
  /** What was to be counted, when the plan says nothing of it. */
  readonly missing: string | undefined;
}

const MOST_PASSAGES = 3;
/** A sentence that bears out this much less than the best is about something else. */
const NEAR_BEST = 0.6;
/** The words that found the task need not stand in the sentence that holds its figure. */
const MEASURED = 0.3;

const QUANTITY = /(\d+(?:\.\d+)?)(万亿元|亿元|万元|万亿|亿|家次|家|次|个|项|期|名|平方米|元)/g;

/** One figure a year with the same unit and wording: what can be added up. */
const summable = (task: Task): Computed | undefined => {
  const cells = task.row.targets.map(({ text }) => [...text.matchAll(QUANTITY)]);
  const measure = cells[0]?.[0]?.[2];
  if (!measure || cells.some((found) => found.length !== 1 || found[0]?.[2] !== measure)) return undefined;
  if (task.row.targets.some(({ text }) => text.includes('累计') || text.includes('自'))) return undefined;
  const values = cells.map((found) => Number(found[0]?.[1]));
  const total = values.reduce((sum, value) => sum + value, 0);
  return { value: `${total}${measure}`, formula: `${values.join('+')}=${total}`, from: [task.row.clause] };
};

const wanted = (query: Query, desk: Desk): readonly number[] =>
  query.years.length > 0 ? query.years : targetYears(desk);

/** Sentences about what was asked: with a figure in them where an amount was asked, when such a one fits nearly as well. */
const passagesOf = (query: Query, desk: Desk, task: Task): readonly PassageHit[] => {
  const found = sentencesAbout(query.subject, task, desk);
  const best = found[0]?.score ?? 0;
  const measured = found.filter(({ passage, score }) => QUANTIFIED.test(passage.text) && score >= best * MEASURED);
  const fitting = asks(query, 'amount') && !asks(query, 'when') && measured.length > 0 ? measured : found;
  const top = fitting[0]?.score ?? 0;
  return fitting.filter(({ score }) => score >= top * NEAR_BEST && score > 0.1);
};

/** Verbs that stand between what is asked for and 多少. */
const BEFORE_AMOUNT =
  /(?:的|是|要|有|不低于|不少于|不超过|超过|达到|突破|新增|增加|设立|引进|完成|要求|累计|大概|大约|约|共|应|能|给|为|了|\s)+$/u;

/** 注册资本要求多少: the thing that is counted, when the task nowhere speaks of it. */
const missingAttribute = (query: Query, desk: Desk, task: Task): string | undefined => {
  const cue = query.reading.mentions.find((mention) => mention.kind === 'intent' && mention.intent === 'amount');
  if (!cue || asks(query, 'when', 'sum')) return undefined;
  const before = query.reading.text.slice(0, cue.span[0]).replace(BEFORE_AMOUNT, '');
  return desk.search.missing(query.subject, `task.${task.number}`).find((word) => before.endsWith(word));
};

const findTarget = (query: Query, desk: Desk): Target | undefined => {
  if (!asks(query, 'target', 'amount', 'when', 'sum', 'change') && query.years.length === 0 && !query.everyYear)
    return undefined;
  const task = nearestTask(query, desk);
  if (!task) return undefined;
  const years = wanted(query, desk);
  if (!years.some((year) => targetYears(desk).includes(year))) return undefined;
  return {
    task,
    years,
    passages: passagesOf(query, desk, task),
    sum: asks(query, 'sum') ? summable(task) : undefined,
    missing: missingAttribute(query, desk, task),
  };
};

const passageLine = ({ passage }: PassageHit, desk: Desk): string => {
  const label = desk.clause(passage.clause)?.label ?? '';
  return passage.year
    ? `${label} ${desk.say('targetLine', { year: passage.year, text: passage.text })}`
    : `${label}：${passage.text}`;
};

const phraseTarget = ({ task, years, passages, sum }: Target, desk: Desk, query: Query): Draft => {
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
  const sumLine = sum ? [desk.say('sum', { value: sum.value, measure: '', formula: sum.formula })] : [];
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
      ...sumLine,
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
    notices: [...titleNotices(desk, task), ...conflict.notices],
    computed: bearing([...(sum ? [sum] : []), ...conflict.computed]),
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
  ],
  find: findTarget,
  phrase: (facts, desk, query) =>
    facts.missing
      ? refusal(desk.say('noAttribute', { title: facts.task.body.title, asked: askedOf(query) }), query, desk)
      : phraseTarget(facts, desk, query),
});
