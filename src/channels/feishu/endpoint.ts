import type { HttpInstance, HttpRequestOptions } from '@larksuiteoapi/node-sdk';
import { z } from 'zod';
import { type Fault, faultOfThrown } from './faults.ts';

/** Why there is no address to connect to: `refused` until somebody changes something, `busy` for a while. */
export interface NoEndpoint {
  readonly kind: 'refused' | 'busy';
  /** The platform's code, or the HTTP status when it gave none. */
  readonly code?: number;
}

/** Seconds; all four, or the SDK computes with what is not there. */
const clientConfig = z.object({
  ReconnectCount: z.number(),
  ReconnectInterval: z.number(),
  ReconnectNonce: z.number(),
  PingInterval: z.number().positive(),
});

const answerSchema = z.object({ code: z.literal(0), data: z.object({ URL: z.url(), ClientConfig: clientConfig }) });

const codeSchema = z.object({ code: z.number() });

/** System busy, internal error, too many connections (the SDK's ErrorCode): all others are final. */
const PASSING: readonly number[] = [0, 1, 1000040343, 1000040350];

const ofCode = (code: number): NoEndpoint => ({ kind: PASSING.includes(code) ? 'busy' : 'refused', code });

const ofFault = ({ code, http }: Fault): NoEndpoint => {
  if (code !== undefined && (http ?? 0) < 500 && http !== 429) return ofCode(code);
  return { kind: 'busy', ...(http !== undefined && { code: http }) };
};

/** A ticket goes over it: in the clear only where the platform is on this machine. */
const isSafe = (address: string, base: string): boolean =>
  address.startsWith('wss://') || (address.startsWith('ws://') && base.startsWith('http://'));

/** Why an answer of `/callback/ws/endpoint` gives no address; undefined when it gives one. */
export const readEndpoint = (answer: unknown, base: string): NoEndpoint | undefined => {
  const read = answerSchema.safeParse(answer);
  if (read.success) return isSafe(read.data.data.URL, base) ? undefined : { kind: 'refused' };
  const coded = codeSchema.safeParse(answer);
  return coded.success ? ofCode(coded.data.code) : { kind: 'busy' };
};

/** What the SDK gets where there is no address: an end, in case it is not being closed already. */
const FINAL = { code: -1, msg: '', data: {} };

/** The SDK's HTTP for the one request that it makes, for the address; tells why there is none. */
export const endpointHttp = (http: HttpInstance, base: string, onNone: (why: NoEndpoint) => void): HttpInstance => {
  const ask = async (options: HttpRequestOptions<unknown>): Promise<unknown> => {
    try {
      const answer: unknown = await http.request(options);
      const none = readEndpoint(answer, base);
      if (!none) return answer;
      onNone(none);
    } catch (thrown) {
      onNone(ofFault(faultOfThrown(thrown)));
    }
    return FINAL;
  };
  return { ...http, request: <T, R>(options: HttpRequestOptions<T>) => ask(options) as Promise<R> };
};
