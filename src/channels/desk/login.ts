import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { authorSchema } from '../../overlay/overlay.ts';
import { isSame } from '../constant-time.ts';
import { isOwnOrigin, isSecure } from '../own-origin.ts';
import { createAttempts } from './attempts.ts';
import { type Guard, goTo, refuseForm, refuseOrigin, SESSION_COOKIE, sendPage } from './guard.ts';
import { loginPage } from './login-page.ts';
import { cookieOf, formOf, setCookie } from './request.ts';
import { SESSION_LIFETIME, type Sessions } from './sessions.ts';

export interface LoginParts {
  readonly token: string;
  readonly sessions: Sessions;
  readonly guard: Guard;
  /** Milliseconds. */
  readonly now: () => number;
}

/** Ties the login form to the browser that asked for it. */
const FORM_COOKIE = 'wenji_desk_form';
const FORM_SECONDS = 3600;
const SECOND = 1000;
const RETRY_SECONDS = 60;
const NO_NAME = '管理员';

/** The login form, and leaving. */
export const loginRoutes = (scope: FastifyInstance, parts: LoginParts): void => {
  const { token, sessions, guard, now } = parts;
  const mayTry = createAttempts(now);

  const askForToken = (request: FastifyRequest, reply: FastifyReply, fault?: string): string => {
    const id = cookieOf(request, FORM_COOKIE) ?? sessions.newId();
    setCookie(reply, { name: FORM_COOKIE, value: id, seconds: FORM_SECONDS, secure: isSecure(request) });
    return loginPage(sessions.csrfOf(id), fault);
  };

  const login = (request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const form = formOf(request);
    const id = cookieOf(request, FORM_COOKIE);
    if (!isOwnOrigin(request)) return refuseOrigin(reply);
    if (id === undefined || !sessions.isCsrf(id, form.csrf ?? '')) return refuseForm(reply);
    if (!mayTry(request.ip)) {
      reply.header('retry-after', RETRY_SECONDS);
      return sendPage(reply, askForToken(request, reply, '试得太频繁了，请一分钟后再试。'), 429);
    }
    if (!isSame(form.token ?? '', token)) {
      request.log.warn('the desk was asked to open with a wrong token');
      return sendPage(reply, askForToken(request, reply, '令牌不对，请核对后再试。'), 401);
    }
    const signed = authorSchema.safeParse(form.author ?? '');
    const { id: session } = sessions.open(signed.success ? signed.data : NO_NAME);
    const seconds = SESSION_LIFETIME / SECOND;
    setCookie(reply, { name: SESSION_COOKIE, value: session, seconds, secure: isSecure(request) });
    return reply.redirect('/admin', 303);
  };

  scope.get('/admin/login', async (request, reply) => sendPage(reply, askForToken(request, reply)));
  scope.post('/admin/login', async (request, reply) => login(request, reply));
  scope.post(
    '/admin/logout',
    guard.writes(async ({ session }) => {
      sessions.close(session.id);
      return goTo('/admin/login');
    }),
  );
};
