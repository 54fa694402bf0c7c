import type { SourceLine } from '../types.ts';
import { joinLines } from './lines.ts';
import { type Opening, readOpening } from './numbering.ts';

/** Lines that belong together: one numbered paragraph with its continuations, or one table row. */
export interface Block {
  readonly opening: Opening;
  /** The whole paragraph, lines joined, numbering included. */
  readonly text: string;
  readonly source: readonly SourceLine[];
}

const CLOSED = /[。！？!?）)”"』」]$/;
/** Numbered paragraphs run on over closed sentences and up to their responsibility bracket. */
const RUNS_ON: readonly Opening['kind'][] = ['point', 'item'];

const continues = (before: Block, opening: Opening): boolean => {
  if (opening.kind !== 'plain' || before.opening.kind === 'row' || before.opening.kind === 'part') return false;
  return RUNS_ON.includes(before.opening.kind) || !CLOSED.test(before.text);
};

const extend = (before: Block, line: SourceLine): Block => {
  const source = [...before.source, line];
  return { opening: before.opening, text: joinLines(source), source };
};

const asBlock = (line: SourceLine): Block => ({
  opening: readOpening(line.text),
  text: line.text.includes('\t') ? line.text : line.text.trim(),
  source: [line],
});

/**
 * Lines → blocks. The title page, down to the first 一、, is taken line by line: its lines are titles, not sentences. A line that opens with no number continues the paragraph before it when that one is still open
 * (进一步完 / 善，交易活跃度…), and always within a numbered item, whose bracket may stand on a line of its own.
 */
export const readBlocks = (lines: readonly SourceLine[]): readonly Block[] => {
  const bodyAt = lines.findIndex(({ text }) => readOpening(text).kind === 'part');
  const blocks: Block[] = lines.slice(0, bodyAt).map(asBlock);
  for (const line of lines.slice(bodyAt)) {
    const block = asBlock(line);
    const before = blocks.at(-1);
    if (before && continues(before, block.opening)) blocks[blocks.length - 1] = extend(before, line);
    else blocks.push(block);
  }
  return blocks;
};
