import type { AddressInfo } from 'node:net';
import { type FastifyInstance, type FastifyReply, type FastifyRequest, fastify } from 'fastify';
import { z } from 'zod';

/** One request as the platform saw it. */
export interface ApiRequest {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | undefined;
  readonly userAgent: string | undefined;
  readonly body: unknown;
}

/** A reply that the platform accepted and shows in the chat. */
export interface SentReply {
  readonly messageId: string;
  readonly text: string;
  readonly uuid: string;
}

/** What goes wrong with the next reply. */
export type ApiFault =
  | { readonly kind: 'code'; readonly http: number; readonly code: number; readonly reset?: number }
  | { readonly kind: 'page'; readonly http: number }
  | { readonly kind: 'hang' }
  /** The reply is sent, but the answer that says so is lost. */
  | { readonly kind: 'lost' };

export interface FakeFeishuApi {
  readonly url: string;
  readonly requests: readonly ApiRequest[];
  readonly replies: readonly SentReply[];
  /** Requests to reply, accepted or not. */
  readonly tries: () => readonly ApiRequest[];
  readonly tokensIssued: () => number;
  /** Lets the chat know a message, or a reply to it is refused. */
  readonly post: (messageId: string, chatId: string) => void;
  /** Faults for the next replies, one each. */
  readonly failNext: (...faults: readonly ApiFault[]) => void;
  readonly expireTokens: () => void;
  /** Whether bot/v3/info answers. */
  readonly setIdentity: (answers: boolean) => void;
  readonly close: () => Promise<void>;
}

/** Credentials that the fake accepts. */
export const APP = { id: 'cli_0123456789abcdef', secret: 'app-secret-of-the-test' } as const;

/** The open_id of the bot. */
export const BOT = 'ou_bot';

const TEXT_LIMIT = 150 * 1024;
const PER_SECOND = 5;

const tokenBody = z.strictObject({ app_id: z.string(), app_secret: z.string() });

const replyBody = z.strictObject({
  msg_type: z.literal('text'),
  content: z.string(),
  uuid: z.string().min(1).max(50),
  reply_in_thread: z.boolean().optional(),
});

const textContent = z.strictObject({ text: z.string().min(1) });

const refuse = (reply: FastifyReply, code: number, msg: string, http = 400) => reply.code(http).send({ code, msg });

const readText = (content: string): string | undefined => {
  try {
    return textContent.parse(JSON.parse(content)).text;
  } catch {
    return undefined;
  }
};

const createTokens = () => {
  const valid = new Set<string>();
  let issued = 0;
  const issue = (): string => {
    const token = `t-${++issued}`;
    valid.add(token);
    return token;
  };
  return { valid, issue, issued: () => issued };
};

const bearer = (request: FastifyRequest): string | undefined =>
  /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];

const createChats = () => {
  const chatOf = new Map<string, string>();
  const times = new Map<string, readonly number[]>();
  /** 5 QPS per group, shared by all bots. */
  const isTooFast = (chat: string): boolean => {
    const recent = (times.get(chat) ?? []).filter((time) => Date.now() - time < 1000);
    times.set(chat, [...recent, Date.now()]);
    return recent.length >= PER_SECOND;
  };
  return { chatOf, isTooFast };
};

const mountReplies = (app: FastifyInstance, chats: ReturnType<typeof createChats>, faults: ApiFault[]) => {
  const replies: SentReply[] = [];
  const byUuid = new Map<string, string>();

  const send = (messageId: string, text: string, uuid: string): string => {
    const id = byUuid.get(uuid) ?? `om_reply_${replies.length + 1}`;
    if (!byUuid.has(uuid)) replies.push({ messageId, text, uuid });
    byUuid.set(uuid, id);
    return id;
  };

  app.post<{ Params: { id: string } }>('/open-apis/im/v1/messages/:id/reply', async (request, reply) => {
    const fault = faults.shift();
    if (fault?.kind === 'hang') return new Promise(() => {});
    if (fault?.kind === 'page') return reply.code(fault.http).type('text/html').send('<h1>Bad Gateway</h1>');
    if (fault?.kind === 'code') {
      if (fault.reset !== undefined) reply.header('x-ogw-ratelimit-reset', String(fault.reset));
      return refuse(reply, fault.code, 'as the test asked', fault.http);
    }
    const body = replyBody.safeParse(request.body);
    const text = body.success ? readText(body.data.content) : undefined;
    if (!body.success || text === undefined)
      return refuse(reply, 230001, 'Your request contains an invalid parameter.');
    if (Buffer.byteLength(JSON.stringify(request.body)) > TEXT_LIMIT) return refuse(reply, 230025, 'too long');
    const chat = chats.chatOf.get(request.params.id);
    if (chat === undefined) return refuse(reply, 230110, 'The message has been deleted.');
    if (chats.isTooFast(chat)) return refuse(reply, 230020, 'This operation triggers the frequency limit.');
    const id = send(request.params.id, text, body.data.uuid);
    if (fault?.kind === 'lost') return reply.code(504).type('text/html').send('<h1>Gateway Timeout</h1>');
    const data = {
      message_id: id,
      parent_id: request.params.id,
      root_id: request.params.id,
      chat_id: chat,
      msg_type: 'text',
    };
    return { code: 0, msg: 'success', data };
  });
  return replies;
};

/** The Feishu Open API on a port of its own, as strict as the pages say that the real one is. */
export const fakeFeishuApi = async (): Promise<FakeFeishuApi> => {
  const app = fastify({ bodyLimit: 1 << 20 });
  const requests: ApiRequest[] = [];
  const faults: ApiFault[] = [];
  const tokens = createTokens();
  const chats = createChats();
  let identityAnswers = true;

  app.addHook('preHandler', async (request, reply) => {
    const { method, url: path, headers, body } = request;
    requests.push({ method, path, authorization: headers.authorization, userAgent: headers['user-agent'], body });
    if (path.includes('/tenant_access_token/')) return;
    const token = bearer(request);
    if (token === undefined) return refuse(reply, 99991661, 'Missing access token for authorization.');
    if (!tokens.valid.has(token)) return refuse(reply, 99991663, 'Invalid access token for authorization.');
  });

  app.post('/open-apis/auth/v3/tenant_access_token/internal', async (request) => {
    const body = tokenBody.safeParse(request.body);
    if (!body.success || body.data.app_id !== APP.id) return { code: 10003, msg: 'invalid param' };
    if (body.data.app_secret !== APP.secret) return { code: 10014, msg: 'app secret invalid' };
    return { code: 0, msg: 'ok', tenant_access_token: tokens.issue(), expire: 7200 };
  });

  app.get('/open-apis/bot/v3/info', async (_request, reply) =>
    identityAnswers
      ? { code: 0, msg: 'ok', bot: { open_id: BOT, app_name: 'FakeBot' } }
      : refuse(reply, 99991672, 'Access denied.'),
  );

  const replies = mountReplies(app, chats, faults);
  await app.listen({ port: 0, host: '127.0.0.1' });
  return {
    url: `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`,
    requests,
    replies,
    tries: () => requests.filter(({ path }) => path.endsWith('/reply')),
    tokensIssued: tokens.issued,
    post: (messageId, chatId) => chats.chatOf.set(messageId, chatId),
    failNext: (...next) => faults.push(...next),
    expireTokens: () => tokens.valid.clear(),
    setIdentity: (answers) => {
      identityAnswers = answers;
    },
    close: async () => {
      app.server.closeAllConnections();
      await app.close();
    },
  };
};
