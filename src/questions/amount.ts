import type { Desk, Draft } from '../answer/draft.ts';
import type { Clause, PassageHit, Query } from '../types.ts';
import { kind } from './kind.ts';
import { asks, QUANTIFIED } from './subject.ts';

/** Topics this close to the best may hold the figure that was asked for. */
const NEAR = 0.72;
const MOST_TOPICS = 4;

/** The sentence with a figure that fits best, over all topics near the best one. */
const bestSentence = (query: Query, { search }: Desk): PassageHit | undefined => {
  const best = query.hits[0]?.score ?? 0;
  const near = query.hits.filter(({ score }) => score >= best * NEAR).slice(0, MOST_TOPICS);
  return near
    .flatMap(({ topic }) =>
      search.passages(query.subject, topic.id).filter(({ passage }) => QUANTIFIED.test(passage.text)),
    )
    .toSorted((a, b) => b.score - a.score)[0];
};

/** An amount that stands in no task but in a clause of its own: the goal of an action, a safeguard. */
export const amount = kind<{ readonly clause: Clause; readonly sentence: string }>({
  name: 'amount',
  examples: [
    '科技型中小企业融资额要超过多少亿',
    '科技型中小企业融资多少亿元',
    '科技中小企业的融资额是多少',
    '争取实现科技型中小企业融资额多少',
    '到2022年科技型中小企业的融资额多少亿元',
    '科技型中小企业融资总额多少',
    '科技型中小企业到2022年融资多少亿',
    '科技中小企业融资额目标是多少亿元',
    '请问科技型中小企业融资额定了多少',
    '科技型中小企业融资额不低于多少',
    '2022年科技型中小企业融资额多少亿',
    '科技型中小企业一共要融资多少亿元',
    '科技型中小企业融资额要求多少',
    '科技型中小企业融资额争取多少亿元',
    '科技型中小企业融资额达到多少亿',
  ],
  others: [
    '2021年保费收入目标多少',
    '科创板2021年要新增几家',
    '“600亿元”指什么',
    '天然气交易中心投资多少',
    '投贷联动规模多少亿',
  ],
  find: (query, desk) => {
    if (!asks(query, 'amount', 'when') || query.tasks.length > 0 || query.confidence === 'none') return undefined;
    const hit = bestSentence(query, desk);
    if (!hit || hit.passage.topic.kind === 'task' || hit.passage.topic.kind === 'indicator') return undefined;
    const clause = desk.clause(hit.passage.clause);
    return clause && { clause, sentence: hit.passage.text };
  },
  phrase: ({ clause, sentence }, { say, cite }): Draft => ({
    status: 'answered',
    lines: [say('says', { label: clause.label }), sentence],
    citations: [cite(clause.id, sentence), cite(clause.id)],
  }),
});
