import type { McpOptions } from '../../../src/channels/api/mcp.ts';
import { listedWork } from '../../../src/channels/api/mcp-listed.ts';
import { createOneByOne } from '../../../src/channels/api/one-by-one.ts';
import { onePlan } from '../../../src/channels/asked-plans.ts';
import { bot } from '../../helper.ts';

/** The endpoint on the real plan, as the server would have it. */
export const MCP_OPTIONS: McpOptions = {
  plans: onePlan(bot),
  ask: bot.ask,
  oneByOne: createOneByOne(),
  worklist: listedWork(() => Date.UTC(2020, 5, 1)),
  allowedHosts: ['wenji.example.gov.cn', 'internal.example:8443'],
  version: '0.1.0',
};
