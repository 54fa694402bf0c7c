import type { Action, Plan } from '../types.ts';

/** 助农 of 助农行动: the name without the word that titles end with. */
const isShortOf = (words: string, name: string, title: string): boolean =>
  name === words || (name.startsWith(words) && title.endsWith(name.slice(words.length)));

/** Returns what finds the actions that words call for short: by their titles, else by other names of theirs. */
export const createShortSections =
  ({ actions }: Plan, others: Readonly<Record<string, readonly string[]>>) =>
  (words: string): readonly number[] => {
    const titled = actions.filter(({ title }) => title.includes(words));
    const named = ({ number, title }: Action): boolean =>
      (others[number] ?? []).some((name) => isShortOf(words, name, title));
    return (titled.length > 0 ? titled : actions.filter(named)).map(({ number }) => number);
  };
