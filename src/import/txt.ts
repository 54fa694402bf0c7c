import { type Block, paragraphsOf, type ReadBlocks, type Table } from './document.ts';
import { gridOf } from './grid.ts';

/** Cells of a line that is a table's row; a line that is only set in by tabs is none. */
const cellsOf = (line: string): readonly string[] | undefined =>
  line.trim().includes('\t') ? line.split('\t').map((cell) => cell.trim()) : undefined;

/** A row whose other cells are empty, beside rows of a table: as many tabs as they have. */
const sparse = (line: string, width: number): readonly string[] | undefined => {
  const cells = line.split('\t').map((cell) => cell.trim());
  return width > 1 && cells.length === width && cells.some((cell) => cell !== '') ? cells : undefined;
};

const asTable = (rows: readonly (readonly string[])[]): Table =>
  gridOf(rows.flatMap((cells, row) => cells.map((text, column) => ({ row, column, rows: 1, columns: 1, text }))));

/** Returns the blocks of some lines: each a paragraph, lines with cells divided by tabs a table. */
export const readTabbed = (text: string): readonly Block[] => {
  const lines = text.split(/\r\n|[\r\n\f\v\u2028\u2029]/);
  const blocks: Block[] = [];
  let rows: (readonly string[])[] = [];
  const end = (): void => {
    if (rows.length > 0) blocks.push(asTable(rows));
    rows = [];
  };
  for (const [at, line] of lines.entries()) {
    const after = line.startsWith('\t') ? 0 : (cellsOf(lines[at + 1] ?? '')?.length ?? 0);
    const cells = cellsOf(line) ?? sparse(line, rows.at(-1)?.length ?? after);
    if (cells) rows.push(cells);
    else {
      end();
      blocks.push(...paragraphsOf([line]));
    }
  }
  end();
  return blocks;
};

/** Reads a text file. */
export const readTxt = (text: string): ReadBlocks => ({ blocks: readTabbed(text), repairs: [], warnings: [] });
