import { readQuantities } from '../quantity.ts';
import { COUNTED_AFTER } from '../quantity-words.ts';
import type { Quantity, Relation } from '../values.ts';
import { type Candidate, spanOf, thing } from './candidate.ts';
import { NUMERAL, numberOf } from './ordinals.ts';

/** 两倍, 3倍: how many times as much. */
const TIMES = new RegExp(`(${NUMERAL})倍`, 'g');

const timesIn = (text: string): readonly Candidate[] =>
  [...text.matchAll(TIMES)].map((match) => {
    const [printed, numeral = ''] = match;
    const quantity: Quantity = { value: numberOf(numeral), unit: 'none', measure: '倍', relation: '=', printed };
    return thing(spanOf(match), 'quantity:times', { kind: 'quantity', quantity, counts: 'times' });
  });

/** 十五大行动, 七大指标: so many of what stands behind. */
const GREAT = new RegExp(`(?<![第\\d])(${NUMERAL})大(?=(?:专项|重点|主要)?(?:行动|指标|任务|举措|措施))`, 'g');

const greatIn = (text: string): readonly Candidate[] =>
  [...text.matchAll(GREAT)].map((match) => {
    const [printed, numeral = ''] = match;
    const quantity: Quantity = { value: numberOf(numeral), unit: 'count', measure: '个', relation: '=', printed };
    return thing(spanOf(match), 'quantity:great', { kind: 'quantity', quantity });
  });

/** 2022几个亿: a year, and a question for a number. */
const YEAR_AND_QUESTION = /^20\d{2}几/u;

/** 跨境金融创新60条: behind a word that counts nothing, so many 条 are a part of its name. */
const NAME_BEFORE = new RegExp(`(?![${COUNTED_AFTER}])\\p{Script=Han}$`, 'u');
const isNamed = (text: string, from: number, { measure, relation }: Quantity): boolean =>
  measure === '条' && relation === '=' && NAME_BEFORE.test(text.slice(0, from));

/** 正好三项: that there are neither more nor fewer is said. */
const PLAIN = new RegExp(`^(?:${NUMERAL}|[千万亿])`, 'u');
const isExact = ({ relation, printed }: Quantity): boolean => relation === '=' && !PLAIN.test(printed);

const OPPOSITE: Partial<Record<Relation, Relation>> = { '≤': '>', '<': '≥', '≥': '<', '>': '≤' };

/** 有没有超过15项, 够不够十项: whether it is so is asked, and it is not denied. */
const isAskedWhether = (text: string, from: number, { printed, relation }: Quantity): boolean =>
  OPPOSITE[relation] !== undefined && /^(?:有没有|够不够|到没到|满不满)/u.test(`${text[from - 1] ?? ''}${printed}`);

/** 四个季度, 三个季度: parts of a year, which are no amounts. */
const OF_YEAR = /^个?季/u;

/** Returns the amounts of a text as candidates: 超过一百亿元, 57项, 2—3家. */
export const quantitiesIn = (text: string, measures: ReadonlyMap<string, string>): readonly Candidate[] => [
  ...readQuantities(text)
    .filter(
      ({ quantity, from, to }) =>
        !YEAR_AND_QUESTION.test(text.slice(from, from + 5)) &&
        !isNamed(text, from, quantity) &&
        !(OF_YEAR.test(quantity.measure) || OF_YEAR.test(text.slice(to))),
    )
    .map(({ quantity: read, from: start, to }) => {
      const asked = isAskedWhether(text, start, read);
      const from = asked ? start - 1 : start;
      const quantity = asked ? { ...read, relation: OPPOSITE[read.relation] ?? read.relation } : read;
      const counts = measures.get(quantity.measure) === 'task' ? ({ counts: 'task' } as const) : {};
      return thing([from, to], isExact(quantity) ? 'quantity:exactly' : 'quantity', {
        kind: 'quantity',
        quantity,
        ...counts,
      });
    }),
  ...timesIn(text),
  ...greatIn(text),
];
