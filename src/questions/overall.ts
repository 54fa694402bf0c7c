import type { Clause } from '../types.ts';
import { kind } from './kind.ts';
import { asks } from './subject.ts';

const LEADS = /牵头|负责/;
const LEFT_OVER = 6;

/** Who answers for the plan as a whole: the safeguard that says so. */
export const overall = kind<Clause>({
  name: 'overall',
  examples: ['整个计划由谁牵头', '这一整套工作谁总负责', '行动计划总体上归谁统筹'],
  find: (query, { plan }) => {
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
