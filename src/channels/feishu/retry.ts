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
/** A longer wait is not worth it: the asker has gone on. */
const LONGEST_WAIT = 60_000;

const STOP: NextStep = { kind: 'stop' };

const backOff = ({ reset = 0 }: Fault, { made, random }: Attempts): NextStep => {
  if (made >= MOST_CALLS || reset > LONGEST_WAIT) return STOP;
  const ms = Math.max(reset, FIRST_WAIT * 2 ** (made - 1));
  return { kind: 'wait', ms: Math.round(ms * (1 + random / 4)) };
};

/** The step after a fault. Trying again is safe, because every reply carries an id by which the platform knows it. */
export const nextStep = (fault: Fault, attempts: Attempts): NextStep => {
  switch (fault.kind) {
    case 'rate':
    case 'network':
    case 'server':
      return backOff(fault, attempts);
    case 'token':
      return attempts.renewed ? STOP : { kind: 'renew' };
    case 'credentials':
    case 'gone':
    case 'absent':
    case 'blocked':
    case 'quota':
    case 'other':
      return STOP;
  }
};
