import { z } from 'zod';

/** What a failed call means for what to do next. */
export type FaultKind =
  | 'rate' // wait
  | 'network' // try again
  | 'server' // try again
  | 'token' // get a new one
  | 'credentials' // App ID, App Secret, allowed addresses
  | 'permission' // the app lacks a scope or the ability of a bot
  | 'shut' // a right that the app lacks in this chat, at least
  | 'quota' // the tenant's calls of this month are used up
  | 'gone' // the question was recalled
  | 'absent' // the bot is no longer in the chat
  | 'closed' // the chat or the person takes no message of the bot
  | 'blocked' // the platform's content rules
  | 'thread' // the chat has no threads
  | 'content' // a card or a text that the platform does not take
  | 'other';

/** A failed call, without anything of its content. */
export interface Fault {
  readonly kind: FaultKind;
  /** The platform's code. */
  readonly code?: number;
  /** Why a card was not taken: the `ErrCode` inside the platform's message. */
  readonly sub?: number;
  /** HTTP status. */
  readonly http?: number;
  /** Milliseconds to wait, as the platform says. */
  readonly reset?: number;
}

/** Pages 通用错误码, 发送消息, 回复消息; as of May 2026. */
const CODES: Readonly<Partial<Record<FaultKind, readonly number[]>>> = {
  rate: [99991400, 230020, 230049 /* is being sent */, 11232, 11233],
  token: [99991661, 99991663, 99991664, 99991665],
  credentials: [10003, 10014, 99991401 /* address not allowed */],
  permission: [230006, 99991672],
  shut: [230027],
  quota: [99991403],
  gone: [230011, 230050, 230110],
  absent: [230002, 232009],
  closed: [230013, 230018, 230019, 230035, 230038, 230053, 230075],
  blocked: [230022, 230028],
  thread: [230071, 230072],
  content: [230001, 230025, 230055, 230099, 11310],
};

const KINDS: ReadonlyMap<number, FaultKind> = new Map(
  Object.entries(CODES).flatMap(([kind, codes]) => codes.map((code) => [code, kind as FaultKind] as const)),
);

/** Codes of a card's parts: 200550 a chart, 200621 its JSON, 200861 a tag … */
const isCardCode = (code: number): boolean => code >= 200_000 && code < 201_000;

const kindOfHttp = (http: number | undefined): FaultKind => (http === 429 ? 'rate' : 'server');

/** An answer without a code is not the platform's own but that of something on the way to it. */
const kindOf = (code: number | undefined, http: number | undefined): FaultKind => {
  if (code === undefined) return kindOfHttp(http);
  const known = KINDS.get(code) ?? (isCardCode(code) ? 'content' : undefined);
  if (known) return known;
  return http !== undefined && (http === 429 || http >= 500) ? kindOfHttp(http) : 'other';
};

const bodySchema = z
  .object({ code: z.number().optional().catch(undefined), msg: z.string().optional().catch(undefined) })
  .catch({});

type Body = z.output<typeof bodySchema>;

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

/** `Failed to create card content, ext=ErrCode: 11310; ErrMsg: …` */
const SUB_CODE = /\bErrCode: ?(\d{1,9})\b/;

const faultOf = ({ code, msg }: Body, http: number): Fault => {
  const sub = SUB_CODE.exec(msg ?? '')?.[1];
  return {
    kind: kindOf(code, http),
    http,
    ...(code !== undefined && { code }),
    ...(sub !== undefined && { sub: Number(sub) }),
  };
};

/** The SDK's own error when no token is to be had: `failed to get tenant_access_token, code: 10014, msg: …`. */
const TOKEN_REFUSED = /^failed to get .*?\bcode: (\d+|unknown)/;

const readTokenRefusal = (thrown: unknown): Fault => {
  const code = thrown instanceof Error ? TOKEN_REFUSED.exec(thrown.message)?.[1] : undefined;
  if (code === undefined) return { kind: 'other' };
  if (code === 'unknown') return { kind: 'server' }; // no answer of the platform's own
  const kind = kindOf(Number(code), undefined);
  return { kind: kind === 'other' ? 'credentials' : kind, code: Number(code) };
};

/** What an SDK call threw. */
export const faultOfThrown = (thrown: unknown): Fault => {
  const read = thrownSchema.safeParse(thrown);
  if (!read.success) return readTokenRefusal(thrown);
  const { response } = read.data;
  if (!response) return { kind: 'network' };
  const reset = response.headers['x-ogw-ratelimit-reset'] * 1000;
  return { ...faultOf(response.data, response.status), ...(reset > 0 && { reset }) };
};

/** What an SDK call resolved to: HTTP 200 with a code other than 0 is a failure, too. */
export const faultOfResult = (result: unknown): Fault | undefined => {
  const body = bodySchema.parse(result);
  return body.code === 0 ? undefined : faultOf(body, 200);
};
