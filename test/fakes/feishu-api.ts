import type { AddressInfo } from 'node:net';
import { type FastifyReply, type FastifyRequest, fastify } from 'fastify';
import { z } from 'zod';
import { feishuChats, type Shown, type Written } from './feishu-chats.ts';
import { mountFiles, type UploadedFile } from './feishu-files.ts';
import { type ApiFault, type CheckCard, mountMessages, type Switches } from './feishu-messages.ts';

export type { ApiFault, Shown };

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
  /** The text of a text message; a card as its JSON. */
  readonly text: string;
  readonly uuid: string;
}

/** What a test may hand in. */
export interface FakeFeishuOptions {
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
  readonly checkCard?: CheckCard;
}

export interface FakeFeishuApi {
  readonly url: string;
  readonly requests: readonly ApiRequest[];
  /** Everything that is shown, in order. */
  readonly sent: readonly Shown[];
  readonly files: readonly UploadedFile[];
  /** Of these, the replies. */
  readonly replies: readonly SentReply[];
  /** Requests to send a message, accepted or not. */
  readonly tries: () => readonly ApiRequest[];
  readonly tokensIssued: () => number;
  /** Lets the chat know a message, or a reply to it is refused. */
  readonly post: (messageId: string, chatId: string, said?: Written) => void;
  /** The bot is in the group, or in a private chat with somebody. */
  readonly join: (chatId: string) => void;
  /** The bot may write to the person. */
  readonly meet: (openId: string) => void;
  readonly recall: (messageId: string) => void;
  readonly set: (switches: Partial<Switches>) => void;
  /** Faults for the next messages, one each. */
  readonly failNext: (...faults: readonly ApiFault[]) => void;
  readonly expireTokens: () => void;
  /** Whether bot/v3/info answers. */
  readonly setIdentity: (answers: boolean) => void;
  /** The `activate_status` of the app. */
  readonly setActivation: (status: number) => void;
  readonly close: () => Promise<void>;
}

/** Credentials that the fake accepts. */
export const APP = { id: 'cli_0123456789abcdef', secret: 'app-secret-of-the-test' } as const;

/** The open_id of the bot. */
export const BOT = 'ou_bot';

const tokenBody = z.strictObject({ app_id: z.string(), app_secret: z.string() });

const refuse = (reply: FastifyReply, code: number, msg: string, http = 400) => reply.code(http).send({ code, msg });

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

/** In step with what is shown. */
const repliesOf = (sent: readonly Shown[]): readonly SentReply[] =>
  sent
    .filter(({ to }) => to.kind === 'message')
    .map(({ to, msgType, content, uuid }) => ({
      messageId: to.id,
      text: msgType === 'text' ? String((JSON.parse(content) as { text: unknown }).text) : content,
      uuid,
    }));

/** The Feishu Open API on a port of its own, as strict as the pages say that the real one is. */
export const fakeFeishuApi = async (options: FakeFeishuOptions = {}): Promise<FakeFeishuApi> => {
  const { now = Date.now, checkCard = () => [] } = options;
  const app = fastify({ bodyLimit: 1 << 20 });
  const requests: ApiRequest[] = [];
  const faults: ApiFault[] = [];
  const tokens = createTokens();
  const chats = feishuChats(now);
  const switches: Switches = { limitedBy: 'chat', threads: true, quota: true, uploads: true, reads: true };
  let identityAnswers = true;
  let activation = 2;

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
      ? {
          code: 0,
          msg: 'ok',
          bot: { activate_status: activation, app_name: 'FakeBot', open_id: BOT, ip_white_list: [] },
        }
      : refuse(reply, 99991672, 'Access denied.'),
  );

  const files = mountFiles(app, () => switches.uploads);
  mountMessages(app, { chats, faults, switches, checkCard, files });
  await app.listen({ port: 0, host: '127.0.0.1' });
  return {
    url: `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`,
    requests,
    sent: chats.sent,
    files,
    get replies() {
      return repliesOf(chats.sent);
    },
    tries: () =>
      requests.filter(({ method, path }) => method === 'POST' && path.startsWith('/open-apis/im/v1/messages')),
    tokensIssued: tokens.issued,
    post: chats.post,
    join: (chatId) => chats.chats.add(chatId),
    meet: (openId) => chats.people.add(openId),
    recall: (messageId) => chats.recalled.add(messageId),
    set: (next) => Object.assign(switches, next),
    failNext: (...next) => faults.push(...next),
    expireTokens: () => tokens.valid.clear(),
    setIdentity: (answers) => {
      identityAnswers = answers;
    },
    setActivation: (status) => {
      activation = status;
    },
    close: async () => {
      app.server.closeAllConnections();
      await app.close();
    },
  };
};
