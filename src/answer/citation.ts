import { squeeze } from '../text.ts';
import type { Citation, Clause, ClauseId, Plan } from '../types.ts';

/** The omission mark of quotes. */
export const OMISSION = '……';

/** A citation, and how its quote is shown on a phone: the asked pieces with …… between, while `quote` runs unbroken. */
export interface Source extends Citation {
  readonly shown: string;
}

/**
 * A citation of a clause by pieces of its text: the quote runs unbroken from the first to the last of them; the whole
 * text when none is given. Pieces that the clause does not hold are left out: a quote is never made up.
 */
export type Citer = (clause: ClauseId, ...pieces: readonly string[]) => Source;

interface Char {
  readonly char: string;
  readonly line: number;
}

/** A clause's characters with their lines; white space between them is kept apart, so that pieces are found across it. */
interface Letters {
  readonly chars: readonly Char[];
  readonly text: string;
}

/** A plan has some hundred pieces worth citing; what is asked of them repeats. */
const MOST_KNOWN = 5000;
const SPACE = /\s/;
const CLOSED = /[。；，]$/;

const lettersOf = (clause: Clause): Letters => {
  const chars = clause.source.flatMap(({ line, text }) => [...squeeze(text)].map((char) => ({ char, line })));
  return { chars, text: chars.map(({ char }) => char).join('') };
};

/** The clause's own spacing from one of its letters to another: tabs of a table row become blanks. */
const spelled = (text: string, from: number, to: number): string => {
  let at = -1;
  let out = '';
  for (const char of text) {
    if (!SPACE.test(char)) at += 1;
    if (at > to) break;
    if (at >= from) out += SPACE.test(char) ? ' ' : char;
  }
  return out.trim().replace(/ +/g, ' ');
};

const shownFrom = (pieces: readonly { readonly text: string; readonly from: number; readonly to: number }[]): string =>
  pieces.reduce((shown, piece, at) => {
    const before = pieces[at - 1];
    if (!before) return piece.text;
    const gap = piece.from > before.to + 1 ? OMISSION : CLOSED.test(before.text) ? '' : ' ';
    return shown + gap + piece.text;
  }, '');

export const createCiter = (plan: Plan): Citer => {
  const clauses = new Map(plan.clauses.map((clause) => [clause.id, clause]));
  const letters = new Map<ClauseId, Letters>();
  const read = (clause: Clause): Letters => {
    const known = letters.get(clause.id) ?? lettersOf(clause);
    letters.set(clause.id, known);
    return known;
  };
  const cite: Citer = (id, ...pieces) => {
    const clause = clauses.get(id);
    if (!clause) throw new Error(`no clause ${id} in ${plan.id}`);
    const { chars, text } = read(clause);
    const found = pieces
      .filter((piece) => piece !== '')
      .map((piece) => ({
        text: piece.trim(),
        from: text.indexOf(squeeze(piece)),
        to: text.indexOf(squeeze(piece)) + squeeze(piece).length - 1,
      }))
      .filter(({ from }) => from >= 0)
      .sort((a, b) => a.from - b.from || b.to - a.to)
      .filter((piece, at, all) => !all.slice(0, at).some((before) => piece.to <= before.to));
    const from = found[0]?.from ?? 0;
    const to = found.length > 0 ? Math.max(...found.map((piece) => piece.to)) : chars.length - 1;
    const quote = spelled(clause.text, from, to);
    return {
      plan: plan.id,
      clause: id,
      label: clause.label,
      quote,
      lines: [chars[from]?.line ?? 0, chars[to]?.line ?? 0],
      shown: found.length > 0 ? shownFrom(found) : quote,
    };
  };
  const known = new Map<string, Source>();
  return (id, ...pieces) => {
    const key = [id, ...pieces].join('\n');
    const before = known.get(key) ?? cite(id, ...pieces);
    if (known.size < MOST_KNOWN) known.set(key, before);
    return before;
  };
};
