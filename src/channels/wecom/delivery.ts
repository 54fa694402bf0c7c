import type { FastifyRequest } from 'fastify';
import type { WecomDelivery } from './unseal.ts';

/** A request as the receivers take it, its body still bytes. `receivedAt` in milliseconds since the epoch. */
export const deliveryOf = (request: FastifyRequest, receivedAt: number): WecomDelivery => ({
  method: request.method,
  query: request.query as WecomDelivery['query'],
  headers: request.headers,
  body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
  receivedAt,
});
