import { readNumeral } from '../../numerals.ts';
import { type Block, type ImportedDocument, noteOf, paragraphsOf } from '../document.ts';
import { splitFront } from './front.ts';

/** A paragraph so long holds several, when numbered heads follow one another in it. */
const LONG = 500;
const LEAST_HEADS = 2;
/** Wide blanks in a row of so many are lost breaks in a shorter one too. */
const MANY_BLANKS = 3;
/** A heading without a full stop: so few characters after its number, the next number may follow. */
const HEADING = 40;
const WIDE_BLANK = /\u3000{2,}|[\u3000 ]{0,8}\u00a0[\u3000\u00a0 ]*| {2,}/g;

const NUMERAL = '[一二三四五六七八九十]{1,3}';
const HEAD = new RegExp(
  [
    `(?<part>${NUMERAL})、(?!${NUMERAL}[、产])`,
    `[（(]\\s?(?<section>${NUMERAL})\\s?[）)](?![、，和至项款条])`,
    '(?<![\\d.．])(?<point>\\d{1,2})[.．](?=\\s?(?:20\\d\\d年|[^\\d\\s]))',
    '[（(](?<item>\\d{1,2})[）)](?![、，和至项款条])',
    '(?<box>专栏\\s?\\d{1,2})(?=[^\\d、。，])',
  ].join('|'),
  'g',
);
const FAMILIES = ['part', 'section', 'point', 'item'] as const;
type Family = (typeof FAMILIES)[number];
const CLOSED = /[。；！？：:;)）”"】》]$/;
const HAN_HEADING = /^[^。；！？]*$/;
/** Numbers may be missing where items were deleted in publication. */
const LARGEST_GAP = 3;
const TITLE_END = /(?:方案|意见|计划|措施|规划|办法|通知|要点|[）)日号])$/;

/** Headings that everybody prints, often run into the text behind them. */
const KNOWN = [
  ...['总体要求', '总体思路', '指导思想', '基本原则', '发展思路', '工作思路', '保障措施', '组织保障', '组织实施'],
  ...['工作目标', '主要目标', '总体目标', '发展目标', '行动目标', '任务目标', '目标任务'],
  ...['主要任务', '重点任务', '工作任务'],
].join('|');
const KNOWN_HEADING = new RegExp(
  `^((?:${NUMERAL}、|[（(]${NUMERAL}[）)])(?:${KNOWN}))(?=[以坚到深全为按经通紧力围认贯充])`,
);

interface Found {
  readonly at: number;
  readonly family: Family | 'box';
  readonly number: number;
}

const headsIn = (text: string): readonly Found[] =>
  [...text.matchAll(HEAD)].map((found) => {
    const family = FAMILIES.find((name) => found.groups?.[name] !== undefined) ?? 'box';
    const printed = found.groups?.[family] ?? '';
    const number = /^\d/.test(printed) ? Number(printed) : readNumeral(printed);
    return { at: found.index, family, number };
  });

interface Count {
  readonly last: Map<Family, number>;
  /** Where the last accepted head is; -1 before the first. */
  from: number;
}

/** Whether a number can open a paragraph here: what stands before it has ended, or is a heading without a stop. */
const stands = (text: string, { at, family }: Found, from: number): boolean => {
  const before = text.slice(Math.max(from, 0), at).trimEnd();
  if (before === '' || CLOSED.test(before)) return true;
  if (family === 'part') return TITLE_END.test(before);
  return from >= 0 && before.length <= HEADING && HAN_HEADING.test(before);
};

const follows = ({ family, number }: Found, { last }: Count): boolean => {
  if (family === 'box') return true;
  const before = last.get(family);
  return number === 1 || (before !== undefined && number > before && number <= before + LARGEST_GAP);
};

/** Where numbered heads open: each of them goes on from the one before in its family, or begins with 1. */
const openings = (text: string, last: Map<Family, number>): readonly number[] => {
  const count: Count = { last, from: -1 };
  return headsIn(text).flatMap((found) => {
    if (!stands(text, found, count.from) || !follows(found, count)) return [];
    count.from = found.at;
    if (found.family !== 'box') {
      count.last.set(found.family, found.number);
      for (const deeper of FAMILIES.slice(FAMILIES.indexOf(found.family) + 1)) {
        if (deeper !== 'section' && deeper !== 'point') count.last.delete(deeper);
      }
    }
    return [found.at];
  });
};

const cut = (text: string, places: readonly number[]): readonly string[] =>
  [0, ...places].map((from, at) => text.slice(from, places[at] ?? text.length)).filter((part) => part.trim() !== '');

const splitLine = (line: string): readonly string[] => {
  const last = new Map<Family, number>();
  return line
    .split(WIDE_BLANK)
    .flatMap((piece) => cut(piece, openings(piece, last)))
    .flatMap((piece) => splitFront(piece.trim()))
    .flatMap((piece) => {
      const heading = KNOWN_HEADING.exec(piece)?.[1];
      return heading === undefined ? [piece] : [heading, piece.slice(heading.length)];
    });
};

const needsBreaks = (text: string): boolean => {
  const blanks = text.trim().match(WIDE_BLANK)?.length ?? 0;
  if (text.length < LONG) return blanks >= MANY_BLANKS;
  return blanks + openings(text, new Map()).length >= LEAST_HEADS;
};

const PART_LINE = new RegExp(`^${NUMERAL}、`);

/** Parts whose heading has no stop and is not divided from the text: 二、完善分级诊疗制度深化四医联动改革，… */
const runIn = (lines: readonly string[]): readonly string[] => {
  const parts = lines.filter((line) => PART_LINE.test(line));
  const bare = parts.filter((line) => line.length <= HEADING && HAN_HEADING.test(line));
  const long = parts.filter((line) => !bare.includes(line) && HAN_HEADING.test(line.slice(0, HEADING)));
  return bare.length > 0 ? long.map((line) => line.slice(0, line.indexOf('、'))) : [];
};

/** A text that lost its line breaks gets them back: at wide blanks, before numbered heads, around title and date. */
export const restoreBreaks = (document: ImportedDocument): ImportedDocument => {
  let restored = 0;
  const doubts: string[] = [];
  const blocks = document.blocks.flatMap((block): readonly Block[] => {
    if (block.kind === 'table' || !needsBreaks(block.text)) return [block];
    const lines = paragraphsOf(splitLine(block.text));
    restored += lines.length - 1;
    doubts.push(...runIn(lines.map(({ text }) => text)));
    return lines;
  });
  const repairs = noteOf('line_breaks', restored, `丢失的换行已补上：${restored} 处`);
  const warnings = noteOf('headings_run_in', doubts.length, `标题与正文可能连在一起：${doubts.join('、')}`);
  return Object.assign({}, document, {
    blocks,
    repairs: [...document.repairs, ...repairs],
    warnings: [...document.warnings, ...warnings],
  });
};
