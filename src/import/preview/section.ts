import type { PlanReading } from '../../plan/outline/read-plan.ts';
import type { SourceLine } from '../../types.ts';
import type { ImportedDocument } from '../document.ts';

/** What is shown beside the plan itself. */
export interface PreviewInput {
  readonly document: ImportedDocument;
  readonly reading: PlanReading;
  readonly lines: readonly SourceLine[];
  readonly examples: readonly string[];
}

/** The parts of a preview, in the order in which they are shown. */
export type SectionId =
  | 'documents'
  | 'front'
  | 'outline'
  | 'tasks'
  | 'marks'
  | 'units'
  | 'tables'
  | 'unplaced'
  | 'times'
  | 'refused'
  | 'examples';

/** One thing that was understood. */
export interface PreviewLine {
  readonly text: string;
  /** What it is: 文号. */
  readonly label?: string;
  /** Where it stands in `plan.txt`, from 1. */
  readonly line?: number;
  /** How far it stands below others; 0 where it is left out. */
  readonly depth?: number;
}

/** What a person must look at. */
export interface Doubt {
  readonly text: string;
  /** Where it stands in `plan.txt`, from 1. */
  readonly line?: number;
}

/** What was understood of one thing, and what in it a person must look at. */
export interface PreviewSection {
  readonly id: SectionId;
  readonly title: string;
  readonly lines: readonly PreviewLine[];
  readonly doubts: readonly Doubt[];
}

/** Texts as lines without a label or place. */
export const plainLines = (texts: readonly string[]): readonly PreviewLine[] => texts.map((text) => ({ text }));

const at = (line: number | undefined): string => (line === undefined ? '' : ` [${line}]`);

/** A section as lines for a terminal. */
export const sectionText = ({ title, lines, doubts }: PreviewSection): readonly string[] => [
  `\n== ${title} ==`,
  ...lines.map(
    ({ depth = 0, label, text, line }) =>
      `${'  '.repeat(depth)}${label === undefined ? '' : `${label}：`}${text}${at(line)}`,
  ),
  ...doubts.map(({ text, line }) => `！${at(line)} ${text}`),
];
