/** A longer text is more than a question: a forwarded message, a log, noise. */
export const LONGEST = 400;
const MOST_KEPT = 300;
/** A piece without any mark in it is cut to so much on either side of what it asks. */
const AROUND = 60;
const BREAK = /[。！？!?；;，,：:\n\r]|\s{2,}/u;
const ASKS =
  /谁|哪|多少|几(?:家|个|项|次|期|条|年)|什么|啥|吗|怎么|如何|负责|责任|支持|牵头|目标|原文|第\d|\b(?:who|which|what|when|how|where|is|does)\b/u;
/** Asking counts as much as speaking of the plan's things throughout. */
const ASKING = 1;
/** Pieces worth this much of the best belong to the question too. */
const NEAR_BEST = 0.7;

/** Each two neighbours of a text. */
export const pairsOf = (text: string): readonly string[] =>
  Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2));

interface Piece {
  readonly at: number;
  readonly text: string;
  readonly worth: number;
}

const cutDown = (piece: string): string => {
  if (piece.length <= MOST_KEPT) return piece;
  const at = ASKS.exec(piece)?.index ?? 0;
  return piece.slice(Math.max(0, at - AROUND), at + AROUND).replace(/^\d+|\d+$/gu, ' ');
};

/**
 * A long text → the pieces of it that ask, and speak of the plan's things; a text of a question's length stays as it is.
 * What follows never reads more than some hundred characters, however much is sent. `names` holds the character pairs of
 * the plan's names.
 */
export const createCondense =
  (names: () => ReadonlySet<string>) =>
  (text: string): string => {
    if (text.length <= LONGEST) return text;
    const pairs = names();
    const worthOf = (piece: string): number => {
      let known = 0;
      for (let at = 0; at + 1 < piece.length; at += 1) if (pairs.has(piece.slice(at, at + 2))) known += 1;
      return (ASKS.test(piece) ? ASKING : 0) + known / Math.max(piece.length - 1, 6);
    };
    const distinct = [...new Set(text.split(BREAK).map((piece) => piece.trim()))].filter((piece) => piece.length > 1);
    const pieces = distinct
      .map((piece, at): Piece => ({ at, text: cutDown(piece), worth: worthOf(piece) }))
      .sort((a, b) => b.worth - a.worth || a.at - b.at);
    const best = pieces[0]?.worth ?? 0;
    const kept: Piece[] = [];
    let length = 0;
    for (const piece of pieces) {
      if (piece.worth < best * NEAR_BEST || length + piece.text.length > MOST_KEPT) break;
      kept.push(piece);
      length += piece.text.length;
    }
    return kept
      .sort((a, b) => a.at - b.at)
      .map((piece) => piece.text)
      .join('，');
  };
