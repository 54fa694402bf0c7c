import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

/** A file that was uploaded. */
export interface UploadedFile {
  readonly key: string;
  readonly name: string;
  readonly bytes: Buffer;
}

/** Bytes (page 上传文件). */
const LARGEST = 30 << 20;
const TYPES = z.enum(['opus', 'mp4', 'pdf', 'doc', 'xls', 'ppt', 'stream']);

/** The fields of a form, and the file in it, each as its bytes. */
const partsOf = (body: Buffer, boundary: string): ReadonlyMap<string, Buffer> => {
  const parts = new Map<string, Buffer>();
  for (const piece of body.toString('latin1').split(`--${boundary}`).slice(1, -1)) {
    const end = piece.indexOf('\r\n\r\n');
    const name = /name="(\w+)"/.exec(piece.slice(0, end))?.[1] ?? '';
    parts.set(name, Buffer.from(piece.slice(end + 4, -2), 'latin1'));
  }
  return parts;
};

/** Uploading files; `open` is false for an app without the scope. */
export const mountFiles = (app: FastifyInstance, isAllowed: () => boolean): readonly UploadedFile[] => {
  const files: UploadedFile[] = [];
  app.addContentTypeParser(/^multipart\/form-data/, { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  app.post('/open-apis/im/v1/files', { bodyLimit: LARGEST }, async (request, reply) => {
    if (!isAllowed()) return reply.code(400).send({ code: 99991672, msg: 'Access denied. im:resource is required.' });
    const boundary = /boundary=([^;]+)/.exec(request.headers['content-type'] ?? '')?.[1] ?? '';
    const parts = partsOf(request.body as Buffer, boundary);
    const [name, bytes] = [parts.get('file_name')?.toString('utf8') ?? '', parts.get('file')];
    const isRight = TYPES.safeParse(parts.get('file_type')?.toString()).success && name !== '' && bytes !== undefined;
    if (!isRight) return reply.code(400).send({ code: 234001, msg: 'Invalid request param.' });
    if (bytes.length === 0) return reply.code(400).send({ code: 234010, msg: "File's size can't be 0." });
    const key = `file_v3_${files.length + 1}`;
    files.push({ key, name, bytes });
    return { code: 0, msg: 'success', data: { file_key: key } };
  });
  return files;
};
