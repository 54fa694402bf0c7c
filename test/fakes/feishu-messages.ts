import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { FeishuChats, Shown } from './feishu-chats.ts';
import type { UploadedFile } from './feishu-files.ts';

/** What goes wrong with the next message. */
export type ApiFault =
  | {
      readonly kind: 'code';
      readonly http: number;
      readonly code: number;
      readonly reset?: number;
      readonly msg?: string;
    }
  | { readonly kind: 'page'; readonly http: number }
  | { readonly kind: 'hang' }
  /** The message is sent, but the connection breaks before the answer. */
  | { readonly kind: 'lost' };

/** What is wrong with a card, if anything. */
export type CheckCard = (content: string) => readonly string[];

/** What a test turns on and off. */
export interface Switches {
  /** Over five a second: the chat's own code, or that of the gateway with the seconds to wait. */
  limitedBy: 'chat' | 'gateway';
  threads: boolean;
  quota: boolean;
  /** The scope im:resource. */
  uploads: boolean;
  /** The scope to read messages; `hangs` lets whoever reads wait. */
  reads: boolean | 'hangs';
}

/** What the endpoints of messages are made of. */
export interface MessagesParts {
  readonly chats: FeishuChats;
  readonly faults: ApiFault[];
  readonly switches: Switches;
  readonly checkCard: CheckCard;
  readonly files: readonly UploadedFile[];
}

/** Bytes of the request (page 发送消息). */
const LIMITS = { text: 150 * 1024, interactive: 30 * 1024, file: 150 * 1024 } as const;

const message = {
  msg_type: z.enum(['text', 'interactive', 'file']),
  content: z.string(),
  uuid: z.string().min(1).max(50),
};
const replyBody = z.strictObject({ ...message, reply_in_thread: z.boolean().optional() });
const createBody = z.strictObject({ ...message, receive_id: z.string() });
const createQuery = z.strictObject({ receive_id_type: z.enum(['chat_id', 'open_id']) });

const textContent = z.strictObject({ text: z.string().min(1) });
const cardContent = z.looseObject({ schema: z.literal('2.0') });

type Refusal = { readonly code: number; readonly msg: string; readonly http?: number; readonly reset?: number };

const invalid: Refusal = { code: 230001, msg: 'Your request contains an invalid request parameter.' };

const refuse = (reply: FastifyReply, { code, msg, http = 400, reset }: Refusal) => {
  if (reset !== undefined) reply.header('x-ogw-ratelimit-limit', '5').header('x-ogw-ratelimit-reset', String(reset));
  return reply.code(http).send({ code, msg });
};

const isJsonOf = (schema: z.ZodType, content: string): boolean => {
  try {
    return schema.safeParse(JSON.parse(content)).success;
  } catch {
    return false;
  }
};

const faultOfContent = (
  sent: Pick<Shown, 'msgType' | 'content'>,
  bytes: number,
  { checkCard: check, files }: MessagesParts,
): Refusal | undefined => {
  if (bytes > LIMITS[sent.msgType])
    return { code: 230025, msg: 'The length of the message content reaches its limit.' };
  if (sent.msgType === 'text') return isJsonOf(textContent, sent.content) ? undefined : invalid;
  if (sent.msgType === 'file')
    return files.some(({ key }) => JSON.stringify({ file_key: key }) === sent.content) ? undefined : invalid;
  const [fault] = isJsonOf(cardContent, sent.content) ? check(sent.content) : ['parse card json err'];
  if (fault === undefined) return undefined;
  return { code: 230099, msg: `Failed to create card content, ext=ErrCode: 11310; ErrMsg: ${fault}; ErrorValue: ; ` };
};

/** How a fault of the test ends the request before it is read; undefined when it does not. */
const applyFault = (fault: ApiFault | undefined, reply: FastifyReply): Promise<never> | FastifyReply | undefined => {
  switch (fault?.kind) {
    case 'hang':
      return new Promise<never>(() => {});
    case 'page':
      return reply.code(fault.http).type('text/html').send('<h1>Bad Gateway</h1>');
    case 'code':
      return refuse(reply, { msg: 'as the test asked', ...fault });
    case 'lost':
    case undefined:
      return undefined;
  }
};

type Read =
  | { readonly shown: Omit<Shown, 'messageId'>; readonly chat: string; readonly refusal?: undefined }
  | { readonly shown?: undefined; readonly chat?: undefined; readonly refusal: Refusal };

const readReply = (id: string, sent: unknown, { chats, switches }: MessagesParts): Read => {
  const body = replyBody.safeParse(sent);
  if (!body.success) return { refusal: invalid };
  const { msg_type: msgType, content, uuid, reply_in_thread: thread = false } = body.data;
  const chat = chats.chatOf.get(id);
  if (chat === undefined) return { refusal: { code: 230110, msg: 'The message has been deleted.' } };
  if (chats.recalled.has(id)) return { refusal: { code: 230011, msg: 'The message was recalled.' } };
  if (thread && !switches.threads)
    return { refusal: { code: 230071, msg: 'The chat does not support reply in thread.' } };
  return { shown: { to: { kind: 'message', id }, msgType, content, uuid, thread }, chat };
};

const readCreate = (query: unknown, sent: unknown, { chats }: MessagesParts): Read => {
  const type = createQuery.safeParse(query);
  const body = createBody.safeParse(sent);
  if (!type.success || !body.success) return { refusal: invalid };
  const { msg_type: msgType, content, uuid, receive_id: id } = body.data;
  const shown = { msgType, content, uuid, thread: false };
  if (type.data.receive_id_type === 'chat_id') {
    if (!chats.chats.has(id)) return { refusal: { code: 230002, msg: 'The bot can not be outside the group.' } };
    return { shown: { to: { kind: 'chat', id }, ...shown }, chat: id };
  }
  if (!chats.people.has(id)) return { refusal: { code: 230013, msg: 'Bot has NO availability to this user.' } };
  return { shown: { to: { kind: 'person', id }, ...shown }, chat: id };
};

/** A message as im.v1.message.get gives it (page 获取指定消息的内容): of a person, or one of the bot's own. */
const itemOf = (id: string, { chats }: MessagesParts): object | undefined => {
  const said = chats.written.get(id);
  const common = { message_id: id, chat_id: chats.chatOf.get(id), create_time: '1609296809', deleted: false };
  const by = (type: string, idType: string) => ({ id: 'x', id_type: idType, sender_type: type, tenant_key: 't' });
  if (said) {
    const { msgType, content } = said;
    return { ...common, msg_type: msgType, body: { content }, sender: by('user', 'open_id') };
  }
  const sent = chats.sent.find(({ messageId }) => messageId === id);
  if (!sent) return undefined;
  const parent = sent.to.kind === 'message' && { root_id: sent.to.id, parent_id: sent.to.id };
  return { ...common, ...parent, msg_type: sent.msgType, body: { content: sent.content }, sender: by('app', 'app_id') };
};

const mountReading = (app: FastifyInstance, parts: MessagesParts): void => {
  app.get<{ Params: { id: string } }>('/open-apis/im/v1/messages/:id', (request, reply) => {
    if (parts.switches.reads === 'hangs') return new Promise<never>(() => {});
    if (!parts.switches.reads) return refuse(reply, { code: 230027, msg: 'Lack of necessary permissions.' });
    const item = itemOf(request.params.id, parts);
    if (!item) return refuse(reply, { code: 230110, msg: 'The message has been deleted.' });
    return { code: 0, msg: 'success', data: { items: [item] } };
  });
};

/** Replies and new messages. */
export const mountMessages = (app: FastifyInstance, parts: MessagesParts): void => {
  const { chats, faults, switches } = parts;
  const faultOfPlace = (chat: string): Refusal | undefined => {
    if (!switches.quota) return { code: 99991403, msg: 'This month API call quota has been exceeded.' };
    if (!chats.isTooFast(chat)) return undefined;
    return switches.limitedBy === 'chat'
      ? { code: 230020, msg: 'This operation triggers the frequency limit.' }
      : { code: 99991400, msg: 'request trigger frequency limit', http: 429, reset: 1 };
  };

  const accept = async (request: FastifyRequest, reply: FastifyReply, read: () => Read): Promise<unknown> => {
    const fault = faults.shift();
    const ended = applyFault(fault, reply);
    if (ended) return ended;
    const { shown, chat, refusal } = read();
    if (!shown) return refuse(reply, refusal);
    const bytes = Buffer.byteLength(JSON.stringify(request.body));
    const wrong = faultOfContent(shown, bytes, parts) ?? faultOfPlace(chat);
    if (wrong) return refuse(reply, wrong);
    const id = chats.show(shown);
    if (fault?.kind === 'lost') {
      reply.hijack();
      request.raw.socket.destroy();
      return reply;
    }
    const origin = shown.to.kind === 'message' && { root_id: shown.to.id, parent_id: shown.to.id };
    const thread = shown.thread && { thread_id: `omt_${shown.to.id}` };
    const data = { message_id: id, chat_id: chat, msg_type: shown.msgType, ...origin, ...thread };
    return { code: 0, msg: 'success', data };
  };

  app.post<{ Params: { id: string } }>('/open-apis/im/v1/messages/:id/reply', (request, reply) =>
    accept(request, reply, () => readReply(request.params.id, request.body, parts)),
  );
  mountReading(app, parts);
  app.post('/open-apis/im/v1/messages', (request, reply) =>
    accept(request, reply, () => readCreate(request.query, request.body, parts)),
  );
};
