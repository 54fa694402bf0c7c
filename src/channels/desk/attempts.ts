import { addressKey } from '../address-key.ts';
import { steady } from '../steady.ts';

const MINUTE = 60_000;
/** Tries of one address in a minute. */
const MOST_TRIES = 5;
/** Addresses of which the last minute is remembered. */
const MOST_ADDRESSES = 10_000;

/** Whether an address may try the token once more; each call is a try. */
export const createAttempts = (now: () => number): ((address: string) => boolean) => {
  const clock = steady(now);
  const tries = new Map<string, readonly number[]>();
  return (address) => {
    const key = addressKey(address);
    const lately = (tries.get(key) ?? []).filter((at) => clock() - at < MINUTE);
    if (lately.length >= MOST_TRIES) return false;
    tries.delete(key);
    tries.set(key, [...lately, clock()]);
    const oldest = tries.keys().next();
    if (tries.size > MOST_ADDRESSES && !oldest.done) tries.delete(oldest.value);
    return true;
  };
};
