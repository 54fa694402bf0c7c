import type { FastifyInstance } from 'fastify';

/**
 * Makes bodies of these types stay bytes in a scope: a signature is over what was received, not over what it means.
 *
 * @param types as in `content-type`, or `*` for any
 */
export const rawBodies = (scope: FastifyInstance, types: readonly string[]): void => {
  scope.removeAllContentTypeParsers();
  for (const type of types)
    scope.addContentTypeParser(type, { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
};
