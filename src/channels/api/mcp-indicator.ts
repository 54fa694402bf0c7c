import { z } from 'zod';
import { parentOf } from '../../answer/task-sources.ts';
import { INDICATOR, resolveIndicator, unresolved } from './mcp-names.ts';
import { citations, notices } from './mcp-parts.ts';
import { planInput, planNamed } from './mcp-plan.ts';
import { tool } from './mcp-tool.ts';
import { citationsFrom, planDesk } from './plan-desk.ts';

export const indicatorTool = tool({
  name: 'indicator',
  title: '指标 · An indicator',
  description: [
    '一个主要指标历年的数：past 是计划印出的历史数，target 是目标数，按原文印出的样子给出，并附所在行的原文。与任务目标对不上的地方在 notices 里。',
    'One of the main indicators, its figures by year as printed: `past` figures and `target`s, with the row quoted. Where a task’s targets do not agree, `notices` say so.',
  ].join('\n'),
  input: z.strictObject({
    name: z.string().min(1).max(100).describe('指标名称。The indicator’s name, in Chinese or English.'),
    plan: planInput,
  }),
  output: z.strictObject({
    number: z.int(),
    name: z.string(),
    measure: z.string().describe('计量单位。Unit of measure, as printed.'),
    clause: z.string(),
    label: z.string(),
    values: z.array(
      z.strictObject({
        year: z.int(),
        printed: z.string().describe('原文印出的样子。As printed.'),
        role: z.enum(['past', 'target']),
      }),
    ),
    notices,
    citations,
  }),
  run: ({ name, plan: given }, parts) => {
    const named = planNamed(given, parts);
    if (named.status === 'refused') return named;
    const { id: of, bot } = named.found;
    const { plan } = bot;
    const resolved = resolveIndicator(name, bot);
    if (resolved.status !== 'found') return { status: 'refused', message: unresolved(INDICATOR, name, resolved) };
    const desk = planDesk(plan);
    const row = plan.indicators.find(({ number }) => number === resolved.found);
    if (!row) throw new Error(`no indicator ${resolved.found}`);
    // The reviewed contradictions are the bot's: what it says of this indicator goes along.
    const said = parts.ask({ text: row.name, history: [], plans: [of] });
    const ofThis = said.citations.some(({ clause }) => clause === row.clause);
    // The years of the table's head are sources too: the row alone prints none.
    const own = [row.clause, parentOf(row.clause)].map((clause) => desk.cite(clause));
    const found = {
      ...{ number: row.number, name: row.name, measure: row.measure, clause: row.clause, values: row.values },
      label: desk.clause(row.clause)?.label ?? '',
      notices: ofThis ? said.notices : [],
      citations: citationsFrom(desk, [...own, ...(ofThis ? said.citations : [])]),
    };
    return { status: 'found', found };
  },
});
