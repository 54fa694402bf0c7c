import type { Passage, Topic } from '../types.ts';
import { latinTerm, stemsOf } from './terms.ts';

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

const HAN = /\p{Script=Han}/u;

/** Returns whether a topic's description in English holds some words, one behind the other. */
export const createDescribes = (passages: readonly Passage[]): ((text: string, topic: string) => boolean) => {
  const described = new Map<string, string>();
  for (const { field, text, topic } of passages)
    if (field === 'gloss' || field === 'english')
      described.set(topic.id, `${described.get(topic.id) ?? ' '}${stemsOf(text).join(' ')} | `);
  return (text, topic) => {
    const asked = HAN.test(text) ? [] : stemsOf(text);
    return asked.length > 0 && (described.get(topic) ?? '').includes(` ${asked.join(' ')} `);
  };
};
