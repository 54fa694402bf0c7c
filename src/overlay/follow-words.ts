import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { LiveBot, Reloaded } from './live.ts';
import { stampOf } from './overlay-file.ts';

/** What following needs besides the bot. */
export interface FollowParts {
  /** The plan's folder in the corpus. */
  readonly folder: string;
  /** Told of every reading that a change on the disk caused. */
  readonly onReloaded: (reloaded: Reloaded) => void;
  /** Told when the files cannot be looked at, or reading them failed. */
  readonly onFault: (error: unknown) => void;
}

const namesIn = async (folder: string): Promise<readonly string[]> =>
  (existsSync(folder) ? await readdir(folder) : [])
    .filter((name) => name.endsWith('.json') || name.endsWith('.txt'))
    .map((name) => join(folder, name));

/**
 * Reads the words again when one of their files has changed. Looked at now and then rather than watched: that works on
 * every disk, network and container volumes too. `look` is to be called every few seconds.
 */
export const followWords = (live: LiveBot, { folder, onReloaded, onFault }: FollowParts) => {
  const stampsOf = async (): Promise<string> => {
    const common = join(dirname(folder.replace(/\/+$/, '')), 'common');
    const paths = [...(await namesIn(folder)), ...(await namesIn(common))];
    return (await Promise.all([live.stamp(), ...paths.map(stampOf)])).join('\n');
  };
  let [seen, busy]: [string | undefined, boolean] = [undefined, false];
  /** Resolves when what had changed is read. */
  return async (): Promise<void> => {
    if (busy) return;
    busy = true;
    try {
      const stamps = await stampsOf();
      const changed = seen !== undefined && stamps !== seen;
      seen = stamps;
      if (changed) onReloaded(await live.reload());
    } catch (error) {
      onFault(error);
    } finally {
      busy = false;
    }
  };
};
