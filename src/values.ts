/**
 * The values of the centre, in the order in which they are made:
 *
 *   Plan ─library→ Library      text ─read→ Token[] ─compose→ Reading[] ─choose→ Query ─execute→ Result ─phrase→ Draft
 *
 * `values/facts.ts`: what a plan says. `values/tokens.ts`: what a question says, character by character.
 * `values/sets.ts`: what a query is of, and under which conditions. `values/query.ts`: what is asked and claimed of it.
 */
export type * from './values/facts.ts';
export type * from './values/query.ts';
export type * from './values/sets.ts';
export type * from './values/tokens.ts';
