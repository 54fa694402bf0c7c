import { z } from 'zod';
import { tool } from './mcp-tool.ts';

export const plansTool = tool({
  name: 'plans',
  title: '有哪些计划 · The plans',
  description: [
    '列出可以问的计划：标识、名称、文号、印发机关、计划期、任务数。其他工具的 plan 用这里的标识。',
    'Lists the plans that can be asked: id, title, document number, issuer, period, number of tasks. The id names the plan in the other tools.',
  ].join('\n'),
  input: z.strictObject({}),
  output: z.strictObject({
    plans: z.array(
      z.strictObject({
        id: z.string(),
        title: z.string(),
        number: z.string().describe('文号。The document’s number.'),
        issuer: z.string().describe('印发机关。Who issued it.'),
        period: z.array(z.int()).describe('计划期的首年和末年；不知道时为空。First and last year; empty when unknown.'),
        tasks: z.int(),
        indicators: z.int(),
      }),
    ),
  }),
  run: (_input, { plans }) => ({
    status: 'found',
    found: {
      plans: plans.list().map(({ id, title, bot: { plan } }) => {
        const { number, issuer, period } = plan.document;
        const [tasks, indicators] = [plan.tasks.length, plan.indicators.length];
        return { id, title, number, issuer, period: period[0] > 0 ? period : [], tasks, indicators };
      }),
    },
  }),
});
