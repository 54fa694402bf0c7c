import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Fields of a form, by name. */
export type Form = Readonly<Record<string, string>>;

const FORM_TYPE = 'application/x-www-form-urlencoded';
const FORM_LIMIT = 32 * 1024;

/** Forms are read in this scope only; of a field given twice, the last counts. */
export const readForms = (scope: FastifyInstance): void => {
  scope.addContentTypeParser(FORM_TYPE, { parseAs: 'string', bodyLimit: FORM_LIMIT }, (_request, body, done) => {
    done(null, Object.fromEntries(new URLSearchParams(String(body))));
  });
};

const isForm = (body: unknown): body is Form =>
  typeof body === 'object' && body !== null && Object.values(body).every((value) => typeof value === 'string');

export const formOf = ({ body }: FastifyRequest): Form => (isForm(body) ? body : {});

/** A cookie's value, as the browser sent it. */
export const cookieOf = ({ headers }: FastifyRequest, name: string): string | undefined =>
  (headers.cookie ?? '')
    .split(';')
    .map((pair) => pair.trim().split('='))
    .find(([key]) => key === name)?.[1];

/** A cookie of the desk: no script reads it, no other site sends it. */
export const setCookie = (
  reply: FastifyReply,
  { name, value, seconds, secure }: { name: string; value: string; seconds: number; secure: boolean },
): void => {
  const parts = [`${name}=${value}`, 'HttpOnly', 'SameSite=Strict', 'Path=/admin', `Max-Age=${seconds}`];
  reply.header('set-cookie', [...parts, ...(secure ? ['Secure'] : [])].join('; '));
};
