import { mentionIn } from '../execute/sets/mentions.ts';
import type { Clause, Plan } from '../types.ts';

/** Returns the clauses of a plan that print some words: of these it is never said that the plan does not have them. */
export const printing = (words: string, plan: Plan): readonly Clause[] =>
  plan.clauses.filter(({ text }) => mentionIn(text, words.trim()) !== 'none');
