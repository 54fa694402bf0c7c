import { z } from 'zod';
import { listCitations } from '../../answer/task-sources.ts';
import { resolveUnit, UNIT, unresolved } from './mcp-names.ts';
import { citations } from './mcp-parts.ts';
import { planInput, planNamed } from './mcp-plan.ts';
import { tool } from './mcp-tool.ts';
import { citationsFrom, planDesk } from './plan-desk.ts';
import { workListSchema } from './worklist-schema.ts';

export const worklistTool = tool({
  name: 'worklist',
  title: '工作清单 · A work list',
  description: [
    '按单位、年份、重点行动列出工作清单，内容与 GET /api/worklists 的 JSON 相同；都不填即全部任务。一年就是一年，计划没写的日期不会出现。',
    'The work list of a unit, a year, an action, or of all: the same rows as GET /api/worklists as JSON. What the plan leaves blank stays blank.',
  ].join('\n'),
  input: z.strictObject({
    unit: z.string().min(1).max(100).optional().describe('单位名称。The unit’s name.'),
    year: z.int().optional().describe('年份，须在计划期内。A year of the plan.'),
    action: z.int().optional().describe('重点行动的序号。Number of the action.'),
    plan: planInput,
  }),
  output: z.strictObject({
    list: workListSchema,
    citations,
  }),
  run: async ({ plan: given, unit, ...filter }, parts) => {
    const named = planNamed(given, parts);
    if (named.status === 'refused') return named;
    const { bot } = named.found;
    const resolved = unit === undefined ? undefined : resolveUnit(unit, bot);
    if (resolved && resolved.status !== 'found')
      return { status: 'refused', message: unresolved(UNIT, unit ?? '', resolved) };
    const outcome = await parts.worklist(bot.plan, { ...filter, ...(resolved && { unit: resolved.found }) });
    if (outcome.status === 'refused') return outcome;
    const { list, tasks } = outcome.found;
    const desk = planDesk(bot.plan);
    const listed = desk.plan.tasks.filter(({ number }) => tasks.includes(number));
    const sources = listed.flatMap((task) => listCitations(desk, task));
    return { status: 'found', found: { list, citations: citationsFrom(desk, sources) } };
  },
});
