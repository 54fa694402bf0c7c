import type {
  Choice,
  Clause,
  ClauseId,
  Computed,
  Conflict,
  Language,
  Notice,
  Plan,
  Related,
  Search,
  Understanding,
} from '../types.ts';
import type { Citer, Source } from './citation.ts';
import type { Glosses, Namer } from './names.ts';
import type { Say } from './phrases.ts';

/** What a kind of question hands over: the parts of an answer, not yet put together. */
export interface Draft {
  readonly status: 'answered' | 'clarify' | 'not_found';
  /** Conclusion first. */
  readonly lines: readonly string[];
  readonly understood?: Understanding;
  readonly citations?: readonly Source[];
  readonly notices?: readonly Notice[];
  /** Notices of what the lines say already: they are not printed once more. */
  readonly saidBack?: readonly Notice[];
  readonly computed?: readonly Computed[];
  readonly tasks?: readonly number[];
  readonly choices?: readonly Choice[];
  readonly related?: readonly Related[];
  readonly suggestions?: readonly string[];
  /** The answer to a question that can be answered 是 or 不是; absent where the plan does not tell. */
  readonly verdict?: boolean;
  /** The lines hold the marks of their verdicts. */
  readonly marked?: true;
  /** Of answers that were joined: the clauses that may bear a line out, by the line. */
  readonly clausesOf?: ReadonlyMap<string, ReadonlySet<ClauseId>>;
  /** How many answers were joined to this one; one without it. */
  readonly answers?: number;
  /** A list names its sources in one line; a single topic quotes them. */
  readonly brief?: boolean;
}

/** All that a kind of question may use. */
export interface Desk {
  readonly plan: Plan;
  /** A clause by its id. */
  readonly clause: (id: ClauseId | undefined) => Clause | undefined;
  readonly search: Search;
  readonly conflicts: readonly Conflict[];
  readonly language: Language;
  readonly glosses: Glosses;
  readonly cite: Citer;
  readonly name: Namer;
  readonly say: Say;
}

/** A count of things that the plan lists; the plan does not print it, so it is marked as computed. */
export const counted = (value: number, formula: string, from: readonly ClauseId[]): Computed => ({
  value: String(value),
  formula,
  from,
});
