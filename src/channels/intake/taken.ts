import type { Store } from '../../store/store.ts';
import type { Admit } from '../admission.ts';
import type { Answering } from '../answering.ts';
import type { Stored } from '../incoming.ts';
import type { Hint, Ids, Reply } from '../work.ts';
import type { Worker } from '../worker.ts';

/** What became of something that came in. `work` is its number in the inbox. */
export type Taken =
  | { readonly status: 'accepted'; readonly work: number }
  /** Delivered before. */
  | { readonly status: 'known' }
  /** Done with: nothing more is to be said. */
  | { readonly status: 'done' }
  | { readonly status: 'ignored'; readonly reason: string }
  /** Cannot be taken now: the platform shall deliver it again. */
  | { readonly status: 'unready' }
  | { readonly status: 'full' }
  /** A click that turns the page of an answer; nothing was accepted. */
  | { readonly status: 'page'; readonly reply: Reply; readonly page: number }
  /** A click that was understood and leaves nothing to send. */
  | { readonly status: 'noted'; readonly note: 'thanks' | 'sorry' }
  /** A click that says that another thing was meant: which of these? */
  | { readonly status: 'which'; readonly reply: Reply; readonly others: readonly string[] }
  /** A click that is told off, without a message. */
  | { readonly status: 'told'; readonly hint: Hint };

/** What taking needs. */
export interface IntakeParts {
  readonly channel: string;
  readonly store: Pick<Store, 'inbox' | 'replies' | 'chats'>;
  readonly answering: Answering;
  readonly worker: Worker;
  readonly admit: Admit;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** An id for the answer to come: at most 40 characters, the same for no other. */
  readonly newId: (to: unknown) => string;
}

/** Something to be answered. */
export interface ToAccept {
  readonly stored: Stored;
  readonly chat: string;
  readonly ids: Ids;
}

/** Puts something into the inbox and into the worker's hands. */
export type Accept = (one: ToAccept) => Promise<Taken>;
