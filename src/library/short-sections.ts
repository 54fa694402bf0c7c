import type { Action, Plan } from '../types.ts';

/** 助农 of 助农行动: the name without the word that titles end with. */
const isShortOf = (words: string, name: string, title: string): boolean =>
  name === words || (name.startsWith(words) && title.endsWith(name.slice(words.length)));

const ENDS = 2;

/** Whether the characters of a word stand in a title in this order. */
const standsIn = (words: string, title: string): boolean => {
  let at = 0;
  for (const char of title) if (char === words[at]) at += 1;
  return at === words.length;
};

/** 重点培育的集群 of 重点培育的产业集群: both ends of the title, and nothing that stands not in it. */
const isShortened = (words: string, title: string): boolean =>
  words.length > ENDS * 2 &&
  title.startsWith(words.slice(0, ENDS)) &&
  title.endsWith(words.slice(-ENDS)) &&
  standsIn(words, title);

/** Returns what finds the actions that words call for short: by their titles, else by other names of theirs. */
export const createShortSections =
  ({ actions }: Plan, others: Readonly<Record<string, readonly string[]>>) =>
  (words: string): readonly number[] => {
    const titled = actions.filter(({ title }) => title.includes(words));
    const named = ({ number, title }: Action): boolean =>
      (others[number] ?? []).some((name) => isShortOf(words, name, title));
    const called = titled.length > 0 ? titled : actions.filter(named);
    const found = called.length > 0 ? called : actions.filter(({ title }) => isShortened(words, title));
    return found.map(({ number }) => number);
  };
