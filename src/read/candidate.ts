import type { Token } from '../values.ts';

type Without<T, Key extends PropertyKey> = T extends unknown ? Omit<T, Key> : never;

/** What a token means, wherever it stands. */
export type Meaning = Without<Token, 'from' | 'to' | 'text' | 'rule'>;

/**
 * How sure a piece is to be what it is taken for: things of the plan and figures go before words of asking, those before
 * plain words.
 */
export type Grade = 'thing' | 'asking' | 'word';

/** An ordinary word too: joined to plain words on either side, or in front of it, it is one of them. */
export type Weak = 'both' | 'behind';

/** A piece of the text that may become a token. */
export interface Candidate {
  /** Where in the text: [from, to). */
  readonly from: number;
  readonly to: number;
  readonly rule: string;
  readonly grade: Grade;
  readonly meaning: Meaning;
  readonly weak?: Weak;
}

/** Returns a thing of the plan or a figure that stands in [from, to). */
export const thing = (span: readonly [from: number, to: number], rule: string, meaning: Meaning): Candidate => ({
  from: span[0],
  to: span[1],
  rule,
  grade: 'thing',
  meaning,
});

/** Returns the span of a match of a pattern. */
export const spanOf = (match: RegExpMatchArray): readonly [from: number, to: number] => [
  match.index ?? 0,
  (match.index ?? 0) + match[0].length,
];
