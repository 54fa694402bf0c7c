import { z } from 'zod';
import type { Desk } from '../../answer/draft.ts';
import { listCitations } from '../../answer/task-sources.ts';
import { byGroup, type Entry, entriesOf } from '../../library/entries.ts';
import { differNotices, groupNotices, misprintNotices } from '../../phrase/sets/notices.ts';
import type { UnitName } from '../../types.ts';
import type { Role } from '../../values.ts';
import { resolveUnit, UNIT, unresolved } from './mcp-names.ts';
import { citations, entryFrom, entrySchema, notices, taskOf, taskSchema } from './mcp-parts.ts';
import { planInput, planNamed } from './mcp-plan.ts';
import { tool } from './mcp-tool.ts';
import { citationsFrom, planDesk } from './plan-desk.ts';

/** A unit's entries in a role, as answers list them. */
const listedAs = (entries: readonly Entry[], role: Role, unit: UnitName) =>
  entries.map(({ task, inBody, inAnnex }) => ({ task, standings: [{ unit, role, inBody, inAnnex }], shown: [] }));

const unitOf = ({ plan: { registry } }: Desk, name: string) => {
  const group = registry.groups.find((one) => one.name === name);
  if (group) return { name, full: name, group: true, members: group.members, basis: group.basis };
  const unit = registry.units.find((one) => one.name === name);
  return { name, full: unit?.full ?? name, group: false, members: [] };
};

/** As the bot lists a unit's tasks: named in person, and through a group where it is not. */
const tasksOf = (desk: Desk, unit: string) => {
  const { plan } = desk;
  const responsible = entriesOf(plan.tasks, 'responsible', unit);
  const supporting = entriesOf(plan.tasks, 'supporting', unit);
  const direct = [...responsible, ...supporting];
  const entries = [...listedAs(responsible, 'responsible', unit), ...listedAs(supporting, 'supporting', unit)];
  const reached = byGroup(unit, direct, plan);
  const listed = [...new Set([...direct.map(({ task }) => task), ...(reached?.tasks ?? [])])];
  return {
    unit: unitOf(desk, unit),
    responsible: responsible.map((entry) => entryFrom(desk, entry)),
    supporting: supporting.map((entry) => entryFrom(desk, entry)),
    ...(reached && {
      through: {
        ...{ group: reached.group, basis: reached.basis },
        tasks: reached.tasks.map((task) => taskOf(desk, task)),
      },
    }),
    notices: [
      ...misprintNotices(
        direct.map(({ task }) => task),
        [unit],
        desk,
      ),
      ...differNotices(entries, desk),
      ...(reached ? groupNotices([{ unit, ...reached }], false, desk) : []),
    ],
    citations: citationsFrom(
      desk,
      listed.flatMap((task) => listCitations(desk, task)),
    ),
  };
};

export const unitTool = tool({
  name: 'unit',
  title: '单位的任务 · A unit’s tasks',
  description: [
    '一个单位（或一个合称所指的一组单位）在计划里负责什么、支持什么，以及经由所属的一组单位落到它头上的任务；每项注明正文、附件是否都列了名。名称可用全称、简称、英文名。',
    'What a unit (or a group of units) is responsible for, supports, and reaches only through a group that it belongs to, with the clauses. Full, short and English names are understood.',
  ].join('\n'),
  input: z.strictObject({
    name: z.string().min(1).max(100).describe('单位名称。The unit’s name, in Chinese or English.'),
    plan: planInput,
  }),
  output: z.strictObject({
    unit: z.strictObject({
      name: z.string(),
      full: z.string(),
      group: z.boolean().describe('一组单位的统称。A name for several units.'),
      members: z.array(z.string()).describe('组内单位。Members of the group.'),
      basis: z.string().optional().describe('成员的依据。On what the membership rests.'),
    }),
    responsible: z.array(entrySchema).describe('列为责任单位的任务。Tasks that name it as responsible.'),
    supporting: z.array(entrySchema).describe('列为支持单位的任务。Tasks that name it as supporting.'),
    through: z
      .strictObject({ group: z.string(), basis: z.string(), tasks: z.array(taskSchema) })
      .optional()
      .describe('只以所属的一组单位列名的任务。Tasks that name only a group that it belongs to.'),
    notices,
    citations,
  }),
  run: ({ name, plan: given }, parts) => {
    const named = planNamed(given, parts);
    if (named.status === 'refused') return named;
    const { bot } = named.found;
    const resolved = resolveUnit(name, bot);
    if (resolved.status !== 'found') return { status: 'refused', message: unresolved(UNIT, name, resolved) };
    return { status: 'found', found: tasksOf(planDesk(bot.plan), resolved.found) };
  },
});
