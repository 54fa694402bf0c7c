const QUANTITY = /\d+(?:\.\d+)?\s*(?:万亿元|亿元|万元|万亿|亿|万|家次|家|次|个|项|期|名|平方米|米|元|%|％)/;

/** Returns the pieces of a target that hold a figure with its measure, as printed: 引进各类金融机构10家. */
export const quantifiedPieces = (text: string): readonly string[] =>
  text
    .split(/[，,。；;]/u)
    .map((piece) => piece.trim())
    .filter((piece) => QUANTITY.test(piece));
