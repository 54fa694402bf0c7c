import { randomUUID } from 'node:crypto';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Logger } from 'pino';
import { ownLang } from './bot.ts';
import type { Config } from './config.ts';
import { createLivePlans, type LivePlans } from './overlay/live-plans.ts';
import { IN_FILES, type OverlayKeeper } from './overlay/overlay-file.ts';
import { readAside } from './overlay/read-aside.ts';
import { openPostgres } from './store/postgres/postgres.ts';
import { wordsIn } from './store/postgres/words.ts';

/** Where the plans lie that come with the program. */
export const OWN_CORPUS = fileURLToPath(new URL('../corpus/', import.meta.url));

/** Where those lie that were brought. */
export const broughtDirOf = ({ dir }: Config['data']): string => join(dir, 'plans');

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Words in a database that several processes share. Those that lie in a file go there when they are read first. */
export const keptIn = async (address: string): Promise<OverlayKeeper> => {
  const { read, write, record, stamp } = wordsIn(await openPostgres(address));
  return {
    read: async (path) => {
      const name = basename(path);
      const kept = await read(name);
      if (kept !== undefined) return kept;
      const text = await IN_FILES.read(path);
      if (text !== undefined) await write(name, text, undefined);
      return text === undefined ? undefined : read(name);
    },
    write: (path, text, before) => write(basename(path), text, before),
    record: (path, done) => record(basename(path), done),
    stamp: (path) => stamp(basename(path)),
  };
};

/**
 * Opens the plans that the settings speak of, with the words that administrators have added. Faults quote the answer:
 * only in the most detailed log.
 */
export const openPlans = async ({ data, plans: { first } }: Config, log: Logger): Promise<LivePlans> =>
  createLivePlans({
    keeper: data.database === undefined ? IN_FILES : await keptIn(data.database),
    ...{ corpusDir: OWN_CORPUS, broughtDir: broughtDirOf(data), overlays: join(data.dir, 'overlay') },
    ...{ readAside, first, lang: ownLang(), now: Date.now, newId: randomUUID, pause: nextTurn },
    onFault: (kind, faults) => {
      log.error({ kind, faults: faults.length }, 'an answer failed its check and was replaced by a refusal');
      log.trace({ kind, faults }, 'faults');
    },
    onBroken: ({ folder, reason }) => log.error({ folder, reason }, 'a plan cannot be used; the others are'),
  });
