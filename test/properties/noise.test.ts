import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createCheck } from '../../src/answer/check.ts';
import type { Answer } from '../../src/types.ts';
import { ask, bot, PLAN_FOLDER } from '../helper.ts';
import { createRandom } from './random.ts';

const check = createCheck(bot.plan);
const entries: readonly { readonly q: string; readonly history?: readonly string[]; readonly status: string }[] =
  readFileSync(join(PLAN_FOLDER, 'questions.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
const QUESTIONS = entries.filter(({ history }) => !history).map(({ q }) => q);

const faultsOf = (question: string, ...history: readonly string[]): readonly string[] => {
  const answer = bot.explain({ text: question, history });
  return [...answer.faults, ...check(answer.answer, { text: question, history })].map(
    (fault) => `${question}: ${fault}`,
  );
};

const LETTERS = [
  ...'的了和与谁哪几多少年月日金融保险企业贷款西安市区局委办行动任务目标支持负责12345678９０abcXYZ@#<>[]{}*_`|\\/\n\t 　。，？！…—“”（）😀👍\u200b\u202e',
];

describe('2,000 random strings and mutations', () => {
  it('of letters at random: nothing throws, nothing unsupported is said', () => {
    const random = createRandom(20200325);
    const strings = Array.from({ length: 1000 }, () =>
      Array.from({ length: 1 + random.below(60) }, () => random.pick(LETTERS)).join(''),
    );
    expect(strings.flatMap((text) => faultsOf(text))).toEqual([]);
  });

  it('of real questions, cut, doubled, swapped and spliced: nothing throws, nothing unsupported is said', () => {
    const random = createRandom(9);
    const mutate = (text: string): string => {
      const chars = [...text];
      const [a, b] = [random.below(chars.length), random.below(chars.length)];
      switch (random.below(5)) {
        case 0:
          return chars.filter((_, at) => at !== a).join('');
        case 1:
          return [...chars.slice(0, a), random.pick(LETTERS), ...chars.slice(a)].join('');
        case 2:
          return chars.map((char, at) => (at === a ? (chars[b] ?? '') : at === b ? (chars[a] ?? '') : char)).join('');
        case 3:
          return text.slice(0, a) + random.pick(QUESTIONS).slice(b);
        default:
          return text + text;
      }
    };
    const strings = Array.from({ length: 1000 }, () => mutate(mutate(random.pick(QUESTIONS))));
    expect(strings.flatMap((text) => faultsOf(text, random.pick(QUESTIONS)))).toEqual([]);
  });
});

/** The facts of an answer, apart from how it repeats the question. */
const factsOf = ({ status, kind, tasks, citations, computed, choices }: Answer) => ({
  status,
  kind,
  tasks,
  clauses: citations.map(({ clause, quote }) => `${clause} ${quote}`),
  computed,
  choices: choices.length,
});

const WRAPS: readonly (readonly [string, (question: string) => string])[] = [
  ['politeness before', (question) => `您好，请问${question}`],
  ['politeness behind', (question) => `${question}，谢谢！`],
  ['a mention', (question) => `@问计 ${question}`],
  ['emoji', (question) => `${question}🙏🙏`],
  ['punctuation', (question) => `${question}？？？`],
  ['a greeting and thanks', (question) => `各位领导好，麻烦问一下，${question}，辛苦了`],
  ['invisible marks', (question) => [...question].join('\u200b')],
];

describe('what is put around a question does not change the facts of its answer', () => {
  it.each(WRAPS)('%s', (_, wrap) => {
    const changed = QUESTIONS.filter((question) => /\p{Script=Han}/u.test(question) && question.length > 5).filter(
      (question) => JSON.stringify(factsOf(ask(wrap(question)))) !== JSON.stringify(factsOf(ask(question))),
    );
    expect(changed).toEqual([]);
  });
});

describe('the same question', () => {
  it('gets the same bytes', () => {
    for (const question of QUESTIONS) expect(JSON.stringify(ask(question))).toBe(JSON.stringify(ask(question)));
  });
});
