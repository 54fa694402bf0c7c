import { type Block, type Note, noteOf, type ReadBlocks } from '../document.ts';
import { allText, mapTexts } from './characters.ts';

/** A character that stands at the end of one box and at the beginning of the next: 目标。1 1.产业. */
const TWICE = /(?<=[。；：，、）)])(\S) +\1/gu;
/** A stroke of the next character, seen behind a stop. */
const STROKE = /(?<=[。；：，、])[!！|]+ */gu;
/** Upright lines do not stand between Chinese characters. */
const BAR = /(?<=[^ -~]) ?\| ?(?=[^ -~])/gu;

/** A dash between years: 2020一2022. */
const YEARS = /(?<=20\d{2})[一－](?=20\d{2})/g;

/** Returns a recognised run of text without what the edges of the engine's boxes put into it. */
export const mendRun = (text: string): string =>
  text.replace(TWICE, '$1').replace(STROKE, '').replace(BAR, '').replace(YEARS, '—');

/** Brackets by what they are for; the first pair of each is the one that plans print. */
const FAMILIES = ['（）()', '《》', '〔〕[]［］【】', '“”', '〈〉<>'] as const;
const OPENERS = '（([《〔［【〈';
const CLOSERS = '）)]》〕］】〉';
const YEAR = /^(?:19|20)\d{2}$/;
/** The brackets of a document's number, whatever they were taken for. */
const NUMBER =
  /(?<=[\p{Script=Han}])[〔［[【（(]?((?:19|20)\d{2})(?:[〕］\]】]|(?<=[〔［[【]\d{4})[）)1lI|])(?=第?\d{1,4}号)/gu;

const familyOf = (mark: string): string => FAMILIES.find((family) => family.includes(mark)) ?? mark;
const open = (mark: string): string => familyOf(mark)[0] ?? mark;
const close = (mark: string): string => familyOf(mark)[1] ?? mark;

interface Opened {
  readonly mark: string;
  readonly at: number;
}

/** Round brackets in Latin text stay as they are. */
const isLatin = (inside: string): boolean => /^[\x20-\x7e]*$/.test(inside) && !YEAR.test(inside);

/** The brackets of one pair: where they differ, what opens says which they are; around a year they are 〔 〕. */
const pairOf = (opener: string, closer: string, inside: string): readonly [string, string] => {
  if (familyOf(opener) === familyOf(closer)) {
    return opener === '(' && closer === ')' && isLatin(inside) ? [opener, closer] : [open(opener), close(opener)];
  }
  return YEAR.test(inside) ? ['〔', '〕'] : [open(opener), close(opener)];
};

/** Who is responsible stands in brackets at the end of a paragraph. */
const ROLES = /^（[^（）。]{2,8}[:：]/;

/** Takes out the bracket that one closes: the last of its kind, or one that nothing else closes. */
const takePartner = (opened: Opened[], { mark, at }: Opened, marks: readonly string[]): Opened | undefined => {
  const same = opened.findLastIndex((one) => familyOf(one.mark) === familyOf(mark));
  if (same >= 0) return opened.splice(same)[0];
  const last = opened.at(-1);
  if (!last) return undefined;
  const year = YEAR.test(marks.slice(last.at + 1, at).join(''));
  const closedLater = marks.slice(at + 1).some((one) => CLOSERS.includes(one) && familyOf(one) === familyOf(last.mark));
  return year || !closedLater ? opened.pop() : undefined;
};

const inPairs = (text: string): string => {
  const marks = [...text.replace(NUMBER, '〔$1〕')];
  const opened: Opened[] = [];
  for (const [at, mark] of marks.entries()) {
    if (OPENERS.includes(mark)) opened.push({ mark, at });
    else if (CLOSERS.includes(mark)) {
      const partner = takePartner(opened, { mark, at }, marks);
      if (partner) {
        [marks[partner.at], marks[at]] = pairOf(partner.mark, mark, marks.slice(partner.at + 1, at).join(''));
      } else marks[at] = mark === ')' ? '）' : mark;
    }
  }
  // the bracket at the end of a line is the one that is missed
  const end = opened.length === 1 && opened[0]?.mark === '（' && ROLES.test(marks.slice(opened[0].at).join(''));
  return `${marks.join('')}${end ? '）' : ''}`;
};

/** A square bracket that is one edge of a box. */
const STRAY = /(?<=\p{Script=Han})[[\]](?=\p{Script=Han})/gu;
/** 一）in front: what opens it was missed. */
const HEADING = /^[一二三四五六七八九十]{1,3}(?=）)/u;

/** Returns a recognised text with brackets that close as they open. */
export const pairBrackets = (text: string): string => inPairs(text).replace(STRAY, '').replace(HEADING, '（$&');

const changed = (before: string, after: string): number =>
  [...before].length === [...after].length ? [...before].filter((char, at) => char !== [...after][at]).length : 1;

/** Pairs the brackets of blocks that were recognised, and says how many. */
export const mendRecognised = (blocks: readonly Block[]): Pick<ReadBlocks, 'blocks' | 'repairs'> => {
  const mended = mapTexts(blocks, pairBrackets);
  const [before, after] = [allText(blocks).split('\n'), allText(mended).split('\n')];
  const count = before.reduce((sum, line, at) => sum + changed(line, after[at] ?? ''), 0);
  return { blocks: mended, repairs: noteOf('brackets_paired', count, `识别出的括号已配成对：${count} 处`) };
};

/** What is said wherever such text is shown. */
export const recognisedWarning = (pages: readonly number[]): string =>
  `识别所得，须人工核对：第 ${pages.join('、')} 页的文字是从图片识别的`;

/** Each line of a page that must be compared with the sheet. */
export const cutNotes = (page: number, cut: readonly string[]): readonly Note[] =>
  cut.map((line) => ({ code: 'line_cut', count: 1, text: `第 ${page} 页有 1 行的首尾可能漏了字或标点：${line}` }));
