import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** The header in which a caller hands in an id, and gets it back. */
export const REQUEST_ID_HEADER = 'x-request-id';

/** What may stand in a log as it came: no white space, no control characters, nothing long. */
const SANE = /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,62}[A-Za-z0-9])?$/;

const idOf = ({ headers }: Pick<IncomingMessage, 'headers'>): string => {
  const given = headers[REQUEST_ID_HEADER];
  return typeof given === 'string' && SANE.test(given) ? given : randomUUID();
};

/** Options to spread into `fastify()`: the caller's id where it is sane, a fresh one otherwise. It stands in each line of the request's log. */
export const REQUEST_IDS = { requestIdHeader: false, genReqId: idOf } as const;

/** Sends the id back. Errors that Fastify raises before any hook (an address that cannot be decoded) need it called. */
export const sendRequestId = (request: FastifyRequest, reply: FastifyReply): void => {
  reply.header(REQUEST_ID_HEADER, request.id);
};

/** Sends the id back with every answer. To be called on the root, before routes are registered. */
export const echoRequestIds = (app: FastifyInstance): void => {
  app.addHook('onRequest', async (request, reply) => sendRequestId(request, reply));
};
