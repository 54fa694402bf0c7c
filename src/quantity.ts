import { exact } from './number.ts';
import { worthOf } from './quantity-compare.ts';
import {
  either,
  GREAT,
  isBare,
  isName,
  isWord,
  LATIN,
  literal,
  longestFirst,
  type Piece,
  piecesOf,
} from './quantity-piece.ts';
import { AFTER, BEFORE, FILLERS } from './quantity-words.ts';
import type { Quantity, Relation } from './values.ts';

export { comparable, compareQuantity, inMeasure, leavesOpen, worthOf } from './quantity-compare.ts';

/** A quantity and where it stands. */
export interface FoundQuantity {
  readonly quantity: Quantity;
  readonly from: number;
  readonly to: number;
}

const NOISE = '[\\s*_`]*';
const QUOTED = /[“"「『《](?<inner>[^“”"「」『』《》]*)[”"」』》]/g;

interface Stretch {
  readonly from: number;
  readonly to: number;
}

const quotesOf = (text: string): readonly Stretch[] =>
  [...text.matchAll(QUOTED)].map((found) => ({ from: found.index + 1, to: found.index + found[0].length - 1 }));

// ── Relations and ranges ────────────────────────────────────────────────────────────────────────────────────────────

interface Related {
  readonly relation: Relation;
  readonly at: number;
}

const relationRows = (rows: typeof BEFORE): readonly (readonly [string, Relation])[] =>
  rows.flatMap(({ relation, says }) => says.split('|').map((say) => [say, relation] as const));
const BEFORE_ROWS = new Map(relationRows(BEFORE));
const AFTER_ROWS = new Map(relationRows(AFTER));
/** Characters before a one-letter relation that make it part of a word: 通过, 附近, 签约, 晚上. */
const GUARDS: Readonly<Record<string, string>> = {
  过: '通经不',
  近: '附最靠邻',
  约: '节签预合公条履制大',
  上: '件表文面网线以之',
};
const guarded = (say: string): string => {
  const guard = GUARDS[say];
  if (LATIN.test(say)) return `(?<![a-z])${literal(say)}`;
  return guard ? `(?<![${guard}])${literal(say)}` : literal(say);
};
const SAID_BEFORE = new RegExp(
  `(?:(${longestFirst([...BEFORE_ROWS.keys()])
    .map(guarded)
    .join('|')}))\\s*(?:${FILLERS}){0,2}\\s*$`,
);
const SAID_AFTER = new RegExp(`^${NOISE}(${either([...AFTER_ROWS.keys()])})`);
const FAR_BEFORE = new RegExp(`(${either([...BEFORE_ROWS.keys()])})[^，。；、,;\\d]{1,12}$`);
const UP = /[十百千万亿]/;

/** How a relation or a filler may end: most numbers have neither before them. */
const LAST = new Set([...BEFORE_ROWS.keys(), ...FILLERS.split('|')].map((say) => say.at(-1)));

/** What is said of a number before it, and where that begins. */
const before = (text: string, piece: Piece): Related | undefined => {
  const start = Math.max(0, piece.from - 24);
  const head = text.slice(start, piece.from);
  const near = LAST.has(head.trimEnd().at(-1)) ? SAID_BEFORE.exec(head) : null;
  const far = near || piece.row?.unit !== 'percent' ? near : FAR_BEFORE.exec(head);
  const say = far?.[1] ?? '';
  const relation = BEFORE_ROWS.get(say);
  if (!far || !relation || (say === '上' && !UP.test(`${piece.number[0]}${piece.scale}`))) return undefined;
  if (say === '过' && piece.row?.unit === 'times') return { relation: '=', at: start + far.index };
  return { relation, at: start + far.index };
};

const CONNECTOR = /^\s*(?:[-—–―~～－至到]+|to)\s*$/;
const BETWEEN = /^\s*(?:和|与|and)\s*$/;
const SPREAD_END = /^\s*(?:之间|区间)/;
const SPREAD_START = /(?:介于|between)\s*$/;

const joins = (text: string, low: Piece, high: Piece): boolean => {
  const between = text.slice(low.to, high.from);
  if (CONNECTOR.test(between)) return true;
  if (!BETWEEN.test(between)) return false;
  return SPREAD_END.test(text.slice(high.to)) || SPREAD_START.test(text.slice(0, low.from));
};

/** 500到1200亿: the lower end takes scale and measure of the upper. */
const spread = (low: Piece, high: Piece): Piece => {
  const scales = isBare(low) && low.scale === '' ? [high.scale, GREAT.exec(high.scale)?.[0] ?? ''] : [];
  const value =
    [...scales, ''].map((scale) => low.value * worthOf(scale)).find((one) => one <= high.value) ?? low.value;
  return { ...high, from: low.from, value: exact(value), high: high.value, number: low.number };
};

// ── Reading ─────────────────────────────────────────────────────────────────────────────────────────────────────────

const unitOf = (piece: Piece): Pick<Quantity, 'unit' | 'measure'> => {
  const { row, scale, money } = piece;
  const great = GREAT.exec(scale)?.[0] ?? '';
  if (row) {
    const scaled = row.unit === 'money' || row.unit === 'area' ? great : '';
    return { unit: row.unit, measure: scaled + (LATIN.test(row.say) && scaled ? ` ${row.say}` : row.say) };
  }
  if (money || /亿$|^billion|^trillion|^bn|^tn|^hundred/.test(scale)) return { unit: 'money', measure: great };
  return { unit: 'none', measure: '' };
};

const build = (text: string, piece: Piece, said: Related | undefined): FoundQuantity => {
  const tail = text.slice(piece.to);
  const after = SAID_AFTER.exec(tail);
  const graded = after?.[1] === '级' && !UP.test(piece.scale) ? undefined : after;
  const end = piece.to + (graded?.[0].length ?? SPREAD_END.exec(tail)?.[0].length ?? 0);
  const later = graded && AFTER_ROWS.get(graded[1] ?? '');
  const from = said?.at ?? piece.from;
  const relation = said && said.relation !== '=' ? said.relation : (later ?? (piece.more ? '>' : '='));
  const quantity: Quantity = {
    value: exact(piece.value * (piece.row?.worth ?? 1)),
    ...(piece.high !== undefined && { to: exact(piece.high * (piece.row?.worth ?? 1)) }),
    ...unitOf(piece),
    ...(piece.currency && { currency: piece.currency }),
    relation,
    printed: text.slice(from, end).trim(),
  };
  return { quantity, from, to: end };
};

/** Full-width digits, letters and marks as half-width ones, each at its own place. */
const halved = (text: string): string =>
  text
    .replace(/[！-～]/g, (char) => (char === '，' ? char : String.fromCharCode(char.charCodeAt(0) - 0xfee0)))
    .replace(/[A-Z]/g, (char) => char.toLowerCase());

/**
 * Returns the quantities of a text, in order: numbers in any writing with unit and relation, ranges as one. Years,
 * dates, numbers of documents and clauses, and numerals within words are none.
 */
export const readQuantities = (text: string): readonly FoundQuantity[] => {
  const folded = halved(text);
  if (!/[\d十百千万亿零〇一二两三四五六七八九壹-玖廿卅a-z]/.test(folded)) return [];
  const pieces = piecesOf(folded);
  const quotes = quotesOf(text);
  let quoted = 0;
  const found: FoundQuantity[] = [];
  for (let at = 0; at < pieces.length; at += 1) {
    const [low, high] = [pieces[at], pieces[at + 1]];
    if (!low) break;
    const joined = high !== undefined && joins(folded, low, high);
    const piece = joined ? spread(low, high) : low;
    if (joined) at += 1;
    const [head, tail] = [folded.slice(Math.max(0, piece.from - 40), piece.from), folded.slice(piece.to, piece.to + 8)];
    const said = before(folded, piece);
    const related = (): boolean => said !== undefined || SAID_AFTER.test(tail);
    if (isName(piece, head, tail) || isWord(piece, related, { before: head, after: tail })) continue;
    const one = build(text, piece, said);
    while ((quotes[quoted]?.to ?? text.length) < one.to) quoted += 1;
    const quote = quotes[quoted];
    const inside = quote !== undefined && quote.from <= one.from;
    if (!inside || text.slice(quote.from, quote.to).trim() === one.quantity.printed) found.push(one);
  }
  return found;
};
