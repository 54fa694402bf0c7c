import { CodedError } from '../errors.ts';
import type { Draft } from './draft.ts';
import type { createDraftStore } from './draft-store.ts';
import type { StartReading } from './in-child.ts';
import { createReadingQueue, type Place, type ReadingQueue, type ReadingQueueParts } from './reading-queue.ts';

/** What a draft is at. */
export type DraftState =
  | Place
  /** `fault`: why the last correction could not be read; the reading before stays. */
  | { readonly status: 'ready'; readonly fault?: string }
  /** Nothing of it is kept. */
  | { readonly status: 'refused'; readonly reason: string };

export interface DraftBookParts {
  readonly store: ReturnType<typeof createDraftStore>;
  readonly start: StartReading;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Told of what should not happen. */
  readonly onFault: (error: unknown) => void;
}

/** The drafts that there are, and what became of each when it was read. */
export interface DraftBook extends Pick<ReadingQueue, 'idle' | 'stop'> {
  readonly all: () => readonly Draft[];
  /** @throws CodedError `import_gone` */
  readonly get: (id: string) => Draft;
  readonly state: (id: string) => DraftState;
  /** Takes a draft down; what went wrong with it before is forgotten. */
  readonly put: (draft: Draft) => void;
  readonly read: ReadingQueue['add'];
  readonly discard: (id: string) => Promise<void>;
}

/** Refusals that are remembered until the page of each was seen. */
const MOST_REFUSED = 50;

/** Opens the book; it is empty. */
export const createDraftBook = ({ store, start, now, onFault }: DraftBookParts): DraftBook => {
  const drafts = new Map<string, Draft>();
  const refused = new Map<string, string>();
  const faults = new Map<string, string>();

  const get = (id: string): Draft => {
    const draft = drafts.get(id);
    if (!draft) throw new CodedError('import_gone');
    return draft;
  };

  const discard = async (id: string): Promise<void> => {
    drafts.delete(id);
    faults.delete(id);
    queue.leave(id);
    await store.remove(id);
  };

  const refuse = async (id: string, reason: string): Promise<void> => {
    await discard(id);
    refused.set(id, reason);
    const oldest = refused.keys().next();
    if (refused.size > MOST_REFUSED && !oldest.done) refused.delete(oldest.value);
  };

  const onRead: ReadingQueueParts['onRead'] = async ({ id, corrections }, result) => {
    const known = drafts.get(id);
    if (!known) return store.remove(id);
    const isFirst = (await store.reading(id)) === undefined;
    if (result.status === 'refused') {
      if (isFirst) await refuse(id, result.reason);
      else faults.set(id, result.reason);
      return;
    }
    await store.promote(id);
    const next = { ...known, corrections, at: now() };
    drafts.set(id, next);
    await store.save(next);
  };

  const onBroken: ReadingQueueParts['onBroken'] = async ({ id }, error) => {
    if (!drafts.has(id)) return;
    onFault(error);
    await refuse(id, new CodedError('import_broken').message).catch(onFault);
  };

  const queue = createReadingQueue({
    ...{ start, now, onRead, onBroken, folder: store.folder },
    draft: (id) => drafts.get(id),
  });

  const state = (id: string): DraftState => {
    const reason = refused.get(id);
    if (reason !== undefined) return { status: 'refused', reason };
    get(id);
    const fault = faults.get(id);
    return queue.place(id) ?? (fault === undefined ? { status: 'ready' } : { status: 'ready', fault });
  };

  return {
    ...{ get, state, discard, read: queue.add, idle: queue.idle, stop: queue.stop },
    all: () => [...drafts.values()],
    put: (draft) => {
      faults.delete(draft.id);
      drafts.set(draft.id, draft);
    },
  };
};
