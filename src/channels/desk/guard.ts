import type { FastifyReply, FastifyRequest } from 'fastify';
import { isOwnOrigin } from '../own-origin.ts';
import type { Viewer } from './layout.ts';
import { faultPage } from './login-page.ts';
import { cookieOf, type Form, formOf } from './request.ts';
import type { Session, Sessions } from './sessions.ts';

export const SESSION_COOKIE = 'wenji_desk';
export const HTML_TYPE = 'text/html; charset=utf-8';

/** Somebody who gave the token looks at a page or sends a form. */
export interface Visit {
  readonly request: FastifyRequest;
  readonly session: Session;
  /** What pages show of them; what was to be said once is said with it. */
  readonly viewer: () => Viewer;
}

/** What a page or a form comes to. */
export type Outcome =
  | { readonly status: 'page'; readonly html: string; readonly code?: number }
  /** `flash` is said on the page that follows. */
  | { readonly status: 'goto'; readonly path: string; readonly flash?: string }
  | { readonly status: 'missing' };

export const page = (html: string, code = 200): Outcome => ({ status: 'page', html, code });
export const goTo = (path: string, flash?: string): Outcome => ({
  status: 'goto',
  path,
  ...(flash !== undefined && { flash }),
});

type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>;
type Hook = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply | undefined>;

/** Lets through who gave the token and, for forms, what the desk's own pages sent. */
export interface Guard {
  readonly reads: (work: (visit: Visit) => Promise<Outcome> | Outcome) => Handler;
  /** Refuses a form before its body is read: it came from elsewhere, or nobody is at the desk. */
  readonly before: Hook;
  readonly writes: (work: (visit: Visit, form: Form) => Promise<Outcome>) => Handler;
}

export const sendPage = (reply: FastifyReply, html: string, code = 200): FastifyReply =>
  reply.code(code).type(HTML_TYPE).send(html);

export const refuseForm = (reply: FastifyReply): FastifyReply =>
  sendPage(reply, faultPage('没有接受', '这个表单不是从本页发出的，或者已经过期。请回到页面，重新提交一次。'), 403);

const ELSEWHERE =
  '浏览器说这个表单来自另一个地址。请从 PUBLIC_URL 所设的地址打开管理页；浏览器里就是这个地址时，请管理员改正 PUBLIC_URL，重启服务。';

/** The browser named another page than ours. */
export const refuseOrigin = (reply: FastifyReply): FastifyReply =>
  sendPage(reply, faultPage('没有接受', ELSEWHERE), 403);

const send = (reply: FastifyReply, session: Session, outcome: Outcome): FastifyReply => {
  switch (outcome.status) {
    case 'page':
      return sendPage(reply, outcome.html, outcome.code);
    case 'goto':
      session.flash = outcome.flash;
      return reply.redirect(outcome.path, 303);
    case 'missing':
      return sendPage(reply, faultPage('没有这一页', '它可能已经过了保存期，或者被提问的人撤回了。'), 404);
  }
};

export const createGuard = (sessions: Sessions): Guard => {
  const visitOf = (request: FastifyRequest): Visit | undefined => {
    const session = sessions.find(cookieOf(request, SESSION_COOKIE));
    if (!session) return undefined;
    const viewer = (): Viewer => {
      const { flash } = session;
      session.flash = undefined;
      return { csrf: sessions.csrfOf(session.id), author: session.author, flash };
    };
    return { request, session, viewer };
  };
  const askForToken = (reply: FastifyReply): FastifyReply => reply.redirect('/admin/login', 303);
  return {
    reads: (work) => async (request, reply) => {
      const visit = visitOf(request);
      return visit ? send(reply, visit.session, await work(visit)) : askForToken(reply);
    },
    before: async (request, reply) => {
      if (!isOwnOrigin(request)) return refuseOrigin(reply);
      return visitOf(request) ? undefined : askForToken(reply);
    },
    writes: (work) => async (request, reply) => {
      if (!isOwnOrigin(request)) return refuseOrigin(reply);
      const visit = visitOf(request);
      if (!visit) return askForToken(reply);
      const form = formOf(request);
      if (!sessions.isCsrf(visit.session.id, form.csrf ?? '')) return refuseForm(reply);
      return send(reply, visit.session, await work(visit, form));
    },
  };
};
