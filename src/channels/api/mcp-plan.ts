import { z } from 'zod';
import { canonical, clip, squeeze } from '../../text.ts';
import type { McpPlan, Outcome, ToolParts } from './mcp-tool.ts';

/** Plans that are named in a refusal. */
const MOST_NAMED = 20;
const LONGEST_SHOWN = 40;
/** A piece of a title that may stand for it. */
const SHORTEST_PIECE = 4;

/** The plan that a tool speaks of. */
export const planInput = z
  .string()
  .min(1)
  .max(200)
  .optional()
  .describe(
    '哪个计划：标识或名称，用 plans 列出；只有一个计划时不填。Which plan: its id or title, as listed by plans.',
  );

const listed = (plans: readonly McpPlan[]): string =>
  [
    ...plans.slice(0, MOST_NAMED).map(({ id, title }) => `${id}（${title}）`),
    ...(plans.length > MOST_NAMED ? ['……'] : []),
  ].join('、');

const called = ({ id, title, bot }: McpPlan, name: string): boolean =>
  id === name.trim() || [title, bot.short].some((one) => one !== '' && canonical(one) === canonical(name));

/** The plan that is named by its id or title, or by a piece that only one title has; without a name, the one to be asked. */
export const planNamed = (name: string | undefined, { plans }: Pick<ToolParts, 'plans'>): Outcome<McpPlan> => {
  const all = plans.list();
  if (name === undefined) {
    const lead = plans.lead();
    if (lead) return { status: 'found', found: lead };
    return {
      status: 'refused',
      message: `有${all.length}个计划，请用 plan 写明是哪一个：${listed(all)}。Several plans; name one by its id.`,
    };
  }
  const exact = all.filter((plan) => called(plan, name));
  const piece = canonical(name);
  const holding = piece.length >= SHORTEST_PIECE ? all.filter(({ title }) => canonical(title).includes(piece)) : [];
  const [only, another] = exact.length > 0 ? exact : holding;
  if (only && !another) return { status: 'found', found: only };
  const shown = clip(squeeze(name), LONGEST_SHOWN);
  return {
    status: 'refused',
    message: `没有名为“${shown}”的计划。现有：${listed(all)}。No such plan; call again with one of those listed.`,
  };
};
