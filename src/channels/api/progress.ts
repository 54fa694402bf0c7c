import type { FastifyInstance, FastifyPluginAsync, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { CodedError } from '../../errors.ts';
import { isSame } from '../constant-time.ts';
import { createAttempts } from '../desk/attempts.ts';
import { rawBodies } from '../raw-bodies.ts';
import { type FilledFile, type ProgressParts, takeProgress } from '../take-progress.ts';

/** What the route needs. */
export interface ProgressServices extends ProgressParts {
  /** The administrator's; without one nothing is taken. */
  readonly token: string | undefined;
}

/** Bytes: a list of a thousand tasks stays far below. */
const BODY_LIMIT = 4 * 1024 * 1024;
const LONGEST = 128;
const FORM = 'multipart/form-data';
const BEARER = 'Bearer ';
const FILE = 'file';

/** Who and what it is of, where the list does not say. */
export const progressQuerySchema = z.strictObject({
  plan: z.string().max(LONGEST).optional().describe('计划的标识；不填按清单第2行的计划名'),
  unit: z.string().max(LONGEST).optional().describe('填报单位；不填按清单末行的填报单位'),
});

const checkToken = ({ token, now }: ProgressServices) => {
  const mayTry = createAttempts(now);
  return async ({ headers, ip }: FastifyRequest): Promise<void> => {
    if (token === undefined) throw new CodedError('progress_off');
    const given = headers.authorization ?? '';
    if (given.startsWith(BEARER) && isSame(given.slice(BEARER.length), token)) return;
    if (!mayTry(ip)) throw new CodedError('progress_often');
    throw new CodedError('progress_token');
  };
};

type Given = Readonly<Record<string, unknown>>;

/** The file of a form, and its other fields. */
const readForm = async (bytes: Buffer, type: string): Promise<Given & { readonly bytes?: Uint8Array }> => {
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData().catch(() => {
    throw new CodedError('bad_request', '上传的内容不完整。');
  });
  const file = form.get(FILE);
  form.delete(FILE);
  const fields = Object.fromEntries(form);
  return file instanceof Blob ? { ...fields, bytes: new Uint8Array(await file.arrayBuffer()) } : fields;
};

const readFile = async ({ body, headers, query }: FastifyRequest): Promise<FilledFile> => {
  const type = headers['content-type'] ?? '';
  const raw = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
  const { bytes = raw, ...fields } = type.startsWith(FORM) ? await readForm(raw, type) : {};
  const read = progressQuerySchema.safeParse({ ...(query as Given), ...fields });
  if (!read.success) throw new CodedError('bad_request', '只接受 plan、unit 和 file，每个至多一次。');
  if (bytes.length === 0 || (bytes === raw && type.startsWith(FORM))) throw new CodedError('progress_none');
  return { bytes, plan: read.data.plan?.trim() || undefined, unit: read.data.unit?.trim() || undefined };
};

/** `POST /api/worklists/progress` with a filled list as the body, or as `file` of a form → what was kept of it. */
export const progressRoute =
  (services: ProgressServices): FastifyPluginAsync =>
  async (scope: FastifyInstance) => {
    rawBodies(scope, ['*']);
    scope.addHook('onRequest', checkToken(services));
    scope.post(
      '/api/worklists/progress',
      { bodyLimit: BODY_LIMIT, config: { takesFile: true } },
      async (request, reply) => {
        const taken = await takeProgress(await readFile(request), services);
        request.log.info({ tasks: taken.tasks, filled: taken.filled }, 'a filled list was kept');
        return reply.header('cache-control', 'no-store').send(taken);
      },
    );
  };
