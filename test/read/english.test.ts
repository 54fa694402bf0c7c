import { describe, expect, it } from 'vitest';
import { shown } from './reading.ts';

describe('English questions', () => {
  it.each([
    [
      'who is in charge of the natural gas trading centre?',
      'who is/wanted:who in charge of/roles:responsible/verb natural gas trading centre/words',
    ],
    ['and who supports it?', 'and/before:then who/wanted:who supports/roles:supporting/verb it/before:it'],
    [
      'tasks that Gaoxin is responsible for but the Municipal Finance Bureau is not',
      'tasks/types:task gaoxin/unit:name is/operators:is responsible for/roles:responsible/verb but/operators:but municipal finance bureau/unit:name is/operators:is not/operators:not',
    ],
    [
      'which offices are in charge of speeding up the Financial Business District?',
      'which/wanted:which offices/types:unit are/operators:is in charge of/roles:responsible/verb speeding/words financial business district/words',
    ],
    [
      'Who is supposed to set up the state-owned financial capital platform (registered capital of at least 30 billion yuan)?',
      'who is/wanted:who set/words state-owned financial capital platform/words registered capital of at least 30 billion yuan/words',
    ],
    [
      'Who is responsible for the Qujiang cultural index?',
      'who is/wanted:who responsible for/roles:responsible/verb qujiang cultural index/words',
    ],
    [
      'does Gaoxin support task 9?',
      'does/wanted:whether gaoxin/unit:name support/roles:supporting/verb task 9/position:list',
    ],
    ["by which year should Xi'an have joined GFCI?", 'by which year/wanted:when have/operators:have joined gfci/words'],
    [
      "how many listed companies does Xi'an have and how many does it want by 2022?",
      'how many/wanted:howMany listed companies/indicator:name have/operators:have and/operators:and how many/wanted:howMany by/operators:by 2022/year:digits',
    ],
    [
      'Within the sci-tech finance action, which measures is Gaoxin responsible for?',
      'within/operators:in sci-tech finance action/action:name which/wanted:which measures/types:task is/operators:is gaoxin/unit:name responsible for/roles:responsible/verb',
    ],
    [
      'tasks other than 21 for which Gaoxin is responsible',
      'tasks/types:task other than/operators:except 21/position:bare for/operators:of which/wanted:which gaoxin/unit:name is/operators:is responsible/roles:responsible/verb',
    ],
    [
      'what does the plan say about aircraft leasing',
      'what/wanted:what the plan/plan:plan say about/properties:content aircraft leasing/words',
    ],
    [
      'what is the document number of this plan',
      'what is/wanted:what the document number of/properties:number this plan/plan:plan',
    ],
    ['which of the two has more?', 'which of the two/before:these has/operators:have more/operators:more'],
    ['what about 2021', 'what about/before:then 2021/year:digits'],
    [
      'which tasks lack a supporting unit?',
      'which/wanted:which tasks/types:task lack/operators:lack supporting unit/roles:supporting/noun',
    ],
  ])('%s', (text, tokens) => {
    expect(shown(text)).toBe(tokens);
  });
});
