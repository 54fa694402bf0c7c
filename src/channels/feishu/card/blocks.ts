/** Lines that stay together: an entry of a list with the lines that continue it, or any other line. */
export interface Block {
  readonly lines: readonly string[];
  /** The number with which an entry begins. */
  readonly number?: number;
  /** The line over the part of the list that it stands in; repeated where a page begins inside that part. */
  readonly under?: string;
}

const ENTRY = /^(\d+)\. /;
const OPENS_A_PART = /^\S.*[：:]$/;

const isEntry = (line: string | undefined): boolean => ENTRY.test(line ?? '');

const opensPart = (lines: readonly string[], at: number): boolean =>
  OPENS_A_PART.test(lines[at] ?? '') && !isEntry(lines[at]) && isEntry(lines[at + 1]);

/** The heading of a part before its first entry, after a blank line. */
const openingOf = (lines: readonly string[], at: number, under: string | undefined): readonly string[] =>
  under !== undefined && lines[at - 1] === under ? ['', under] : [];

/** Takes the lines of an answer apart into what may be divided between pages. */
export const blocksOf = (lines: readonly string[]): readonly Block[] => {
  const blocks: Block[] = [];
  let under: string | undefined;
  /** The lines of the entry that goes on. */
  let entry: string[] | undefined;
  lines.forEach((line, at) => {
    if (opensPart(lines, at)) under = line;
    else if (isEntry(line)) {
      entry = [...openingOf(lines, at, under), line];
      blocks.push({ lines: entry, number: Number.parseInt(line, 10), ...(under !== undefined && { under }) });
    } else if (entry) entry.push(line);
    else blocks.push({ lines: [line] });
  });
  return blocks;
};
