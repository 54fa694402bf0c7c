import type { Case, Reply } from './examine.ts';
import { type Fact, indicatorFacts, type Printed, taskFacts } from './facts.ts';
import type { Oracle } from './oracle.ts';
import { createRandom, type Random } from './random.ts';
import { writingsOf } from './writings.ts';

type Comparator = '=' | '>' | '≥' | '<' | '≤' | '≈';

/** Claims as people make them; `{q}` is the amount. */
const CLAIMS: Readonly<Record<Comparator, readonly string[]>> = {
  '=': ['是{q}吗', '是{q}，对吗', '是不是{q}', '等于{q}吗'],
  '>': ['超过{q}吗', '是不是超过{q}', '大于{q}吗', '高于{q}，对吗', '超过{q}了吗', '多于{q}吗'],
  '≥': ['不低于{q}吗', '至少{q}吗', '是不是至少{q}', '不少于{q}，对吗', '有没有{q}以上'],
  '<': ['不到{q}吗', '低于{q}吗', '是不是不到{q}', '少于{q}，对吗', '不足{q}吗'],
  '≤': ['不超过{q}吗', '在{q}以内吗', '是不是不超过{q}', '不高于{q}，对吗', '最多{q}吗'],
  '≈': ['{q}左右吗', '是{q}左右吗', '大约{q}吗', '是不是{q}左右', '差不多{q}，对吗'],
};
const COMPARATORS: readonly Comparator[] = ['=', '>', '≥', '<', '≤', '≈'];

/** A span of amounts; an open end does not belong to it. */
interface Span {
  readonly from: number;
  readonly to: number;
  readonly openFrom?: true;
  readonly openTo?: true;
}

const NEAR = 0.2;
const END = Number.POSITIVE_INFINITY;

const printedSpan = (printed: Printed, value: number): Span => {
  switch (printed) {
    case 'exactly':
      return { from: value, to: value };
    case 'reach':
    case 'at least':
      return { from: value, to: END };
    case 'above':
      return { from: value, to: END, openFrom: true };
    case 'about':
      return { from: value * (1 - NEAR), to: value * (1 + NEAR) };
  }
};

const claimedSpan = (comparator: Comparator, amount: number): Span => {
  switch (comparator) {
    case '=':
      return { from: amount, to: amount };
    case '>':
      return { from: amount, to: END, openFrom: true };
    case '≥':
      return { from: amount, to: END };
    case '<':
      return { from: 0, to: amount, openTo: true };
    case '≤':
      return { from: 0, to: amount };
    case '≈':
      return { from: amount * 0.95, to: amount * 1.05 };
  }
};

const isInside = (inner: Span, outer: Span): boolean =>
  (inner.from > outer.from || (inner.from === outer.from && (!outer.openFrom || inner.openFrom === true))) &&
  (inner.to < outer.to || (inner.to === outer.to && (!outer.openTo || inner.openTo === true)));

const isApart = (a: Span, b: Span): boolean =>
  a.to < b.from ||
  b.to < a.from ||
  (a.to === b.from && (a.openTo || b.openFrom) === true) ||
  (b.to === a.from && (b.openTo || a.openFrom) === true);

/** Returns whether the plan bears a claim out; undefined where it leaves that open, or people would say both. */
const verdictOf = ({ printed, value }: Fact, comparator: Comparator, amount: number): boolean | undefined => {
  const isPlain = comparator === '=' || comparator === '≈';
  if (isPlain && printed !== 'exactly') {
    if (amount !== value) return comparator === '=' && Math.abs(amount / value - 1) > NEAR ? false : undefined;
    return printed === 'reach' && comparator === '=' ? true : undefined;
  }
  const [plan, claim] = [printedSpan(printed, value), claimedSpan(comparator, amount)];
  if (isInside(plan, claim)) return true;
  return isApart(plan, claim) ? false : undefined;
};

/** Money of thousands is rounded to hundreds, 亿 to tens; counts are whole. */
const rounded = (amount: number): number => {
  const step = amount >= 1_000 ? 100 : amount >= 100 ? 10 : 1;
  return Math.round(amount / step) * step;
};

/** Returns amounts to claim: the plan's own, one above, one below, and far ones. */
const amountsOf = ({ value }: Fact): readonly number[] => [
  value,
  Math.max(rounded(value * 1.25), value + 1),
  Math.min(rounded(value * 0.75), value - 1),
  rounded(value * 2),
  rounded(value / 2),
];

const YES = /^(?:是|对|有|正好|没错)/;
const NO = /^(?:不|没)/;

const verdictFault = (reply: Reply, verdict: boolean): string | undefined => {
  if (reply.status !== 'answered') return `status ${reply.status}`;
  if (reply.verdict !== verdict) return `verdict ${reply.verdict}`;
  const wrong = verdict ? NO : YES;
  return wrong.test(reply.text.trim()) ? 'the first line says the opposite of the verdict' : undefined;
};

/** The question, with the claim once as true and once as false. */
const casesOf = (fact: Fact, comparator: Comparator, random: Random): readonly Case[] => {
  const amounts = random
    .shuffled(amountsOf(fact))
    .filter((amount) => amount > 0)
    .map((amount) => ({ amount, verdict: verdictOf(fact, comparator, amount) }));
  return [true, false].flatMap((verdict) => {
    const found = amounts.find((one) => one.verdict === verdict);
    if (!found) return [];
    return writingsOf(fact, found.amount).map((writing): Case => {
      const claim = random.pick(CLAIMS[comparator]);
      const subject = random.pick(fact.subjects);
      return {
        kind: `${fact.source} ${comparator}`,
        tags: [`written ${writing.name}`, `claim ${claim}`, `printed ${fact.printed}`, `in ${fact.measure}`],
        question: subject + claim.replace('{q}', writing.text),
        history: [],
        expected: `${verdict ? '是' : '不是'}: the plan has ${fact.value}${fact.measure} (${fact.printed})`,
        fault: (reply) => verdictFault(reply, verdict),
      };
    });
  });
};

/** Returns every figure asked as yes or no: in each writing with each comparator, true and false. */
export const quantityCases = (oracle: Oracle, seed: number): readonly Case[] => {
  const random = createRandom(seed);
  const facts = [...indicatorFacts(oracle), ...taskFacts(oracle)];
  return facts.flatMap((fact) => COMPARATORS.flatMap((comparator) => casesOf(fact, comparator, random)));
};
