import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { nearThings } from '../../overlay/candidates.ts';
import type { Kept, NotTaken } from '../../overlay/live.ts';
import { effectOf } from '../../overlay/outcome.ts';
import { authorSchema } from '../../overlay/overlay.ts';
import { refusalText } from '../../overlay/read-words.ts';
import { labelOf, meantLabel } from '../../overlay/things.ts';
import { type Guard, goTo, type Outcome, page, type Visit } from './guard.ts';
import type { DeskOptions } from './options.ts';
import { choiceOf, type PlanChoice, withPlan } from './plan-choice.ts';
import type { Form } from './request.ts';
import { chosenThing, type WordDraft } from './word-form.ts';
import { previewPage, wordsPage } from './words-page.ts';

const draftSchema = z.object({
  say: z.string().default(''),
  target: z.string().default(''),
  question: z.string().default(''),
  group: z.coerce.number().int().positive().optional().catch(undefined),
});

/** The thing that was clicked stands before the one that was typed. */
const draftOf = ({ chosen, ...form }: Form): WordDraft =>
  draftSchema.parse(chosen === undefined ? form : { ...form, target: chosen });

/** 422: the form was read, and what stands in it cannot be done. */
const UNPROCESSABLE = 422;
const NOT_CHOSEN = '计划里没有所选的这一项，请从列表中选一项单位、任务、指标或行动';
const HARMS = '有问题会答错，请先看清下面会变的问题，勾选后再保存';

const questionIn = ({ question }: WordDraft): string | undefined => (question.trim() === '' ? undefined : question);

interface Chosen {
  readonly choice: PlanChoice;
  readonly draft: WordDraft;
}

const refused = ({ viewer }: Visit, { choice, draft }: Chosen, reason: string): Outcome => {
  const likely = chosenThing(choice.chosen.bot.plan, draft.target) ? [] : nearThings(choice.chosen.bot, draft.target);
  const result = { status: 'refused', reason } as const;
  return page(previewPage({ viewer: viewer(), choice, draft: { ...draft, likely }, result }), UNPROCESSABLE);
};

const saidOf = (kept: Kept | NotTaken, said: string): string => {
  if (kept.status === 'refused') return `没有做成：${kept.reason}。`;
  return kept.warning === undefined ? said : `${said}（${kept.warning}）`;
};

/** Looks at what a word would change. */
const lookAt =
  (plans: DeskOptions['plans']) =>
  async (visit: Visit, form: Form): Promise<Outcome> => {
    const draft = draftOf(form);
    const choice = choiceOf(plans, form.plan);
    const { plan, preview } = choice.chosen.bot;
    const means = chosenThing(plan, draft.target);
    const refuse = (reason: string) => refused(visit, { choice, draft }, reason);
    if (!means) return refuse(NOT_CHOSEN);
    const entry = { say: draft.say.trim(), means, author: visit.session.author };
    const result = await preview(entry, questionIn(draft));
    if (result.status === 'refused') return refuse(result.reason);
    const named = { ...draft, target: labelOf(plan, means) ?? draft.target };
    return page(previewPage({ viewer: visit.viewer(), choice, draft: named, result }));
  };

/** Puts a word in force, unless it does harm that nobody has agreed to. */
const keep =
  (plans: DeskOptions['plans']) =>
  async (visit: Visit, form: Form): Promise<Outcome> => {
    const draft = draftOf(form);
    const choice = choiceOf(plans, form.plan);
    const { plan, add, preview } = choice.chosen.bot;
    const means = chosenThing(plan, draft.target);
    const refuse = (reason: string) => refused(visit, { choice, draft }, reason);
    const signed = authorSchema.safeParse(form.author ?? visit.session.author);
    if (!means) return refuse(NOT_CHOSEN);
    if (!signed.success) return refuse(signed.error.issues[0]?.message ?? '请署名');
    visit.session.author = signed.data;
    const entry = { say: draft.say.trim(), means, author: signed.data };
    const looked = form.anyway === 'yes' ? undefined : await preview(entry, questionIn(draft));
    if (looked?.status === 'refused') return refuse(looked.reason);
    if (looked && effectOf(looked) === 'harms')
      return page(previewPage({ viewer: visit.viewer(), choice, draft, result: looked, said: HARMS }), UNPROCESSABLE);
    const kept = await add(entry);
    if (kept.status === 'refused') return refuse(kept.reason);
    const said = saidOf(kept, `已保存：“${kept.entry.say}”指${meantLabel(plan, means)}，现在起生效。`);
    return goTo(draft.group === undefined ? withPlan('/admin/words', choice) : `/admin/questions/${draft.group}`, said);
  };

/** 词表: the list, looking at a word, keeping it, taking it back, reading all words again. */
export const wordRoutes = (scope: FastifyInstance, guard: Guard, { plans }: DeskOptions): void => {
  const choiceIn = ({ request }: Visit): PlanChoice => choiceOf(plans, Reflect.get(Object(request.query), 'plan'));

  scope.get(
    '/admin/words',
    guard.reads((visit) => page(wordsPage({ viewer: visit.viewer(), choice: choiceIn(visit) }))),
  );

  scope.post('/admin/words/preview', guard.writes(lookAt(plans)));
  scope.post('/admin/words', guard.writes(keep(plans)));

  scope.post(
    '/admin/words/:id/undo',
    guard.writes(async ({ request, session }, form) => {
      const choice = choiceOf(plans, form.plan);
      const { id } = z.object({ id: z.string() }).parse(request.params);
      const kept = await choice.chosen.bot.undo(id, session.author);
      return goTo(
        withPlan('/admin/words', choice),
        saidOf(kept, kept.status === 'kept' ? `已撤销：“${kept.entry.say}”。` : ''),
      );
    }),
  );

  scope.post(
    '/admin/reload',
    guard.writes(async (_visit, form) => {
      const choice = choiceOf(plans, form.plan);
      const path = withPlan('/admin/words', choice);
      const reloaded = await choice.chosen.bot.reload();
      if (reloaded.status === 'refused') return goTo(path, `没有启用，仍用原来的：${refusalText(reloaded)}`);
      const { entries, changed } = reloaded;
      return goTo(path, `${changed ? '已重新读取' : '没有变化'}，补充词 ${entries} 条在用。`);
    }),
  );
};
