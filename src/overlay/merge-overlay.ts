import type { Corpus } from '../corpus.ts';
import { createNormalise } from '../read/normalise.ts';
import type { Entry } from './overlay.ts';

type WordList = Readonly<Record<string, readonly string[]>>;

/** The words of some entries beside those that were there. */
const plus = (words: WordList, added: readonly Entry[], kinds: readonly Entry['means']['kind'][]) => {
  const all = new Map(Object.entries(words).map(([key, says]) => [key, [...says]]));
  for (const { say, means } of added)
    if (kinds.includes(means.kind)) {
      const key = String(means.target);
      all.set(key, [...(all.get(key) ?? []), say]);
    }
  return Object.fromEntries(all);
};

/**
 * The corpus with more names for its units, tasks, indicators and actions. Neither the registry, by which the plan itself
 * is read, nor jieba's words are touched: whatever is taken back leaves nothing behind.
 */
export const mergeOverlay = (corpus: Corpus, entries: readonly Entry[]): Corpus => {
  const { words } = corpus;
  const normalise = createNormalise(corpus.variants);
  const added = entries.map((entry) => ({ ...entry, say: normalise(entry.say).text }));
  return {
    ...corpus,
    words: {
      ...words,
      units: plus(words.units, added, ['unit']),
      names: plus(words.names, added, ['task']),
      // In the search too: a task's sentences are weighed by the words that found it.
      tasks: plus(words.tasks, added, ['task']),
      indicators: plus(words.indicators, added, ['indicator']),
      actions: plus(words.actions, added, ['action']),
    },
  };
};
