import type { Desk, Draft } from '../../answer/draft.ts';
import type { SetResult } from '../../execute/sets/result.ts';
import type { Query } from '../../values.ts';
import { phraseAssignments } from './assignment.ts';
import { phraseDifferences } from './differences.ts';
import { phraseGroups } from './groups.ts';
import { phraseList } from './list.ts';
import { outsideDraft, withPeriod } from './outside.ts';
import { phraseRanking } from './ranking.ts';
import { phraseVerdict } from './verdict.ts';

const phrased = (result: SetResult, desk: Desk, query: Query): Draft => {
  switch (result.shape) {
    case 'tasks':
    case 'units':
    case 'things':
      return phraseList(result, { query, desk, prefix: '' });
    case 'assignments':
      return phraseAssignments(result, query, desk);
    case 'groups':
      return phraseGroups(result, query, desk);
    case 'ranking':
      return phraseRanking(result, query, desk);
    case 'verdict':
      return phraseVerdict(result, query, desk);
    case 'differences':
      return phraseDifferences(result, desk);
  }
};

/** Returns the answer for what a query about sets came to: its first line says how it was read, or answers it. */
export const phraseSets = (result: SetResult, desk: Desk, query: Query): Draft =>
  outsideDraft(result, query, desk) ?? withPeriod(phrased(result, desk, query), query, desk);
