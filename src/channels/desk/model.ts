import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Explanation } from '../../bot.ts';
import { yearOf } from '../../china-time.ts';
import { type Thing, thingsOf } from '../../overlay/things.ts';
import type { ModelTaken } from '../../store/model-replies.ts';
import type { Plan } from '../../types.ts';
import type { Ref } from '../../values.ts';
import { type Guard, page } from './guard.ts';
import { modelPage, modelsPage, type ShownReading } from './model-page.ts';
import type { DeskOptions } from './options.ts';
import { choiceOf } from './plan-choice.ts';

const MOST = 100;
const keySchema = z.object({ key: z.string().regex(/^[\w-]{1,64}$/) });

interface ModelOptions extends Pick<DeskOptions, 'plans' | 'now'> {
  readonly modelReplies: NonNullable<DeskOptions['modelReplies']>;
}

/** The one thing of the plan that a reading is of, as a word may name it. */
const thingOf = ({ composed: { decision } }: Explanation, plan: Plan): Thing | undefined => {
  const [query] = decision.decision === 'answer' ? decision.queries : [];
  const text = query ? JSON.stringify(query.of) : '';
  const [ref, another] = query?.of.set === 'named' ? query.of.refs : [];
  const isMeant = ({ means: { kind, target } }: Thing): boolean =>
    ref && !another
      ? kind === ref.type && String(target) === numberOf(ref, plan)
      : kind === 'unit' && text.includes(JSON.stringify(target));
  const found = thingsOf(plan).filter(isMeant);
  return found.length === 1 ? found[0] : undefined;
};

/** Indicators are known by their clause too. */
const numberOf = ({ type, id }: Ref, { indicators }: Plan): string =>
  type === 'indicator' ? String(indicators.find(({ clause }) => clause === id)?.number ?? id) : id;

/** 语言模型读懂的: what a model made of questions, and making it a word of ours. */
export const modelRoutes = (scope: FastifyInstance, guard: Guard, options: ModelOptions): void => {
  const { plans, now, modelReplies } = options;
  const shownAs = (taken: ModelTaken): ShownReading | undefined => {
    const choice = choiceOf(plans, taken.plan);
    if (choice.chosen.id !== taken.plan) return undefined;
    const { plan, explain } = choice.chosen.bot;
    const asked = { text: taken.question, history: [], year: yearOf(now()) };
    const reading = { plan: taken.plan, text: taken.question, reply: taken.reply };
    const byModel = explain({ ...asked, readings: [reading] });
    return { taken, choice, byRules: explain(asked), thing: thingOf(byModel, plan) };
  };

  scope.get(
    '/admin/questions/model',
    guard.reads(async ({ viewer }) => {
      const shown = (await modelReplies.taken(MOST)).flatMap((taken) => shownAs(taken) ?? []);
      return page(modelsPage(viewer(), shown));
    }),
  );

  scope.get(
    '/admin/questions/model/:key',
    guard.reads(async ({ request, viewer }) => {
      const asked = keySchema.safeParse(request.params);
      const taken = asked.success ? await modelReplies.one(asked.data.key) : undefined;
      const shown = taken && shownAs(taken);
      return shown ? page(modelPage(viewer(), shown)) : { status: 'missing' };
    }),
  );
};
