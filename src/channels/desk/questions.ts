import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { yearOf } from '../../china-time.ts';
import { thingOfKey } from '../../overlay/things.ts';
import type { Unanswered } from '../../store/unanswered.ts';
import { type Guard, goTo, page } from './guard.ts';
import type { Mending } from './mended.ts';
import type { DeskOptions } from './options.ts';
import { choiceOf } from './plan-choice.ts';
import { questionPage, questionsPage, type ShownGroup } from './questions-page.ts';

const PER_PAGE = 20;
const MOST_PAGES = 500;

const whichSchema = z.object({
  state: z.enum(['open', 'mended', 'settled']).catch('open'),
  page: z.coerce.number().int().min(1).max(MOST_PAGES).catch(1),
});
const idSchema = z.object({ id: z.coerce.number().int().positive() });

type QuestionOptions = DeskOptions & { readonly mending: Mending };

/** 没答好的问题: the list, one of them, and seeing to it. */
export const questionRoutes = (scope: FastifyInstance, guard: Guard, options: QuestionOptions): void => {
  const { plans, records, now, mending } = options;
  /** The plan that was asked, where it is known and still in force. */
  const shownAs = (group: Unanswered): ShownGroup => {
    const choice = choiceOf(
      plans,
      group.plans.find((id) => plans.get(id)),
    );
    const asked = { text: group.question, history: [], year: yearOf(now()) };
    const { plan, explain, candidates } = choice.chosen.bot;
    const meant = group.meant.flatMap((key) => thingOfKey(plan, key) ?? []);
    const others = candidates(asked).filter(({ label }) => !meant.some((thing) => thing.label === label));
    return { group, choice, now: explain(asked), meant, others, words: mending.wordsFor(group) };
  };

  scope.get(
    '/admin/questions',
    guard.reads(async ({ request, viewer }) => {
      const which = whichSchema.parse(request.query);
      await mending.look();
      const { state } = which;
      const groups = await records.unanswered({ limit: which.page * PER_PAGE + 1, state });
      const shown = groups.slice((which.page - 1) * PER_PAGE, which.page * PER_PAGE).map(shownAs);
      const more = groups.length > which.page * PER_PAGE;
      return page(
        questionsPage({
          viewer: viewer(),
          state,
          shown,
          page: which.page,
          more,
          model: options.modelReplies !== undefined,
        }),
      );
    }),
  );

  scope.get(
    '/admin/questions/:id',
    guard.reads(async ({ request, viewer }) => {
      await mending.look();
      const asked = idSchema.safeParse(request.params);
      const found = asked.success ? await records.group(asked.data.id) : undefined;
      if (!found) return { status: 'missing' };
      const { state, ...group } = found;
      return page(questionPage({ viewer: viewer(), state, ...shownAs(group) }));
    }),
  );

  scope.post(
    '/admin/questions/:id/settle',
    guard.writes(async ({ request }, form) => {
      const asked = idSchema.safeParse(request.params);
      const settled = form.settled !== 'no';
      if (!asked.success || !(await records.settle(asked.data.id, settled ? 'settled' : 'open')))
        return { status: 'missing' };
      return goTo('/admin/questions', settled ? '已标为已处理。再有人问起时会重新列出。' : '已重新列为待处理。');
    }),
  );
};
