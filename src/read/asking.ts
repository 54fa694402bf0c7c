import type { EntityType, Wanted } from '../values.ts';
import type { Candidate, Meaning } from './candidate.ts';
import type { RowIndex } from './rows.ts';

/** 几家, 多少亿元, 哪几项: a word that asks for a number or a choice, and the measure word behind it. */
const ASKERS: readonly { readonly pattern: RegExp; readonly wanted: Wanted }[] = [
  { pattern: /(?:哪)(?:几|些|一|俩|两|三|四|五)?/gu, wanted: 'which' },
  { pattern: /(?:好几|几|多少|若干)/gu, wanted: 'howMany' },
];
/** 多大岁数, 多长的路, 多少钱: asked in a measure that is not said. */
const IN_MEASURE: readonly { readonly pattern: RegExp; readonly measure: string }[] = [
  { pattern: /多大(?:岁数?|年纪|年龄)|多大(?=的?老人)/gu, measure: '岁' },
  { pattern: /多少钱|几个钱/gu, measure: '元' },
  { pattern: /多长(?!时间|一次|期|时)|多[远宽]/gu, measure: '公里' },
];
/** 百分之几, 多少个百分点, 几成. */
const PERCENT = /百分之(?:几|多少)|(?:几|多少)个?(?:百分点|个点)|百分比(?:是)?多少|几成/gu;
const MOST_MEASURE = 4;
/** 单 is also the head of 单位, 个 of 个人. */
const NOT_A_MEASURE = /^(?:个(?:人|体|性)|单位|项目|条件|次数|家庭|户口|只(?:有|是)|点(?:名|到)|元宇)/u;

/** What a measure word counts, as the rows say: a type of thing, or a class of amounts. */
const TYPES: readonly EntityType[] = ['task', 'unit', 'action', 'indicator'];

/** 哪家, 哪几家 ask for a unit; 几家 may count anything. */
const FAMILY = new Set(['家']);

/** 多少万, 几个亿: a scale alone is one of money. */
const SCALE = /^个?([十百千]?[万亿]+)$/u;
const amountIn = (measure: string): string => measure.replace(SCALE, '$1元');

const wantedOf = (wanted: Wanted, said: string, counts: string): Meaning => {
  const measure = counts === 'money' ? amountIn(said) : said;
  const family = wanted === 'which' && FAMILY.has(measure) ? 'unit' : undefined;
  const type = TYPES.find((one) => one === counts) ?? family;
  const amount = wanted === 'howMany' && (counts === 'money' || counts === 'percent');
  const kind: Wanted = amount ? 'howMuch' : wanted;
  return type ? { kind: 'wanted', wanted: kind, measure, type } : { kind: 'wanted', wanted: kind, measure };
};

const asking = (from: number, to: number, meaning: Meaning): Candidate => ({
  from,
  to,
  rule: meaning.kind === 'wanted' ? `wanted:${meaning.wanted}+` : 'wanted:whether',
  grade: 'asking',
  meaning,
});

/** Returns words of asking that are joined from two: 几家, 哪几项, 多少亿元, 百分之几. */
export const joinedAskers = (
  text: string,
  { measures, rows }: { readonly measures: ReadonlyMap<string, string>; readonly rows: RowIndex },
): readonly Candidate[] => {
  const found: Candidate[] = [];
  for (const match of text.matchAll(PERCENT))
    found.push(asking(match.index, match.index + match[0].length, { kind: 'wanted', wanted: 'howMuch', measure: '%' }));
  for (const { pattern, measure } of IN_MEASURE)
    for (const match of text.matchAll(pattern))
      found.push(asking(match.index, match.index + match[0].length, { kind: 'wanted', wanted: 'howMany', measure }));
  for (const { pattern, wanted } of ASKERS)
    for (const match of text.matchAll(pattern)) {
      const end = match.index + match[0].length;
      if (NOT_A_MEASURE.test(text.slice(end, end + 3))) continue;
      for (let size = Math.min(MOST_MEASURE, text.length - end); size > 0; size -= 1) {
        const measure = text.slice(end, end + size);
        const counts = measures.get(measure);
        if (counts === undefined || (wanted === 'which' && counts === 'money')) continue;
        const to = end + measure.length;
        if (!rows.isRow(text.slice(match.index, to)))
          found.push(asking(match.index, to, wantedOf(wanted, measure, counts)));
        break;
      }
    }
  return found;
};

/** 理一理, 念一遍, 捋一下: asks for nothing of its own. */
const POLITE_VERB = /(\p{Script=Han})一\1|\p{Script=Han}一?[下遍](?=[吧呗啊哈]?(?:[?？!！。,，;；]|\s*$))/gu;

/** Returns verbs that only ask for an answer to be given: 理一理. */
export const politeVerbs = (text: string): readonly Candidate[] =>
  [...text.matchAll(POLITE_VERB)].map((match) => ({
    ...asking(match.index, match.index + match[0].length, { kind: 'glue' }),
    rule: 'glue:verb',
  }));

/** 有没有, 负不负责, 归不归: a verb, and the same verb denied. */
const A_NOT_A = /(\p{Script=Han})([不没])\1/gu;
/** 一样不一样, 负责不负责: a word of two characters, and the same word denied. */
const WORD_OR_NOT = /(\p{Script=Han}{2})不\1/gu;
/** 支不支持, 参不参与, 负不负责: only the first character is said twice. */
const LONGEST_VERB = 4;
/** …归它管不?, 能抵押贷款不, … */
const AT_END = /(?<=\p{Script=Han}{2}|\d(?:\p{Script=Han}|%))(?<![还有是不])(?:不|没)(?=[?？!！。,，;；]|\s*$)/gu;

/** 批下来没有, 完成了没有; 有支持单位没有; 超过100家没有: behind what is done already, or may be had or reached. */
const DONE_OR_NOT =
  /(?:(?<=[了来成好完到过上])|(?<=[超过到达够满破][\d.,零一二两三四五六七八九十百千万亿]{1,12}\p{Script=Han}{0,2})|(?<=(?:有|列|写|设|配)[^,，。;；?？!！没]{2,12})(?<!附件|正文|附表|都|也|还|却|而))没有(?=[?？!！。,，;；]|\s*$)/gu;

/** Returns the 不 and 没 that ask: 有没有 is 有 and a question, 支不支持 a question and 支持. */
export const questionsByDenial = (text: string, rows: RowIndex): readonly Candidate[] => {
  const found: Candidate[] = [];
  const whether: Meaning = { kind: 'wanted', wanted: 'whether' };
  for (const match of text.matchAll(A_NOT_A)) {
    const second = match.index + 2;
    const whole = Array.from({ length: LONGEST_VERB - 1 }, (_, at) => text.slice(second, second + LONGEST_VERB - at));
    const verb = whole.find((piece) => piece.length > 1 && rows.isRow(piece));
    if (verb !== undefined) found.push(asking(match.index, second, whether));
    else if (rows.isRow(match[1] ?? '')) found.push(asking(match.index + 1, second + 1, whether));
  }
  for (const match of text.matchAll(WORD_OR_NOT))
    if (rows.isRow(match[1] ?? ''))
      found.push(asking(match.index + (match[1] ?? '').length, match.index + match[0].length, whether));
  for (const match of text.matchAll(DONE_OR_NOT)) found.push(asking(match.index, match.index + 2, whether));
  for (const match of text.matchAll(AT_END)) found.push(asking(match.index, match.index + 1, whether));
  return found;
};
