import { z } from 'zod';
import { CodedError } from '../../errors.ts';
import type { Guard, Outcome, Visit } from './guard.ts';
import type { PlanViews } from './plan-views.ts';
import type { Form } from './request.ts';

const draftSchema = z.object({ id: z.string().regex(/^[\w-]{8,64}$/) });
const planSchema = z.object({ id: z.string().regex(/^[a-z0-9-]{1,64}$/) });
/** What a person can do something about; anything else is a fault of ours. */
export const asCoded = (error: unknown): CodedError => {
  if (error instanceof CodedError) return error;
  throw error;
};

/** The draft that a visit names. @throws CodedError `import_gone` */
export const draftIn = ({ request }: Visit): string => {
  const read = draftSchema.safeParse(request.params);
  if (!read.success) throw new CodedError('import_gone');
  return read.data.id;
};

/** Handlers of what is done to drafts and plans. */
export type PlanWrites = ReturnType<typeof createPlanWrites>;

/** How a draft or a plan is written to by its page; a fault is shown on the page as it is then. */
export const createPlanWrites = (guard: Guard, views: PlanViews) => {
  /** What is done to a draft; a fault is shown above it, as it is now. */
  const onDraft = (work: (id: string, visit: Visit, form: Form) => Promise<Outcome>) =>
    guard.writes(async (visit, form) => {
      const id = draftIn(visit);
      try {
        return await work(id, visit, form);
      } catch (error) {
        const coded = asCoded(error);
        if (coded.code === 'import_gone') throw coded;
        return views.draft(visit, id, coded);
      }
    });

  const onPlan = (work: (id: string, by: string) => Promise<Outcome>) =>
    guard.writes(async (visit) => {
      try {
        const read = planSchema.safeParse(visit.request.params);
        return read.success ? await work(read.data.id, visit.session.author) : { status: 'missing' };
      } catch (error) {
        return views.list(visit, asCoded(error));
      }
    });

  return { onDraft, onPlan };
};
