/**
 * What a find box finds: the same rule in the browser and in the server. Width of letters, case and white space do not
 * matter; every word must stand in the clause. Pure: no DOM in this file.
 */

const MOST_TERMS = 8;

/** Most letters of a plan are of this block, and fold to themselves. */
const isPlainHan = (char) => char >= '\u4e00' && char <= '\u9fff';

const foldedChar = (char) => {
  if (isPlainHan(char)) return char;
  return /\s/.test(char) ? '' : char.normalize('NFKC').toLowerCase().replace(/\s/g, '');
};

/** A text folded, and for each folded letter where it stood. */
export const fold = (text) => {
  let folded = '';
  const at = [];
  let from = 0;
  for (const char of text) {
    const letters = foldedChar(char);
    folded += letters;
    for (let letter = 0; letter < letters.length; letter += 1) at.push(from);
    from += char.length;
  }
  return { folded, at };
};

export const termsOf = (query) =>
  [...new Set(query.split(/\s+/).map((word) => fold(word).folded))].filter((term) => term !== '').slice(0, MOST_TERMS);

export const isFound = (pieces, terms) => terms.every((term) => pieces.some((piece) => piece.includes(term)));

const places = (folded, term) => {
  const found = [];
  if (term === '') return found; // would be found without end
  for (let at = folded.indexOf(term); at >= 0; at = folded.indexOf(term, at + term.length)) found.push(at);
  return found.map((from) => [from, from + term.length]);
};

/** Overlapping and touching ranges become one. */
const merged = (ranges) =>
  ranges
    .sort((a, b) => a[0] - b[0])
    .reduce((kept, [from, to]) => {
      const last = kept.at(-1);
      if (last && from <= last[1]) last[1] = Math.max(last[1], to);
      else kept.push([from, to]);
      return kept;
    }, []);

/** Where the terms stand in a text: [from, to) in its own letters. */
export const rangesOf = (text, terms) => {
  const { folded, at } = fold(text);
  const end = (place) => {
    const start = at[place];
    return start + (text.codePointAt(start) > 0xffff ? 2 : 1);
  };
  return merged(terms.flatMap((term) => places(folded, term))).map(([from, to]) => [at[from], end(to - 1)]);
};
