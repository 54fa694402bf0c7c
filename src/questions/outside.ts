import { counted } from '../answer/draft.ts';
import { kind } from './kind.ts';
import { refusal } from './refusal.ts';
import { asks, outsideYears } from './subject.ts';

/** A year that the plan does not reach. */
export const outsidePeriod = kind<readonly number[]>({
  name: 'outside-period',
  examples: [
    '2025年保费收入目标是多少',
    '2023年高新区要做什么',
    '科创板2030年新增几家',
    '2019年天然气交易中心要做什么',
    '2024年上市公司多少家',
    '2017年金融业增加值',
    '2035年远景目标',
    '2023年农户信用评级目标',
    '二〇二三年存款余额',
    '2016年市财政局负责什么',
    '十四五到2025年创投机构多少',
    '2028年金融机构总数',
    '25年贷款余额目标',
    '2015年保费收入',
    'what is the premium income target for 2026',
  ],
  others: [
    '2022年保费收入目标',
    '2018年上市公司有几家',
    '2019年存款余额多少',
    '科创板2020年新增几家',
    '计划期限到哪一年',
  ],
  find: (query, desk) => {
    const outside = outsideYears(query, desk);
    const past = desk.plan.indicators[0]?.values.map(({ year }) => year) ?? [];
    const known = query.indicators.length > 0 || query.topic?.kind === 'indicator' || asks(query, 'indicators');
    const unknown = outside.filter((year) => !(known && past.includes(year)));
    return unknown.length > 0 && unknown.length === query.years.length ? unknown : undefined;
  },
  phrase: (years, desk, query) => {
    const [from, to] = desk.plan.document.period;
    const head = years.map((year) => desk.say('notInYear', { year, from, to })).join('');
    const computed = [
      ...[from, to].map((year) => counted(year, '计划期的首年与末年，见文件标题', ['0'])),
      ...years.map((year) => counted(year, '所问的年份', [])),
    ];
    return refusal(head, query, desk, {
      computed,
      notices: [
        { code: 'outside_period', text: desk.say('notInYear', { year: years.join('、'), from, to }), clauses: [] },
      ],
    });
  },
});

/** Another place than the plan's own. */
export const otherPlace = kind<string>({
  name: 'other-place',
  examples: [
    '成都的金融中心由谁负责',
    '上海科创板2020年新增几家',
    '宝鸡市负责什么',
    '北京的金融业增加值目标',
    '重庆2021年保费收入多少',
    '深圳有几家上市公司',
    '咸阳市金融目标',
    '请问成都金融中心怎么建',
    '杭州的科技金融谁负责',
    '广州2022年存款余额目标',
    '兰州有哪些任务',
    '郑州绿色金融谁牵头',
    '榆林能源金融谁管',
    '渭南市2021年要做什么',
    '南京的创投机构有多少家',
  ],
  others: [
    '深圳前海的模式谁来对接',
    '跟上海的交易所合作归谁',
    '西安2021年保费收入目标',
    '去香港上市谁负责',
    '陕西证监局支持什么',
  ],
  find: (query, { plan, clause: clauseOf }) => {
    const [place] = query.places;
    const clause = clauseOf(query.topic?.clause);
    const row = plan.tasks.find(({ number }) => number === query.topic?.task)?.row;
    const said = [clause?.text ?? '', ...(row?.targets.map(({ text }) => text) ?? [])].join('');
    return place && (query.indicators.length > 0 || !said.includes(place)) ? place : undefined;
  },
  phrase: (place, desk, query) =>
    refusal(desk.say('otherPlace', { place, title: desk.plan.document.title.replace(/（.*$/, '') }), query, desk),
});
