import { askTool } from './mcp-ask.ts';
import { clauseTool } from './mcp-clause.ts';
import { indicatorTool } from './mcp-indicator.ts';
import { plansTool } from './mcp-plans.ts';
import type { Tool } from './mcp-tool.ts';
import { unitTool } from './mcp-unit.ts';
import { worklistTool } from './mcp-worklist.ts';

/** Every tool of the MCP endpoint. Adding one is a file beside these and its line here. */
export const MCP_TOOLS: readonly Tool[] = [...[askTool, clauseTool, unitTool, indicatorTool, worklistTool, plansTool]];
