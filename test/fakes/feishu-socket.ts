import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import { APP } from './feishu-api.ts';
import { decodeFrame, encodeFrame, type Frame } from './pbbp2.ts';

/** The answer of the bot to an event. */
export interface Ack {
  readonly id: string;
  readonly type: string | undefined;
  readonly code: number;
  /** What the handler returned. */
  readonly data?: unknown;
}

/** What the next request for an address gets in place of one. */
export type EndpointFault =
  | { readonly kind: 'answer'; readonly body: unknown }
  | { readonly kind: 'page'; readonly http: number }
  | { readonly kind: 'hang' };

/** How an event is put into frames. */
export interface PushOptions {
  readonly type?: 'event' | 'card';
  /** Where the bytes are cut. */
  readonly cuts?: readonly number[];
  readonly id?: string;
}

export interface FakeFeishuSocket {
  readonly url: string;
  /** Requests for an address. */
  readonly asked: () => number;
  /** Connections made, ever. */
  readonly connections: () => number;
  /** Connections that are open. */
  readonly open: () => number;
  /** The first frame of each connection, in hex. */
  readonly firstFrames: readonly string[];
  readonly acks: readonly Ack[];
  /** What a client did that the real platform would not let pass; a test expects none. */
  readonly offences: readonly string[];
  /** Sends an event to one open connection, as the platform does. An object is sent as JSON, a text as it is. */
  readonly push: (event: unknown, options?: PushOptions) => void;
  readonly refuseNext: (...faults: readonly EndpointFault[]) => void;
  /** Lets the next connections fail in the handshake. */
  readonly failHandshakes: (count: number) => void;
  /** Cuts all connections without a goodbye. */
  readonly drop: () => void;
  readonly close: () => Promise<void>;
}

/** Of the golden bytes; also what the real platform gave in one recording. */
export const SERVICE = 33554678;

/** Seconds. The client's own reconnecting would take a second at least: a test sees who does it. */
const CLIENT_CONFIG = { ReconnectCount: -1, ReconnectInterval: 120, ReconnectNonce: 30, PingInterval: 120 };

const endpointBody = z.strictObject({ AppID: z.string(), AppSecret: z.string() });

const ackBody = z.strictObject({ code: z.union([z.literal(200), z.literal(500)]), data: z.base64().optional() });

const bodyOf = async (request: IncomingMessage): Promise<unknown> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk as Uint8Array));
  return JSON.parse(Buffer.concat(chunks).toString());
};

const sendJson = (response: ServerResponse, body: unknown): void => {
  response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
};

/** Addresses with tickets, each good for one connection. */
const createTickets = () => {
  const valid = new Set<string>();
  let given = 0;
  const give = (port: number): string => {
    const ticket = `ticket-${++given}`;
    valid.add(ticket);
    const query = `fpid=493&aid=552564&device_id=7333&access_key=k&service_id=${SERVICE}&ticket=${ticket}`;
    return `ws://127.0.0.1:${port}/ws/v2?${query}`;
  };
  const use = (url: string | undefined): boolean => {
    const { pathname, searchParams } = new URL(url ?? '', 'ws://127.0.0.1');
    return pathname === '/ws/v2' && valid.delete(searchParams.get('ticket') ?? '');
  };
  return { give, use };
};

const pieces = (bytes: Buffer, cuts: readonly number[]): readonly Buffer[] =>
  [0, ...cuts].map((from, index) => bytes.subarray(from, cuts[index]));

const framesOf = (event: unknown, { type = 'event', cuts = [], id = 'm' }: PushOptions): readonly Frame[] =>
  pieces(Buffer.from(typeof event === 'string' ? event : JSON.stringify(event)), cuts).map(
    (payload, seq, { length }) => ({
      seqId: 1n,
      logId: 2n,
      service: SERVICE,
      method: 1,
      headers: { type, message_id: id, sum: String(length), seq: String(seq), trace_id: 'trace' },
      payload,
    }),
  );

const readAck = ({ headers, payload }: Frame): Ack | undefined => {
  const body = ackBody.safeParse(JSON.parse(payload?.toString() ?? ''));
  const { message_id: id, type, biz_rt: took } = headers;
  if (!body.success || id === undefined || took === undefined) return undefined;
  const { code, data } = body.data;
  return { id, type, code, ...(data !== undefined && { data: JSON.parse(Buffer.from(data, 'base64').toString()) }) };
};

interface EndpointParts {
  readonly tickets: ReturnType<typeof createTickets>;
  readonly offences: string[];
  readonly port: () => number;
}

/** Where a bot asks for the address of the long connection. */
const createEndpoint = ({ tickets, offences, port }: EndpointParts) => {
  const faults: EndpointFault[] = [];
  let asked = 0;

  const answerEndpoint = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    asked++;
    const body = endpointBody.safeParse(await bodyOf(request));
    if (!body.success || request.headers.locale !== 'zh') offences.push('endpoint: a request of another shape');
    const fault = faults.shift();
    if (fault?.kind === 'hang') return;
    if (fault?.kind === 'page') {
      response.writeHead(fault.http, { 'content-type': 'text/html' }).end('<h1>Bad Gateway</h1>');
      return;
    }
    if (fault?.kind === 'answer') return sendJson(response, fault.body);
    if (body.data?.AppID !== APP.id) return sendJson(response, { code: 403, msg: 'forbidden' });
    if (body.data.AppSecret !== APP.secret) return sendJson(response, { code: 514, msg: 'auth failed' });
    sendJson(response, { code: 0, msg: '', data: { URL: tickets.give(port()), ClientConfig: CLIENT_CONFIG } });
  };

  return {
    answer: answerEndpoint,
    asked: () => asked,
    refuseNext: (...next: readonly EndpointFault[]) => faults.push(...next),
  };
};

/** Takes what the bot sends over a connection. */
const createTaking = (acks: Ack[], offences: string[]) => {
  const takeControl = (socket: WebSocket, { headers, service }: Frame): void => {
    if (headers.type !== 'ping') offences.push('control: a frame that is no ping');
    const payload = Buffer.from(JSON.stringify(CLIENT_CONFIG)); // all four fields, or the SDK pings without a pause
    socket.send(encodeFrame({ seqId: 0n, logId: 0n, service, method: 0, headers: { type: 'pong' }, payload }));
  };

  return (socket: WebSocket, bytes: Buffer): void => {
    const frame = decodeFrame(bytes);
    if (frame.service !== SERVICE) offences.push('a frame for another service');
    if (frame.method === 0) {
      takeControl(socket, frame);
      return;
    }
    const ack = readAck(frame);
    if (ack) acks.push(ack);
    else offences.push('an acknowledgement of another shape');
  };
};

/** The platform's side of the long connection on a port of its own, as strict as it is known to be. */
export const fakeFeishuSocket = async (): Promise<FakeFeishuSocket> => {
  const firstFrames: string[] = [];
  const acks: Ack[] = [];
  const offences: string[] = [];
  const sockets = new Set<WebSocket>();
  const tickets = createTickets();
  let connections = 0;
  let handshakesToFail = 0;
  let pushed = 0;

  const port = (): number => (server.address() as AddressInfo).port;

  const endpoint = createEndpoint({ tickets, offences, port });
  const server = createServer((request, response) => {
    if (request.method === 'POST' && request.url === '/callback/ws/endpoint') void endpoint.answer(request, response);
    else response.writeHead(404).end();
  });

  const verifyClient = ({ req }: { readonly req: IncomingMessage }): boolean => {
    if (handshakesToFail > 0) {
      handshakesToFail--;
      return false;
    }
    return tickets.use(req.url);
  };

  const take = createTaking(acks, offences);
  const wss = new WebSocketServer({ server, verifyClient });
  wss.on('connection', (socket) => {
    connections++;
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.once('message', (bytes: Buffer) => firstFrames.push(bytes.toString('hex')));
    socket.on('message', (bytes: Buffer) => take(socket, bytes));
  });

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  const drop = (): void => {
    for (const socket of sockets) socket.terminate();
  };

  return {
    url: `http://127.0.0.1:${port()}`,
    asked: endpoint.asked,
    connections: () => connections,
    open: () => sockets.size,
    firstFrames,
    acks,
    offences,
    push: (event, options = {}) => {
      const [socket] = sockets;
      if (!socket) throw new Error('no connection is open');
      for (const frame of framesOf(event, { id: `m${++pushed}`, ...options })) socket.send(encodeFrame(frame));
    },
    refuseNext: endpoint.refuseNext,
    failHandshakes: (count) => {
      handshakesToFail = count;
    },
    drop,
    close: async () => {
      drop();
      wss.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
