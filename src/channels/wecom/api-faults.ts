import { z } from 'zod';
import { parseJson } from '../parse-json.ts';
import type { Sent } from '../work.ts';
import type { Exchanged } from './http.ts';

/** What a failed call means for what to do next. */
export type FaultKind =
  | 'busy' // the platform has done nothing, and may soon
  | 'rate' // too many calls of this minute
  | 'lost' // what became of the call cannot be told
  | 'unwritten' // the call never reached the platform
  | 'token' // dead; a new one may help
  | 'credentials' // somebody must act in the console
  | 'gone' // nobody is left to read it
  | 'blocked' // the platform's content rules
  | 'form'; // the message as it stands

/** A failed call, without anything of its content. */
export interface Fault {
  readonly kind: FaultKind;
  /** The platform's code. */
  readonly code?: number;
  /** HTTP status, or what happened to the connection. */
  readonly cause?: string;
  /** What became of an earlier try of the same call cannot be told. */
  readonly unsure?: boolean;
}

/**
 * Page 全局错误码 (90313), and for the 8466xx the frames of the AI bot. Codes that are not here are faults of the message:
 * parameters, lengths, types.
 */
const KINDS: Readonly<Record<number, FaultKind>> = {
  [-1]: 'busy', // at most 3 tries, the page says
  45033: 'busy', // calls at a time
  846609: 'busy', // not subscribed: the connection is being replaced
  45009: 'rate',
  45011: 'rate',
  40001: 'token', // also a wrong secret
  40014: 'token',
  41001: 'token',
  42001: 'token',
  40013: 'credentials', // corp id
  40056: 'credentials', // agentid
  40125: 'credentials', // secret
  41002: 'credentials',
  41004: 'credentials',
  42009: 'credentials', // token and agentid of two apps
  48002: 'credentials', // no right to this API
  48004: 'credentials',
  48006: 'credentials',
  50003: 'credentials', // the app is disabled
  60020: 'credentials', // our IP is not on the app's list
  301002: 'credentials', // no right over this app
  853000: 'credentials', // bot id or secret
  40003: 'gone', // no such person
  40031: 'gone',
  43004: 'gone',
  46004: 'gone',
  50002: 'gone', // outside the app's range
  60011: 'gone',
  60111: 'gone',
  81013: 'gone', // none of the receivers is known or in range
  82001: 'gone',
  49008: 'gone', // the group is dissolved
  86001: 'gone',
  86003: 'gone',
  93006: 'gone', // no such chat
  87014: 'blocked', // the common table of WeChat; WeCom's own page names no code for it
};

/** Milliseconds: a limit by the minute is lifted after a minute. Page 访问频率限制 (90312). */
const RATE_WAIT = 60_000;

const bodySchema = z.looseObject({ errcode: z.int() });

/** An answer of the platform that says it is done. */
export type Answered =
  | { readonly status: 'done'; readonly body: Readonly<Record<string, unknown>> }
  | { readonly status: 'failed'; readonly fault: Fault };

/** The fault that a code stands for. */
export const faultOfCode = (code: number): Fault => ({ kind: KINDS[code] ?? 'form', code });

const failed = (fault: Fault): Answered => ({ status: 'failed', fault });

/** What an exchange says: HTTP 200 with a code other than 0 is a failure, too. */
export const readAnswer = (exchanged: Exchanged): Answered => {
  if (exchanged.status === 'failed') {
    const { written, reason: cause } = exchanged;
    return failed({ kind: written ? 'lost' : 'unwritten', cause });
  }
  const body = bodySchema.safeParse(parseJson(exchanged.text));
  if (!body.success) return failed({ kind: 'lost', cause: `HTTP ${exchanged.http} without errcode` });
  if (body.data.errcode !== 0) return failed(faultOfCode(body.data.errcode));
  return { status: 'done', body: body.data };
};

/** The words for a fault: its code or what happened, never an address. */
export const reasonOf = ({ code, cause, kind }: Fault): string =>
  code === undefined ? (cause ?? kind) : `errcode ${code}`;

/** The outcome of a message that may safely be sent again. */
export const sentOfFault = (fault: Fault): Sent => {
  const reason = reasonOf(fault);
  const reached = fault.unsure ? {} : ({ unreached: true } as const);
  switch (fault.kind) {
    case 'busy':
    case 'lost':
      return { status: 'later', reason };
    case 'unwritten':
      return { status: 'later', reason, ...reached };
    case 'rate':
      return { status: 'later', reason, after: RATE_WAIT };
    case 'token':
    case 'credentials':
      return { status: 'halted', reason, ...reached };
    case 'gone':
      return { status: 'dropped', reason };
    case 'blocked':
      return { status: 'blocked', reason };
    case 'form':
      return { status: 'refused', reason };
  }
};

/** The outcome where the platform would show a second try beside the first: in doubt the message is not sent again. */
export const sentOnceOfFault = (fault: Fault): Sent =>
  fault.kind === 'lost' ? { status: 'dropped', reason: 'unknown outcome' } : sentOfFault(fault);
