import type { SetOf, Test } from '../values.ts';
import type { ComposeContent } from './content.ts';
import type { Decision } from './decision.ts';
import type { Parts } from './parts.ts';

/** 2026年底前要实施哪个专项行动: where nothing of the sort has the year, the places that name it. */
export const ofYear = (
  { years, wanted, words, refs, before }: Parts,
  { prints }: ComposeContent,
): Decision | undefined => {
  const [year, ...more] = years;
  const asks = wanted.some((one) => one.wanted === 'which' || one.wanted === 'what');
  if (
    year === undefined ||
    more.length > 0 ||
    !asks ||
    words.length + refs.length + before.size > 0 ||
    !prints(`${year}年`)
  )
    return undefined;
  const of: SetOf = { set: 'all', type: 'clause' };
  const test: Test = { test: 'mentions', words: String(year) };
  return {
    decision: 'answer',
    queries: [
      {
        of: { set: 'where', of, test },
        asks: [{ ask: 'sources' }],
        years: [],
        every: false,
        confirm: false,
        claims: [],
        words: '',
      },
    ],
  };
};
