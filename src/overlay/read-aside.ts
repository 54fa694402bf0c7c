import { startOwn } from '../own-child.ts';
import { isStored } from '../plans/stored.ts';

/** A plan takes a second; then it is read here. */
const LONGEST = 60_000;

/**
 * Reads a plan's folder in a process of its own, so that it lies in the cache and reading it here holds up no answer.
 * Never an error: what could not be read aside is read, or refused, by whoever reads it next.
 */
export const readAside = (folder: string): Promise<void> =>
  new Promise((resolve) => {
    if (isStored(folder)) return resolve();
    const module = { name: './read-aside-child', from: import.meta.url, given: [folder] };
    const child = startOwn(module, { stdio: ['ignore', 'ignore', 'ignore', 'ipc'], timeout: LONGEST });
    child.once('error', () => resolve());
    child.once('exit', () => resolve());
  });
