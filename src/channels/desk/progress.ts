import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { CodedError } from '../../errors.ts';
import type { Reports } from '../../store/reports.ts';
import type { AskedPlans } from '../asked-plans.ts';
import { type FilledFile, filledIn, keepProgress, readProgress } from '../take-progress.ts';
import { type Guard, goTo, type Outcome, page, type Visit } from './guard.ts';
import { LIST_BYTES, progressPage, progressPreview } from './progress-page.ts';
import type { Session } from './sessions.ts';
import { fileOf } from './upload.ts';

export interface ProgressRouteParts {
  readonly plans: AskedPlans;
  readonly reports: Reports;
  /** Lets through whoever may send a file, before it is received. */
  readonly mayUpload: (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;
}

const HOME = '/admin/progress';

const revisionOf = ({ bytes, unit = '' }: FilledFile): string =>
  createHash('sha256').update(unit).update(bytes).digest('base64url');

const fileIn = ({ request }: Visit, unit: string): FilledFile => {
  const received = fileOf(request);
  if (!received) throw new CodedError('import_none');
  if (received.bytes.length > LIST_BYTES)
    throw new CodedError('import_too_large', `清单超过 ${LIST_BYTES / 1024 / 1024} MB，没有接收。`);
  return { bytes: received.bytes, unit: unit.trim() || undefined };
};

/** 填报: a filled list is dropped, looked at, and kept beside its plan. */
export const progressRoutes = (scope: FastifyInstance, guard: Guard, parts: ProgressRouteParts): void => {
  const { plans, reports, mayUpload } = parts;
  /** The list that each one at the desk is looking at, until it is kept or gives way to another. */
  const held = new WeakMap<Session, FilledFile>();

  const home = ({ viewer }: Visit, error?: CodedError): Outcome => {
    const reported = plans.list().map((plan) => ({ plan, reports: reports.latest(plan.id) }));
    return page(progressPage({ viewer: viewer(), reported, fault: error?.message }), error?.status);
  };

  /** A fault of the list is told above the form. */
  const orFault = async (visit: Visit, work: () => Promise<Outcome>): Promise<Outcome> => {
    try {
      return await work();
    } catch (error) {
      if (error instanceof CodedError) return home(visit, error);
      throw error;
    }
  };

  scope.get(
    HOME,
    guard.reads((visit) => home(visit)),
  );
  scope.get(
    `${HOME}/preview`,
    guard.reads((visit) => {
      const file = held.get(visit.session);
      if (!file) return goTo(HOME);
      return orFault(visit, async () =>
        page(progressPreview(visit.viewer(), await readProgress(file, { plans }), revisionOf(file))),
      );
    }),
  );
  scope.post(
    `${HOME}/upload`,
    { config: { takesFile: true }, onRequest: mayUpload },
    guard.writes((visit, form) =>
      orFault(visit, async () => {
        const file = fileIn(visit, form.unit ?? '');
        await readProgress(file, { plans });
        held.set(visit.session, file);
        return goTo(`${HOME}/preview`);
      }),
    ),
  );
  scope.post(
    `${HOME}/keep`,
    guard.writes((visit, form) =>
      orFault(visit, async () => {
        const file = held.get(visit.session);
        if (!file || form.revision !== revisionOf(file)) return goTo(HOME, '没有收下：清单已经换过，请重新上传。');
        const read = await readProgress(file, { plans });
        await keepProgress(read, reports);
        held.delete(visit.session);
        const { unit, rows } = read.list;
        const filled = filledIn(read.list).length;
        visit.request.log.info({ tasks: rows.length, filled }, 'a filled list was kept');
        return goTo(HOME, `已收下${unit}的清单：共 ${rows.length} 项，填了 ${filled} 项。`);
      }),
    ),
  );
};
