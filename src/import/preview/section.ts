/** What was understood of one thing, and what in it a person must look at. */
export interface PreviewSection {
  readonly title: string;
  readonly lines: readonly string[];
  readonly doubts: readonly string[];
}
