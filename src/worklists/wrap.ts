/** Points; a Chinese character is as wide as it is high. */
export const FONT_SIZE = 10;
/** Points for a line, so that the tallest of the usual Chinese fonts is not cut. */
export const LINE_HEIGHT = 15;
/** Points above and below a cell's text together. */
const AROUND = 4;
/** Pixels of a character in the width of a column (of the narrowest font that a program measures by), of the space beside a cell's text, and of one Chinese character. */
const [COLUMN_PIXELS, PADDING_PIXELS, EM_PIXELS] = [7, 5, (FONT_SIZE * 96) / 72];
/** The share of a Chinese character's width that a narrow one takes; wide letters take more than digits. */
const [NARROW, CAPITAL] = [0.58, 0.72];
/** The highest row that a spreadsheet program shows is 409 points. */
const MOST_LINES = Math.floor((400 - AROUND) / LINE_HEIGHT);

/** A line of a cell as it is shown; `hard` where the text itself breaks behind it. */
interface Line {
  readonly text: string;
  readonly hard: boolean;
}

const widthOf = (char: string): number => {
  if (/[A-Z@%&W]/.test(char)) return CAPITAL;
  return (char.codePointAt(0) ?? 0) < 0x2000 ? NARROW : 1;
};

/** What no line begins with: closing marks. */
const CLOSING = /^[\p{Pe}\p{Pf}\p{Po}]/u;
/** What stays together: letters and digits, with the mark behind; any other character by itself, with the marks behind. */
const PIECE = /[\p{Script=Latin}\p{N}.,%/+-]+[\p{Pe}\p{Pf}\p{Po}]*|[^\n][\p{Pe}\p{Pf}\p{Po}]*/gu;

const sizeOf = (text: string): number => [...text].reduce((sum, char) => sum + widthOf(char), 0);

/** A piece that is wider than its column is broken anywhere. */
const fitting = (piece: string, most: number): readonly string[] => (sizeOf(piece) <= most ? [piece] : [...piece]);

const wrapParagraph = (text: string, most: number): readonly string[] => {
  const lines: string[] = [];
  let [line, size] = ['', 0];
  for (const piece of (text.match(PIECE) ?? []).flatMap((one) => fitting(one, most))) {
    const width = sizeOf(piece);
    if (line !== '' && size + width > most && !(CLOSING.test(piece) && width > most)) {
      lines.push(line);
      [line, size] = ['', 0];
    }
    line += piece;
    size += width;
  }
  return [...lines, line];
};

/** Returns the lines that a text takes in a column so many characters wide, as spreadsheet programs break them. */
export const wrap = (text: string, width: number): readonly Line[] => {
  const most = Math.max(1, (width * COLUMN_PIXELS - PADDING_PIXELS) / EM_PIXELS);
  return text.split('\n').flatMap((paragraph, _, all) => {
    const lines = wrapParagraph(paragraph, most);
    return lines.map((line, at) => ({ text: line, hard: at === lines.length - 1 && all.length > 1 }));
  });
};

/** Returns the height in points of a row whose fullest cell has so many lines. */
export const heightOf = (lines: number): number => Math.max(1, lines) * LINE_HEIGHT + AROUND;

const joined = (lines: readonly Line[]): string =>
  lines.map(({ text, hard }, at) => (hard && at < lines.length - 1 ? `${text}\n` : text)).join('');

/** One row of a sheet: what stands in its cells, and its height in points. */
export interface Fitted {
  readonly texts: readonly string[];
  readonly height: number;
}

/**
 * Returns the rows that a row of texts takes under columns of these widths: one, or more where it would be higher than
 * a spreadsheet can show, each cell going on in the next.
 */
export const fitRows = (texts: readonly string[], widths: readonly number[]): readonly [Fitted, ...Fitted[]] => {
  const cells = texts.map((text, at) => wrap(text, widths[at] ?? 1));
  const most = Math.max(...cells.map(({ length }) => length));
  if (most <= MOST_LINES) return [{ texts, height: heightOf(most) }];
  const rowFrom = (from: number): Fitted => ({
    texts: cells.map((lines) => joined(lines.slice(from, from + MOST_LINES))),
    height: heightOf(Math.min(MOST_LINES, most - from)),
  });
  const rest = Array.from({ length: Math.ceil(most / MOST_LINES) - 1 }, (_, at) => rowFrom((at + 1) * MOST_LINES));
  return [rowFrom(0), ...rest];
};
