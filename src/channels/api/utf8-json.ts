import type { FastifyInstance } from 'fastify';
import { CodedError } from '../../errors.ts';

const decode = (body: Buffer): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    return undefined;
  }
};

/** Makes a scope refuse JSON bodies that are not UTF-8, rather than read them with characters lost. */
export const utf8Json = (scope: FastifyInstance): void => {
  const parse = scope.getDefaultJsonParser('error', 'error');
  scope.removeContentTypeParser('application/json');
  scope.addContentTypeParser<Buffer>('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    const text = decode(body);
    if (text === undefined) done(new CodedError('body_not_utf8'));
    else parse(request, text, done);
  });
};
