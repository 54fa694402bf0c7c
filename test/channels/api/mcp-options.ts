import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll } from 'vitest';
import { type McpOptions, mcpRoute } from '../../../src/channels/api/mcp.ts';
import { listedWork } from '../../../src/channels/api/mcp-listed.ts';
import { createOneByOne } from '../../../src/channels/api/one-by-one.ts';
import { onePlan } from '../../../src/channels/asked-plans.ts';
import { bot } from '../../helper.ts';
import { appWith } from './served.ts';

/** The endpoint on the real plan, as the server would have it. */
export const MCP_OPTIONS: McpOptions = {
  plans: onePlan(bot),
  ask: bot.ask,
  oneByOne: createOneByOne(),
  worklist: listedWork(() => Date.UTC(2020, 5, 1)),
  allowedHosts: ['wenji.example.gov.cn', 'internal.example:8443'],
  version: '0.1.0',
};

/** The endpoint for the tests of a file, listening; its address is filled in before the first. */
export const listeningMcp = async () => {
  const { app } = await appWith(bot.ask, mcpRoute(MCP_OPTIONS));
  const on = { app } as { readonly app: typeof app; url: URL };
  beforeAll(async () => {
    await app.listen({ host: '127.0.0.1', port: 0 });
    on.url = new URL(`http://127.0.0.1:${(app.server.address() as AddressInfo).port}/mcp`);
  });
  afterAll(() => app.close());
  return on;
};
