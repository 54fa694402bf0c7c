import type { Answer } from '../../types.ts';
import { MCP_TOOLS } from './mcp-tools.ts';
import { ALWAYS, GATED, json, REQUEST_ID, refusals, response } from './openapi-responses.ts';
import { schemaRef } from './openapi-schemas.ts';
import type { Operation, PathItem } from './openapi-types.ts';
import { type ListSamples, progress, worklists } from './openapi-worklists.ts';

/** What the examples show, taken from the plan that is served. */
export interface Samples extends ListSamples {
  readonly question: string;
  /** The bot's own answer to it. */
  readonly answer: Answer;
}

const ask = ({ question, answer, plan }: Samples): Operation => ({
  operationId: 'ask',
  tags: ['问答'],
  summary: '提问 · Ask',
  description: [
    '就这份计划提一个问题，得到逐字引用条款的回答。同样的问题、同样的先前问题，回答逐字相同。带上 conversation 即可追问。',
    'Asks one question. The same question with the same history gives the same bytes. Name a `conversation` to follow up.',
  ].join('\n'),
  parameters: [REQUEST_ID],
  requestBody: {
    required: true,
    description: '问题。The question.',
    content: json('AskBody', {
      first: { summary: '单独一问 · On its own', value: { question } },
      followUp: { summary: '可追问 · With a memory', value: { question, conversation: 'desk-12' } },
      ...(plan !== undefined && { ofPlan: { summary: '只问一个计划 · Of one plan', value: { question, plan } } }),
    }),
  },
  responses: {
    '200': response('回答。The answer.', json('Answer', { answered: { value: answer } })),
    ...refusals(
      ...(['question_empty', 'question_too_long', 'body_not_json', 'body_not_utf8', 'body_wrong_shape'] as const),
      ...(['body_too_large', 'media_type', 'plan_unknown', 'storage_failed', ...GATED] as const),
      ...ALWAYS,
    ),
  },
});

const feedback = ({ question }: Samples): Operation => ({
  operationId: 'feedback',
  tags: ['问答'],
  summary: '评价一个回答 · Judge an answer',
  description: [
    '说某个问题的回答有用或有误。回答由服务端照同样的问题和先前问题重新得出；同一读者以最后一次为准，每分钟最多 30 次。',
    'Says whether an answer is useful or wrong. The answer is found again from the question and its history; the last word of each reader counts, at most 30 a minute.',
  ].join('\n'),
  parameters: [REQUEST_ID],
  requestBody: {
    required: true,
    description: '评价。The judgement.',
    content: json('FeedbackBody', {
      useful: { summary: '有用 · Useful', value: { question, verdict: 'useful', reader: 'desk-12' } },
      wrong: {
        summary: '有误 · Wrong',
        value: { question, history: [], verdict: 'wrong', reason: '答非所问', reader: 'desk-12' },
      },
    }),
  },
  responses: {
    '200': response('已记下；问的可能是这些。Noted; these may have been meant.', json('FeedbackReply')),
    '204': response('已记下。Noted.'),
    ...refusals(
      ...(['feedback_wrong_shape', 'question_empty', 'question_too_long', 'body_not_json', 'body_not_utf8'] as const),
      ...(['body_too_large', 'media_type', 'plan_unknown', 'feedback_busy', 'storage_failed', ...GATED] as const),
      ...ALWAYS,
    ),
  },
});

const document = (): Operation => ({
  operationId: 'openapi',
  tags: ['文档'],
  summary: '本文档 · This document',
  description: '本接口的 OpenAPI 3.1 文档。The OpenAPI 3.1 document of this API.',
  responses: { '200': response('文档。', { 'application/json': { schema: { type: 'object' } } }) },
});

const docs = (): Operation => ({
  operationId: 'docs',
  tags: ['文档'],
  summary: '文档页面 · The same as a page',
  description: '供人阅读的同一份文档。The same document, to be read by people.',
  responses: { '200': response('页面。', { 'text/html': { schema: { type: 'string' } } }) },
});

const healthz = (): Operation => ({
  operationId: 'healthz',
  tags: ['运行'],
  summary: '是否在运行 · Alive',
  description: '进程在运行即为 200；需要管理员处理的事写在 troubles 里。200 as long as the process answers.',
  responses: {
    '200': response('在运行。', json('Health', { well: { value: { status: 'ok', channels: ['web'] } } })),
    ...refusals(...ALWAYS),
  },
});

const readyz = (): Operation => ({
  operationId: 'readyz',
  tags: ['运行'],
  summary: '是否可用 · Ready',
  description: [
    '计划已读入、数据能写到磁盘、没有渠道长时间出故障，才是 200；否则 503，并列出未通过的检查。',
    '200 only when the plan is loaded, the store writes and no channel has been in trouble for long.',
  ].join('\n'),
  responses: {
    '200': response(
      '可用。Ready.',
      json('Ready', { ready: { value: { status: 'ready', checks: ['bot', 'store', 'channel:feishu'] } } }),
    ),
    '503': response('不可用，或正在重启。Not ready, or shutting down.', {
      'application/json': {
        schema: { oneOf: [schemaRef('Ready'), schemaRef('Error')] },
        examples: { unready: { value: { status: 'unready', failing: ['store'] } } },
      },
    }),
  },
});

const metrics = (): Operation => ({
  operationId: 'metrics',
  tags: ['运行'],
  summary: '指标 · Metrics',
  description:
    'Prometheus 文本格式的运行指标，不含问题、编号和人名。Prometheus text format; no questions, ids or names.',
  responses: {
    '200': response('指标。', { 'text/plain': { schema: { type: 'string' } } }),
    ...refusals(...ALWAYS),
  },
});

const rpcError = (description: string) => response(description, json('McpResponse'));

const mcp = ({ question }: Samples): Operation => ({
  operationId: 'mcp',
  tags: ['MCP'],
  summary: '供智能助手调用 · For assistants',
  description: [
    'MCP（Model Context Protocol）的 Streamable HTTP 端点，不保存会话，一次请求一条消息，以 JSON 作答。',
    'The MCP endpoint over Streamable HTTP, without sessions: one message a request, answered with JSON.',
    '请求头 accept 须为 `application/json, text/event-stream`。The accept header has to list both.',
    '工具 · Tools:',
    ...MCP_TOOLS.map(({ name, title }) => `- \`${name}\`：${title}`),
  ].join('\n'),
  parameters: [REQUEST_ID],
  requestBody: {
    required: true,
    description: '一条 JSON-RPC 消息。One JSON-RPC message.',
    content: json('McpRequest', {
      call: {
        summary: '提问 · Ask',
        value: {
          ...{ jsonrpc: '2.0', id: 1, method: 'tools/call' },
          params: { name: 'ask', arguments: { question } },
        },
      },
      list: {
        summary: '列出工具 · List the tools',
        value: { jsonrpc: '2.0', id: 2, method: 'tools/list', params: {} },
      },
    }),
  },
  responses: {
    '200': response('结果；工具查不到时 isError 为 true。The result.', json('McpResponse')),
    '202': response('通知，已收到。A notification, taken.'),
    '400': rpcError('不是一条 JSON-RPC 消息。Not one JSON-RPC message.'),
    '403': rpcError('主机名或来源不在允许之列。Host or Origin not allowed.'),
    '406': rpcError('accept 须列出两种类型。Accept has to list both types.'),
    '413': rpcError('消息过大。Too large.'),
    '415': rpcError('须为 application/json。'),
    '503': rpcError('请求过多，或正在重启。Too many at once, or shutting down.'),
  },
});

const mcpElse = (operationId: string): Operation => ({
  operationId,
  tags: ['MCP'],
  summary: '不支持 · Not here',
  description: '没有会话与推送，回 405。No sessions and no stream: always 405.',
  responses: { '405': rpcError('请用 POST。Use POST.') },
});

/** Every path of the API. */
export const pathsOf = (samples: Samples): Readonly<Record<string, PathItem>> => ({
  '/api/ask': { post: ask(samples) },
  '/api/feedback': { post: feedback(samples) },
  '/api/worklists': { get: worklists(samples) },
  '/api/worklists/progress': { post: progress() },
  '/mcp': { post: mcp(samples), get: mcpElse('mcpStream'), delete: mcpElse('mcpEnd') },
  '/healthz': { get: healthz() },
  '/readyz': { get: readyz() },
  '/metrics': { get: metrics() },
  '/api/openapi.json': { get: document() },
  '/api/docs': { get: docs() },
});
