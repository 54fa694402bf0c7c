import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Logger } from 'pino';
import { ownLang } from './bot.ts';
import type { Config } from './config.ts';
import { createLivePlans, type LivePlans } from './overlay/live-plans.ts';
import { readAside } from './overlay/read-aside.ts';

/** Where the plans lie that come with the program. */
export const OWN_CORPUS = fileURLToPath(new URL('../corpus/', import.meta.url));

/** Where those lie that were brought. */
export const broughtDirOf = ({ dir }: Config['data']): string => join(dir, 'plans');

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * Opens the plans that the settings speak of, with the words that administrators have added. Faults quote the answer:
 * only in the most detailed log.
 */
export const openPlans = ({ data, plans: { first } }: Config, log: Logger): Promise<LivePlans> =>
  createLivePlans({
    ...{ corpusDir: OWN_CORPUS, broughtDir: broughtDirOf(data), overlays: join(data.dir, 'overlay') },
    ...{ readAside, first, lang: ownLang(), now: Date.now, newId: randomUUID, pause: nextTurn },
    onFault: (kind, faults) => {
      log.error({ kind, faults: faults.length }, 'an answer failed its check and was replaced by a refusal');
      log.trace({ kind, faults }, 'faults');
    },
    onBroken: ({ folder, reason }) => log.error({ folder, reason }, 'a plan cannot be used; the others are'),
  });
