import type { Query } from '../../values.ts';

/** A query, and the ask of it that is looked up. */
export interface OneAsk<A> {
  readonly query: Query;
  readonly ask: A;
}
