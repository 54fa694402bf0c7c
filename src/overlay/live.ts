import type { Bot, BotContent } from '../bot.ts';
import type { Corpus } from '../corpus.ts';
import type { Keep } from '../plans/bots.ts';
import type { Cutter } from '../search/cut.ts';
import type { Answer, Conflict, Plan, Question } from '../types.ts';
import type { Change } from './compare.ts';
import type { Entry, NewEntry } from './overlay.ts';
import type { OverlayKeeper } from './overlay-file.ts';
import type { Refused } from './read-words.ts';
import type { Thing } from './things.ts';
import type { FaultCode } from './word-fault.ts';

/** What became of reading the words anew; `changed` is false when nothing was new. */
export type Reloaded = { readonly status: 'reloaded'; readonly entries: number; readonly changed: boolean } | Refused;

/** A word that is not taken: by what it is, or because the file cannot be used or written. */
export interface NotTaken {
  readonly status: 'refused';
  readonly code: FaultCode | 'shape' | 'too_many' | 'unknown_entry' | 'undone' | 'busy' | 'file';
  readonly reason: string;
}

/** A word, or its undoing, that is on the disk and in force. */
export interface Kept {
  readonly status: 'kept';
  readonly entry: Entry;
  /** What did not work besides: the history could not be written. */
  readonly warning?: string;
}

/** What a word would change. */
export interface Preview {
  readonly status: 'previewed';
  /** Whether the word by itself is then read as that thing. */
  readonly recognised: boolean;
  /** The question with which it was tried; the word by itself where there was none. */
  readonly question: { readonly text: string; readonly before: Answer; readonly after: Answer };
  /** Questions of the corpus that would be answered otherwise, those that break first. */
  readonly changes: readonly Change[];
  /** How many were asked. */
  readonly asked: number;
}

/** The words in force. */
export interface WordsState {
  /** In the order in which they were added, those taken back included. */
  readonly entries: readonly Entry[];
  /** When they were last read or changed, milliseconds since the epoch. */
  readonly at: number;
  /** Why what lies on the disk now is not in force, if so. */
  readonly refused?: Refused;
}

/** A plan's folder as it was read, and jieba for it: its dictionary cannot forget a word. */
export interface MadePlan {
  readonly corpus: Corpus;
  readonly plan: Plan;
  readonly cutter: Cutter;
}

/** A bot whose words change while it answers: every question is answered by one bot, the old one or the new. */
export interface LiveBot extends Bot {
  /** The plan's contradictions, as reviewed; like the plan they stay while the process runs. */
  readonly conflicts: readonly Conflict[];
  /** How the plan is called for short; may be empty. */
  readonly short: string;
  /** Questions of the corpus that show what can be asked. */
  readonly examples: readonly string[];
  /** Where the overlay lies, or would lie as a file. */
  readonly path: string;
  /** Another whenever the overlay is another, whoever changed it. */
  readonly stamp: () => Promise<string>;
  readonly words: () => WordsState;
  /** Things of the plan that a question may have meant instead of what was answered, the likeliest first. */
  readonly candidates: (question: Question) => readonly Thing[];
  /** Reads the corpus' words and the overlay again, all or nothing. */
  readonly reload: () => Promise<Reloaded>;
  /** Builds a bot aside; nothing is kept. */
  readonly preview: (entry: NewEntry, question?: string) => Promise<Preview | NotTaken>;
  readonly add: (entry: NewEntry) => Promise<Kept | NotTaken>;
  readonly undo: (id: string, by: string) => Promise<Kept | NotTaken>;
}

export interface LiveBotParts {
  /** The plan's folder in the corpus. */
  readonly folder: string;
  /** What lies in it, where it was read already. */
  readonly made?: MadePlan | undefined;
  /** The folder of the overlays: `<DATA_DIR>/overlay`. */
  readonly overlays: string;
  /** Keeps the overlays; files in that folder do without it. */
  readonly keeper?: OverlayKeeper | undefined;
  /** The words of asking. */
  readonly lang: BotContent['lang'];
  readonly onFault?: BotContent['onFault'];
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** An id for an entry, the same for no other. */
  readonly newId: () => string;
  /** Keeps bots that were made, as long as there is room for them; all of them without it. */
  readonly keep?: Keep | undefined;
  /** Lets other work in; resolves after it. */
  readonly pause: () => Promise<void>;
}

export const notTaken = (code: NotTaken['code'], reason: string): NotTaken => ({ status: 'refused', code, reason });
