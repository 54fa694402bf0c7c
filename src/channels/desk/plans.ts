import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { PlanDesk } from '../../bring/plan-desk.ts';
import { CodedError } from '../../errors.ts';
import type { Preview } from '../../import/preview/preview.ts';
import { type Change, correctDocument, correctLevel, correctNames, takeBack } from './draft-form.ts';
import { type Guard, goTo } from './guard.ts';
import { createPlanViews } from './plan-views.ts';
import { asCoded, createPlanWrites, draftIn, type PlanWrites } from './plan-writes.ts';
import type { Form } from './request.ts';
import { fileOf } from './upload.ts';

export interface PlanRouteParts {
  readonly desk: PlanDesk;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Lets through whoever may send a file, before it is received. */
  readonly mayUpload: (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;
}

const NOTHING = '没有要更正的内容。';

const CORRECTIONS: Readonly<Record<string, (preview: Preview, form: Form) => Change | undefined>> = {
  document: correctDocument,
  level: correctLevel,
  names: correctNames,
  takeback: takeBack,
};

const revisionIn = (form: Form): number => Number(form.revision ?? Number.NaN);

interface DraftRouteParts extends Pick<PlanRouteParts, 'desk'> {
  readonly onDraft: PlanWrites['onDraft'];
}

/** What is done to a draft: corrected, put in force, given up. */
const draftRoutes = (scope: FastifyInstance, guard: Guard, { desk, onDraft }: DraftRouteParts): void => {
  for (const [what, correct] of Object.entries(CORRECTIONS)) {
    scope.post(
      `/admin/plans/drafts/:id/${what}`,
      onDraft(async (id, { session }, form) => {
        const reading = await desk.drafts.reading(id);
        if (desk.drafts.state(id).status !== 'ready' || !reading) throw new CodedError('import_unready');
        const change = correct(reading.preview, form);
        if (!change) return goTo(`/admin/plans/drafts/${id}`, NOTHING);
        await desk.correct(id, change, { by: session.author, revision: revisionIn(form) });
        return goTo(`/admin/plans/drafts/${id}`);
      }),
    );
  }

  scope.post(
    '/admin/plans/drafts/:id/use',
    onDraft(async (id, { session }, form) => {
      const use = { plan: (form.plan ?? '').trim(), replace: form.replace === 'yes', revision: revisionIn(form) };
      const { title } = await desk.use(id, { ...use, by: session.author });
      return goTo('/admin/plans', `《${title}》已投入使用，现在就可以提问。`);
    }),
  );

  scope.post(
    '/admin/plans/drafts/:id/discard',
    guard.writes(async (visit) => {
      await desk.discard(draftIn(visit), visit.session.author);
      return goTo('/admin/plans', '草稿已删去。');
    }),
  );
};

/** 计划: bringing one, looking at what was understood, correcting it, putting it in force and taking it out. */
export const planRoutes = (scope: FastifyInstance, guard: Guard, { desk, now, mayUpload }: PlanRouteParts): void => {
  const views = createPlanViews(desk, now);
  const { onDraft, onPlan } = createPlanWrites(guard, views);

  scope.get(
    '/admin/plans',
    guard.reads((visit) => views.list(visit)),
  );
  scope.get(
    '/admin/plans/drafts/:id',
    guard.reads((visit) => views.draft(visit, draftIn(visit))),
  );

  scope.post(
    '/admin/plans/upload',
    { config: { takesFile: true }, onRequest: mayUpload },
    guard.writes(async (visit) => {
      try {
        const received = fileOf(visit.request);
        if (!received) throw new CodedError('import_none');
        return goTo(`/admin/plans/drafts/${await desk.upload(received, visit.session.author)}`);
      } catch (error) {
        return views.list(visit, asCoded(error));
      }
    }),
  );

  draftRoutes(scope, guard, { desk, onDraft });

  scope.post(
    '/admin/plans/:id/drop',
    onPlan(async (id, by) => goTo('/admin/plans', `《${await desk.drop(id, by)}》已停用，文件保留，可以恢复。`)),
  );
  scope.post(
    '/admin/plans/:id/restore',
    onPlan(async (id, by) => goTo('/admin/plans', `《${await desk.restore(id, by)}》已恢复使用。`)),
  );
  scope.post(
    '/admin/plans/:id/reopen',
    onPlan(async (id, by) => goTo(`/admin/plans/drafts/${await desk.reopen(id, by)}`)),
  );
};
