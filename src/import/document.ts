/** A file's format, by its contents rather than by its name. */
export type Format = 'txt' | 'md' | 'html' | 'docx' | 'xlsx' | 'pdf';

/** One paragraph on one line, its automatic number written out in front. */
export interface Paragraph {
  readonly kind: 'paragraph';
  readonly text: string;
}

/** A cell that covers more than one place of the grid; rows and columns are counted from 0. */
export interface Merge {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/**
 * A table as a grid in which every row has as many cells. A cell merged downwards stands in each row that it covers;
 * one that covers a whole row stands in its first place only, so that a heading inside the table stays one filled
 * cell.
 */
export interface Table {
  readonly kind: 'table';
  readonly rows: readonly (readonly string[])[];
  /** How many rows at the top the file itself marks as header; undefined where it does not say. */
  readonly header: number | undefined;
  readonly merges: readonly Merge[];
}

export type Block = Paragraph | Table;

/** What was done to the text, or what a person must look at. */
export interface Note {
  readonly code: NoteCode;
  /** How many places. */
  readonly count: number;
  /** What is said to the person who brings the file. */
  readonly text: string;
}

export type NoteCode =
  | 'encoding'
  | 'radicals'
  | 'soft_hyphens'
  | 'invisible'
  | 'line_breaks'
  | 'headings_run_in'
  | 'stored_twice'
  | 'automatic_numbers'
  | 'merged_cells'
  | 'tracked_changes'
  | 'footnotes'
  | 'contents_dropped'
  | 'hidden_dropped'
  | 'page_marks'
  | 'page_whole'
  | 'title_taken'
  | 'nested_table'
  | 'rows_joined'
  | 'table_gathered'
  | 'table_parted'
  | 'no_header'
  | 'needs_eye'
  | 'pages_without_text'
  | 'recognised'
  | 'brackets_paired'
  | 'line_cut'
  | 'damaged_figures'
  | 'unknown_characters';

/** What one file was read into. */
export interface ImportedDocument {
  readonly name: string;
  readonly format: Format;
  readonly blocks: readonly Block[];
  /** Changes that were made, each said once. */
  readonly repairs: readonly Note[];
  /** What a person must look at before anything is answered from it. */
  readonly warnings: readonly Note[];
}

/** What a reader of one format returns: the blocks, and what it did or doubts. */
export type ReadBlocks = Pick<ImportedDocument, 'blocks' | 'repairs' | 'warnings'>;

/** Returns a note, or none where nothing was found. */
export const noteOf = (code: NoteCode, count: number, text: string): readonly Note[] =>
  count > 0 ? [{ code, count, text }] : [];

/** Returns the paragraphs of some lines; empty ones are left out. */
export const paragraphsOf = (lines: readonly string[]): readonly Paragraph[] =>
  lines.filter((text) => text.trim() !== '').map((text) => ({ kind: 'paragraph', text: text.trim() }));
