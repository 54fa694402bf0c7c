import { z } from 'zod';
import type { Log } from '../log.ts';
import { parseJson } from '../parse-json.ts';
import type { ListRequest, Sent } from '../work.ts';
import type { FeishuApi } from './client.ts';
import type { FeishuMessage } from './render.ts';
import { sentOf } from './sent.ts';

/** Makes the list that was asked for; undefined when it cannot be made any more. */
export type MakeList = (request: ListRequest) => Promise<{ readonly name: string; readonly bytes: Buffer } | undefined>;

const requestSchema = z.object({
  plan: z.string().optional(),
  filter: z
    .object({
      ...{ unit: z.string(), year: z.number(), action: z.number() },
      ...{ tasks: z.array(z.number()), about: z.string(), lines: z.array(z.string()) },
    })
    .partial(),
  format: z.enum(['xlsx', 'csv', 'json']),
  at: z.number(),
});

type Uploaded =
  | { readonly status: 'uploaded'; readonly message: FeishuMessage }
  | { readonly status: 'not'; readonly sent: Sent };

const REFUSED: Uploaded = { status: 'not', sent: { status: 'refused', reason: 'the list cannot be made' } };

/**
 * Makes and uploads the list that a message of the type `file` stands for. Where the app may not upload, the message counts
 * as refused, so that the line that says where to download it goes out instead.
 */
export const uploadList = async (
  api: FeishuApi,
  make: MakeList,
  { message, log }: { readonly message: FeishuMessage; readonly log: Log },
): Promise<Uploaded> => {
  const request = requestSchema.safeParse(parseJson(message.content));
  const file = request.success ? await make(request.data as ListRequest) : undefined;
  if (!file) return REFUSED;
  const uploaded = await api.upload(file.name, file.bytes);
  if (uploaded.status === 'done')
    return { status: 'uploaded', message: { msgType: 'file', content: JSON.stringify({ file_key: uploaded.value }) } };
  const { fault } = uploaded;
  log.warn({ ...fault }, 'feishu: a list could not be uploaded; the scope im:resource may be missing');
  const sent = sentOf(fault, false); // no message has left
  return { status: 'not', sent: fault.kind === 'permission' ? { status: 'refused', reason: 'permission' } : sent };
};
