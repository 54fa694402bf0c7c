import { z } from 'zod';

/** How one HTTP exchange ended. Nothing of the address is in it, which may hold a secret. */
export type Exchanged =
  | { readonly status: 'answered'; readonly http: number; readonly text: string }
  | { readonly status: 'failed'; readonly reason: 'timeout' | 'network' | 'too long'; readonly written: boolean };

/** Bytes of an answer; those that we ask for are short. */
const LONGEST_ANSWER = 1 << 20;

/** Faults of a connection over which the request has not gone yet. */
const UNWRITTEN_CODES = new Set([
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);
const UNWRITTEN_CALLS = new Set(['connect', 'getaddrinfo']);

const faultSchema = z.object({ code: z.string().optional(), syscall: z.string().optional() }).catch({});
const causeSchema = z.object({ cause: faultSchema.and(z.object({ errors: z.array(faultSchema).catch([]) })) });

const isBeforeWriting = ({ code, syscall }: z.output<typeof faultSchema>): boolean =>
  UNWRITTEN_CODES.has(code ?? '') || UNWRITTEN_CALLS.has(syscall ?? '');

/** Whether a request that failed with this error of `fetch` may have reached the other side. In doubt it has. */
export const isWritten = (thrown: unknown): boolean => {
  const read = causeSchema.safeParse(thrown);
  if (!read.success) return true;
  const { errors, ...fault } = read.data.cause;
  // A host with several addresses: one fault for each.
  return !(isBeforeWriting(fault) || (errors.length > 0 && errors.every(isBeforeWriting)));
};

const readBounded = async (response: Response): Promise<string | undefined> => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > LONGEST_ANSWER) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
};

const faultOf = (thrown: unknown): Exchanged => {
  const timedOut = thrown instanceof DOMException && thrown.name === 'TimeoutError';
  return { status: 'failed', reason: timedOut ? 'timeout' : 'network', written: isWritten(thrown) };
};

/**
 * One request, with a deadline in milliseconds for the whole of it and a bound on the answer. A redirect is not followed:
 * it would take the token in the query somewhere else.
 */
export const exchange = async (url: URL, timeout: number, body?: object): Promise<Exchanged> => {
  try {
    const response = await fetch(url, {
      method: body ? 'POST' : 'GET',
      redirect: 'manual',
      signal: AbortSignal.timeout(timeout),
      ...(body && { headers: { 'content-type': 'application/json; charset=utf-8' }, body: JSON.stringify(body) }),
    });
    const text = await readBounded(response);
    if (text === undefined) return { status: 'failed', reason: 'too long', written: true };
    return { status: 'answered', http: response.status, text };
  } catch (thrown) {
    return faultOf(thrown);
  }
};
