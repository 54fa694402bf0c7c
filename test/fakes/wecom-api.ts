import type { AddressInfo } from 'node:net';
import { type FastifyInstance, type FastifyReply, type FastifyRequest, fastify } from 'fastify';
import { z } from 'zod';
import { type AgentSettings, mountAgent } from './wecom-agent.ts';
import { faultsOfTemplateCard } from './wecom-card.ts';
import {
  createScreen,
  faultOf,
  LIMITS,
  messageOf,
  refuse,
  responseBody,
  sendBody,
  updateBody,
  type WecomShown,
} from './wecom-messages.ts';

/** One request as the platform saw it. */
export interface WecomRequest {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** What goes wrong with the next message that is sent. */
export type WecomFault =
  | { readonly kind: 'code'; readonly code: number }
  | { readonly kind: 'page'; readonly http: number }
  | { readonly kind: 'redirect'; readonly to: string }
  | { readonly kind: 'hang' }
  | { readonly kind: 'huge' }
  /** The message is shown, but the connection is cut before the answer. */
  | { readonly kind: 'reset' }
  /** errcode 0, and the member stands in this list. */
  | { readonly kind: 'missed'; readonly list: 'invaliduser' | 'unlicenseduser' };

export interface FakeWecomApi {
  readonly url: string;
  readonly requests: readonly WecomRequest[];
  readonly shown: readonly WecomShown[];
  /** Requests to send a message, accepted or not. */
  readonly tries: () => readonly WecomRequest[];
  readonly tokensIssued: () => number;
  /** Faults for the next messages, one each. */
  readonly failNext: (...faults: readonly WecomFault[]) => void;
  /** Faults for the next gettoken, one each. */
  readonly failTokens: (...faults: readonly WecomFault[]) => void;
  readonly expireTokens: () => void;
  /** The address by which one message of the bot may be answered, from now on. */
  readonly responseUrl: (code: string) => string;
  /** A card was clicked: its response_code may be used once. */
  readonly click: (code: string) => void;
  /** What an administrator has set for the app. */
  readonly agent: AgentSettings;
  readonly close: () => Promise<void>;
}

/** Credentials that the fake accepts. */
export const WECOM_APP = { corpId: 'ww0123456789abcdef', secret: 'secret-of-the-wecom-app', agentId: 1000002 } as const;

/** Members in the range of the app. */
export const MEMBERS = ['zhangsan', 'LiSi', 'wangwu'] as const;

const HOUR = 3_600_000;

const ok = (extra: object = {}) => ({ errcode: 0, errmsg: 'ok', ...extra });

const queryOf = (request: FastifyRequest): Record<string, string> =>
  z.record(z.string(), z.string()).parse(request.query);

const createTokens = (now: () => number) => {
  const until = new Map<string, number>();
  let issued = 0;
  /** The same token again until five minutes before its end. */
  const issue = () => {
    const left = (until.get(`w-token-${issued}`) ?? 0) - now();
    if (left > 300_000) return ok({ access_token: `w-token-${issued}`, expires_in: Math.floor(left / 1000) });
    const token = `w-token-${++issued}`;
    until.set(token, now() + 7_200_000);
    return ok({ access_token: token, expires_in: 7200 });
  };
  const faultOf = (token: string | undefined) => {
    if (!token) return refuse(41001, 'access_token missing');
    const end = until.get(token);
    if (end === undefined) return refuse(40014, 'invalid access_token');
    return end <= now() ? refuse(42001, 'access_token expired') : undefined;
  };
  const expire = (): void => {
    for (const token of until.keys()) until.set(token, 0);
  };
  return { issue, faultOf, expire, issued: () => issued };
};

/** Answers as a fault wants it, unless it leaves the answer to the platform. */
const misbehave = (fault: WecomFault | undefined, reply: FastifyReply): Promise<unknown> | FastifyReply | undefined => {
  switch (fault?.kind) {
    case 'code':
      return reply.send(refuse(fault.code, `as the test asked, hint: [1], from ip: 127.0.0.1`));
    case 'page':
      return reply.code(fault.http).type('text/html').send('<h1>Bad Gateway</h1>');
    case 'redirect':
      return reply.redirect(fault.to);
    case 'hang':
      return new Promise(() => {});
    case 'huge':
      return reply.send(ok({ padding: 'x'.repeat(2 << 20) }));
    case 'reset':
    case 'missed':
    case undefined:
      return undefined;
  }
};

const cut = (reply: FastifyReply): FastifyReply => {
  reply.hijack();
  reply.raw.socket?.destroy();
  return reply;
};

type Screen = ReturnType<typeof createScreen>;

const mountSending = (
  app: FastifyInstance,
  { show, shown }: Screen,
  { faults, codes }: { readonly faults: WecomFault[]; readonly codes: Set<string> },
) => {
  app.post('/cgi-bin/message/send', async (request, reply) => {
    const fault = faults.shift();
    const instead = misbehave(fault, reply);
    if (instead) return instead;
    const read = sendBody.safeParse(request.body);
    if (!read.success) return refuse(40058, 'invalid Request Parameter');
    const body = read.data;
    if (body.agentid !== WECOM_APP.agentId) return refuse(301002, 'not allow to operate this app');
    if (!MEMBERS.some((member) => member.toLowerCase() === body.touser.toLowerCase()))
      return refuse(81013, 'user & party & tag all invalid');
    const refused = faultOf(body, LIMITS.app);
    if (refused) return refused;
    if (fault?.kind === 'missed') return ok({ msgid: 'm', [fault.list]: body.touser.toLowerCase() });
    show(body);
    if (fault?.kind === 'reset') return cut(reply);
    return ok({ invaliduser: '', invalidparty: '', unlicenseduser: '', msgid: `m${shown.length}` });
  });

  app.post('/cgi-bin/message/update_template_card', async (request) => {
    const read = updateBody.safeParse(request.body);
    if (!read.success) return refuse(40058, 'invalid Request Parameter');
    const { userids, response_code, template_card } = read.data;
    if (!codes.delete(response_code)) return refuse(42027, 'invalid response_code');
    const faults = faultsOfTemplateCard(template_card);
    if (faults.length > 0) return refuse(42045, `Template_Card invalid: ${faults.join('; ')}`);
    shown.push({ to: userids.join('|'), message: { updated: template_card } });
    return ok();
  });
};

const mountResponses = (
  app: FastifyInstance,
  { shown }: Screen,
  { faults, now }: { readonly faults: WecomFault[]; readonly now: () => number },
) => {
  const since = new Map<string, number>();
  app.post('/cgi-bin/aibot/response', async (request, reply) => {
    const fault = faults.shift();
    const instead = misbehave(fault, reply);
    if (instead) return instead;
    const code = queryOf(request).response_code ?? '';
    const read = responseBody.safeParse(request.body);
    if (!read.success) return refuse(40008, 'invalid message type');
    const at = since.get(code);
    // The page does not name the code; it is one that nobody knows.
    if (at === undefined || now() - at >= HOUR) return refuse(860_001, 'response_code used or over');
    const refused = faultOf(read.data, LIMITS.bot);
    if (refused) return refused;
    since.delete(code);
    shown.push({ to: code, message: messageOf(read.data) });
    if (fault?.kind === 'reset') return cut(reply);
    return ok();
  });
  return { allow: (code: string) => since.set(code, now()) };
};

/** The WeCom server API on a port of its own, as strict as the pages say that the real one is. */
export const fakeWecomApi = async (now: () => number = Date.now): Promise<FakeWecomApi> => {
  const app = fastify({ bodyLimit: 1 << 20 });
  const requests: WecomRequest[] = [];
  const faults: WecomFault[] = [];
  const tokenFaults: WecomFault[] = [];
  const codes = new Set<string>();
  const tokens = createTokens(now);
  const screen = createScreen(now);

  app.addHook('preHandler', async (request, reply) => {
    const path = request.url.split('?')[0] ?? '';
    requests.push({ method: request.method, path, query: queryOf(request), body: request.body });
    if (path.endsWith('/gettoken') || path.includes('/aibot/')) return;
    const fault = tokens.faultOf(queryOf(request).access_token);
    if (fault) return reply.send(fault);
  });

  app.get('/cgi-bin/gettoken', async (request, reply) => {
    const instead = misbehave(tokenFaults.shift(), reply);
    if (instead) return instead;
    const { corpid, corpsecret } = queryOf(request);
    if (corpid !== WECOM_APP.corpId) return refuse(40013, 'invalid corpid');
    if (corpsecret !== WECOM_APP.secret) return refuse(40001, 'invalid credential');
    return tokens.issue();
  });

  app.get('/cgi-bin/getcallbackip', async () => ok({ ip_list: ['101.226.103.0/25', '127.0.0.1'] }));

  const agent = mountAgent(app, WECOM_APP.agentId);
  mountSending(app, screen, { faults, codes });
  const responses = mountResponses(app, screen, { faults, now });
  await app.listen({ port: 0, host: '127.0.0.1' });
  const url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  return {
    url,
    requests,
    shown: screen.shown,
    tries: () => requests.filter(({ path }) => path.endsWith('/message/send')),
    tokensIssued: tokens.issued,
    failNext: (...next) => faults.push(...next),
    failTokens: (...next) => tokenFaults.push(...next),
    expireTokens: tokens.expire,
    responseUrl: (code) => {
      responses.allow(code);
      return `${url}/cgi-bin/aibot/response?response_code=${code}`;
    },
    click: (code) => codes.add(code),
    agent,
    close: async () => {
      app.server.closeAllConnections();
      await app.close();
    },
  };
};
