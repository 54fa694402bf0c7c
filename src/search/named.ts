import type { Passage, Topic } from '../types.ts';
import { latinTerm } from './terms.ts';

const LATIN = /[a-z0-9][a-z0-9.+&-]*[a-z0-9]|[a-z0-9]+/g;

/** What a name in letters says, whatever its spelling and order: green bonds, bonds that are green. */
const keyOf = (text: string): string =>
  [...new Set((text.toLowerCase().match(LATIN) ?? []).flatMap((word) => latinTerm(word) ?? []))].sort().join(' ');

/** Returns a finder of the topics that one of the English names names by just these words. */
export const createNamed = (passages: readonly Passage[]): ((text: string) => readonly Topic[]) => {
  const named = new Map<string, Map<string, Topic>>();
  for (const { field, text, topic } of passages) {
    if (field !== 'gloss') continue;
    const key = keyOf(text);
    named.set(key, (named.get(key) ?? new Map<string, Topic>()).set(topic.id, topic));
  }
  return (text) => {
    const key = keyOf(text);
    return key === '' ? [] : [...(named.get(key)?.values() ?? [])];
  };
};
