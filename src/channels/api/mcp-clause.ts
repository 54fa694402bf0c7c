import { z } from 'zod';
import { roleNotices, taskCitations, titleNotices } from '../../answer/task-sources.ts';
import { CLAUSE, resolveClause, unresolved } from './mcp-names.ts';
import { citations, notices, taskOf, taskSchema } from './mcp-parts.ts';
import { planInput, planNamed } from './mcp-plan.ts';
import { tool } from './mcp-tool.ts';
import { citationsFrom, planDesk } from './plan-desk.ts';

export const clauseTool = tool({
  name: 'clause',
  title: '条款原文 · A clause',
  description: [
    '按编号取一条原文：条款号、引用写法（label）或通常说法（第几项、几（几））。返回逐字原文与行号；是任务的，并给出正文与附件的差异。',
    'One clause, verbatim with its source lines, by id, by label, or as people say it (item N). For a task, where body and annex differ.',
  ].join('\n'),
  input: z.strictObject({
    id: z.string().min(1).max(100).describe('条款号、引用写法或通常说法。Clause id, label, or how people say it.'),
    plan: planInput,
  }),
  output: z.strictObject({
    clause: z.string(),
    label: z.string(),
    kind: z.string().describe('measure, row, indicator, goal, safeguard …'),
    text: z.string().describe('条款的文字，不含编号与责任单位括注。Without numbering and responsibility bracket.'),
    source: z
      .array(z.strictObject({ line: z.int(), text: z.string() }))
      .describe('原文各行，一字不改。The source lines as they stand.'),
    task: taskSchema.optional().describe('所属任务。The task that it belongs to.'),
    notices,
    citations,
  }),
  run: ({ id, plan: given }, parts) => {
    const named = planNamed(given, parts);
    if (named.status === 'refused') return named;
    const { bot } = named.found;
    const resolved = resolveClause(id, bot);
    if (resolved.status !== 'found') return { status: 'refused', message: unresolved(CLAUSE, id, resolved) };
    const desk = planDesk(bot.plan);
    const clause = desk.clause(resolved.found);
    if (!clause) throw new Error(`no clause ${resolved.found}`);
    const task = desk.plan.tasks.find(({ body, row }) => body.clause === clause.id || row.clause === clause.id);
    const found = {
      ...{ clause: clause.id, label: clause.label, kind: clause.kind, text: clause.text, source: clause.source },
      ...(task && { task: taskOf(desk, task) }),
      notices: task
        ? [
            ...titleNotices(desk, task),
            ...roleNotices(desk, task, 'responsible'),
            ...roleNotices(desk, task, 'supporting'),
          ]
        : [],
      citations: citationsFrom(desk, [desk.cite(clause.id), ...(task ? taskCitations(desk, task) : [])]),
    };
    return { status: 'found', found };
  },
});
