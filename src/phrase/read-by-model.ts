import { counted, type Desk, type Draft } from '../answer/draft.ts';
import type { Composed } from '../compose/compose.ts';
import { figuresOf } from '../text.ts';
import type { Query } from '../values.ts';
import { describeQuery } from './describe.ts';
import { questionOf } from './refs.ts';

/** How a text is read by the rules, as if nothing had been asked before. */
export type ByRules = (text: string) => Composed;

const MOST_SUGGESTIONS = 3;

const isSame = (query: Query, { decision }: Composed): boolean => {
  const [read, another] = decision.decision === 'answer' ? decision.queries : [];
  const keyOf = ({ of, asks, years }: Query): string => JSON.stringify([of, asks, years]);
  return read !== undefined && another === undefined && keyOf(read) === keyOf(query);
};

/** A query as a question that asks just that, for a button; none where the rules would read it otherwise. */
const askedSo = (query: Query, byRules: ByRules, desk: Desk): readonly string[] => {
  const [ref, another] = query.of.set === 'named' ? query.of.refs : [];
  const plain = ref && !another && query.years.length === 0 ? [questionOf(ref, query.asks[0], desk)] : [];
  return [...plain, describeQuery(query, desk)].filter((text) => isSame(query, byRules(text))).slice(0, 1);
};

/** Returns a draft whose first line says as what a model took the question, with other readings of its to choose from. */
export const withReading = (
  draft: Draft,
  { composed, byRules }: { readonly composed: Composed; readonly byRules: ByRules },
  desk: Desk,
): Draft => {
  const { byModel, decision } = composed;
  if (!byModel || decision.decision !== 'answer') return draft;
  const said = decision.queries.map((query) => describeQuery(query, desk)).join('；');
  const [first = '', ...rest] = draft.lines;
  const others = byModel.next.flatMap((query) => askedSo(query, byRules, desk));
  return {
    ...draft,
    lines: [desk.say('readAs', { said, line: first }), ...rest],
    computed: [
      ...(draft.computed ?? []),
      ...figuresOf(said).map((figure) => counted(Number(figure), '问题的理解', [])),
    ],
    notices: [...(draft.notices ?? []), { code: 'assumed', text: desk.say('readByModel'), clauses: [] }],
    suggestions: [...new Set([...others, ...(draft.suggestions ?? [])])].slice(0, MOST_SUGGESTIONS),
  };
};
