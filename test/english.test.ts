import { describe, expect, it } from 'vitest';
import { ask } from './helper.ts';

/** Questions in English, and the tasks that they are about. */
const LISTS: readonly (readonly [string, readonly number[]])[] = [
  ['Which tasks mention blockchain?', [12]],
  ['Which tasks mention the Belt and Road?', [29]],
  ['Which tasks mention bonds but not green bonds?', [8, 14, 17]],
  ["Tasks that both CBIRC Shaanxi and the PBC Xi'an Branch support", [46, 54]],
  ['Which tasks have exactly one responsible unit?', [20, 45, 47, 56]],
  ['How many tasks have a single responsible unit?', [20, 45, 47, 56]],
  ['Which tasks have at least five responsible units?', [4, 29, 30, 31, 38]],
  ['Which tasks have a figure in all three years?', [2, 5, 6, 9, 11, 14, 16, 17, 20, 33, 41, 52]],
  ['Tasks led by Gaoxin except those supported by CSRC Shaanxi', [9, 10, 11, 15, 29, 30, 31, 44, 50]],
  ['the task with the longest list of supporting units', [1, 2, 3, 46]],
  ['Who is responsible for the second task of action 9?', [33]],
  ['who is the gren insurance sytem assigned to?', [24]],
  ['who is resposible for the natual gas trading center', [21]],
  ['Who is responsible for lower financing costs?', [32]],
];

describe('asked in English', () => {
  it.each(LISTS)('%s', (question, tasks) => {
    const answer = ask(question);
    expect([answer.status, answer.language]).toEqual(['answered', 'en']);
    expect([...answer.tasks].sort((a, b) => a - b)).toEqual(tasks);
  });

  it.each([
    ['Does the Finance Bureau support any task?', false],
    ['Is it true that Qinnong Bank supports the farmers credit ratng?', true],
    ['Will there be more than 100 listed companies in 2022?', true],
    ['Does the plan mention cryptocurrency?', false],
  ] as const)('%s %s', (question, verdict) => {
    expect(ask(question).verdict).toBe(verdict);
  });

  it.each([
    ['What is the premium income target for 2021?', '61 billion yuan (610亿元)'],
    ["What's the target for RMB plus foreign currency deposits in 2022?", '2.65 trillion yuan'],
    [
      'How many equity investment institutions in 2022?',
      'equity investment institutions (股权投资机构): 2022: about 330',
    ],
    ['By how much does the loan balance exceed the deposit balance in 2022?', 'more by 300 billion yuan'],
    ['How many districts are responsible for something?', 'Districts and counties'],
    ['Who issued the plan and when?', '2020年3月26日'],
    ['What happens in 2023?', '2023 is outside the plan period'],
    ['thanks, btw who are you, a person or a robot?', 'I am Wenji'],
  ])('%s → %s', (question, said) => {
    expect(ask(question).text).toContain(said);
  });

  it('How much subsidy does a foreign bank get for opening a branch? is not answered by other figures', () => {
    expect(ask('How much subsidy does a foreign bank get for opening a branch?').status).toBe('not_found');
  });

  it('the pipeline, after listed companies, and another year for those', () => {
    const [first, second] = ['How many listed companies in 2021?', 'and the ones still waiting in the pipeline?'];
    expect(ask(second, first).text).toContain('350');
    expect(ask('How about 2020 for those', first, second).text).toContain('310');
  });

  it('who issued it? asks of the document, whatever was spoken of', () => {
    expect(ask('who issued it?', 'What is action 12 called?').kind).toBe('document');
  });
});
