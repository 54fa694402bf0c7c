/** What may be wrong with an answer: it is about another thing, its units, its figures, or something else. */
export const REASONS = ['topic', 'units', 'figures', 'other'] as const;

export type Reason = (typeof REASONS)[number];
