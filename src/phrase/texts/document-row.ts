import type { Source } from '../../answer/citation.ts';
import type { Computed } from '../../types.ts';

/** What one property of a document comes to. */
export interface Row {
  readonly line: string;
  /** Each piece is quoted by itself: the front page and the footer lie apart. */
  readonly sources: readonly Source[];
  readonly computed?: readonly Computed[];
}
