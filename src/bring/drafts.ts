import { CodedError, type ErrorCode } from '../errors.ts';
import { detectFormat } from '../import/detect.ts';
import { type Received, tidyName } from '../import/files.ts';
import { LIMITS } from '../import/limits.ts';
import { planIdOf } from '../import/plan-id.ts';
import { type Corrections, NO_CORRECTIONS } from '../plan/schema.ts';
import type { Draft, DraftReading } from './draft.ts';
import { createDraftBook, type DraftState } from './draft-book.ts';
import { createDraftStore } from './draft-store.ts';
import type { StartReading } from './in-child.ts';

export interface DraftsParts {
  /** `<DATA_DIR>/imports` */
  readonly dir: string;
  readonly start: StartReading;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** An id that nobody can guess. */
  readonly newId: () => string;
  /** Told of what should not happen. */
  readonly onFault: (error: unknown) => void;
}

/** Drafts at a time. */
export const MOST_DRAFTS = 20;
/** Milliseconds since the last change. */
const LIFETIME = 14 * 86_400_000;
/** What is done to a draft: by whom, and which state of it that person saw. */
export interface DraftHand {
  readonly by: string;
  readonly revision: number;
}

/** What is known of a document that is brought again. */
export interface Again {
  readonly plan: string;
  readonly corrections: Corrections;
}

export interface Drafts {
  /** The latest first. */
  readonly list: () => readonly Draft[];
  /** @throws CodedError `import_gone` */
  readonly get: (id: string) => Draft;
  readonly state: (id: string) => DraftState;
  readonly reading: (id: string) => Promise<DraftReading | undefined>;
  /** The reading before the last correction. */
  readonly before: (id: string) => Promise<DraftReading | undefined>;
  readonly planFiles: ReturnType<typeof createDraftStore>['planFiles'];
  /** Keeps a file and begins to read it. @throws CodedError naming the remedy */
  readonly add: (received: Received, by: string, more?: Again) => Promise<Draft>;
  /** Reads again with other corrections. */
  readonly correct: (id: string, corrections: Corrections, hand: DraftHand) => Promise<void>;
  readonly discard: (id: string) => Promise<void>;
  /** Resolves when nothing is being read. */
  readonly idle: () => Promise<void>;
  readonly stop: () => void;
}

const check = (code: ErrorCode, fine: boolean, detail?: string): void => {
  if (!fine) throw new CodedError(code, detail);
};

/** Opens the drafts on the disk; those that were being read are read again. */
export const openDrafts = async ({ dir, start, now, newId, onFault }: DraftsParts): Promise<Drafts> => {
  const store = createDraftStore(dir);
  const book = createDraftBook({ store, start, now, onFault });
  const { get, state, discard } = book;

  const sweep = async (): Promise<void> => {
    for (const { id, at } of book.all()) if (now() - at > LIFETIME) await discard(id);
  };

  const add: Drafts['add'] = async ({ name, bytes }, by, again) => {
    const tidy = tidyName(name);
    const { plan = planIdOf(tidy), corrections = NO_CORRECTIONS } = again ?? {};
    check('import_too_large', bytes.length <= LIMITS.fileBytes, `文件超过 ${LIMITS.fileBytes / 1024 / 1024} MB。`);
    detectFormat(bytes, tidy);
    await sweep();
    const { length } = book.all();
    check('import_full', length < MOST_DRAFTS, `已有 ${length} 份草稿。`);
    const draft: Draft = {
      ...{ id: newId(), name: tidy, size: bytes.length, plan, by, lastBy: by },
      ...{ at: now(), revision: 1, corrections },
    };
    await store.create(draft, bytes);
    book.put(draft);
    book.read({ id: draft.id, corrections });
    return draft;
  };

  const correct: Drafts['correct'] = async (id, corrections, { by, revision }) => {
    const draft = get(id);
    check('import_stale', draft.revision === revision);
    check('import_unready', state(id).status === 'ready');
    const next = { ...draft, revision: revision + 1, lastBy: by, at: now() };
    book.put(next);
    book.read({ id, corrections });
    await store.save(next);
  };

  for (const draft of await store.load()) {
    const reading = await store.reading(draft.id);
    const corrections = reading?.preview.corrections ?? draft.corrections;
    book.put({ ...draft, corrections });
    if (!reading) book.read({ id: draft.id, corrections });
  }
  await sweep();

  return {
    ...{ get, state, add, correct, discard, idle: book.idle, stop: book.stop },
    list: () => book.all().toSorted((a, b) => b.at - a.at),
    reading: store.reading,
    before: store.before,
    planFiles: store.planFiles,
  };
};
