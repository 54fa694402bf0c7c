import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { CodedError } from '../../errors.ts';
import type { Received } from '../../import/files.ts';
import { LIMITS } from '../../import/limits.ts';
import type { Form } from './request.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** A file may be sent here; it may take longer to come in than other bodies. */
    readonly takesFile?: true;
  }
}

const MULTIPART = 'multipart/form-data';
/** Bytes of the other fields and of what stands between. */
const AROUND = 64 * 1024;
/** Bytes of too large a file that are let pass, so that the browser hears the answer. */
const MOST_DRAINED = 256 * 1024 * 1024;
const MEGABYTE = 1024 * 1024;

const files = new WeakMap<FastifyRequest, Received>();

/** The file that came with a form; undefined where none was chosen. */
export const fileOf = (request: FastifyRequest): Received | undefined => files.get(request);

const tooLarge = (): CodedError =>
  new CodedError('import_too_large', `文件超过 ${LIMITS.fileBytes / MEGABYTE} MB，没有接收。`);

/** All of a body; what is too much is let pass and not kept. */
const readAll = async (body: Readable): Promise<Buffer> => {
  const most = LIMITS.fileBytes + AROUND;
  let pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of body) {
    size += (piece as Buffer).length;
    if (size > MOST_DRAINED) break;
    if (size > most) pieces = [];
    else pieces.push(piece as Buffer);
  }
  if (size > most) throw tooLarge();
  return Buffer.concat(pieces);
};

const readForm = async (bytes: Buffer, type: string): Promise<FormData> => {
  try {
    return await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData();
  } catch {
    throw new CodedError('bad_request', '上传的内容不完整。');
  }
};

const readUpload = async (request: FastifyRequest, body: Readable): Promise<Form> => {
  if (request.routeOptions.config.takesFile !== true) throw new CodedError('media_type');
  const form = await readForm(await readAll(body), String(request.headers['content-type']));
  const fields: Record<string, string> = {};
  for (const [name, value] of form) {
    if (typeof value === 'string') fields[name] = value;
    else if (value.name !== '' || value.size > 0)
      files.set(request, { name: value.name, bytes: new Uint8Array(await value.arrayBuffer()) });
  }
  return fields;
};

/** Files are taken in this scope, on routes that say so. They are held in memory, and never more than one may be large. */
export const readUploads = (scope: FastifyInstance): void => {
  scope.addContentTypeParser(MULTIPART, (request: FastifyRequest, body: Readable) => readUpload(request, body));
};
