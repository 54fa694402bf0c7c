import type { Clause } from '../types.ts';
import { kind } from './kind.ts';
import { asks } from './subject.ts';

const LEADS = /牵头|负责/;
/** Asked for all units and not for the one in front. */
const INVOLVED = /涉及|哪些单位|多少|几个|几家|名单/u;
const LEFT_OVER = 6;

/** Who answers for the plan as a whole: the safeguard that says so. */
export const overall = kind<Clause>({
  name: 'overall',
  whole: () => true,
  examples: [
    '整个计划由谁牵头',
    '这一整套工作谁总负责',
    '行动计划总体上归谁统筹',
    '整个方案谁挂帅',
    '全盘工作谁负责',
    '这个计划总负责的是谁',
    '总牵头单位是谁',
    '整个行动谁来牵头',
    '总体上由谁牵头',
    '谁是总负责',
    '这一整套谁挂帅',
    '整个计划谁负责组织实施',
    '统筹推动由谁负责',
    '整套工作由谁牵头',
    'who is in charge of the whole plan',
  ],
  others: ['天然气交易中心谁牵头', '工作推进会由谁召开', '第21项谁牵头', '整个计划多少项任务', '高新区牵头哪些'],
  find: (query, { plan }) => {
    if (INVOLVED.test(query.reading.text)) return undefined;
    if (!asks(query, 'overall') || !asks(query, 'who', 'lead') || query.subject.replace(/\s+/g, '').length > LEFT_OVER)
      return undefined;
    return plan.clauses.find(({ id, text }) => plan.safeguards.includes(id) && LEADS.test(text));
  },
  phrase: (clause, { say, cite }) => ({
    status: 'answered',
    lines: [say('says', { label: clause.label }), clause.text],
    citations: [cite(clause.id)],
  }),
});
