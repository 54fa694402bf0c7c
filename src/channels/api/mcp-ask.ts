import { z } from 'zod';
import { CodedError } from '../../errors.ts';
import { questionFault } from '../question-fault.ts';
import { flatAnswerSchema } from './answer-schema.ts';
import { askBodySchema } from './ask-body.ts';
import { planInput, planNamed } from './mcp-plan.ts';
import { tool } from './mcp-tool.ts';

const MOST_EARLIER = 20;

export const askTool = tool({
  name: 'ask',
  title: '提问 · Ask the plan',
  description: [
    '就这份计划提问：谁负责、谁支持、某年目标、某单位的任务、原文怎么写。回答逐字引用条款；计划没写就说没写（not_found），问得含糊会反问（clarify，choices 里是可再问的问题）。引用时请照录 citations。',
    'Ask the plan in Chinese or English: who is responsible, a year’s target, a unit’s tasks, the clause itself. Answers are looked up, never generated; `not_found` means that the plan does not say, `clarify` asks back with `choices`. Cite from `citations`.',
  ].join('\n'),
  input: z.strictObject({
    question: askBodySchema.shape.question,
    history: z
      .array(z.string())
      .max(MOST_EARLIER)
      .optional()
      .describe('同一人先前的问题，最早的在前。Earlier questions of the same person, oldest first.'),
    plan: planInput,
  }),
  output: flatAnswerSchema,
  run: async ({ question, history = [], plan }, { plans, ask, oneByOne, answered, read }) => {
    const fault = questionFault(question) ?? history.map(questionFault).find((one) => one === 'question_too_long');
    if (fault) return { status: 'refused', message: new CodedError(fault).message };
    const named = plan === undefined ? undefined : planNamed(plan, { plans });
    if (named?.status === 'refused') return named;
    const started = performance.now();
    const only = named && { plans: [named.found.id] };
    const asked = { text: question, history, ...only };
    await read?.(asked);
    const found = await oneByOne(() => ask(asked));
    answered?.({ channel: 'mcp', kind: found.kind, status: found.status, ms: performance.now() - started });
    return { status: 'found', found };
  },
});
