import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { yearOf } from '../../china-time.ts';
import type { Unanswered } from '../../store/unanswered.ts';
import { type Guard, goTo, page } from './guard.ts';
import type { DeskOptions } from './options.ts';
import { choiceOf } from './plan-choice.ts';
import { questionPage, questionsPage, type ShownGroup } from './questions-page.ts';

const PER_PAGE = 20;
const MOST_PAGES = 500;

const whichSchema = z.object({
  state: z.enum(['open', 'settled']).catch('open'),
  page: z.coerce.number().int().min(1).max(MOST_PAGES).catch(1),
});
const idSchema = z.object({ id: z.coerce.number().int().positive() });

/** 没答好的问题: the list, one of them, and seeing to it. */
export const questionRoutes = (scope: FastifyInstance, guard: Guard, options: DeskOptions): void => {
  const { plans, records, now } = options;
  /** The plan that was asked, where it is known and still in force. */
  const shownAs = (group: Unanswered): ShownGroup => {
    const choice = choiceOf(
      plans,
      group.plans.find((id) => plans.get(id)),
    );
    const asked = { text: group.question, history: [], year: yearOf(now()) };
    return { group, choice, now: choice.chosen.bot.explain(asked) };
  };

  scope.get(
    '/admin/questions',
    guard.reads(({ request, viewer }) => {
      const which = whichSchema.parse(request.query);
      const settled = which.state === 'settled';
      const groups = records.unanswered({ limit: which.page * PER_PAGE + 1, settled });
      const shown = groups.slice((which.page - 1) * PER_PAGE, which.page * PER_PAGE).map(shownAs);
      const more = groups.length > which.page * PER_PAGE;
      return page(questionsPage({ viewer: viewer(), settled, shown, page: which.page, more }));
    }),
  );

  scope.get(
    '/admin/questions/:id',
    guard.reads(({ request, viewer }) => {
      const asked = idSchema.safeParse(request.params);
      const found = asked.success ? records.group(asked.data.id) : undefined;
      if (!found) return { status: 'missing' };
      const { settled, ...group } = found;
      return page(questionPage({ viewer: viewer(), settled, ...shownAs(group) }));
    }),
  );

  scope.post(
    '/admin/questions/:id/settle',
    guard.writes(async ({ request }, form) => {
      const asked = idSchema.safeParse(request.params);
      const settled = form.settled !== 'no';
      if (!asked.success || !(await records.settle(asked.data.id, settled))) return { status: 'missing' };
      return goTo('/admin/questions', settled ? '已标为已处理。再有人问起时会重新列出。' : '已重新列为待处理。');
    }),
  );
};
