import { describe, expect, it } from 'vitest';
import { ownLang } from '../../src/bot.ts';
import { joinPlans } from '../../src/plans/joined.ts';
import { openPlans } from '../../src/plans/plans.ts';
import { readBriefOnce } from '../../src/plans/stored.ts';
import { plansFolder } from './put-plan.ts';

const { dir, put } = plansFolder('near');

/** Places of one text with other words in it; what each prints of the next one's words lies apart. */
const FIELDS = ['农业', '林业', '渔业', '物流', '旅游', '养老', '体育', '医药', '教育', '文化'];
const ids = FIELDS.map((_, at) => `near-${at}`);

FIELDS.forEach((field, at) => {
  const other = FIELDS[(at + 1) % FIELDS.length];
  put(`near-${at}`, [
    `云州市${field}发展行动计划`,
    '一、主要任务',
    `（一）创新${field}服务中小企业模式。开展${field}服务对接，支持发展。（责任单位：市${field}局、市财政局）`,
    `（二）加快高新区${field}核心区建设。学习创新${other}园区、${other}服务点、${other}核心区经验。（责任单位：高新区）`,
    `（三）优化${field}监管模式。（责任单位：市${field}局）`,
  ]);
});

const lang = ownLang();
const plans = openPlans({ corpusDir: dir });
const opened = ids.map((id) => ({
  id,
  brief: readBriefOnce(`${dir}/${id}`).brief,
  bot: () => plans.bot(id) ?? expect.fail(id),
}));
const asking = (most: number, leads = false) => {
  const { ask } = joinPlans(opened, lang, { most, leads });
  return (text: string) => ask({ text, history: [] });
};
const cases = FIELDS.flatMap((field, at) =>
  [
    `创新${field}服务中小企业模式由谁负责？`,
    `加快高新区${field}核心区建设由谁负责？`,
    `优化${field}监管模式归哪个单位管`,
    `创新${field}服务中小企业模式的责任单位是谁`,
  ].map((text) => ({ text, id: `near-${at}` })),
);

describe('of plans that are near copies the one that prints what is asked in full answers', () => {
  it.each([
    ['all are asked', asking(FIELDS.length)],
    ['some are asked', asking(4)],
    ['all are asked, and one before the others', asking(FIELDS.length, true)],
    ['some are asked, and one before the others', asking(4, true)],
  ])('%s', (_, ask) => {
    const by = cases.map(({ text }) => ({ text, id: ask(text).plan }));
    expect(by).toEqual(cases);
  });
});

put('gaps', [
  '云州市商贸提升方案',
  '一、主要任务',
  '详见附件。',
  '附件',
  '任务分工表',
  ['序号', '任务', '主要内容', '责任单位'].join('\t'),
  ['3', '改造批发市场', '改造批发市场十家。', '市商务局'].join('\t'),
  ['7', '开设夜间集市', '开设夜间集市两处。', '市城管局'].join('\t'),
  ['12', '翻新老字号门店', '翻新老字号门店。', '市商务局、市文旅局'].join('\t'),
]);

describe('a table whose numbers leave some out', () => {
  const bot = openPlans({ corpusDir: dir }).bot('gaps');
  it.each([
    ['改造批发市场由谁负责？', '市商务局'],
    ['开设夜间集市由谁负责？', '市城管局'],
    ['翻新老字号门店的责任单位是谁', '市文旅局'],
    ['翻新老字号门店讲什么', '翻新老字号门店'],
  ])('%s', (text, says) => {
    const answer = bot?.ask({ text, history: [] });
    expect([answer?.status, answer?.text]).toEqual(['answered', expect.stringContaining(says)]);
  });
});
