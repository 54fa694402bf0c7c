import { z } from 'zod';

/** The JSON of a work list (src/worklists/worklist.ts) as programs outside read it. A test holds the two together. */

const source = z.strictObject({ clause: z.string(), label: z.string() });
const sources = z.tuple([source, source]).describe('正文与附件的条款。The clauses of body and annex.');
const action = z.strictObject({ number: z.int(), title: z.string() });
const cells = z.array(z.strictObject({ year: z.int(), text: z.string() }));

const row = z.strictObject({
  place: z.int().describe('序号。Place in its list, from 1.'),
  task: z.int().describe('任务编号。Row number in the annex.'),
  action,
  title: z.string(),
  targets: cells.describe('年度目标，照附件印出。The annex’s cells by year, as printed.'),
  responsible: z.string().describe('责任单位，照正文印出。As the body prints them.'),
  supporting: z.string().describe('支持单位，照正文印出。As the body prints them.'),
  figures: cells.describe('年度目标里带数量的部分。The pieces of the targets that hold a figure.'),
  sources,
  onlyIn: z.enum(['body', 'annex']).optional().describe('仅一处列名时，是哪一处。Which of the two names it, if one.'),
  through: z
    .strictObject({ group: z.string(), basis: z.string() })
    .optional()
    .describe('经由哪一组单位、依据为何。The group through which the task reaches the unit.'),
  notes: z.array(z.string()).describe('关于印误的说明。Notes on misprints.'),
});

const indicator = z.strictObject({
  number: z.int(),
  name: z.string(),
  measure: z.string(),
  values: z.array(z.strictObject({ year: z.int(), printed: z.string(), role: z.enum(['past', 'target']) })),
  source,
});

const difference = z.strictObject({
  task: z.int(),
  title: z.string(),
  what: z.enum(['responsible', 'supporting', 'title', 'figures']),
  body: z.string(),
  annex: z.string(),
  onlyBody: z.array(z.string()),
  onlyAnnex: z.array(z.string()),
  notes: z.array(z.string()),
  sources,
});

const cover = z.strictObject({
  plan: z.strictObject({ id: z.string(), title: z.string(), number: z.string() }),
  filter: z.string().describe('筛选条件。The filter in words.'),
  counts: z.array(z.strictObject({ sheet: z.string(), rows: z.int() })),
  made: z.string().describe('生成日期。Day of making.'),
  madeAt: z.number().describe('生成时刻，毫秒。Milliseconds since the epoch.'),
  version: z.string().describe('计划原文的校验值。Digest of the plan’s text.'),
});

export const workListSchema = z
  .strictObject({
    cover,
    filter: z.strictObject({
      unit: z.string().optional(),
      year: z.int().optional(),
      action: action.optional(),
      tasks: z.array(z.int()).optional().describe('只列这些任务（编号）。Only these tasks, by number.'),
      lines: z.array(z.string()).optional().describe('不是任务的清单，各行。The lines of a list of other things.'),
      about: z.string().optional().describe('它们共同的条件。What they have in common, in words.'),
    }),
    years: z.array(z.int()),
    lists: z
      .array(
        z.strictObject({
          relation: z
            .enum(['all', 'responsible', 'supporting', 'through'])
            .describe('与单位的关系：负责、支持、经由一组单位；不限单位时为 all。How the tasks concern the unit.'),
          rows: z.array(row),
        }),
      )
      .describe('任务各表。The lists of tasks.'),
    indicators: z.array(indicator).describe('主要指标。The main indicators.'),
    differences: z.array(difference).describe('正文与附件不一致之处。Where body and annex differ.'),
  })
  .describe('工作清单。A work list.');

/** What was kept of a filled list (src/channels/take-progress.ts). */
export const progressSchema = z
  .strictObject({
    plan: z.string(),
    unit: z.string().describe('填报单位。Who reported.'),
    year: z.int().optional().describe('清单的年份；各年的清单没有。Of a list of one year.'),
    day: z.string().describe('填报日期。The day in China.'),
    tasks: z.int().describe('清单的任务数。Tasks of the list.'),
    filled: z.int().describe('填了的任务数。Tasks of which something was filled in.'),
  })
  .describe('保存了的填报。What was kept.');
