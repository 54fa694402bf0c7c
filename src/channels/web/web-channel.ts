import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { LivePlans } from '../../overlay/live-plans.ts';
import type { Gate } from '../api/gate.ts';
import type { OneByOne } from '../api/one-by-one.ts';
import { worklistRoute } from '../api/worklists.ts';
import type { Channel } from '../channel.ts';
import { examplesOf } from '../examples.ts';
import type { AnswerPageParts } from './answer-page.ts';
import { planPages } from './pages/plan-pages.ts';
import { madeFor } from './serve.ts';
import { type WebPageOptions, webPage } from './web.ts';

/** How many may ask, and the line in which answers are worked off. */
interface Line {
  readonly gate: Gate;
  readonly oneByOne: OneByOne;
}

/** What the chat page says of the plans. */
const webPageOf = (plans: LivePlans): WebPageOptions => {
  const list = plans.list();
  const [only, another] = list;
  const examples = examplesOf(list, plans.lead() !== undefined);
  if (!only || another) return { planTitle: `${list.length}个计划`, planNumber: '', examples, several: true };
  const { document, registry, id } = only.bot.plan;
  const units = [...registry.units, ...registry.groups].map(({ name }) => name);
  return { planTitle: document.title, planNumber: document.number, examples, reading: { planId: id, units } };
};

/** A page that answers is counted and waits in line like the API; all others are only read. */
const inLine = ({ gate, oneByOne }: Line, scope: FastifyInstance): void => {
  const isAnswer = ({ routeOptions: { url } }: FastifyRequest): boolean => url === '/answer';
  scope.addHook('onRequest', async (request) => {
    if (isAnswer(request)) await gate.counted(request);
  });
  scope.addHook('preHandler', async (request) => {
    if (isAnswer(request)) await oneByOne(() => undefined);
  });
};

/** The pages for people: the chat, an answer, the plans. */
export const webChannel = (
  plans: LivePlans,
  answers: Pick<AnswerPageParts, 'ask' | 'answered' | 'read'>,
  line: Line,
): Channel => {
  const [only, another] = plans.list();
  return {
    name: 'web',
    title: '网页',
    status: 'on',
    address: another
      ? '打开上面的地址即可提问；各计划的全文、单位、指标在 /plans'
      : `打开上面的地址即可提问；全文、单位、指标在 /plans/${only?.id}`,
    mount: async (scope) => {
      inLine(line, scope);
      await scope.register(webPage, {
        current: madeFor(plans.list, () => webPageOf(plans)),
        answers: { ...answers, plans, now: Date.now },
      });
      await scope.register(planPages, { plans });
      await scope.register(worklistRoute({ plans, ask: plans.ask, now: Date.now }));
    },
  };
};
