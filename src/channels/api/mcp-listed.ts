import { worklistJson } from '../../worklists/worklist-json.ts';
import { worklistOf } from '../../worklists/worklist-of.ts';
import type { ToolParts } from './mcp-tool.ts';

/** The work lists of a plan, for the tool. `now` gives milliseconds since the epoch. */
export const listedWork =
  (now: () => number): ToolParts['worklist'] =>
  (plan, filter) => {
    const made = worklistOf(plan, filter, now());
    if (made.kind !== 'worklist') return { status: 'refused', message: made.message };
    const tasks = made.lists.flatMap(({ rows }) => rows.map(({ task }) => task));
    return { status: 'found', found: { list: worklistJson(made), tasks: [...new Set(tasks)] } };
  };
