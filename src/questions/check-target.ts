import type { Desk, Draft } from '../answer/draft.ts';
import { bodyCitation, rowCitation, titleNotices, yearHead } from '../answer/task-sources.ts';
import { squeeze } from '../text.ts';
import type { PassageHit, Query, Task } from '../types.ts';
import { kind } from './kind.ts';
import { asks, nearestTask, targetYears, textWithoutYears, yearsWithin } from './subject.ts';
import { cellsOf, placeLine, sentencesAbout } from './task-parts.ts';

type Verdict = 'right' | 'other-figure' | 'other-year';

interface Facts {
  readonly task: Task;
  readonly verdict: Verdict;
  /** The sentences that speak of what was asked, best first. */
  readonly evidence: readonly PassageHit[];
  readonly years: readonly number[];
}

/** A figure with its unit, or a date: what a premise can get wrong. */
const CLAIM = /\d+(?:\.\d+)?\s*(?:万亿元?|亿元?|万元?|家次|家|次|个|期|名|平方米|%|％)|\d{1,2}月\d{1,2}日/g;
/** Sentences this close to the best speak of the same thing. */
const SAME_THING = 0.8;

const claimsOf = (query: Query): readonly string[] => {
  return (textWithoutYears(query).match(CLAIM) ?? []).map(squeeze);
};

/** The subject without the claimed figures: what the sentences are chosen by. */
const topicOf = (query: Query): string => query.subject.replace(CLAIM, ' ').replace(/\d+/g, ' ');

const holds = (text: string, claim: string): boolean => {
  const plain = squeeze(text);
  const at = plain.indexOf(claim);
  return at >= 0 && !/[\d.]/.test(plain[at - 1] ?? '');
};

const findPremise = (query: Query, desk: Desk): Facts | undefined => {
  if (!asks(query, 'confirm') || asks(query, 'who', 'support', 'lead', 'list', 'count', 'differ', 'sum'))
    return undefined;
  const task = nearestTask(query, desk);
  const claims = claimsOf(query);
  const asked = yearsWithin(query, desk);
  if (!task || claims.length + asked.length === 0) return undefined;
  const found = sentencesAbout(topicOf(query), task, desk);
  const best = found[0]?.score ?? 0;
  const near = found.filter(({ score }) => score >= best * SAME_THING);
  const ofYear = near.filter(
    ({ passage }) => passage.year === undefined || asked.length === 0 || asked.includes(passage.year),
  );
  const evidence = claims.length > 0 ? (ofYear.length > 0 ? ofYear : near) : near;
  if (evidence.length === 0) return undefined;
  const years = [...new Set([...asked, ...evidence.flatMap(({ passage }) => passage.year ?? [])])].sort();
  if (claims.length > 0) {
    const right = claims.every((claim) => evidence.some(({ passage }) => holds(passage.text, claim)));
    return { task, verdict: right ? 'right' : 'other-figure', evidence, years };
  }
  const rows = evidence.filter(({ passage }) => passage.year !== undefined);
  if (rows.length === 0) return undefined;
  return {
    task,
    verdict: rows.some(({ passage }) => asked.includes(passage.year ?? 0)) ? 'right' : 'other-year',
    evidence,
    years,
  };
};

const evidenceLine = ({ passage }: PassageHit, desk: Desk): string =>
  placeLine(desk, { label: desk.clause(passage.clause)?.label ?? '', year: passage.year, text: passage.text });

const phrasePremise = ({ task, verdict, evidence, years }: Facts, desk: Desk): Draft => {
  const cells = cellsOf(task, years);
  const verdicts = { right: 'figureRight', 'other-figure': 'premiseOther', 'other-year': 'premiseOther' } as const;
  return {
    status: 'answered',
    lines: [
      desk.say(verdicts[verdict]),
      ...evidence.map((hit) => evidenceLine(hit, desk)),
      desk.name.task(task),
      ...cells.map(({ year, text }) => desk.say('targetLine', { year, text })),
    ],
    citations: [
      rowCitation(desk, task, ...cells.map(({ text }) => text)),
      bodyCitation(
        desk,
        task,
        ...evidence.filter(({ passage }) => passage.clause === task.body.clause).map(({ passage }) => passage.text),
      ),
      ...yearHead(desk, targetYears(desk)),
    ],
    notices: [
      ...(verdict === 'right'
        ? []
        : [{ code: 'corrected' as const, text: desk.say('premiseOther'), clauses: [task.row.clause] }]),
      ...titleNotices(desk, task),
    ],
    tasks: [task.number],
  };
};

/** A figure, a date or a year put as known, to be borne out or corrected: 科创板2021年新增8家对吗. */
export const checkTarget = kind<Facts>({
  name: 'check-target',
  examples: [
    '科创板2021年新增6家对吗',
    '2022年科创板新增8家是吧',
    '汉诺威国际学校2021年投入运营，对吗',
    '绿地国际能源金融中心B地块是2020年3月30日前达到正负零吗',
    '普惠金融事业部要设30家对不对',
    '社区支行要设150家，是吗',
    '国有金融资本平台注册资本不低于200亿元，对吧',
    '每年办8期金融人才研修班，对不对',
    '金融人才每年送100名出去学习是吗',
    '创投机构2022年要聚集500家没错吧',
    '农户评级贷款累计3亿元以上，对吗',
    '助农保保险保障资金是不是100亿元以上',
    '投贷联动规模10亿元，对不对',
    '曲江文化产业指数2020年发布，是吗',
    '前海园首批物业2021年交付对吧',
    '市级金融培训每年5次，是不是',
    '文旅特色金融产品推出20个，对吗',
    '西咸新区2022年累计引进4家金融后台服务机构，对吧',
    '丝绸之路金融中心研究院是2020年成立的吗',
    '上市公司总资产规模7000亿元以上，对不对',
  ],
  others: [
    '2020年贷款余额定的是2.8万亿对不对',
    '科创板2021年新增几家',
    '科技型企业上市35家，分年加起来对得上吗',
    '市外办是不是大商道的责任单位',
  ],
  find: findPremise,
  phrase: phrasePremise,
});
