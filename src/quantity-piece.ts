import { exact, isHanNumber, NUMBER, readNeighbours, readNumber } from './number.ts';
import { worthOf } from './quantity-compare.ts';
import {
  COUNTED_AFTER,
  COUNTED_ENGLISH_ONE,
  COUNTED_ONE,
  LITTLE_MORE,
  MEASURES,
  type MeasureRow,
  MONEY_MARKS,
  NAMED_BY,
  NUMBER_WORDS,
  SCALE_WORDS,
  SENTENCE_END,
  STATED_JUST,
  STATED_ONE,
  THINGS_DONE,
} from './quantity-words.ts';

/** A number with what stands directly around it, before it is known to be a quantity. */
export interface Piece {
  readonly from: number;
  /** Behind its measure. */
  readonly to: number;
  readonly number: string;
  readonly value: number;
  readonly high?: number;
  /** The scale at the end of the number: 万亿 of 2.65万亿. */
  readonly scale: string;
  readonly row: MeasureRow | undefined;
  readonly currency: string | undefined;
  readonly money: boolean;
  readonly more: boolean;
}

/** A word as a pattern. */
export const literal = (say: string): string => say.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
/** Words with the longest first, so that a pattern takes the longest. */
export const longestFirst = (says: readonly string[]): readonly string[] =>
  [...says].sort((a, b) => b.length - a.length);
/** A pattern for any one of some words. */
export const either = (says: readonly string[]): string => longestFirst(says).map(literal).join('|');
/** Begins with a Latin letter. */
export const LATIN = /^[a-z]/;
const ended = (say: string): string => (LATIN.test(say) ? `${literal(say)}(?![a-z])` : literal(say));

const MEASURE_ROWS = [...MEASURES].sort((a, b) => b.say.length - a.say.length);
const MEASURE_OF = new Map(MEASURE_ROWS.map((row) => [row.say, row]));
const MEASURE = MEASURE_ROWS.map(({ say, unless }) => (unless ? `${ended(say)}(?![${unless}])` : ended(say))).join('|');
const FIRST = [...new Set(MEASURE_ROWS.map(({ say }) => say[0] ?? ''))].join('').replace(/[\]\\^-]/g, '\\$&');
const MARKS = either(MONEY_MARKS.map(({ say }) => say));
const ONE = 'one';
const WORDS = either(Object.keys(NUMBER_WORDS).filter((word) => word !== ONE));
const NOISE = '[\\s*_`]*';

const PIECE = new RegExp(
  [
    `(?<percent>百分之\\s*)?(?:(?<mark>${MARKS})\\s*)?`,
    `(?<number>${NUMBER}|(?<![a-z])(?:${WORDS})(?![a-z])|(?<=\\b(?:${either(COUNTED_ENGLISH_ONE)}) )${ONE}(?! of)(?![a-z]))`,
    `(?:\\s*-?(?<word>${either(Object.keys(SCALE_WORDS))})(?![a-z]))?`,
    `(?:(?<little>[${LITTLE_MORE}])(?<scale>[十百千万亿]{0,2})(?=${NOISE}(?:${MEASURE})|(?<=[万亿])))?`,
    `(?:${NOISE}(?=[${FIRST}])(?<measure>${MEASURE}))?`,
  ].join(''),
  'g',
);
const ENDS_IN_SCALE = /[百千万亿]+$/;
/** The part of a scale that belongs to the measure: 亿 of 三千亿元. */
export const GREAT = /(?:万亿|亿|万|[a-z ]+)$/;

/** Returns the numbers of a text with their measures, whether quantities or not. */
export const piecesOf = (folded: string): readonly Piece[] =>
  [...folded.matchAll(PIECE)].flatMap((found) => pieceOf(found) ?? []);

const pieceOf = (found: RegExpMatchArray): Piece | undefined => {
  const { percent, mark, number = '', word, little, scale, measure } = found.groups ?? {};
  const both = readNeighbours(number);
  const value = both?.[0] ?? NUMBER_WORDS[number] ?? readNumber(number);
  if (value === undefined) return undefined;
  const times = (word ? (SCALE_WORDS[word] ?? 1) : 1) * (scale ? worthOf(scale) : 1);
  const row = MEASURE_OF.get(percent ? '%' : (measure ?? ''));
  const marked = mark === undefined ? undefined : MONEY_MARKS.find(({ say }) => say === mark);
  const from = found.index ?? 0;
  return {
    from,
    to: from + found[0].length,
    number,
    value: exact(value * times),
    ...(both && { high: exact(both[1] * times) }),
    scale: word ?? (scale || (ENDS_IN_SCALE.exec(number)?.[0] ?? '')),
    row: row?.like ? MEASURE_OF.get(row.like) : row,
    currency: row?.currency ?? marked?.currency,
    money: marked !== undefined,
    more: little !== undefined,
  };
};

// ── What is no quantity ─────────────────────────────────────────────────────────────────────────────────────────────

const OTHER_UNIT = /^(?:\s*(?:年|月|日|号|时(?!间)|点|倍|世纪|强|\+|[(（]\s*\d)|[a-z]|\.\d|:\d)/;
const JOINED = /(?:[a-z#+/\\.@]|\+\s*|[a-z]-|\d\.|第\s*|届|\d:)$/;
const LISTED_BY_ORDER = /第[\s\d一二三四五六七八九十]+(?:[项条号款]?\s*[、,，和到至—-]\s*[\d一二三四五六七八九十]*)*$/;
const DATE_BEFORE = /\d{4}[-/.]\s*(?:\d{1,2}[-/.]\s*)?$/;
const YEAR = /^(?:19|20)\d{2}$/;
const NAMED = new RegExp(`(?<![a-z])(?:${either(NAMED_BY)})\\s*$`);
const ONE_COUNTED = new RegExp(`(?:${either(COUNTED_ONE)})\\s*$`);
const ONE_STATED = new RegExp(`(?:${either(STATED_ONE)})\\s*$`);
const ENDED = new RegExp(`^\\s*(?:$|[${SENTENCE_END}])`);
const JUST_STATED = new RegExp(`(?:${either(STATED_JUST)})\\s*$`);
const ENDED_BY_THING = new RegExp(`^(?:${either(THINGS_DONE)})\\s*(?:$|[${SENTENCE_END}])`);

/** 就一项吧, 才一件事: all that is said, and no article. */
const isStatedOne = (before: string, after: string): boolean =>
  (ONE_STATED.test(before) && ENDED.test(after)) || (JUST_STATED.test(before) && ENDED_BY_THING.test(after));
const BRACKETS = /[〔［[(（【]$/;
const BRACKETS_END = /^[〕］\])）】]/;
/** Behind these, a number and a mark are a place in an outline: （五）2.（3）. */
const LINE_START = /(?:^|\n|[)）])\s*$/;
const LIST_MARK = /^\s*[.．、)）]\s*\S/;
/** 多少亿, 几万家: a scale without a number is asked for, not said. */
const BARE_SCALE = /^[万亿萬億]+$/;
const NOTHING = /^[零〇]$/;
const NAME_BEFORE = new RegExp(`(?![${COUNTED_AFTER}])\\p{Script=Han}$`, 'u');
const IDIOM = /^一体|^化/;

/** True for a number without unit or measure. */
export const isBare = (piece: Piece): boolean => piece.row === undefined && !piece.money;

/** True for a number that names a thing or a day: 第21项, 2020年, 〔2020〕9号, CF40. */
export const isName = (piece: Piece, before: string, after: string): boolean => {
  if (JOINED.test(before) && !piece.money) return true;
  if (LISTED_BY_ORDER.test(before)) return true;
  if (!isBare(piece)) return false;
  if (NAMED.test(before) || (LINE_START.test(before) && LIST_MARK.test(after))) return true;
  if (OTHER_UNIT.test(after) || (BRACKETS.test(before) && BRACKETS_END.test(after))) return true;
  return YEAR.test(piece.number) || DATE_BEFORE.test(before);
};

/** What stands before a piece, and behind it. */
export interface Beside {
  readonly before: string;
  readonly after: string;
}

/** A Chinese numeral is a number only with a measure or a great scale: 一体, 三农 and 百姓 are words. */
export const isWord = (piece: Piece, isRelated: () => boolean, { before, after }: Beside): boolean => {
  const { number, row, scale } = piece;
  if (!isHanNumber(number) || NUMBER_WORDS[number] !== undefined) return false;
  const related = isRelated();
  if (row === undefined)
    return BARE_SCALE.test(number) || !(scale.endsWith('亿') || (related && /[十百千万]/.test(number)));
  if (row.say === '位' && IDIOM.test(after)) return true;
  if (BARE_SCALE.test(number) || NOTHING.test(number)) return true;
  if (related) return false;
  if (row.ordinal) return true;
  if (row.name && NAME_BEFORE.test(before)) return true;
  if (row.phase && [...number].length === 1 && /\p{Script=Han}$/u.test(before)) return !ONE_COUNTED.test(before);
  return number === '一' && !ONE_COUNTED.test(before) && !isStatedOne(before, after);
};
