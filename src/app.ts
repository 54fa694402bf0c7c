import type { Socket } from 'node:net';
import {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyPluginAsync,
  type FastifyReply,
  type FastifyRequest,
  fastify,
  LogController,
} from 'fastify';
import { type AskServices, askRoute } from './channels/api/ask.ts';
import { asCoded, headersFor } from './channels/api/faults.ts';
import { behind, type Gate } from './channels/api/gate.ts';
import { createOneByOne, type OneByOne } from './channels/api/one-by-one.ts';
import { echoRequestIds, REQUEST_IDS, sendRequestId } from './channels/api/request-id.ts';
import { type Channel, channelTroubles, type OpenChannel, openChannels } from './channels/channel.ts';
import { isForeign, isOurHost, isSecure } from './channels/own-origin.ts';
import { type Prepared, sendMissing } from './channels/web/serve.ts';
import type { Config } from './config.ts';
import { boundConnections, endSocket } from './connections.ts';
import { CodedError, errorBody } from './errors.ts';
import type { Conversations } from './store/conversations.ts';
import { converseWith } from './store/converse.ts';
import type { Ask } from './types.ts';

/** What the app is made of; handed in where the process starts. */
export interface AppParts {
  readonly ask: Ask;
  readonly conversations: Conversations;
  /** By which a caller may name one. */
  readonly plans?: AskServices['plans'];
  readonly channels: readonly Channel[];
  readonly logger: FastifyBaseLogger;
  /** More routes, each in a scope of its own. */
  readonly routes?: readonly FastifyPluginAsync[];
  /** Called with every question of `POST /api/ask` that was answered. */
  readonly answered?: AskServices['answered'];
  /** What must be known of a question before it is answered. */
  readonly read?: AskServices['read'];
  /** What an administrator has to see to besides the channels, by its name. */
  readonly troubles?: () => Readonly<Record<string, string>>;
  /** The address under which others reach the server. */
  readonly publicUrl?: string | undefined;
  /** Who may ask by the API, and how often; without one, anybody. */
  readonly gate?: Gate;
  /** The line in which answers of the API are worked off. */
  readonly oneByOne?: OneByOne;
  /** The proxies that are believed. */
  readonly trustProxy?: Config['trustProxy'];
  /** What a person's browser is shown for an address where nothing is. */
  readonly missing?: () => Prepared;
}

const BODY_LIMIT = 64 * 1024;
/** Milliseconds in which a whole request must have come in. */
const REQUEST_TIMEOUT = 15_000;
/** The same for a file that an administrator sends. */
const FILE_TIMEOUT = 300_000;

const sendError = (thrown: unknown, request: FastifyRequest, reply: FastifyReply) => {
  const error = asCoded(thrown);
  sendRequestId(request, reply);
  if (error.code === 'internal') request.log.error({ err: thrown }, 'request failed');
  else request.log.info({ code: error.code }, 'request refused');
  return reply.code(error.status).headers(headersFor(error)).send(errorBody(error));
};

/** Browsers say that they take pages, programs do not. */
const wantsPage = ({ method, headers, is404 }: FastifyRequest): boolean =>
  is404 && ['GET', 'HEAD'].includes(method) && /\btext\/html\b/i.test(headers.accept ?? '');

const sendFault =
  ({ missing }: AppParts) =>
  (thrown: unknown, request: FastifyRequest, reply: FastifyReply) =>
    missing && asCoded(thrown).code === 'not_found' && wantsPage(request)
      ? sendMissing(reply, missing())
      : sendError(thrown, request, reply);

/** Bytes that are no HTTP request never reach a route: answered on the bare socket, in the same shape. */
const refuseBytes = (error: NodeJS.ErrnoException, socket: Socket): void => {
  if (error.code === 'ECONNRESET' || !socket.writable) return;
  const body = JSON.stringify(errorBody(new CodedError('bad_request')));
  const head = `content-type: application/json; charset=utf-8\r\ncontent-length: ${Buffer.byteLength(body)}`;
  endSocket(socket, `HTTP/1.1 400 Bad Request\r\nconnection: close\r\n${head}\r\n\r\n${body}`);
};

/** A body that trickles in is cut off where no file is taken. */
const cutTrickle = ({ raw, routeOptions }: FastifyRequest, reply: FastifyReply): void => {
  if (routeOptions.config.takesFile === true) return;
  const timer = setTimeout(() => {
    if (!raw.complete) refuseBytes(new Error('the body trickles'), raw.socket);
  }, REQUEST_TIMEOUT);
  for (const message of [raw, reply.raw]) message.once('close', () => clearTimeout(timer));
};

const pathOf = (request: FastifyRequest): string => request.url.split('?', 1)[0] ?? '';

/** Refuses what has no route before its body is read. */
const refuseUnknown = (app: FastifyInstance, request: FastifyRequest, reply: FastifyReply): void => {
  const url = pathOf(request);
  const methods = app.supportedMethods.filter((method) => app.hasRoute({ method, url }));
  if (methods.length === 0) throw new CodedError('not_found');
  reply.header('allow', methods.join(', '));
  throw new CodedError('method_not_allowed');
};

/** By these the platforms and probes reach us, under whatever name; assistants are looked at in their own way. */
const FOR_ALL_NAMES = /^\/(?:webhooks\/.*|healthz|readyz|metrics|mcp)$/;
/** Forms of the desk are looked at there, and refused with a page. */
const FOR_OUR_PAGES = /^\/api\//;

const HSTS = 'max-age=31536000';

/** Pages of other sites stay out, and browsers are told to keep to what they were sent. */
const guardNames = (request: FastifyRequest, reply: FastifyReply): void => {
  reply.header('x-content-type-options', 'nosniff');
  if (isSecure(request)) reply.header('strict-transport-security', HSTS);
  const path = pathOf(request);
  if (!FOR_ALL_NAMES.test(path) && !isOurHost(request)) throw new CodedError('host_wrong');
  if (FOR_OUR_PAGES.test(path) && isForeign(request)) throw new CodedError('origin_wrong');
};

const guardRequests = (app: FastifyInstance): void => {
  let closing = false;
  app.addHook('preClose', async () => {
    closing = true;
  });
  app.addHook('onRequest', async (request, reply) => {
    if (closing) throw new CodedError('shutting_down');
    cutTrickle(request, reply);
    guardNames(request, reply);
    if (request.is404) refuseUnknown(app, request, reply);
  });
  app.addHook('onSend', async (_request, reply) => {
    if (closing) reply.header('connection', 'close'); // or the server would wait for the connection to fall silent
  });
  app.addHook('onResponse', async (request, reply) => {
    const line = { method: request.method, path: pathOf(request), status: reply.statusCode };
    request.log.debug({ ...line, ms: Math.round(reply.elapsedTime) }, 'request');
  });
};

/** How Fastify is told whom to believe. */
const trusted = (proxies: Config['trustProxy'] = []) =>
  typeof proxies === 'number' ? (_address: string, hop: number) => hop < proxies : [...proxies];

const emptyFastify = (logger: FastifyBaseLogger, proxies: Config['trustProxy']): FastifyInstance =>
  fastify({
    ...REQUEST_IDS,
    loggerInstance: logger,
    trustProxy: trusted(proxies),
    logController: new LogController({ disableRequestLogging: true }), // its lines hold addresses as sent
    bodyLimit: BODY_LIMIT,
    requestTimeout: FILE_TIMEOUT,
    // Node cuts a trickling body off only where the head's limit is no longer than the whole's, and when it looks.
    http: { headersTimeout: REQUEST_TIMEOUT, connectionsCheckingInterval: 1_000 },
    return503OnClosing: false, // refused by our own hook, in our own shape
    frameworkErrors: sendError,
    clientErrorHandler: refuseBytes,
  });

/** What somebody has to see to stands by its name; the service itself is well as long as it answers. */
const health = (open: readonly OpenChannel[], others: Readonly<Record<string, string>>): object => {
  const channels = open.map(({ name }) => name);
  const troubles = { ...channelTroubles(open), ...others };
  return { status: 'ok', channels, ...(Object.keys(troubles).length > 0 && { troubles }) };
};

/** The HTTP service without a port: questions by `POST /api/ask`, and each open channel in a scope of its own. */
export const createApp = async (parts: AppParts): Promise<FastifyInstance> => {
  const { ask, conversations, plans, channels, logger, routes = [], answered, troubles = () => ({}) } = parts;
  const { gate, oneByOne = createOneByOne(), read } = parts;
  const app = emptyFastify(logger, parts.trustProxy);
  app.decorate('publicUrl', parts.publicUrl);
  boundConnections(app.server);
  const open = openChannels(channels);
  app.removeContentTypeParser('text/plain');
  app.setErrorHandler(sendFault(parts));
  echoRequestIds(app);
  guardRequests(app);
  app.get('/healthz', async () => health(open, troubles()));
  const converse = converseWith(ask, conversations, read);
  const asking = askRoute({
    ...{ ask, converse, oneByOne },
    ...(plans && { plans }),
    ...(answered && { answered }),
    ...(read && { read }),
  });
  await app.register(gate ? behind(gate.counted, asking) : asking);
  for (const { mount } of open) if (mount) await app.register(mount);
  for (const route of routes) await app.register(route);
  return app;
};
