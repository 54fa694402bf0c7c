import { z } from 'zod';

/**
 * What a failed call means for what to do next:
 * `rate` wait, `network` and `server` try again, `token` get a new one; the others are final.
 */
export type FaultKind =
  | 'rate'
  | 'network'
  | 'server'
  | 'token'
  | 'credentials'
  | 'gone' // the question was recalled
  | 'absent' // the bot is no longer in the chat
  | 'blocked' // the platform's content rules
  | 'quota' // the tenant's calls of this month are used up
  | 'other';

/** A failed call, without anything of its content. */
export interface Fault {
  readonly kind: FaultKind;
  /** The platform's code. */
  readonly code?: number;
  /** HTTP status. */
  readonly http?: number;
  /** Milliseconds to wait, as the platform says. */
  readonly reset?: number;
}

/** Pages 通用错误码, 回复消息; the codes that call for something other than giving up. */
const KINDS: Readonly<Record<number, FaultKind>> = {
  99991400: 'rate',
  230020: 'rate',
  230049: 'rate', // is being sent
  11232: 'rate',
  11233: 'rate',
  99991661: 'token',
  99991663: 'token',
  99991664: 'token',
  99991665: 'token',
  230011: 'gone',
  230110: 'gone',
  230002: 'absent',
  232009: 'absent',
  230022: 'blocked',
  230028: 'blocked',
  99991403: 'quota',
};

const kindOf = (code: number | undefined, http: number | undefined): FaultKind => {
  const known = code === undefined ? undefined : KINDS[code];
  if (known) return known;
  if (http === 429) return 'rate';
  return http !== undefined && http >= 500 ? 'server' : 'other';
};

const bodySchema = z.object({ code: z.number().optional().catch(undefined) }).catch({ code: undefined });

/** An AxiosError, as the SDK throws it. */
const thrownSchema = z.object({
  isAxiosError: z.literal(true),
  response: z
    .object({
      status: z.number(),
      data: bodySchema,
      headers: z.object({ 'x-ogw-ratelimit-reset': z.coerce.number().nonnegative().catch(0) }),
    })
    .optional(),
});

/** The SDK's own error when no token is to be had: `failed to get tenant_access_token, code: 10014, msg: …`. */
const TOKEN_REFUSED = /^failed to get .*?\bcode: (\d+)/;

const readTokenRefusal = (thrown: unknown): Fault => {
  const code = thrown instanceof Error ? TOKEN_REFUSED.exec(thrown.message)?.[1] : undefined;
  if (code === undefined) return { kind: 'other' };
  const kind = kindOf(Number(code), undefined);
  return { kind: kind === 'other' ? 'credentials' : kind, code: Number(code) };
};

/** What an SDK call threw. */
export const faultOfThrown = (thrown: unknown): Fault => {
  const read = thrownSchema.safeParse(thrown);
  if (!read.success) return readTokenRefusal(thrown);
  const { response } = read.data;
  if (!response) return { kind: 'network' };
  const { status, data, headers } = response;
  const reset = headers['x-ogw-ratelimit-reset'] * 1000;
  return {
    kind: kindOf(data.code, status),
    http: status,
    ...(data.code !== undefined && { code: data.code }),
    ...(reset > 0 && { reset }),
  };
};

/** What an SDK call resolved to: HTTP 200 with a code other than 0 is a failure, too. */
export const faultOfResult = (result: unknown): Fault | undefined => {
  const { code } = bodySchema.parse(result);
  if (code === 0) return undefined;
  return { kind: kindOf(code, 200), http: 200, ...(code !== undefined && { code }) };
};
