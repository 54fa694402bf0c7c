import type { Draft } from '../answer/draft.ts';

const unique = <T>(values: readonly T[]): readonly T[] => [...new Set(values)];

/** Several answers to one question as one: what is said twice is said once; the first decides what kind it is. */
export const joinDrafts = (drafts: readonly Draft[]): Draft => {
  const [first, ...rest] = drafts;
  if (!first || rest.length === 0) return first ?? { status: 'not_found', lines: [] };
  const answered = drafts.filter(({ status }) => status === 'answered');
  const kept = answered.length > 0 ? answered : [first];
  return {
    ...(kept[0] ?? first),
    brief: kept.some(({ brief }) => brief === true),
    answers: drafts.length,
    lines: unique(drafts.flatMap(({ lines }) => lines)),
    citations: kept.flatMap(({ citations }) => citations ?? []),
    notices: drafts.flatMap(({ notices }) => notices ?? []),
    computed: drafts.flatMap(({ computed }) => computed ?? []),
    tasks: unique(kept.flatMap(({ tasks }) => tasks ?? [])),
    related: answered.length > 0 ? [] : (first.related ?? []),
  };
};
