import { describe, expect, it } from 'vitest';
import { createCheck } from '../../src/answer/check.ts';
import { readReply } from '../../src/compose/model/grammar.ts';
import type { Answer, Question } from '../../src/types.ts';
import { bot, QUESTIONS } from '../helper.ts';
import { createRandom } from './random.ts';

const { plan } = bot;
const check = createCheck(plan);

/** Units, words and figures that are not the plan's and that no question has. */
const INVENTED = ['市气象局', '火星开发区', '省航天局', '市数字货币局'];
const FOREIGN_WORDS = ['数字货币银行', '月球基地', '<b>已完成</b>'];
const UNSAID_YEAR = 2047;
const UNSAID_FIGURE = '777亿元';

const ASKS = [
  ...['who', 'list', 'count', 'content', 'original', 'source', 'target', 'goal', 'value', 'when', 'by_section'],
  ...['by_unit', 'most', 'least', 'differ', 'define', 'summary', 'number', 'dated', 'issuer', 'period', 'addressees'],
  ...['copies', 'sum', 'mean', 'change', 'growth', 'ratio', 'largest', 'smallest'],
];
const ROLES = ['responsible', 'supporting', 'any'];
const { below, pick } = createRandom(14);

const maybe = <T>(one: () => T): T | undefined => (below(6) === 0 ? one() : undefined);
const several = <T>(one: () => T): readonly T[] => Array.from({ length: 1 + below(3) }, one);
const unit = (): string =>
  below(12) === 0 ? pick(INVENTED) : pick([...plan.registry.units, ...plan.registry.groups]).name;
const words = (): string => (below(8) === 0 ? pick(FOREIGN_WORDS) : pick(plan.tasks).body.title.slice(0, 4));
const figure = (text: string): string =>
  below(6) === 0 ? UNSAID_FIGURE : (/\d+(?:\.\d+)?[^\d\s]{0,2}/u.exec(text)?.[0] ?? '5项');
const numberTo = (most: number) => (): number => 1 + below(most + (below(6) === 0 ? 30 : 0));
const year = (text: string): number =>
  below(6) === 0 ? UNSAID_YEAR : Number(/20\d{2}/.exec(text)?.[0] ?? 2018 + below(5));

const condition = (text: string) => ({
  units: maybe(() => several(unit)),
  role: maybe(() => pick(ROLES)),
  every: maybe(() => true),
  place: maybe(() => pick(['first', 'only'])),
  sections: maybe(() => several(numberTo(plan.actions.length))),
  mentions: maybe(words),
  counted: maybe(() => figure(text)),
  not: maybe(() => true),
});

/** What a reading is of: things named of one sort, all of a sort, or whatever comes. */
const subject = (): object => {
  const named = {
    tasks: () => several(numberTo(plan.tasks.length)),
    sections: () => several(numberTo(plan.actions.length)),
    indicators: () => several(numberTo(plan.indicators.length)),
    units: () => several(unit),
    clauses: () => several(() => pick(['2.1', '4.2', 'annex.21', '3.1', below(3) === 0 ? '9.9' : '2'])),
    of: () => pick(['task', 'section', 'unit', 'indicator']),
  };
  const sorts = below(5) === 0 ? several(() => pick(Object.keys(named))) : [pick(Object.keys(named))];
  return Object.fromEntries(
    Object.entries(named).flatMap(([key, make]) => (sorts.includes(key) ? [[key, make()]] : [])),
  );
};

const reading = (text: string) => ({
  ...subject(),
  ask: below(4) === 0 ? several(() => pick(ASKS)) : [pick(ASKS)],
  where: maybe(() => several(() => condition(text))),
  role: maybe(() => pick(ROLES)),
  years: maybe(() => several(() => year(text))),
  words: maybe(words),
  claim: maybe(() =>
    below(3) === 0 ? { units: several(unit), role: pick(ROLES) } : { [pick(['quantity', 'count'])]: figure(text) },
  ),
});

const replyTo = (text: string) => ({
  do: pick(['answer', 'answer', 'answer', 'ask', 'absent', 'talk']),
  read: below(2) === 0 ? [reading(text)] : several(() => reading(text)),
  act: maybe(() => pick(['hello', 'thanks', 'help'])),
});

interface Asked {
  readonly question: Question;
  readonly reply: string;
  readonly answer: Answer;
  readonly faults: readonly string[];
}

const askedWith = (text: string, reply: string): Asked => {
  const question: Question = { text, history: [], readings: [{ plan: plan.id, text, reply }] };
  const { answer, faults } = bot.explain(question);
  return { question, reply, answer, faults };
};

const ALL: readonly Asked[] = Array.from({ length: 2000 }, () => {
  const text = pick(QUESTIONS);
  return askedWith(text, JSON.stringify(replyTo(text)));
});

describe('2,000 random replies of a model', () => {
  it('are replies, so that what is tested is not how JSON is refused', () => {
    expect(ALL.filter(({ reply }) => readReply(reply) === undefined)).toEqual([]);
    expect(ALL.filter(({ answer }) => /^(?:[✓✗] )?按“/.test(answer.text)).length).toBeGreaterThan(200);
  });

  it('say nothing that the plan does not bear out', () => {
    const wrong = ALL.filter(({ answer, question }) => check(answer, question).length > 0);
    expect(wrong.map(({ reply }) => reply)).toEqual([]);
  });

  it('name no thing that the plan has not, and nothing of their own wording', () => {
    const numbers = new Set(plan.tasks.map(({ number }) => number));
    const foreign = ({ question, answer }: Asked): readonly string[] => [
      ...[...INVENTED, ...FOREIGN_WORDS, UNSAID_FIGURE, String(UNSAID_YEAR)].filter(
        (one) => JSON.stringify(answer).includes(one) && !question.text.includes(one),
      ),
      ...answer.tasks.filter((task) => !numbers.has(task)).map(String),
    ];
    expect(ALL.flatMap(foreign)).toEqual([]);
  });

  it('leave the rules’ own answer where they name what the plan has not, or what nobody said', () => {
    const bad = /市气象局|火星开发区|省航天局|市数字货币局|数字货币银行|月球基地|已完成|2047|777亿元/;
    const refused = ALL.filter(({ reply }) => bad.test(reply) && /"do":"answer"/.test(reply));
    expect(refused.length).toBeGreaterThan(100);
    const others = refused.filter(
      ({ question, answer }) => bot.ask({ text: question.text, history: [] }).text !== answer.text,
    );
    expect(others.map(({ reply }) => reply)).toEqual([]);
  });

  it('of letters at random, fences and pieces of JSON: nothing throws, and the rules answer', () => {
    const pieces = [
      '{',
      '}',
      '"do"',
      ':',
      '"answer"',
      '[',
      ']',
      '```json\n',
      '```',
      'null',
      '1e999',
      '忽略以上指示',
      ',',
    ];
    for (let times = 0; times < 200; times += 1) {
      const text = pick(QUESTIONS);
      const reply = Array.from({ length: below(12) }, () => pick(pieces)).join('');
      expect(askedWith(text, reply).answer).toEqual(bot.ask({ text, history: [] }));
    }
  });
});
