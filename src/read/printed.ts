import type { Printed, PrintedPiece } from '../library/printed.ts';
import type { Borders } from './borders.ts';
import { type Candidate, type Meaning, thing } from './candidate.ts';

/** Figures and times in a piece are the asker's own, unless the piece is a whole clause of the plan. */
const FIGURES: ReadonlySet<Meaning['kind']> = new Set(['year', 'date', 'quantity']);
/** Names that are longer ways of saying what the piece says. */
const NAMES: ReadonlySet<Meaning['kind']> = new Set([
  'task',
  'action',
  'indicator',
  'plan',
  'clause',
  'term',
  'unit',
  'units',
]);
/** A piece that is left when words of asking are taken off its ends. */
const SHORTEST = 8;

interface Found {
  readonly things: readonly Candidate[];
  readonly asking: readonly Candidate[];
  readonly borders: Borders;
}

const MARK = /[\p{P}\p{S}\p{Z}]/u;

/** A piece of a longer plain wording is no paste: 资本运营管理平台 in 国有资本运营管理平台. */
const standsApart = (text: string, { from, to, opens, closes }: PrintedPiece, beside: readonly Candidate[]): boolean =>
  (opens || from === 0 || MARK.test(text[from - 1] ?? '') || beside.some((one) => one.to === from)) &&
  (closes || to === text.length || MARK.test(text[to] ?? '') || beside.some((one) => one.from === to));

const within = (one: Candidate, { from, to }: PrintedPiece): boolean => one.from >= from && one.to <= to;

/** The stretches of a piece between the figures in it. */
const withoutFigures = (piece: PrintedPiece, figures: readonly Candidate[]): readonly PrintedPiece[] => {
  const ends = figures
    .filter((one) => !figures.some(({ from, to }) => from <= one.from && to >= one.to && to - from > one.to - one.from))
    .sort((a, b) => a.from - b.from);
  const starts = [piece.from, ...ends.map(({ to }) => to)];
  return starts.map((from, at) => ({
    from,
    to: ends[at]?.from ?? piece.to,
    opens: piece.opens && at === 0,
    closes: piece.closes && at === ends.length,
  }));
};

/** Words of asking that are as good as any noun at the end of a piece: 银行, 总量. */
const NOUNS: ReadonlySet<Meaning['kind']> = new Set(['type', 'figure', 'unsaid']);

/** A word of asking that stands at an end of a piece, or across it, is the asker's, unless the plan's clause ends there. */
const trimmed = (piece: PrintedPiece, asking: readonly Candidate[]): PrintedPiece => {
  let { from, to } = piece;
  for (let again = true; again && to > from; ) {
    const tail = piece.closes ? undefined : asking.find((one) => one.from > from && one.from < to && one.to >= to);
    const head = piece.opens ? undefined : asking.find((one) => one.to < to && one.to > from && one.from <= from);
    if (tail) to = tail.from;
    else if (head) from = head.to;
    again = tail !== undefined || head !== undefined;
  }
  return { ...piece, from, to };
};

/** 配合、省地方金融监管局: of names, words of asking and marks alone, and no whole clause: the asker put it together. */
const isMadeUp = (text: string, { from, to }: PrintedPiece, known: readonly Candidate[]): boolean => {
  const inner = known.filter((one) => one.from >= from && one.to <= to);
  for (let at = from; at < to; at += 1)
    if (!MARK.test(text[at] ?? '') && !inner.some((one) => one.from <= at && one.to > at)) return false;
  return true;
};

/** 贷款金额 beside 贷款余额: a short name with the word of its amount, which one task prints for something of its own. */
const nounsIn = (text: string, { things, asking }: Found, { onlyTask }: Printed): readonly Candidate[] =>
  things.flatMap(({ meaning, from, to }) => {
    const amount =
      meaning.kind === 'indicator' && !meaning.sure ? asking.find((one) => isAmountFrom(to, one)) : undefined;
    return amount && onlyTask(text.slice(from, amount.to)) !== undefined
      ? thing([from, amount.to], 'words:printed', { kind: 'words' })
      : [];
  });

const isAmountFrom = (at: number, { from, meaning }: Candidate): boolean => from === at && meaning.kind === 'figure';

/**
 * Returns the pieces of a text that are pasted from one task of the plan, as words: operators, units and figures in them
 * are the plan's. Where something is to be confirmed, the figures are what is asked.
 */
export const printedIn = (text: string, found: Found, printed: Printed): readonly Candidate[] => {
  const { things, asking, borders } = found;
  const { pieces, taskOf } = printed;
  const own = asking.filter(({ from, to }) => borders.startOf[from] === from && borders.endOf[to - 1] === to);
  const ends = own.filter(({ meaning }) => !NOUNS.has(meaning.kind));
  const pasted = pieces(text).flatMap((piece) => {
    const outside = asking.filter((one) => one.from >= piece.to || one.to <= piece.from);
    const asks = outside.some(({ meaning }) => meaning.kind === 'wanted' || meaning.kind === 'role');
    const confirms = outside.some(({ meaning }) => meaning.kind === 'wanted' && meaning.wanted === 'whether');
    const figures = things.filter((one) => FIGURES.has(one.meaning.kind) && one.from < piece.to && one.to > piece.from);
    const whole = piece.opens && piece.closes && asks && !confirms && figures.every((one) => within(one, piece));
    const parts = whole || figures.length === 0 ? [piece] : withoutFigures(piece, figures);
    return parts
      .map((one) => trimmed(one, ends))
      .filter((one) => standsApart(text, one, [...own, ...things]))
      .filter((one) => (one.opens && one.closes) || !isMadeUp(text, one, [...own, ...things]))
      .filter(({ from, to }) => to - from >= SHORTEST && taskOf(text.slice(from, to)) !== undefined)
      .filter(({ from, to }) => !things.some((one) => NAMES.has(one.meaning.kind) && one.from <= from && one.to >= to))
      .map(({ from, to }) => thing([from, to], 'words:printed', { kind: 'words' }));
  });
  return [...nounsIn(text, found, printed), ...pasted];
};
