import type { Ref, Token } from '../values.ts';
import type { ComposeContent } from './content.ts';
import type { Parts } from './parts.ts';
import type { State } from './state.ts';
import { hasSubject } from './subject.ts';

const CENTURY = 2000;
const NEAR = 5;

/** 打错了，是43: a bare number is a year where years were spoken of, else the number of a task. */
export const withCorrectedNumber = (parts: Parts, { query }: State, { counts, firstYear }: ComposeContent): Parts => {
  const [only, ...more] = parts.quantities;
  const corrects = parts.acts.includes('correct') && only?.unit === 'none' && more.length === 0;
  if (!query || !corrects || hasSubject(parts)) return parts;
  const year = CENTURY + only.value;
  const isYear = query.years.length > 0 && Math.abs(year - firstYear) <= NEAR;
  if (!isYear && !(only.value > 0 && only.value <= (counts.task ?? 0))) return parts;
  const tokens = parts.tokens.map((token): Token => {
    if (token.kind !== 'quantity') return token;
    const { from, to, text } = token;
    return isYear
      ? { from, to, text, rule: 'year:short', kind: 'year', years: [year], every: false }
      : { from, to, text, rule: 'position:bare', kind: 'position', positions: [only.value], of: 'task' };
  });
  const ref: Ref = { type: 'task', id: String(only.value) };
  return isYear
    ? { ...parts, tokens, quantities: [], years: [year] }
    : { ...parts, tokens, quantities: [], refs: [...parts.refs, ref] };
};
