import type { McpServer } from '@modelcontextprotocol/server';
import { CodedError, ERRORS } from '../../errors.ts';
import type { Log } from '../log.ts';
import type { Outcome, Tool, ToolParts } from './mcp-tool.ts';

/** Who the server says it is. */
export interface McpInfo {
  readonly version: string;
  /** Shown to the assistant: what can be asked here. */
  readonly instructions: () => string;
}

/** Handles one MCP message by itself: nothing is remembered from one to the next. */
export type HandleMcp = (headers: Headers, message: unknown, log: Log) => Promise<Response>;

const resultOf = (outcome: Outcome<Readonly<Record<string, unknown>>>) => {
  switch (outcome.status) {
    case 'found':
      // The same as text: many clients show the assistant nothing else (MCP specification, page Tools, Structured Content).
      return {
        content: [{ type: 'text' as const, text: JSON.stringify(outcome.found) }],
        structuredContent: { ...outcome.found },
      };
    case 'refused':
      return { content: [{ type: 'text' as const, text: outcome.message }], isError: true };
  }
};

/** A bug of ours stays in our log: the SDK would hand its words to the client. */
const runTool = async (tool: Tool, input: unknown, { parts, log }: { parts: ToolParts; log: Log }) => {
  const started = performance.now();
  const outcome = await tool.run(input, parts).catch((err: unknown): Outcome<never> => {
    if (err instanceof CodedError) return { status: 'refused', message: err.message };
    log.error({ err, tool: tool.name }, 'mcp tool failed');
    return { status: 'refused', message: ERRORS.internal.remedy };
  });
  const ms = Math.round(performance.now() - started);
  log.info({ tool: tool.name, status: outcome.status, ms }, 'mcp tool');
  return resultOf(outcome);
};

const addTools = (server: McpServer, tools: readonly Tool[], work: { parts: ToolParts; log: Log }): void => {
  for (const tool of tools) {
    const { name, title, description, input, output } = tool;
    server.registerTool(
      name,
      {
        ...{ title, description, inputSchema: input, outputSchema: output },
        annotations: { title, readOnlyHint: true, idempotentHint: true, openWorldHint: false },
      },
      (args) => runTool(tool, args, work),
    );
  }
};

const JSON_RPC = 'http://localhost/mcp';

/** The message is handed over as it was parsed: what the SDK is given has no body, and no address to route by. */
const requestOf = (headers: Headers): Request => new Request(JSON_RPC, { method: 'POST', headers });

/**
 * Loads the SDK, which costs a quarter of a second that a server without assistants need not pay. Each message has a server
 * and a transport of its own, made in half a millisecond, so that no client can see or leave behind another's state.
 * Messages of protocol 2026-07-28 say so themselves; all others are answered by the rules of the protocols before it.
 */
export const openMcp = async (tools: readonly Tool[], parts: ToolParts, info: McpInfo): Promise<HandleMcp> => {
  const { McpServer, WebStandardStreamableHTTPServerTransport, createMcpHandler, isLegacyRequest } = await import(
    '@modelcontextprotocol/server'
  );
  const { version, instructions } = info;
  const serverWith = (log: Log) => {
    const capabilities = { tools: { listChanged: false } };
    const server = new McpServer(
      { name: 'wenji', title: '问计', version },
      { instructions: instructions(), capabilities },
    );
    addTools(server, tools, { parts, log });
    return server;
  };
  const answerOlder: HandleMcp = async (headers, message, log) => {
    const server = serverWith(log);
    const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
    try {
      await server.connect(transport);
      return await transport.handleRequest(requestOf(headers), { parsedBody: message });
    } finally {
      await server.close();
    }
  };
  return async (headers, message, log) => {
    const request = requestOf(headers);
    if (await isLegacyRequest(request, message)) return answerOlder(headers, message, log);
    // Nothing here changes while a client listens: a subscription would only hold a connection.
    const handler = createMcpHandler(() => serverWith(log), { legacy: 'reject', maxSubscriptions: 0 });
    return handler.fetch(request, { parsedBody: message });
  };
};
