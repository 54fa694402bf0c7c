import type { EntityType } from '../values.ts';
import { type Candidate, spanOf, thing } from './candidate.ts';
import { openRangesIn } from './open-ranges.ts';
import { NUMERAL, numberOf, rangeOf } from './ordinals.ts';
import { ranksIn } from './ranks.ts';

const JOIN = '(?:[、,，和与跟及/]|以及|还有|到|至|[-—–~～])';
/** Words that an ordinal counts; 届, 批, 次, 期, 家 are none. */
const MEASURE = '项|条|个|号|行|段|款|句|点|桩|件|份';
const NOUN = '(?:主要|重大|专项)?(?:任务|工作|事项|措施|举措|行动|指标|目标|单位)?';
/** What must not follow: 第一季度, 第三方, 第二个五年. */
const NOT_AFTER = '(?!季|年|季度|届|批|次|期|家|方(?!案)|产业|轮|时间|月|五年|百分)';

/** 第3、5、7项, 第3项 of 第3项目标, 第21、22、23项任务, 第三到第五个行动, 第二十一条, 第一和第十五个行动. */
const LIST = new RegExp(
  `(?<!排在?|列在?|写在|名列|居|倒数|[没无]有?)第(${NUMERAL}(?:(?:${MEASURE})?${JOIN}(?:最后)?第?${NUMERAL}){0,30})(?:项(?=目标)|(?:${MEASURE})${NOT_AFTER}(?:${NOUN})|(?:${NOUN})(?=[^\\p{Script=Han}\\d]|$|和|与|的|是|由|归|谁|哪))${NOT_AFTER}`,
  'gu',
);
/** 21到23项, 3、5、7项, 21和22号任务: no 第, several of them. */
const BARE_LIST = new RegExp(
  `(?<![\\d.第十百两])(${NUMERAL}(?:(?:项(?=[到至]))?${JOIN}${NUMERAL}){1,30})(项|条|号)(?:(任务|工作|行动)|(?!\\p{Script=Han}{0,1}(?:共|合计)))`,
  'gu',
);
/** 36、37、38三项, 5和6这两项: so many of them are said again. */
const COUNTED_LIST = new RegExp(
  `(?<![\\d.第])(\\d{1,3}(?:${JOIN}\\d{1,3}){1,30})(?:号)?(?:这|那)?([两二三四五六七八九十俩仨]|\\d)?(?:项|条|个任务|件)(?:任务|工作)?`,
  'gu',
);
/** 21项谁负责, 是42项: alone at the head or behind a mark, and nothing counted. */
const BARE =
  /(?<=^|[，,。；;、?？ ]|[是的看查说讲]|那么?|和|跟)(\d{1,3}|[一二三四五六七八九]?十[一二三四五六七八九]?|[廿卅][一二三四五六七八九]?)(项|条|号任务|号)(?![任目工措举家都全共分各不]|是(?![啥什谁哪干讲说怎])|里|中|一共|重)/gu;
/** 附件第九项, 附表21, 任务21, 21号任务, item 21. */
const ROW = new RegExp(
  `(?:附件|附表|分解表|清单|台账|序号|任务|措施|举措|编号)(?:里|中|的|上)?(?:第?(${NUMERAL}(?:${JOIN}${NUMERAL}){0,30})(?:项|条|号|行)|第?(\\d{1,3}(?:${JOIN}\\d{1,3}){0,30})(?![\\d年家月%.]|个|亿|万|[怎咋是写说]))`,
  'gu',
);
/** 附件第11项: a row of the annex, and what it prints. */
const ANNEX = /^(?:附件|附表|分解表)/u;
const NUMBERED = /(?<![\d.])(\d{1,3})号(?:任务|项目)/gu;
/** 行动五, 行动12. */
const ACTION = new RegExp(`行动(${NUMERAL})(?![\\d年个项大条家月共总样])`, 'gu');
/** 前五项, 头三个行动, 最后两项, 后三项, 倒数第二个, 最后一项. */
const EDGE = new RegExp(
  `(前面?|(?<![排列放摆写]在?)头|开头|最前面|最后|后面?|末尾?|倒数)(?:的|那)?(${NUMERAL})(?:${MEASURE}|家(?=单位|部门))${NOT_AFTER}(${NOUN})`,
  'gu',
);
const FROM_END = new RegExp(`倒数第?(${NUMERAL})(?:${MEASURE})?(${NOUN})`, 'gu');
const LAST = new RegExp(`(?:最后|末尾|最末|末)(?:的|那)?(?:一)?(?:${MEASURE})(${NOUN})`, 'gu');
const FIRST = new RegExp(
  `(?<![排列放摆写]在?)(?:首|(?<![里外前后上下牵带领源码龙])头|打头|最前面|最前|开头)(?:的|那)?(?:一)?(?:${MEASURE})(${NOUN})`,
  'gu',
);

/** 第三家, 最后一家, of units: where no noun follows of which it would be one. */
const OF_UNITS = new RegExp(
  `(?:第(${NUMERAL})|最后一)家(?:单位|部门)?(?=$|[，,。;；?？!！ ]|[的呢是叫还也管有都]|负责|支持|牵头|参与)`,
  'gu',
);

const ENGLISH_NUMBERS = 'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ');
const ENGLISH_COUNTS = 'one two three four five six seven eight nine ten'.split(' ');
const ENGLISH_NOUN = '(tasks?|measures?|items?|rows?|actions?|indicators?|ones?)';
const ENGLISH_LIST = new RegExp(
  `\\b${ENGLISH_NOUN} (?:no\\.? ?|number ?)?(\\d{1,3}(?:(?:, | and |, and | to | through |-|–)\\d{1,3}){0,30})\\b(?!\\.\\d)`,
  'g',
);
const ENGLISH_NTH = new RegExp(
  `\\b(?:the )?(${ENGLISH_NUMBERS.join('|')}|\\d{1,3}(?:st|nd|rd|th)) ${ENGLISH_NOUN}\\b`,
  'g',
);
const ENGLISH_EDGE = new RegExp(
  `\\b(?:the )?(first|last) (${ENGLISH_COUNTS.join('|')}|\\d{1,2}) ${ENGLISH_NOUN}\\b`,
  'g',
);
const ENGLISH_LAST = new RegExp(`\\b(?:the )?last ${ENGLISH_NOUN}\\b`, 'g');
const NUMBER_SIGN = /(?:\bno\. ?|\bnumber ?|#)(\d{1,3})\b/g;

/** Nouns and measure words by what they count. */
const COUNTED: readonly { readonly pattern: RegExp; readonly of: EntityType }[] = [
  { pattern: /任务|工作|事项|措施|举措|task|measure|item|row/u, of: 'task' },
  { pattern: /行动|action/u, of: 'action' },
  { pattern: /指标|indicator/u, of: 'indicator' },
  { pattern: /目标/u, of: 'goal' },
  { pattern: /单位/u, of: 'unit' },
  { pattern: /项/u, of: 'task' },
];

const countedBy = (piece: string): EntityType | undefined => COUNTED.find(({ pattern }) => pattern.test(piece))?.of;

const NUMERALS = new RegExp(NUMERAL, 'g');

/** 3、5、7 → 3, 5, 7; 21到23 → 21, 22, 23; 最后第二 is counted from the end, 最后第57 of so many tasks is a number. */
const numbersOf = (list: string, tasks = 0): readonly number[] => {
  const found: number[] = [];
  let end = 0;
  for (const match of list.matchAll(NUMERALS)) {
    const said = numberOf(match[0]);
    const fromEnd = list.slice(end, match.index).includes('最后') && said < tasks / 2;
    const number = fromEnd ? -said : said;
    const before = found.at(-1);
    const through = /到|至|[-—–~～]|to|through/u.test(list.slice(end, match.index));
    if (through && before !== undefined) found.push(...rangeOf(before, number).slice(1));
    else found.push(number);
    end = match.index + match[0].length;
  }
  return found;
};

const count = (length: number, sign: 1 | -1): readonly number[] =>
  sign === 1
    ? rangeOf(1, length)
    : rangeOf(1, length)
        .map((at) => -at)
        .reverse();

const position = (
  match: RegExpMatchArray,
  positions: readonly number[],
  { rule, of }: { readonly rule: string; readonly of?: EntityType },
): Candidate => {
  const counted = of ?? countedBy(match[0]);
  const meaning = counted
    ? ({ kind: 'position', positions, of: counted } as const)
    : ({ kind: 'position', positions } as const);
  return thing(spanOf(match), `position:${rule}`, meaning);
};

const englishNumber = (word: string): number =>
  /^\d/.test(word)
    ? Number.parseInt(word, 10)
    : Math.max(ENGLISH_NUMBERS.indexOf(word), ENGLISH_COUNTS.indexOf(word)) + 1;

const MOST_EDGE = 60;

const englishPositions = (text: string): readonly Candidate[] => [
  ...[...text.matchAll(ENGLISH_LIST)].map((match) => position(match, numbersOf(match[2] ?? ''), { rule: 'list' })),
  ...[...text.matchAll(ENGLISH_NTH)].map((match) => position(match, [englishNumber(match[1] ?? '')], { rule: 'nth' })),
  ...[...text.matchAll(ENGLISH_EDGE)].map((match) =>
    position(match, count(englishNumber(match[2] ?? ''), match[1] === 'first' ? 1 : -1), { rule: 'edge' }),
  ),
  ...[...text.matchAll(ENGLISH_LAST)].map((match) => position(match, [-1], { rule: 'last' })),
  ...[...text.matchAll(NUMBER_SIGN)].map((match) => position(match, [Number(match[1])], { rule: 'number' })),
];

/** 3项能力提升是哪三项: so many are asked for, and none by its number. */
const isAskedFor = (number: number, text: string): boolean =>
  [...text.matchAll(SO_MANY)].some(([, said = '']) => numberOf(said) === number);
const SO_MANY = new RegExp(`哪(${NUMERAL})[项个条]`, 'gu');

/** How many tasks there are: a bare 57项 counts them all and points at none. */
export const positionsIn = (text: string, tasks: number): readonly Candidate[] => {
  const found: Candidate[] = [...englishPositions(text), ...ranksIn(text), ...openRangesIn(text, tasks)];
  for (const match of text.matchAll(LIST))
    found.push(
      position(match, numbersOf(match[1] ?? '', tasks), { rule: /\d/.test(match[1] ?? '') ? 'nth' : 'nth/said' }),
    );
  for (const match of text.matchAll(OF_UNITS))
    found.push(position(match, [match[1] === undefined ? -1 : numberOf(match[1])], { rule: 'nth' }));
  for (const match of text.matchAll(BARE_LIST))
    found.push(position(match, numbersOf(match[1] ?? ''), { rule: 'list' }));
  for (const match of text.matchAll(COUNTED_LIST)) {
    const places = numbersOf(match[1] ?? '');
    if (match[2] !== undefined && numberOf(match[2]) === places.length)
      found.push(position(match, places, { rule: 'list', of: 'task' }));
  }
  for (const match of text.matchAll(BARE)) {
    const number = numberOf(match[1] ?? '');
    if (number > 0 && number < tasks && !isAskedFor(number, text))
      found.push(position(match, [number], { rule: 'bare', of: 'task' }));
  }
  for (const match of text.matchAll(ROW))
    found.push(
      position(match, numbersOf(match[1] ?? match[2] ?? ''), {
        rule: ANNEX.test(match[0]) ? 'row/annex' : 'row',
        of: 'task',
      }),
    );
  for (const match of text.matchAll(NUMBERED))
    found.push(position(match, [Number(match[1])], { rule: 'row', of: 'task' }));
  for (const match of text.matchAll(ACTION))
    found.push(position(match, numbersOf(match[1] ?? ''), { rule: 'nth', of: 'action' }));
  for (const match of text.matchAll(EDGE)) {
    const length = numberOf(match[2] ?? '');
    const sign = /前|头/u.test(match[1] ?? '') ? 1 : -1;
    if (length > 0 && length <= MOST_EDGE) found.push(position(match, count(length, sign), { rule: 'edge' }));
  }
  for (const match of text.matchAll(FROM_END))
    found.push(position(match, [-numberOf(match[1] ?? '')], { rule: 'from-end' }));
  for (const match of text.matchAll(LAST)) found.push(position(match, [-1], { rule: 'last' }));
  for (const match of text.matchAll(FIRST)) found.push(position(match, [1], { rule: 'first' }));
  return found;
};
