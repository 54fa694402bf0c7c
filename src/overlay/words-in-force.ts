import type { Corpus } from '../corpus.ts';
import type { Plan } from '../types.ts';
import type { Force, Workshop } from './force.ts';
import type { Reloaded } from './live.ts';
import { inForce } from './overlay.ts';
import type { OverlayKeeper } from './overlay-file.ts';
import { type Refused, readCheckedOverlay, readWords } from './read-words.ts';

/** True where two values are written alike. */
export const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

export interface WordsInForceParts {
  /** The corpus folder. */
  readonly folder: string;
  /** The overlay's file. */
  readonly path: string;
  readonly plan: Plan;
  readonly corpus: Corpus;
  readonly workshop: Workshop;
  readonly keeper: OverlayKeeper;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** The words that are in force on a corpus, as they are now. */
export interface WordsInForce {
  readonly now: () => Force;
  /** Since when, and why the words that were read last are not in force, if so. */
  readonly told: () => { readonly at: number; readonly refused?: Refused };
  readonly swap: (next: Force) => void;
  /** The file as it stands now: a person may have written into it, and what is broken is not written over. */
  readonly read: () => ReturnType<typeof readCheckedOverlay>;
  /** Reads the overlay onto a corpus. */
  readonly load: (corpus: Corpus) => Promise<Reloaded>;
  /** Reads all words again. */
  readonly reload: () => Promise<Reloaded>;
}

/** Opens them without any word of the overlay. */
export const createWordsInForce = (parts: WordsInForceParts): WordsInForce => {
  const { folder, path, plan, corpus: first, workshop, keeper, now } = parts;
  let force = workshop.force(workshop.base(first), { plan: plan.id, entries: [] });
  let [at, refused]: [number, Refused | undefined] = [now(), undefined];

  const swap = (next: Force): void => {
    force = next;
    [at, refused] = [now(), undefined];
  };
  const refuse = (why: Refused): Refused => {
    refused = why;
    return why;
  };

  const load = async (corpus: Corpus): Promise<Reloaded> => {
    const base = corpus === force.base.corpus || isSame(corpus, force.base.corpus) ? force.base : workshop.base(corpus);
    const read = await readCheckedOverlay(path, { plan: plan.id, startCheck: base.check, read: keeper.read });
    if (read.status === 'refused') return refuse(read);
    const changed = base !== force.base || !isSame(read.overlay, force.overlay);
    swap(changed ? workshop.force(base, read.overlay) : force);
    return { status: 'reloaded', entries: inForce(read.overlay).length, changed };
  };

  const reload = async (): Promise<Reloaded> => {
    const words = readWords(folder, plan);
    return words.status === 'refused' ? refuse(words) : load(words.corpus);
  };

  return {
    ...{ swap, load, reload },
    now: () => force,
    told: () => ({ at, ...(refused && { refused }) }),
    read: async () => {
      const read = await readCheckedOverlay(path, { plan: plan.id, startCheck: force.base.check, read: keeper.read });
      return read.status === 'refused' ? refuse(read) : read;
    },
  };
};
