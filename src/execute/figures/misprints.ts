import { canonical } from '../../text.ts';
import type { Misprint } from '../../types.ts';
import type { Query } from '../../values.ts';
import type { Ground } from '../ground.ts';
import type { FigureResult, Verdict } from './result.ts';

const same = (a: string, b: string): boolean => canonical(a) === canonical(b);

/** 是不是浐灞生态区: whether every note says that the printed form means the unit that was claimed. */
const verdictOf = (notes: readonly Misprint[], { claims }: Query): Verdict => {
  const names = claims.flatMap((claim) => (claim.claim === 'words' ? [claim.words] : []));
  if (names.length === 0) return undefined;
  return names.every((name) => notes.every(({ means }) => means.some((one) => same(one, name))));
};

/** Returns what reviewed notes say of a printed form; undefined when it is no misprint. */
export const executeMisprint = (term: string, query: Query, { library }: Ground): FigureResult | undefined => {
  const [first, ...rest] = library.plan.registry.misprints.filter(({ printed }) => same(printed, term));
  if (!first) return undefined;
  const notes = [first, ...rest] as const;
  return { shape: 'misprint', notes, verdict: verdictOf(notes, query) };
};
