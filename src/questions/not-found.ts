import { counted, type Desk, type Draft } from '../answer/draft.ts';
import { squeeze } from '../text.ts';
import type { Query, Related } from '../types.ts';
import { kind } from './kind.ts';
import { asks, outsideYears } from './subject.ts';

const MOST_NEAR = 3;
const LONGEST_ASKED = 40;

const EXAMPLES = ['天然气交易中心由哪个单位负责？', '2021年年保费收入的目标是多少？', '第21项是什么任务？'];

/** The nearest clauses: offered as near, never as the answer. */
const nearOf = (query: Query, { plan }: Desk): readonly Related[] =>
  query.hits.slice(0, MOST_NEAR).flatMap(({ topic }) => {
    const task = plan.tasks.find(({ number }) => number === topic.task);
    const clause = plan.clauses.find(({ id }) => id === topic.clause);
    return clause ? [{ clause: clause.id, label: task ? `${clause.label}${task.body.title}` : clause.label }] : [];
  });

/** What the question asked for, short enough to repeat. Markup never comes back. */
const askedOf = (query: Query, text = query.subject): string =>
  (text || query.reading.text)
    .replace(/[<>[\]`*_#|]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, LONGEST_ASKED);

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
  const numbers = related.flatMap(({ label }) => label.match(/\d+/g) ?? []);
  return {
    status: 'not_found',
    lines: [
      head,
      searched(desk),
      ...(related.length > 0 ? [desk.say('near', { labels: related.map(({ label }) => label).join('；') })] : []),
    ],
    related,
    suggestions: EXAMPLES,
    ...more,
    computed: [
      ...searchedCounts(desk),
      ...numbers.map((value) =>
        counted(
          Number(value),
          '条款编号',
          related.map(({ clause }) => clause),
        ),
      ),
      ...(more.computed ?? []),
    ],
  };
};

/** A question with no words in it. */
export const empty = kind<true>({
  name: 'empty',
  examples: ['？？？', '👍👍', '……'],
  find: ({ reading }) => (/[\p{L}\p{N}]/u.test(reading.text) ? undefined : true),
  phrase: (_, { say }) => ({ status: 'not_found', lines: [say('empty')], suggestions: EXAMPLES }),
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
    const computed = [...years, from, to].map((year) => counted(year, '计划期，见文件标题', ['0']));
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
  phrase: (asked, desk, query) =>
    refusal(desk.say('clauseMissing', { clause: asked }), query, desk, {
      computed: (asked.match(/\d+/g) ?? []).map((value) => counted(Number(value), '问题里的编号', [])),
    }),
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

/** What is left to ask about a term, once its name is taken away. */
const LEFT_BESIDE_TERM = 8;

/** A term that the plan uses and nowhere explains, asked for its content. */
export const undefinedTerm = kind<string>({
  name: 'undefined-term',
  examples: ['“三个经济”指的是什么', '一行两局分别是哪几家', '“四扩大两可控”是什么意思'],
  find: (query) => {
    const [term] = query.terms;
    if (!term || !asks(query, 'define', 'content') || asks(query, 'who', 'support', 'target', 'amount', 'when'))
      return undefined;
    const mention = query.reading.mentions.find((one) => one.kind === 'term')?.text ?? '';
    const beside = squeeze(query.subject).length - squeeze(mention).replace(/[“”]/g, '').length;
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
