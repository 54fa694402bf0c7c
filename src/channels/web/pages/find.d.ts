/** Types of find.js, which the browser runs as it stands. */
export interface Folded {
  readonly folded: string;
  readonly at: readonly number[];
}

/** A text without white space, in half width and lower case, and for each letter where it stood. */
export function fold(text: string): Folded;
/** The words of a query, folded, each once, at most eight. */
export function termsOf(query: string): readonly string[];
/** True when every term stands in one of the folded pieces. */
export function isFound(pieces: readonly string[], terms: readonly string[]): boolean;
/** Where the terms stand in a text, [from, to), in order, none overlapping. */
export function rangesOf(text: string, terms: readonly string[]): readonly (readonly [number, number])[];
