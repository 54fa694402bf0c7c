/** A bracket that is not inside another: where it opens, where it has closed, what stands in it. */
export interface Bracket {
  readonly from: number;
  readonly to: number;
  readonly inside: string;
}

const OPENS = '（(';
const CLOSES = '）)';

/** Returns the outermost brackets of a text; widths may be mixed. One that never closes is none. */
export const outerBrackets = (text: string): readonly Bracket[] => {
  const found: Bracket[] = [];
  let depth = 0;
  let from = 0;
  for (const [at, char] of [...text].entries()) {
    if (OPENS.includes(char)) {
      if (depth === 0) from = at;
      depth += 1;
    } else if (CLOSES.includes(char) && depth > 0) {
      depth -= 1;
      if (depth === 0) found.push({ from, to: at + 1, inside: text.slice(from + 1, at) });
    }
  }
  return found;
};

/** Stands for each character of a bracket that is blanked out. */
export const BLANK = '■';

/** Returns a text with what stands in brackets blanked out, so that places stay the same. */
export const withoutBrackets = (text: string): string =>
  outerBrackets(text).reduce(
    (rest, { from, to }) => rest.slice(0, from) + BLANK.repeat(to - from) + rest.slice(to),
    text,
  );

/** Splits a text where a mark stands outside of its brackets. */
export const splitOutside = (text: string, between: RegExp): readonly string[] => {
  const bare = withoutBrackets(text);
  const cuts = [...bare.matchAll(new RegExp(between, 'g'))];
  const starts = [0, ...cuts.map(({ index, 0: mark }) => index + mark.length)];
  return starts.map((start, at) => text.slice(start, cuts[at]?.index));
};
