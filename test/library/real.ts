import { fileURLToPath } from 'node:url';
import { readCorpus } from '../../src/corpus.ts';
import { createLibrary } from '../../src/library/library.ts';
import { parsePlan } from '../../src/plan/parse.ts';

/** The first plan's corpus folder, read. */
export const corpus = readCorpus(
  fileURLToPath(new URL('../../corpus/xian-silk-road-finance-2020-2022/', import.meta.url)),
);

/** The library of the first plan. */
export const library = createLibrary(parsePlan(corpus), corpus.conflicts);
