import type { Plan } from '../types.ts';
import type { WorklistFilter, WorklistFormat } from './worklist.ts';
import { type WorklistFile, worklistFile } from './worklist-file.ts';
import { worklistOf } from './worklist-of.ts';

/** What is asked for, and when: milliseconds since the epoch. */
interface Request {
  /** The id of the plan; without one, of the plan that is asked first. */
  readonly plan?: string | undefined;
  readonly filter: WorklistFilter;
  readonly format: WorklistFormat;
  readonly at: number;
}

/** Makes the file of a list that was asked for before; undefined when the plan does not have it any more. */
export const makeList =
  (planOf: (id: string | undefined) => Plan | undefined) =>
  async ({ plan: id, filter, format, at }: Request): Promise<WorklistFile | undefined> => {
    const plan = planOf(id);
    const worklist = plan && worklistOf(plan, filter, at);
    return worklist?.kind === 'worklist' ? worklistFile(worklist, format) : undefined;
  };
