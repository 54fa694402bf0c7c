import { z } from 'zod';
import type { Desk } from '../../answer/draft.ts';
import type { Entry } from '../../library/entries.ts';
import type { Task } from '../../types.ts';
import { citationSchema, noticeSchema } from './answer-schema.ts';
import type { Frozen } from './mcp-tool.ts';

/** Sources, the most important first; every result has them. */
export const citations = z.array(citationSchema).min(1).describe('出处，最重要的在前。Sources, most important first.');
export const notices = z
  .array(noticeSchema)
  .describe('必须一并说明的事：正文与附件不一致、原文误印、成员依据。What has to be said along with it.');

const place = z.strictObject({ clause: z.string(), label: z.string() });

/** One task as the tools name it. */
export const taskSchema = z.strictObject({
  number: z.int().describe('任务编号，即附件的行号。Row number in the annex.'),
  title: z.string(),
  action: z.strictObject({ number: z.int(), title: z.string() }),
  body: place.describe('正文条款。The measure of the body.'),
  annex: place.describe('附件条款。The row of the annex.'),
});

/** The same, with where the unit is named. */
export const entrySchema = taskSchema.extend({
  namedIn: z
    .enum(['both', 'body', 'annex'])
    .describe('在正文、附件还是两处列名。Whether body, annex or both name the unit.'),
});

export const taskOf = (
  { plan, clause }: Desk,
  { number, action, body, row }: Task,
): Frozen<z.input<typeof taskSchema>> => ({
  number,
  title: body.title,
  action: { number: action, title: plan.actions.find((one) => one.number === action)?.title ?? '' },
  body: { clause: body.clause, label: clause(body.clause)?.label ?? '' },
  annex: { clause: row.clause, label: clause(row.clause)?.label ?? '' },
});

export const entryFrom = (desk: Desk, { task, inBody, inAnnex }: Entry): Frozen<z.input<typeof entrySchema>> => ({
  ...taskOf(desk, task),
  namedIn: inBody && inAnnex ? 'both' : inBody ? 'body' : 'annex',
});
