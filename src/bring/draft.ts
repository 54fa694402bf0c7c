import { z } from 'zod';
import type { Preview } from '../import/preview/preview.ts';
import { correctionsSchema } from '../plan/schema.ts';
import type { Trial } from './trial.ts';

/** `draft.json`: a document that somebody brought and that is in force nowhere. */
export const draftSchema = z.strictObject({
  /** The name of its folder; nobody can guess it. */
  id: z.string().regex(/^[\w-]{8,64}$/),
  /** The file's name as received, tidied. */
  name: z.string().min(1),
  /** Bytes. */
  size: z.int(),
  /** The id that the plan would have. */
  plan: z.string().regex(/^[a-z0-9-]+$/),
  /** Who brought it, and who last did something with it. */
  by: z.string(),
  lastBy: z.string(),
  /** Milliseconds since the epoch: of the last change. */
  at: z.number(),
  /** Counts what was done, so that two people do not write over one another. */
  revision: z.int(),
  corrections: correctionsSchema,
});

export type Draft = z.infer<typeof draftSchema>;

/** What was understood of a draft, and what it would answer. */
export interface DraftReading {
  readonly preview: Preview;
  readonly trials: readonly Trial[];
  /** Why there are none, where the plan could not be asked. */
  readonly untried?: string;
}

/** What the reading of a draft is at. */
export type ReadingStep = 'read' | 'recognise' | 'try';

/** What is to be read, where, and what of it a person corrected. */
export interface ReadingTask {
  /** The draft's folder. */
  readonly folder: string;
  readonly name: string;
  readonly plan: string;
  readonly corrections: Draft['corrections'];
}

/** What came of reading. A refusal says the remedy. */
export type ReadingResult =
  | { readonly status: 'read' }
  | { readonly status: 'refused'; readonly code: string; readonly reason: string };

/** Files of a draft's folder. */
export const DRAFT_FILES = {
  draft: 'draft.json',
  received: 'received',
  /** A folder: the reading and the plan that it makes. */
  read: 'read',
  /** The same, while it is being made. */
  next: 'next',
  reading: 'reading.json',
  /** What the pictures of a pdf were recognised as, so that a correction need not do it again. */
  recognised: 'recognised.json',
  plan: 'plan',
  /** The reading before the last correction. */
  before: 'before.json',
} as const;
