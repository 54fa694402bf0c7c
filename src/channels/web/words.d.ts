import type { Answer, LineRange } from '../../types.ts';

/** Types of words.js, which the browser runs as it stands: what the server uses of it too. */
export interface CardWords {
  readonly answer: string;
  readonly notice: string;
  readonly computed: string;
  readonly sources: string;
  readonly choices: string;
  readonly related: string;
  readonly suggestions: string;
  readonly inPlace: string;
  readonly file: string;
  readonly lines: (lines: LineRange) => string;
  readonly details: string;
  readonly allSources: (count: number) => string;
  /** A label of a clause in the asker's language. */
  readonly label: (label: string) => string;
}

/** A piece of a text: the name of a unit, the address of a file, or neither. */
export interface Piece {
  readonly text: string;
  readonly unit?: string;
  readonly file?: string;
  /** A span of years, within which no line ends. */
  readonly whole?: true;
}

/** The `lang` of an answer's card. */
export const LANGS: Readonly<Record<Answer['language'], string>>;
/** Words around an answer, in the asker's language. */
export const WORDS: Readonly<Record<Answer['language'], CardWords>>;
/** The text without what the card shows in its own form. */
export function shownText(answer: Answer): string;
/** The calculations that the text does not show. */
export function computedLines(answer: Answer): readonly string[];
/** Where a clause stands in the plan's own pages. */
export function clauseHref(plan: string, clause: string): string;
/** A unit's own page. */
export function unitHref(plan: string, unit: string): string;
/** A text cut at the names of units and the addresses of files. */
export function piecesOf(text: string, units: readonly string[]): readonly Piece[];
/** The question to ask for what was typed. */
export function questionFor(typed: string, last: Answer | undefined): string;
/** The day in China, as it stands beside a printed question; `at` in milliseconds since the epoch. */
export function dayIn(at: number): string;
