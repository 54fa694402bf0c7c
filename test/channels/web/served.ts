import { pino } from 'pino';
import { createApp } from '../../../src/app.ts';
import { onePlan } from '../../../src/channels/asked-plans.ts';
import type { OpenChannel } from '../../../src/channels/channel.ts';
import { missingFor } from '../../../src/channels/web/pages/missing-page.ts';
import { type WebPageOptions, webPage } from '../../../src/channels/web/web.ts';
import { openStore } from '../../../src/store/store.ts';
import type { Ask } from '../../../src/types.ts';
import { bot } from '../../helper.ts';

const channelOf = (ask: Ask, options: WebPageOptions): OpenChannel => ({
  name: 'web',
  title: '网页',
  status: 'on',
  address: '/',
  mount: async (scope) => {
    await scope.register(webPage, {
      current: () => options,
      answers: { ask, plans: onePlan({ plan: bot.plan }), now: Date.now },
    });
  },
});

/** The real app with the page as its only channel, without a port. */
export const appWithPage = async (ask: Ask, options: WebPageOptions) =>
  createApp({
    ask,
    conversations: (await openStore({ path: ':memory:', days: 14, now: Date.now })).conversations,
    channels: [channelOf(ask, options)],
    missing: missingFor(onePlan({ plan: bot.plan }).list),
    logger: pino({ level: 'silent' }),
  });
