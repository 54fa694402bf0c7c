import { fileURLToPath } from 'node:url';
import { planFolders, readCorpus } from '../../src/corpus.ts';
import { createPrinted } from '../../src/library/printed.ts';
import { parsePlan } from '../../src/plan/parse.ts';
import { readLang } from '../../src/read/lang.ts';
import type { ReadContent } from '../../src/read/read.ts';
import { createCutter } from '../../src/search/cut.ts';
import { jiebaWords, lexiconOf } from '../../src/vocabulary.ts';

const CORPUS = fileURLToPath(new URL('../../corpus/', import.meta.url));

/** Returns everything that questions about the plan of a corpus are read by. */
export const readQuestionContent = (root: string = CORPUS): ReadContent => {
  const corpus = readCorpus(planFolders(root)[0] ?? root);
  const plan = parsePlan(corpus);
  const source = plan.clauses.map(({ text }) => text.replace(/\s+/g, '')).join('\n');
  return {
    plan,
    corpus,
    cutter: createCutter(jiebaWords(plan, corpus)),
    lang: readLang(fileURLToPath(new URL('lang/', `file://${root}`))),
    lexicon: lexiconOf(corpus),
    bears: (word) => source.includes(word),
    onlyBehind: (word, head) => source.includes(word) && !source.replaceAll(head + word, '').includes(word),
    printed: createPrinted(plan),
  };
};
