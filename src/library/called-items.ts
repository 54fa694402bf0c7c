import { once } from '../once.ts';
import { canonical } from '../text.ts';
import type { Library, Ref } from '../values.ts';

/** An item of a list is called by the beginning of its heading, which is at least so long. */
const SHORTEST = 2;

/** The beginning of a heading that stands in the words; empty where none does. */
const calledIn = (heading: string, words: string): string => {
  for (let length = heading.length; length >= SHORTEST; length -= 1)
    if (words.includes(heading.slice(0, length))) return heading.slice(0, length);
  return '';
};

/**
 * Returns the items that words name, by their headings, each with the beginning of it that no other shares: 张家口、承德的.
 * In the order of the words.
 */
export const calledItems = (headings: readonly string[], words: string): ReadonlyMap<string, string> => {
  const said = canonical(words);
  const names = headings.map((heading) => [heading, calledIn(canonical(heading), said)] as const);
  const own = names.filter(([, name]) => name !== '' && names.filter(([, other]) => other === name).length === 1);
  return new Map(own.toSorted(([, one], [, other]) => said.indexOf(one) - said.indexOf(other)));
};

/** Returns what finds the tasks of which the words name several items. */
export const createItemsOf = ({ plan, figures }: Library): ((words: string) => readonly Ref[]) => {
  const tasks = plan.tasks.map(({ number }): Ref => ({ type: 'task', id: String(number) }));
  // The figures are read when they are first asked for, not at the start.
  const lists = once(() =>
    tasks
      .map((ref) => ({ ref, headings: [...new Set(figures(ref).flatMap(({ under }) => under ?? []))] }))
      .filter(({ headings }) => headings.length > 1),
  );
  return (words) => lists().flatMap(({ ref, headings }) => (calledItems(headings, words).size > 1 ? [ref] : []));
};
