import { describe, expect, it } from 'vitest';
import { readCorpus } from '../../src/corpus.ts';
import { createCutter } from '../../src/search/cut.ts';
import { passagesOf } from '../../src/search/passages.ts';
import { createSearch } from '../../src/search/search.ts';
import { canonical } from '../../src/text.ts';
import { jiebaWords, lexiconOf, othersOf } from '../../src/vocabulary.ts';
import { bot, PLAN_FOLDER } from '../helper.ts';

const corpus = readCorpus(PLAN_FOLDER);
const { plan } = bot;
const cutter = createCutter(jiebaWords(plan, corpus));
const passages = passagesOf(plan, othersOf(corpus, plan));
const lexicon = lexiconOf(corpus);
const search = createSearch({ ...cutter, passages, lexicon });
const OWN = ['title', 'body', 'row'];
const own = passages.filter(({ field }) => OWN.includes(field));

/** Topics whose own text has a word. */
const holding = (word: string): ReadonlySet<string> =>
  new Set(own.filter(({ text }) => canonical(text).includes(word)).map(({ topic }) => topic.id));

describe('the lexicon of everyday words', () => {
  it('has one row a word, and every row leads somewhere in some plan’s words', () => {
    for (const rows of [corpus.lexicon, corpus.ownLexicon]) {
      const says = rows.map(({ say }) => say);
      expect(says.filter((say, at) => says.indexOf(say) !== at)).toEqual([]);
      expect(rows.filter(({ say, mean }) => mean.includes(say)).map(({ say }) => say)).toEqual([]);
    }
  });

  it('keeps with the plan what leads to its own wordings, every one of them printed there', () => {
    const printed = canonical(corpus.source);
    const nowhere = corpus.ownLexicon.flatMap(({ mean }) => mean.filter((one) => !printed.includes(canonical(one))));
    expect(nowhere).toEqual([]);
    expect(lexiconOf({ ...corpus, ownLexicon: [] })).toBe(corpus.lexicon);
    expect(lexicon.find(({ say }) => say === '风投之城')?.mean).toContain('创投之都');
    expect(corpus.lexicon.find(({ say }) => say === '风投之城')).toBeUndefined();
  });

  it('makes no clause win for a word that the plan itself uses in others', () => {
    const words = new Set(
      own.flatMap(({ text }) => cutter.cut(canonical(text))).filter((word) => /^\p{Script=Han}{2,}$/u.test(word)),
    );
    const stolen = [...words].filter((word) => {
      const [best] = search.topics(word);
      const holders = holding(word);
      return best !== undefined && holders.size > 0 && !holders.has(best.topic.id);
    });
    expect(stolen).toEqual([]);
    expect(words.size).toBeGreaterThan(1500);
  });
});
