import { meantBy } from '../../answer/names.ts';
import type { PhraseKey } from '../../answer/phrases.ts';
import { readNumeral } from '../../numerals.ts';
import type { Task } from '../../types.ts';
import type { ReadConditions } from './condition.ts';

type RoleCounted = 'responsible' | 'supporting';
type Bound = 'exactly' | 'atLeast' | 'atMost';

const NUMBER = '(\\d{1,2}|[一二两三四五六七八九十]{1,2})';
const ROLE = '(责任|支持|负责|配合)?(?:的)?(?:单位|部门)';
const BOUND_BEFORE = '(不少于|至少|最少|超过|多于|不止|大于|只有|仅有|仅|就|不超过|少于|最多)?(?:有|是|列了|写了)?';
/** 三个以上责任单位, 只有一家支持单位. */
const BEFORE = new RegExp(`${BOUND_BEFORE}${NUMBER}(?:个|家)(以上|及以上|或以上|以下)?(?:的)?${ROLE}`, 'u');
/** 责任单位只有一个, 支持单位有四家以上. */
const AFTER = new RegExp(
  `${ROLE}(?:数量?)?(?:正好|刚好|恰好)?(?:是|为|有)?${BOUND_BEFORE}${NUMBER}(?:个|家)(以上|及以上|或以上|以下)?`,
  'u',
);
/** 一家负责, without saying of what: responsible. */
const ALONE = /(?:只有|仅|就)(?:由)?(?:一|1)(?:个|家)(?:单位|部门)?(?:在)?(负责|支持|管|干|扛)/u;
const ENGLISH =
  /(?:only|just) (one|two|three) (responsible|supporting) units?|more than (one|two|three|four|five) (responsible|supporting) units?/u;
const ENGLISH_NUMBERS: Readonly<Record<string, number>> = { one: 1, two: 2, three: 3, four: 4, five: 5 };
const NONE =
  /(?:没有|没写|没列|未写|未列|无|不含|缺|不带|空着|没)(?:明确|任何|列出?|写)?(?:的)?支持(?:单位|部门)|支持单位(?:一?栏|那一?栏)?(?:是|为)?(?:空白?的?|空着的?|没有|没写|没列)|(?:without (?:any )?|(?:have |has )?no )supporting/u;

interface Counted {
  readonly role: RoleCounted;
  readonly bound: Bound;
  readonly number: number;
  readonly words: string;
}

const numberOf = (text: string): number => (/\d/.test(text) ? Number(text) : readNumeral(text.replace('两', '二')));

const MORE: Readonly<Record<string, number>> = { 超过: 1, 多于: 1, 不止: 1, 大于: 1 };
const LESS: Readonly<Record<string, number>> = { 少于: -1 };

const counted = (words: string, role: string | undefined, number: number, before = '', after = ''): Counted => {
  const more = MORE[before];
  const less = LESS[before];
  const bound: Bound =
    more || /不少于|至少|最少/.test(before) || /以上/.test(after)
      ? 'atLeast'
      : less || /不超过|最多/.test(before) || after === '以下'
        ? 'atMost'
        : 'exactly';
  return {
    role: /支持|配合|supporting/.test(role ?? '') ? 'supporting' : 'responsible',
    bound,
    number: number + (more ?? less ?? 0),
    words,
  };
};

const readCount = (text: string): Counted | undefined => {
  const none = NONE.exec(text);
  if (none) return { role: 'supporting', bound: 'exactly', number: 0, words: none[0] };
  const after = AFTER.exec(text);
  if (after?.[3]) return counted(after[0], after[1], numberOf(after[3]), after[2], after[4]);
  const before = BEFORE.exec(text);
  if (before?.[2] && (before[4] || before[1] || before[3]))
    return counted(before[0], before[4], numberOf(before[2]), before[1], before[3]);
  const alone = ALONE.exec(text);
  if (alone) return counted(alone[0], alone[1], 1);
  const english = ENGLISH.exec(text);
  if (!english) return undefined;
  const [words, exactly, role, more, otherRole] = english;
  return exactly
    ? counted(words, role, ENGLISH_NUMBERS[exactly] ?? 1)
    : counted(words, otherRole, ENGLISH_NUMBERS[more ?? ''] ?? 1, '超过');
};

const meets = (task: Task, { role, bound, number }: Counted): boolean => {
  const named = meantBy(task.body[role]).length;
  if (role === 'supporting' && number === 0) return named + task.row.supporting.length === 0;
  switch (bound) {
    case 'exactly':
      return named === number;
    case 'atLeast':
      return named >= number;
    case 'atMost':
      return named <= number;
  }
};

const SAYS: Readonly<Record<Bound, PhraseKey>> = {
  exactly: 'conditionCount',
  atLeast: 'conditionAtLeast',
  atMost: 'conditionAtMost',
};

/** How many units a task has in a role: none, exactly so many, at least or at most so many. */
export const readUnitCounts: ReadConditions = ({ reading }, desk) => {
  const found = readCount(reading.text);
  if (!found) return [];
  const role = desk.say(found.role === 'supporting' ? 'roleSupporting' : 'roleResponsible');
  const says =
    found.number === 0 ? desk.say('conditionNoSupport') : desk.say(SAYS[found.bound], { role, number: found.number });
  return [{ says, words: [found.words], holds: (task) => meets(task, found), number: found.number }];
};
