import { counted, type Desk, type Draft } from '../answer/draft.ts';
import { clip, squeeze } from '../text.ts';
import type { Query, Related } from '../types.ts';
import { kind } from './kind.ts';
import { asks, outsideYears } from './subject.ts';

const MOST_NEAR = 3;
const LONGEST_ASKED = 40;

/** Questions that the plan does answer, in the asker's language. */
const examplesOf = ({ plan, say, name }: Desk): readonly string[] => {
  const [task, indicator] = [plan.tasks.at(0), plan.indicators.at(0)];
  return [
    ...(task ? [say('askWho', { title: name.short(task) })] : []),
    ...(indicator ? [say('askTarget', { title: name.plain(indicator), year: plan.document.period[1] })] : []),
    ...(plan.actions[0] ? [say('askTasks', { title: plan.actions[0].title })] : []),
  ];
};

/** The nearest clauses: offered as near, never as the answer. Titles in the text, labels beside them for programs. */
const nearOf = (
  query: Query,
  { plan, name, clause: clauseOf }: Desk,
): readonly (Related & { readonly title: string })[] =>
  query.hits.slice(0, MOST_NEAR).flatMap(({ topic }) => {
    const task = plan.tasks.find(({ number }) => number === topic.task);
    const indicator = plan.indicators.find(({ clause }) => clause === topic.clause);
    const action = plan.actions.find(({ goal }) => goal === topic.clause);
    const clause = clauseOf(topic.clause);
    const title =
      (task && name.task(task)) ?? (indicator && name.indicator(indicator)) ?? (action && name.action(action));
    return clause && title ? [{ clause: clause.id, label: `${clause.label}${title}`, title }] : [];
  });

/** What the question asked for, short enough to repeat. Markup never comes back. */
export const askedOf = (query: Query, text = query.subject): string =>
  clip(
    (text || query.reading.text)
      .replace(/[<>[\]`*_#|]/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
    LONGEST_ASKED,
  );

const searchedCounts = ({ plan }: Desk) => [
  counted(plan.tasks.length, '任务分解表的行数', ['annex']),
  counted(plan.indicators.length, '指标表的行数', ['2.table']),
  counted(plan.actions.length, '重大行动的个数', ['3']),
];

const searched = ({ plan, say }: Desk): string =>
  say('searched', { tasks: plan.tasks.length, indicators: plan.indicators.length, actions: plan.actions.length });

/** An honest refusal: what was asked, what was searched, what is near. */
export const refusal = (head: string, query: Query, desk: Desk, more: Partial<Draft> = {}): Draft => {
  const related = nearOf(query, desk);
  const near = related.map(({ title }) => title).filter((title) => !/\d/.test(title));
  return {
    status: 'not_found',
    lines: [head, searched(desk), ...(near.length > 0 ? [desk.say('near', { labels: near.join('；') })] : [])],
    related: related.map(({ clause, label }) => ({ clause, label })),
    suggestions: examplesOf(desk),
    ...more,
    computed: [...searchedCounts(desk), ...(more.computed ?? [])],
  };
};

/** A question with no words in it. */
export const empty = kind<true>({
  name: 'empty',
  examples: ['？？？', '👍👍', '……'],
  find: ({ reading }) => (/[\p{L}\p{N}]/u.test(reading.text) ? undefined : true),
  phrase: (_, desk) => ({ status: 'not_found', lines: [desk.say('empty')], suggestions: examplesOf(desk) }),
});

const GREETING =
  /^(?:你好|您好|在吗|在不在|hi|hello|hey|help|帮助|使用说明|怎么用|你是谁|你叫什么|你(?:能|会|可以)(?:干|做|回答|帮)(?:什么|啥|我什么)|测试|test)[\s\p{P}]*$/iu;

/** A greeting, or a question about the bot itself: what can be asked here. */
export const help = kind<true>({
  name: 'help',
  examples: ['你好', '你能干什么', 'help'],
  find: ({ reading }) => (GREETING.test(reading.text) ? true : undefined),
  phrase: (_, desk) => ({
    status: 'not_found',
    lines: [desk.say('help', { title: desk.plan.document.title.replace(/（.*$/, '') })],
    suggestions: examplesOf(desk),
  }),
});

/** A year that the plan does not reach. */
export const outsidePeriod = kind<readonly number[]>({
  name: 'outside-period',
  examples: ['2025年保费收入目标是多少', '2023年高新区要做什么', '科创板2030年新增几家'],
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

/** A clause, item or action number that the plan does not have. */
export const missingClause = kind<string>({
  name: 'missing-clause',
  examples: ['第58项是什么', '三（十六）讲什么', '第16个行动的目标'],
  find: (query) => {
    const missing = query.clauses.find(({ exists }) => !exists);
    return missing && query.reading.mentions.find((mention) => mention.kind === 'clause' && !mention.exists)?.text;
  },
  phrase: (asked, desk, query) => refusal(desk.say('clauseMissing', { clause: asked }), query, desk),
});

/** What documents of this kind do not say: telephones, budgets, results, reasons. */
export const absent = kind<true>({
  name: 'absent',
  examples: [
    '市金融工作局的电话是多少',
    '2021年金融业增加值实际完成了多少',
    '这份计划由哪个部门负责解释',
    '局长是谁',
    '天然气交易中心预算多少',
  ],
  find: (query) => (asks(query, 'absent') ? true : undefined),
  phrase: (_, desk, query) => refusal(desk.say('notFound', { asked: askedOf(query, query.reading.text) }), query, desk),
});

/** Another place than the plan's own. */
export const otherPlace = kind<string>({
  name: 'other-place',
  examples: ['成都的金融中心由谁负责', '上海科创板2020年新增几家', '宝鸡市负责什么'],
  find: (query, { plan, clause: clauseOf }) => {
    const [place] = query.places;
    const clause = clauseOf(query.topic?.clause);
    const row = plan.tasks.find(({ number }) => number === query.topic?.task)?.row;
    const said = [clause?.text ?? '', ...(row?.targets.map(({ text }) => text) ?? [])].join('');
    return place && !said.includes(place) ? place : undefined;
  },
  phrase: (place, desk, query) =>
    refusal(desk.say('otherPlace', { place, title: desk.plan.document.title.replace(/（.*$/, '') }), query, desk),
});

/** What is left to ask about a term, once its name is taken away. */
const LEFT_BESIDE_TERM = 8;

/** A term that the plan uses and nowhere explains, asked for its content. */
export const undefinedTerm = kind<string>({
  name: 'undefined-term',
  examples: ['“三个经济”指的是什么', '一行两局分别是哪几家', '“四扩大两可控”是什么意思'],
  find: (query) => {
    const [term] = query.terms;
    if (!term || !asks(query, 'define', 'content')) return undefined;
    const mention = query.reading.mentions.find((one) => one.kind === 'term')?.text ?? '';
    const beside = squeeze(query.subject).length - squeeze(mention).replace(/[“”]/g, '').length;
    const bare = beside <= 0 && asks(query, 'define');
    if (!bare && asks(query, 'who', 'support', 'target', 'amount', 'when')) return undefined;
    return beside <= LEFT_BESIDE_TERM ? term : undefined;
  },
  phrase: (term, desk, query) => refusal(desk.say('termUndefined', { term }), query, desk),
});

/** A unit that has no part in the plan. */
export const unknownUnit = kind<string>({
  name: 'unknown-unit',
  examples: ['市统计局负责哪些任务', '市住房公积金中心有几项任务'],
  find: (query) =>
    query.units.length === 0 &&
    asks(query, 'list', 'count', 'who', 'support', 'content') &&
    query.confidence !== 'clear'
      ? query.unknownUnits[0]
      : undefined,
  phrase: (unit, desk, query) => refusal(desk.say('unitWithout', { unit }), query, desk),
});

/** Nothing else fitted: the plan does not say. */
export const notFound = kind<true>({
  name: 'not-found',
  examples: ['今天天气怎么样', '西安地铁几号线到机场', '公务员考试什么时候报名'],
  find: () => true,
  phrase: (_, desk, query) => refusal(desk.say('notFound', { asked: askedOf(query) }), query, desk),
});
