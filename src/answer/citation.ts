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
 * text when none is given. Pieces that the clause does not hold are left out: a quote is never made up. Where the
 * clause's lines lie apart in the source, only the run of lines that holds the first piece is quoted.
 */
export interface Citer {
  (clause: ClauseId, ...pieces: readonly string[]): Source;
  /** One source for each run of adjacent lines that holds any of the pieces; for each run when no piece is given. */
  readonly runs: (clause: ClauseId, ...pieces: readonly string[]) => readonly Source[];
}

interface Char {
  readonly char: string;
  readonly line: number;
}

/** A clause's characters with their lines, white space between them left out: pieces are found across it. */
interface Letters {
  readonly chars: readonly Char[];
  /** Stretches whose lines follow each other in the source, with nothing of another clause between them. */
  readonly runs: readonly Run[];
}

interface Run {
  /** Place of its first letter in the clause. */
  readonly from: number;
  readonly text: string;
}

interface Piece {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

const MOST_KNOWN = 5000;
const SPACE = /\s/;
const CLOSED = /[。；，]$/;

/** Non-empty lines of the source in order: two of them are adjacent when nothing stands between. */
const placesOf = ({ clauses, unplaced }: Plan): ReadonlyMap<number, number> => {
  const lines = [...clauses.flatMap(({ source }) => source), ...unplaced].map(({ line }) => line);
  return new Map(lines.sort((a, b) => a - b).map((line, at) => [line, at]));
};

const lettersOf = (clause: Clause, places: ReadonlyMap<number, number>): Letters => {
  const chars: Char[] = [];
  const runs: Run[] = [];
  let before = Number.NaN;
  for (const { line, text } of clause.source) {
    const place = places.get(line) ?? Number.NaN;
    const own = [...squeeze(text)];
    const last = runs.at(-1);
    if (last && place === before + 1) runs[runs.length - 1] = { from: last.from, text: last.text + own.join('') };
    else runs.push({ from: chars.length, text: own.join('') });
    chars.push(...own.map((char) => ({ char, line })));
    before = place;
  }
  return { chars, runs };
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

const shownFrom = (pieces: readonly Piece[]): string =>
  pieces.reduce((shown, piece, at) => {
    const before = pieces[at - 1];
    if (!before) return piece.text;
    const gap = piece.from > before.to + 1 ? OMISSION : CLOSED.test(before.text) ? '' : ' ';
    return shown + gap + piece.text;
  }, '');

/** Where pieces stand in a run, in the run's order; pieces within others left out. */
const findIn = ({ from, text }: Run, pieces: readonly string[]): readonly Piece[] =>
  pieces
    .filter((piece) => squeeze(piece) !== '' && text.includes(squeeze(piece)))
    .map((piece): Piece => {
      const at = from + text.indexOf(squeeze(piece));
      return { text: piece.trim(), from: at, to: at + squeeze(piece).length - 1 };
    })
    .sort((a, b) => a.from - b.from || b.to - a.to)
    .filter((piece, at, all) => !all.slice(0, at).some((before) => piece.to <= before.to));

/** Remembers what it gave: a plan has some hundred pieces worth citing, and they repeat. */
const remembering = <T>(give: (clause: ClauseId, pieces: readonly string[]) => T) => {
  const known = new Map<string, T>();
  return (clause: ClauseId, ...pieces: readonly string[]): T => {
    const key = [clause, ...pieces].join('\n');
    const given = known.get(key) ?? give(clause, pieces);
    if (known.size < MOST_KNOWN) known.set(key, given);
    return given;
  };
};

/** Returns the citer of a plan; it throws for a clause that the plan does not have. */
export const createCiter = (plan: Plan): Citer => {
  const clauses = new Map(plan.clauses.map((clause) => [clause.id, clause]));
  const places = placesOf(plan);
  const letters = remembering((id) => lettersOf(clauseOf(id), places));
  const clauseOf = (id: ClauseId): Clause => {
    const clause = clauses.get(id);
    if (!clause) throw new Error(`no clause ${id} in ${plan.id}`);
    return clause;
  };
  const quoteRun = (clause: Clause, run: Run, pieces: readonly string[]): Source => {
    const found = findIn(run, pieces);
    const from = found[0]?.from ?? run.from;
    const to = found.length > 0 ? Math.max(...found.map((piece) => piece.to)) : run.from + [...run.text].length - 1;
    const { chars } = letters(clause.id);
    const quote = spelled(clause.text, from, to);
    const lines = [chars[from]?.line ?? 0, chars[to]?.line ?? 0] as const;
    const shown = found.length > 0 ? shownFrom(found) : quote;
    return { plan: plan.id, clause: clause.id, label: clause.label, quote, lines, shown };
  };
  const cite = remembering((id, pieces): Source => {
    const clause = clauseOf(id);
    const { runs } = letters(id);
    const holding = pieces.map((piece) => runs.find((run) => findIn(run, [piece]).length > 0));
    const run = holding.find((one) => one !== undefined) ?? runs[0] ?? { from: 0, text: '' };
    return quoteRun(clause, run, pieces);
  });
  const runs = remembering((id, pieces): readonly Source[] => {
    const clause = clauseOf(id);
    const holding = letters(id).runs.filter((run) => pieces.length === 0 || findIn(run, pieces).length > 0);
    return holding.length > 0 ? holding.map((run) => quoteRun(clause, run, pieces)) : [cite(id, ...pieces)];
  });
  return Object.assign(cite, { runs });
};
