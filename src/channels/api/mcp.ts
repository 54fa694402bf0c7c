import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { asCoded, headersFor } from './faults.ts';
import { createIsMeant } from './mcp-hosts.ts';
import { type HandleMcp, openMcp } from './mcp-server.ts';
import type { McpPlan, ToolParts } from './mcp-tool.ts';
import { MCP_TOOLS } from './mcp-tools.ts';

/** What the endpoint needs. */
export interface McpOptions extends ToolParts {
  /** Host names, besides loopback, under which this server is reached: `wenji.example.gov.cn`. */
  readonly allowedHosts: readonly string[];
  /** Of the program, told to the client. */
  readonly version: string;
}

/** Bytes of a message: a question of 10,000 characters and a history fit. */
const BODY_LIMIT = 64 * 1024;
/** Messages under way at once; each holds a body in memory. */
const MOST = 64;

/** JSON-RPC 2.0, section 5.1. */
const PARSE_ERROR = -32700;
const INVALID_REQUEST = -32600;
const INTERNAL_ERROR = -32603;
/** The range of errors that a server defines. */
const SERVER_ERROR = -32000;

interface Refusal {
  readonly status: number;
  readonly code: number;
  readonly message: string;
}

const STRANGER: Refusal = {
  status: 403,
  code: SERVER_ERROR,
  message:
    '不接受以这个主机名或来源发来的请求；由管理员把主机名加入允许的名单。Host or Origin not allowed; the administrator can add it to the allowed hosts.',
};
const BUSY: Refusal = {
  status: 503,
  code: SERVER_ERROR,
  message: '正在处理的请求过多，请稍后再试。Too many requests at once; try again shortly.',
};
const POST_ONLY: Refusal = {
  status: 405,
  code: SERVER_ERROR,
  message: '这里不保存会话，也不主动推送：请用 POST。No sessions and no server-sent stream here: use POST.',
};
const NO_BATCH: Refusal = {
  status: 400,
  code: INVALID_REQUEST,
  message: '一次请求一条消息，不收批量。One message a request; no batches.',
};

const refuse = (reply: FastifyReply, { status, code, message }: Refusal): FastifyReply =>
  reply.code(status).header('cache-control', 'no-store').send({ jsonrpc: '2.0', error: { code, message }, id: null });

/** Whatever else went wrong, in the shape that a client of this protocol reads. */
const sendError = (thrown: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
  const error = asCoded(thrown);
  const { code, status, message } = error;
  if (code === 'internal') request.log.error({ err: thrown }, 'mcp request failed');
  else request.log.info({ code }, 'mcp request refused');
  const number = code === 'body_not_json' ? PARSE_ERROR : code === 'internal' ? INTERNAL_ERROR : SERVER_ERROR;
  return refuse(reply.headers(headersFor(error)), { status, code: number, message });
};

/** What the transport looks at; cookies and addresses stay outside. */
const HEADERS = ['accept', 'content-type', 'mcp-protocol-version', 'mcp-method', 'mcp-name'] as const;

/** The transport wants both named; whoever takes anything, or says nothing, takes both. */
const ACCEPTED = 'application/json, text/event-stream';
const ANYTHING = /^\s*$|(?:^|,)\s*\*\/\*/;

const headersOf = ({ headers }: FastifyRequest): Headers => {
  const given = new Headers(
    HEADERS.flatMap((name) => (typeof headers[name] === 'string' ? [[name, headers[name]]] : [])),
  );
  if (ANYTHING.test(given.get('accept') ?? '')) given.set('accept', ACCEPTED);
  return given;
};

const passOn = async (reply: FastifyReply, response: Response): Promise<FastifyReply> => {
  const body = await response.text();
  reply.code(response.status).header('cache-control', 'no-store');
  const type = response.headers.get('content-type');
  return type === null ? reply.send() : reply.type(type).send(body);
};

const CITE = '引用时请照录 citations 里的 label 与 quote。';
const MOST_TITLES = 6;

/** What can be asked here, as the assistant is told. */
const instructionsOf = (plans: readonly McpPlan[]): string => {
  const [only, another] = plans;
  const { title, number } = only?.bot.plan.document ?? { title: '', number: '' };
  if (!another)
    return `《${title}》（${number}）的问答：一切回答都引自计划原文，${CITE}Answers on one government plan, each with its clauses; cite label and quote from citations.`;
  const titles = plans.slice(0, MOST_TITLES).map((plan) => `《${plan.title}》`);
  const more = plans.length > MOST_TITLES ? '等' : '';
  return `${plans.length}个计划的问答：${titles.join('、')}${more}，用 plans 列出全部。一切回答都引自计划原文，${CITE}Answers on ${plans.length} government plans (list them with plans), each with its clauses; cite label and quote from citations.`;
};

/**
 * `POST /mcp`: the plan's tools for assistants (Model Context Protocol, of 2026-07-28 and before; Streamable HTTP, without
 * sessions). Each message is answered by itself with JSON. `GET` and `DELETE`, which are for streams and sessions, are told so.
 */
export const mcpRoute =
  ({ allowedHosts, version, ...parts }: McpOptions): FastifyPluginAsync =>
  async (scope) => {
    const isMeant = createIsMeant(allowedHosts);
    let opening: Promise<HandleMcp> | undefined;
    let underWay = 0;
    const open = (): Promise<HandleMcp> => {
      const info = { version, instructions: () => instructionsOf(parts.plans.list()) };
      opening ??= openMcp(MCP_TOOLS, parts, info).catch((error: unknown) => {
        opening = undefined; // the next request tries again
        throw error;
      });
      return opening;
    };
    scope.setErrorHandler(sendError);
    scope.addHook('onRequest', async (request, reply) => {
      if (!isMeant(request.headers)) return refuse(reply, STRANGER);
      // Before a body is looked for.
      if (request.method !== 'POST') return refuse(reply.header('allow', 'POST'), POST_ONLY);
    });
    scope.post('/mcp', { bodyLimit: BODY_LIMIT }, async (request, reply) => {
      if (Array.isArray(request.body)) return refuse(reply, NO_BATCH);
      if (underWay >= MOST) return refuse(reply.header('retry-after', 1), BUSY);
      underWay += 1;
      try {
        const handle = await open();
        return await passOn(reply, await handle(headersOf(request), request.body, request.log));
      } finally {
        underWay -= 1;
      }
    });
    for (const method of ['GET', 'DELETE'] as const)
      scope.route({ method, url: '/mcp', handler: async (_, reply) => refuse(reply, POST_ONLY) });
  };
