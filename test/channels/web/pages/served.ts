import { pino } from 'pino';
import { createApp } from '../../../../src/app.ts';
import { worklistRoute } from '../../../../src/channels/api/worklists.ts';
import { onePlan } from '../../../../src/channels/asked-plans.ts';
import type { OpenChannel } from '../../../../src/channels/channel.ts';
import { missingFor } from '../../../../src/channels/web/pages/missing-page.ts';
import { planPages } from '../../../../src/channels/web/pages/plan-pages.ts';
import type { SiteContent } from '../../../../src/channels/web/pages/site.ts';
import { webPage } from '../../../../src/channels/web/web.ts';
import { readCorpus } from '../../../../src/corpus.ts';
import { openStore } from '../../../../src/store/store.ts';
import type { Ask } from '../../../../src/types.ts';
import { bot, PLAN_FOLDER } from '../../../helper.ts';

export const { conflicts } = readCorpus(PLAN_FOLDER);

const { document, registry, id } = bot.plan;

const channelOf = (content: SiteContent, ask: Ask): OpenChannel => ({
  name: 'web',
  title: '网页',
  status: 'on',
  address: '/',
  mount: async (scope) => {
    const units = [...registry.units, ...registry.groups].map(({ name }) => name);
    const reading = { planId: id, units };
    const page = { planTitle: document.title, planNumber: document.number, examples: [], reading };
    const plans = onePlan({ conflicts: [], ...content });
    await scope.register(webPage, { current: () => page, answers: { ask, plans, now: Date.now } });
    await scope.register(planPages, { plans });
    await scope.register(worklistRoute({ plans, ask: bot.ask, now: () => 0 }));
  },
});

/** The real app with the chat page, the reading pages and the work lists, without a port. */
export const appWithPages = async (
  content: SiteContent = { plan: bot.plan, conflicts, read: bot.read, closest: bot.closest },
  ask: Ask = bot.ask,
) =>
  createApp({
    ask,
    conversations: (await openStore({ path: ':memory:', days: 14, now: Date.now })).conversations,
    channels: [channelOf(content, ask)],
    missing: missingFor(onePlan({ conflicts: [], ...content }).list),
    logger: pino({ level: 'silent' }),
  });
