import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import { CodedError } from '../../errors.ts';
import { asCoded } from '../api/faults.ts';
import { createGuard, sendPage } from './guard.ts';
import { loginRoutes } from './login.ts';
import { faultPage } from './login-page.ts';
import { createMending } from './mended.ts';
import { modelRoutes } from './model.ts';
import type { DeskOptions } from './options.ts';
import { overviewPage } from './overview-page.ts';
import { planRoutes } from './plans.ts';
import { progressRoutes } from './progress.ts';
import { questionRoutes } from './questions.ts';
import { readForms } from './request.ts';
import { createSessions } from './sessions.ts';
import { troubleRoutes } from './troubles.ts';
import { readUploads } from './upload.ts';
import { weekRoutes } from './weeks-page.ts';
import { wordRoutes } from './words.ts';

/** Characters. */
const SHORTEST_TOKEN = 16;
const DAYS = 14;
const MOST_OPEN = 1000;

const STYLES = [
  { name: 'ground.css', url: new URL('../web/ground.css', import.meta.url) },
  { name: 'base.css', url: new URL('../web/base.css', import.meta.url) },
  { name: 'desk.css', url: new URL('./desk.css', import.meta.url) },
  { name: 'forms.css', url: new URL('./forms.css', import.meta.url) },
  { name: 'plans.css', url: new URL('./plans.css', import.meta.url) },
];
const SCRIPT = new URL('./plans-client.js', import.meta.url);

const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
];
/** Of the pages that take a file: they run our script, which talks to us. */
const WITH_SCRIPT = [...POLICY, "script-src 'self'", "connect-src 'self'"].join('; ');
const SCRIPTED = new Set(['/admin/plans', '/admin/plans/upload', '/admin/progress', '/admin/progress/upload']);

const HEADERS = {
  'content-security-policy': POLICY.join('; '),
  // To ourselves the browser must tell where a form comes from.
  'referrer-policy': 'same-origin',
  'cache-control': 'no-store',
} as const;

const prepareScope = (scope: FastifyInstance): void => {
  readForms(scope);
  readUploads(scope);
  scope.addHook('onRequest', async (request, reply) => {
    reply.headers(HEADERS);
    if (SCRIPTED.has(request.routeOptions.url ?? '')) reply.header('content-security-policy', WITH_SCRIPT);
  });
  scope.setErrorHandler((thrown, request, reply) => {
    const error = asCoded(thrown);
    if (error.code === 'internal') request.log.error({ err: thrown }, 'request failed');
    return sendPage(reply, faultPage('没有做成', error.message), error.status);
  });
};

const serveStyles = async (scope: FastifyInstance): Promise<void> => {
  for (const { name, url } of STYLES) {
    const style = await readFile(url, 'utf8');
    scope.get(`/admin/assets/${name}`, async (_request, reply) => reply.type('text/css; charset=utf-8').send(style));
  }
  const script = await readFile(SCRIPT, 'utf8');
  const type = 'text/javascript; charset=utf-8';
  scope.get('/admin/assets/plans-client.js', async (_request, reply) => reply.type(type).send(script));
};

/**
 * The administrator's desk at `/admin`: what was asked, what was not answered well, and the words that mend it.
 *
 * @throws CodedError `config_invalid` for a token that could be guessed
 */
export const deskPages: FastifyPluginAsync<DeskOptions> = async (scope, options) => {
  const { token, plans, records, now } = options;
  if (token === undefined) return;
  if ([...token].length < SHORTEST_TOKEN)
    throw new CodedError('config_invalid', `ADMIN_TOKEN 至少 ${SHORTEST_TOKEN} 个字符，或留空以停用管理页。`);
  const mending = createMending(plans, records, now);
  const sessions = createSessions(now, randomBytes);
  const guard = createGuard(sessions);
  prepareScope(scope);
  await serveStyles(scope);
  loginRoutes(scope, { token, sessions, guard, now });
  scope.get(
    '/admin',
    guard.reads(async ({ viewer }) => {
      await mending.look();
      const open = (await records.unanswered({ limit: MOST_OPEN })).length;
      const mended = (await records.unanswered({ limit: MOST_OPEN, state: 'mended' })).length;
      const html = overviewPage({
        ...{ viewer: viewer(), days: await records.days(DAYS), open, mended },
        ...{ plans: plans.list(), broken: plans.broken(), troubles: options.troubles },
      });
      return { status: 'page', html };
    }),
  );
  troubleRoutes(scope, guard, options.troubles);
  questionRoutes(scope, guard, { ...options, mending });
  if (options.modelReplies) modelRoutes(scope, guard, { plans, now, modelReplies: options.modelReplies });
  weekRoutes(scope, guard, options);
  wordRoutes(scope, guard, options);
  planRoutes(scope, guard, { desk: options.desk, now, mayUpload: guard.before });
  progressRoutes(scope, guard, { plans, reports: options.reports, mayUpload: guard.before });
  scope.addHook('onClose', async () => options.desk.drafts.stop());
};
