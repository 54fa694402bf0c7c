import type { Query } from '../values.ts';
import type { ComposeContent } from './content.ts';
import type { Parts } from './parts.ts';
import { has, wants, wordsOf } from './said.ts';

/** 咋回事: what is the matter with it, and not why it is so. */
const MATTER = 'wanted:why/matter';

/** Returns the query for 附件里那个“市委”咋回事: a form that the plan misprints, read as words. */
export const misprintAsked = (parts: Parts, { misprints }: ComposeContent): Query | undefined => {
  const term = wordsOf(parts);
  const matters = parts.tokens.some(({ rule }) => rule === MATTER);
  /** 附件怎么写成市委了: how it comes to be printed so. */
  const written = parts.part === 'annex' && wants(parts, 'how') && has(parts, 'have');
  const asks = has(parts, 'misprint') || matters || written || parts.properties.includes('definition');
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
