import { previewChanges } from '../../bring/changes.ts';
import type { PlanDesk } from '../../bring/plan-desk.ts';
import { CodedError } from '../../errors.ts';
import { draftPage, refusedPage, waitingPage } from './draft-page.ts';
import { type Outcome, page, type Visit } from './guard.ts';
import { plansPage } from './plans-page.ts';

const HISTORY = 30;

/** The pages of the plans as they stand now, with what went wrong. */
export interface PlanViews {
  readonly list: (visit: Visit, error?: CodedError) => Promise<Outcome>;
  readonly draft: (visit: Visit, id: string, error?: CodedError) => Promise<Outcome>;
}

/** @param now milliseconds since the epoch */
export const createPlanViews = (desk: PlanDesk, now: () => number): PlanViews => {
  const { drafts } = desk;

  const list: PlanViews['list'] = async ({ viewer }, error) =>
    page(
      plansPage({
        ...{ viewer: viewer(), inForce: desk.inForce(), broken: desk.broken(), out: desk.out() },
        drafts: drafts.list().map((draft) => ({ draft, state: drafts.state(draft.id) })),
        history: await desk.history(HISTORY),
        fault: error?.message,
      }),
      error?.status,
    );

  const draft: PlanViews['draft'] = async ({ viewer }, id, error) => {
    const state = drafts.state(id);
    if (state.status === 'refused') return page(refusedPage(viewer(), state.reason), 422);
    const one = drafts.get(id);
    if (state.status !== 'ready') return page(waitingPage({ viewer: viewer(), draft: one, state, now: now() }));
    const [reading, before] = [await drafts.reading(id), await drafts.before(id)];
    if (!reading) throw new CodedError('import_gone');
    const changes = before && previewChanges(before.preview, reading.preview);
    const html = draftPage({
      ...{ viewer: viewer(), draft: one, reading, changes },
      holder: desk.holder(one.plan),
      fault: error?.message ?? state.fault,
    });
    return page(html, error?.status);
  };

  return { list, draft };
};
