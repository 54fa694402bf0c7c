import { type Candidate, spanOf, thing } from './candidate.ts';
import { NUMERAL, numberOf, rangeOf } from './ordinals.ts';

/** Words that leave a range of numbers open at one end; 及以后 and 起 count the number itself. */
const AFTER = '以后|之后|往后|往下|后面的|以下的';
const BEFORE = '以前|之前|往前|前面的';
const FROM = '起|开始|开头';
const WITH = '及其?|和|包括|含';
/** 第40项之后是哪一项, 第40项之后那项: the next one, and no range. */
const ONE = '(?!(?:的|紧接着的?|接着的?)?(?:是|那|下)?(?:哪|那|一|下)一?(?:项|个|条)|是什么|紧接|第)';
const NUMBERED = `第?(?<item>${NUMERAL})(?:项|条|号)(?:任务)?`;
const BY_NUMBER = `(?:编号|序号|任务|第)(?:在|从|自)?(?<number>${NUMERAL})(?:项|号)?`;

const OPEN = new RegExp(
  `(?:从|自|打)?(?:${BY_NUMBER}|(?<![\\d.一二三四五六七八九十百])${NUMBERED})(?<with>${WITH})?(?:(?<after>${AFTER})|(?<before>${BEFORE})|(?<from>${FROM}))${ONE}`,
  'gu',
);

/** Returns the open ranges of tasks that a text names: 第40项以后, 从45项起, 20项之前. */
export const openRangesIn = (text: string, tasks: number): readonly Candidate[] =>
  [...text.matchAll(OPEN)].flatMap((match) => {
    const { item, number, with: own, after, before } = match.groups ?? {};
    const at = numberOf(item ?? number ?? '');
    const included = own !== undefined || (after === undefined && before === undefined);
    const [first, last] =
      before === undefined ? [included ? at : at + 1, tasks] : [1, Math.min(included ? at : at - 1, tasks)];
    if (at < 1 || last < 1) return [];
    /** Behind the last one there is none: the number that is not there is said. */
    const positions = first > last ? [first] : rangeOf(first, last);
    return [thing(spanOf(match), 'position:open', { kind: 'position', positions, of: 'task' })];
  });
