import { type Candidate, spanOf, thing } from './candidate.ts';
import { NUMERAL, numberOf, rangeOf } from './ordinals.ts';

const BEFORE = '(?:排名|排行|排在?|位列|位居|名列|居|列)';
const DEGREE = '多少高低大小快慢';
const NO_THING = '(?![项条个号家年期批届])';

/** 第二多, 排第二, 第三名, 第二位: a place by what is counted; the first has words of its own. */
const ONE = new RegExp(
  `(?:${BEFORE}第|第(?=${NUMERAL}[${DEGREE}名位]))(${NUMERAL})(?:[${DEGREE}名位](?!个|项|条))?${NO_THING}`,
  'gu',
);
/** 排前三, 排在前三名, 前三名, 头两位: all places down to one. */
const FIRST = new RegExp(
  `(?:${BEFORE}(?:在|最)?(?:前|头)(?:面的?)?(${NUMERAL})[名位个家]?|(?:前|头)(${NUMERAL})(?:名|位|强|(?=的|是|有|分别)))(?![项条号年期])`,
  'gu',
);
/** 第一第二, 第一和第二名, 第二、第三名: places one after the other. */
const RUN = new RegExp(
  `${BEFORE}?第(${NUMERAL})(?:名|位)?(?:[、,，和与跟及到至]?第?(${NUMERAL})(?:名|位)${NO_THING}|第(${NUMERAL})${NO_THING})`,
  'gu',
);
const LEAST = /[少低小慢]|fewest|lowest/u;

const ENGLISH = /\b(?:the )?(second|third|fourth|fifth)[ -](?:most|highest|largest|fewest|lowest)\b/g;
const ENGLISH_PLACES = ['first', 'second', 'third', 'fourth', 'fifth'];

const ranked = (match: RegExpMatchArray, positions: readonly number[]): Candidate =>
  thing(spanOf(match), LEAST.test(match[0]) ? 'position:rank/least' : 'position:rank', { kind: 'position', positions });

/** Returns the places by what is counted: 第二多, 前三名, 第一第二. */
export const ranksIn = (text: string): readonly Candidate[] => [
  ...[...text.matchAll(ONE)].flatMap((match) => {
    const place = numberOf(match[1] ?? '');
    return place > 1 ? [ranked(match, [place])] : [];
  }),
  ...[...text.matchAll(FIRST)].flatMap((match) => {
    const last = numberOf(match[1] ?? match[2] ?? '');
    return last > 1 ? [ranked(match, rangeOf(1, last))] : [];
  }),
  ...[...text.matchAll(RUN)].flatMap((match) => {
    const [first, last] = [numberOf(match[1] ?? ''), numberOf(match[2] ?? match[3] ?? '')];
    return last > first ? [ranked(match, rangeOf(first, last))] : [];
  }),
  ...[...text.matchAll(ENGLISH)].map((match) => ranked(match, [ENGLISH_PLACES.indexOf(match[1] ?? '') + 1])),
];
