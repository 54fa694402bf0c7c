import { backOff } from '../retry.ts';
import type { Fault } from './faults.ts';

/** What to do after a failed call. */
export type NextStep =
  | { readonly kind: 'stop' }
  | { readonly kind: 'renew' }
  | { readonly kind: 'wait'; readonly ms: number };

/** What came before the fault. */
export interface Attempts {
  /** Calls made, from 1. */
  readonly made: number;
  /** Whether a new token was already fetched for this call. */
  readonly renewed: boolean;
  /** 0–1, spreads the waits of several callers. */
  readonly random: number;
}

const MOST_CALLS = 4;
/** Milliseconds; doubled with every call. */
const FIRST_WAIT = 500;
/** Milliseconds; a longer wait is the caller's, who keeps the message meanwhile. */
const LONGEST_WAIT = 5_000;

const STOP: NextStep = { kind: 'stop' };

const waitOut = ({ reset = 0 }: Fault, { made, random }: Attempts): NextStep => {
  if (made >= MOST_CALLS || reset > LONGEST_WAIT) return STOP;
  const asked = Math.round(reset * (1 + random / 4));
  return { kind: 'wait', ms: Math.max(asked, backOff({ made, random }, { first: FIRST_WAIT, longest: LONGEST_WAIT })) };
};

/** The step after a fault. Trying again is safe, because every message carries an id by which the platform knows it. */
export const nextStep = (fault: Fault, attempts: Attempts): NextStep => {
  switch (fault.kind) {
    case 'rate':
    case 'network':
    case 'server':
      return waitOut(fault, attempts);
    case 'token':
      return attempts.renewed ? STOP : { kind: 'renew' };
    case 'credentials':
    case 'permission':
    case 'shut':
    case 'quota':
    case 'gone':
    case 'absent':
    case 'closed':
    case 'blocked':
    case 'thread':
    case 'content':
    case 'other':
      return STOP;
  }
};
