import type { Query } from '../values.ts';
import type { ComposeContent } from './content.ts';
import type { Parts } from './parts.ts';
import { has, wants, wordsOf } from './said.ts';

/** Returns the query for 附件里那个“市委”咋回事: a form that the plan misprints, read as words. */
export const misprintAsked = (parts: Parts, { misprints }: ComposeContent): Query | undefined => {
  const term = wordsOf(parts);
  const asks = has(parts, 'misprint') || wants(parts, 'why') || parts.properties.includes('definition');
  const bare = parts.clauses.length + parts.roles.length + parts.heads.length + parts.years.length === 0;
  if (!asks || !bare || parts.part === 'body' || !misprints(term)) return undefined;
  return {
    of: { set: 'named', refs: [] },
    asks: [{ ask: 'definition', term }],
    years: [],
    every: false,
    confirm: false,
    claims: [],
    words: term,
  };
};
