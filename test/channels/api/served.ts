import {
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  type FastifyPluginAsync,
  type FastifyReply,
  type FastifyRequest,
  fastify,
} from 'fastify';
import { createApp } from '../../../src/app.ts';
import { echoRequestIds, REQUEST_IDS, sendRequestId } from '../../../src/channels/api/request-id.ts';
import { openStore } from '../../../src/store/store.ts';
import type { Ask } from '../../../src/types.ts';
import { memoryLog } from '../../fakes/memory-log.ts';

/** The real app with some plugins in place of channels, without a port, and its log. */
export const appWith = async (ask: Ask, ...plugins: readonly FastifyPluginAsync[]) => {
  const { logger, lines } = memoryLog();
  const app = await createApp({
    ask,
    conversations: (await openStore({ path: ':memory:', days: 14, now: Date.now })).conversations,
    channels: plugins.map((mount, at) => ({ name: `plugin-${at}`, title: '', status: 'on', address: '', mount })),
    logger,
  });
  return { app, lines };
};

/** A bare server with request ids, as the app shall have them. */
export const serverWithIds = (): { readonly app: FastifyInstance; readonly lines: string[] } => {
  const { logger, lines } = memoryLog();
  const loggerInstance: FastifyBaseLogger = logger;
  const frameworkErrors = (_error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
    sendRequestId(request, reply);
    return reply.code(400).send();
  };
  const app = fastify({ ...REQUEST_IDS, loggerInstance, frameworkErrors });
  echoRequestIds(app);
  return { app, lines };
};
