import type { FastifyBaseLogger } from 'fastify';

/** Where a channel writes its log: never a question's words, a secret or a person's name. */
export type Log = Pick<FastifyBaseLogger, 'debug' | 'info' | 'warn' | 'error'>;
