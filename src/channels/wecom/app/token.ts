import { steady } from '../../steady.ts';
import type { Fault } from '../api-faults.ts';

/** A token, or why there is none. */
export type Got =
  | { readonly status: 'got'; readonly token: string }
  | { readonly status: 'none'; readonly fault: Fault };

/** A token as the platform gives it out. */
export type Issued =
  | { readonly status: 'issued'; readonly token: string /** Milliseconds. */; readonly lifetime: number }
  | { readonly status: 'none'; readonly fault: Fault };

export interface Tokens {
  /** The token in use, or a new one; callers at the same time share one request. */
  readonly get: () => Promise<Got>;
  /** Forgets the token that failed; a newer one stays. */
  readonly drop: (token: string) => void;
}

/** Milliseconds before its end at which a token is no longer used, at most. */
const EARLY = 300_000;

/** Keeps the token of one app. */
export const keepToken = (issue: () => Promise<Issued>, now: () => number): Tokens => {
  const clock = steady(now);
  let current: { readonly token: string; readonly until: number } | undefined;
  let flight: Promise<Got> | undefined;

  const renew = async (): Promise<Got> => {
    const asked = clock();
    const issued = await issue();
    if (issued.status === 'none') return issued;
    const { token, lifetime } = issued;
    current = { token, until: asked + lifetime - Math.min(EARLY, lifetime / 10) };
    return { status: 'got', token };
  };

  const get: Tokens['get'] = async () => {
    if (current && clock() < current.until) return { status: 'got', token: current.token };
    flight ??= renew().finally(() => {
      flight = undefined;
    });
    return flight;
  };

  const drop: Tokens['drop'] = (token) => {
    if (current?.token === token) current = undefined;
  };

  return { get, drop };
};
