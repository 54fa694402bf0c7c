import type { Desk } from '../../answer/draft.ts';
import type { Query } from '../../values.ts';

/** What a list is asked for, and the word before its first line: 有。 */
export interface ListFrame {
  readonly query: Query;
  readonly desk: Desk;
  readonly prefix: string;
}
