import type { Plan } from '../types.ts';
import type { WorklistFilter, WorklistFormat } from './worklist.ts';
import { type WorklistFile, worklistFile } from './worklist-file.ts';
import { worklistOf } from './worklist-of.ts';

/** What is asked for, and when: milliseconds since the epoch. */
interface Request {
  readonly filter: WorklistFilter;
  readonly format: WorklistFormat;
  readonly at: number;
}

/** Makes the file of a list that was asked for before; undefined when the plan does not have it any more. */
export const makeList =
  (plan: Plan) =>
  async ({ filter, format, at }: Request): Promise<WorklistFile | undefined> => {
    const worklist = worklistOf(plan, filter, at);
    return worklist.kind === 'worklist' ? worklistFile(worklist, format) : undefined;
  };
