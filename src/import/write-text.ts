import type { Block, ImportedDocument } from './document.ts';

const lineOf = (cells: readonly string[]): string => cells.map((cell) => cell.replace(/\s+/g, ' ').trim()).join('\t');

const linesOf = (block: Block): readonly string[] => {
  switch (block.kind) {
    case 'paragraph':
      return [block.text.replace(/\s+/g, ' ').trim()];
    case 'table':
      return block.rows.filter((cells) => cells.some((cell) => cell !== '')).map(lineOf);
  }
};

/**
 * Returns the document as `plan.txt` has it: a paragraph a line, a table's row a line with a tab between its cells,
 * merged cells written out. Two tables that follow one another are kept apart by an empty line.
 */
export const writeText = ({ blocks }: Pick<ImportedDocument, 'blocks'>): string => {
  const lines = blocks.flatMap((block, at) => {
    const apart = block.kind === 'table' && blocks[at - 1]?.kind === 'table' ? [''] : [];
    return apart.concat(linesOf(block));
  });
  return lines.length > 0 ? `${lines.join('\n')}\n` : '';
};
