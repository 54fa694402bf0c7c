import { describe, expect, it } from 'vitest';
import { bot } from '../helper.ts';
import { corpusSentences } from './lib/corpus-sentences.ts';
import { examine, mustHold } from './lib/examine.ts';
import { corpusCases, mutationCases, understoodFault } from './lib/nothing-dropped.ts';
import { loadOracle } from './lib/oracle.ts';

const SEED = 1;
const MUTATIONS = 2_000;
const oracle = loadOracle();
const mutations = mutationCases(oracle, { seed: SEED, count: MUTATIONS, ask: bot.ask });
const kinds = [...new Set(mutations.map(({ kind }) => kind))];

describe('nothing that was said is dropped', () => {
  it('no sentence of the corpus is answered with an operator, a name, a figure or a year unread', () => {
    mustHold(examine(corpusCases(oracle), bot.ask));
  });

  it('every answer tells how it was read, and what was not', () => {
    const cases = [
      ...corpusSentences(),
      ...['', '？', '谢谢', '今天天气怎么样'].map((text) => ({ text, history: [] })),
    ];
    mustHold(
      examine(
        cases.map(({ text, history }) => ({
          kind: 'understood',
          tags: [],
          question: text,
          history,
          expected: '{said: string, unread: string[]}',
          fault: understoodFault,
        })),
        bot.ask,
      ),
    );
  });

  it('there are 2,000 mutations', () => {
    expect(mutations.length).toBe(MUTATIONS);
  });

  it.each(kinds)('a mutation (%s) is read, or the bot does not answer as if it were not there', (kind) => {
    const own = mutations.filter((one) => one.kind === kind);
    mustHold(examine(own, bot.ask));
  });
});
