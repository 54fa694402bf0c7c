import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { previewChanges } from '../../bring/changes.ts';
import type { PlanDesk } from '../../bring/plan-desk.ts';
import { CodedError } from '../../errors.ts';
import type { Preview } from '../../import/preview/preview.ts';
import { type Change, correctDocument, correctLevel, correctNames, takeBack } from './draft-form.ts';
import { draftPage, refusedPage, waitingPage } from './draft-page.ts';
import { type Guard, goTo, type Outcome, page, type Visit } from './guard.ts';
import { plansPage } from './plans-page.ts';
import type { Form } from './request.ts';
import { fileOf } from './upload.ts';

export interface PlanRouteParts {
  readonly desk: PlanDesk;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Lets through whoever may send a file, before it is received. */
  readonly mayUpload: (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;
}

const HISTORY = 30;
const draftSchema = z.object({ id: z.string().regex(/^[\w-]{8,64}$/) });
const planSchema = z.object({ id: z.string().regex(/^[a-z0-9-]{1,64}$/) });
const NOTHING = '没有要更正的内容。';

const CORRECTIONS: Readonly<Record<string, (preview: Preview, form: Form) => Change | undefined>> = {
  document: correctDocument,
  level: correctLevel,
  names: correctNames,
  takeback: takeBack,
};

const revisionIn = (form: Form): number => Number(form.revision ?? Number.NaN);

/** What a person can do something about; anything else is a fault of ours. */
const asCoded = (error: unknown): CodedError => {
  if (error instanceof CodedError) return error;
  throw error;
};

/** 计划: bringing one, looking at what was understood, correcting it, putting it in force and taking it out. */
export const planRoutes = (scope: FastifyInstance, guard: Guard, { desk, now, mayUpload }: PlanRouteParts): void => {
  const { drafts } = desk;

  const listPage = async ({ viewer }: Visit, error?: CodedError): Promise<Outcome> =>
    page(
      plansPage({
        ...{ viewer: viewer(), inForce: desk.inForce(), broken: desk.broken(), out: desk.out() },
        drafts: drafts.list().map((draft) => ({ draft, state: drafts.state(draft.id) })),
        history: await desk.history(HISTORY),
        fault: error?.message,
      }),
      error?.status,
    );

  const showDraft = async ({ viewer }: Visit, id: string, error?: CodedError): Promise<Outcome> => {
    const state = drafts.state(id);
    if (state.status === 'refused') return page(refusedPage(viewer(), state.reason), 422);
    const draft = drafts.get(id);
    if (state.status !== 'ready') return page(waitingPage({ viewer: viewer(), draft, state, now: now() }));
    const [reading, before] = [await drafts.reading(id), await drafts.before(id)];
    if (!reading) throw new CodedError('import_gone');
    const changes = before && previewChanges(before.preview, reading.preview);
    const html = draftPage({
      ...{ viewer: viewer(), draft, reading, changes },
      holder: desk.holder(draft.plan),
      fault: error?.message ?? state.fault,
    });
    return page(html, error?.status);
  };

  const draftIn = ({ request }: Visit): string => {
    const read = draftSchema.safeParse(request.params);
    if (!read.success) throw new CodedError('import_gone');
    return read.data.id;
  };

  /** What is done to a draft; a fault is shown above it, as it is now. */
  const onDraft = (work: (id: string, visit: Visit, form: Form) => Promise<Outcome>) =>
    guard.writes(async (visit, form) => {
      const id = draftIn(visit);
      try {
        return await work(id, visit, form);
      } catch (error) {
        const coded = asCoded(error);
        if (coded.code === 'import_gone') throw coded;
        return showDraft(visit, id, coded);
      }
    });

  const onPlan = (work: (id: string, by: string) => Promise<Outcome>) =>
    guard.writes(async (visit) => {
      try {
        const read = planSchema.safeParse(visit.request.params);
        return read.success ? await work(read.data.id, visit.session.author) : { status: 'missing' };
      } catch (error) {
        return listPage(visit, asCoded(error));
      }
    });

  scope.get(
    '/admin/plans',
    guard.reads((visit) => listPage(visit)),
  );
  scope.get(
    '/admin/plans/drafts/:id',
    guard.reads((visit) => showDraft(visit, draftIn(visit))),
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
        return listPage(visit, asCoded(error));
      }
    }),
  );

  for (const [what, correct] of Object.entries(CORRECTIONS)) {
    scope.post(
      `/admin/plans/drafts/:id/${what}`,
      onDraft(async (id, { session }, form) => {
        const reading = await drafts.reading(id);
        if (drafts.state(id).status !== 'ready' || !reading) throw new CodedError('import_unready');
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
