import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { type FastifyReply, fastify } from 'fastify';
import { z } from 'zod';

/** A message as the platform gets it (pages 回复消息, 发送消息). */
export interface FeishuSent {
  readonly msg_type: 'text' | 'interactive' | 'file';
  /** A string of JSON. */
  readonly content: string;
}

/** The few calls of the Feishu Open API that the bot makes, on this machine: nothing reaches a real chat. */
export interface FeishuStandIn {
  readonly url: string;
  readonly sent: readonly FeishuSent[];
  /** Lets the chat know a message, so that it can be replied to. */
  readonly post: (message: string, chat: string) => void;
  /** Resolves when the bot has asked who it is. */
  readonly identified: Promise<void>;
  readonly close: () => Promise<void>;
}

/** The open_id of the bot. */
export const SIMULATED_BOT = 'ou_simulated_bot';

/** Bytes of a request (page 发送消息). */
const LIMITS = { text: 150 * 1024, interactive: 30 * 1024, file: 150 * 1024 } as const;

const message = {
  msg_type: z.enum(['text', 'interactive', 'file']),
  content: z.string(),
  uuid: z.string().min(1).max(50),
};
const replyBody = z.strictObject({ ...message, reply_in_thread: z.boolean().optional() });
const createBody = z.strictObject({ ...message, receive_id: z.string() });

const refuse = (reply: FastifyReply, code: number, msg: string) => reply.code(400).send({ code, msg });

/** Opens the stand-in; it knows one app and takes what the platform would take. */
export const openFeishuStandIn = async (app: {
  readonly appId: string;
  readonly appSecret: string;
}): Promise<FeishuStandIn> => {
  const server = fastify({ bodyLimit: 1 << 20 });
  const token = `t-${randomUUID()}`;
  const sent: FeishuSent[] = [];
  const chatOf = new Map<string, string>();
  let identify = (): void => {};
  const identified = new Promise<void>((resolve) => {
    identify = resolve;
  });

  const accept = (body: z.output<typeof replyBody> | z.output<typeof createBody>, reply: FastifyReply) => {
    const { msg_type, content } = body;
    if (Buffer.byteLength(JSON.stringify(body)) > LIMITS[msg_type]) return refuse(reply, 230025, 'too long');
    sent.push({ msg_type, content });
    return { code: 0, msg: 'success', data: { message_id: `om_sent_${sent.length}` } };
  };

  server.post('/open-apis/auth/v3/tenant_access_token/internal', async (request) => {
    const wanted = z.strictObject({ app_id: z.literal(app.appId), app_secret: z.literal(app.appSecret) });
    if (!wanted.safeParse(request.body).success) return { code: 10014, msg: 'app secret invalid' };
    return { code: 0, msg: 'ok', tenant_access_token: token, expire: 7200 };
  });
  server.addHook('preHandler', async (request, reply) => {
    const isOpen = request.url.includes('/tenant_access_token/');
    if (!isOpen && request.headers.authorization !== `Bearer ${token}`) return refuse(reply, 99991663, 'bad token');
  });
  server.addContentTypeParser(/^multipart\//, { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  // The key is the name, so that the message shows it.
  server.post('/open-apis/im/v1/files', { bodyLimit: 30 << 20 }, async (request) => {
    const name = /name="file_name"\r\n\r\n(.*?)\r\n/.exec((request.body as Buffer).toString('utf8'))?.[1];
    return { code: 0, msg: 'success', data: { file_key: name } };
  });
  server.get('/open-apis/bot/v3/info', async () => {
    identify();
    return { code: 0, msg: 'ok', bot: { activate_status: 2, app_name: '问计', open_id: SIMULATED_BOT } };
  });
  server.post<{ Params: { id: string } }>('/open-apis/im/v1/messages/:id/reply', async (request, reply) => {
    const body = replyBody.safeParse(request.body);
    if (!body.success) return refuse(reply, 230001, 'invalid parameter');
    return chatOf.has(request.params.id) ? accept(body.data, reply) : refuse(reply, 230110, 'deleted');
  });
  server.post('/open-apis/im/v1/messages', async (request, reply) => {
    const body = createBody.safeParse(request.body);
    return body.success ? accept(body.data, reply) : refuse(reply, 230001, 'invalid parameter');
  });

  await server.listen({ host: '127.0.0.1', port: 0 });
  return {
    url: `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    sent,
    post: (id, chat) => chatOf.set(id, chat),
    identified,
    close: async () => {
      server.server.closeAllConnections();
      await server.close();
    },
  };
};
