import { hasRow } from '../../plan/pair.ts';
import type { Query } from '../../values.ts';
import type { Ground } from '../ground.ts';
import { askedOf, assignments } from './assignments.ts';
import { differences } from './differences.ts';
import { lists } from './execute-lists.ts';
import { groups } from './groups.ts';
import { ranking } from './ranking.ts';
import type { SetResult } from './result.ts';
import { verdict } from './verdicts.ts';

export { membersOf } from './members.ts';
export { passes } from './tests.ts';

/** Returns what a query about a set comes to; undefined when its first ask is of another kind, or has nothing to ask. */
export const executeSets = (query: Query, ground: Ground): SetResult | undefined => {
  const claimed = verdict(query, ground);
  if (claimed) return claimed;
  const [ask] = query.asks;
  switch (ask.ask) {
    case 'members':
    case 'count':
      return lists(query.of, ground);
    case 'units':
      return assignments(query.of, askedOf(ask, query), ground);
    case 'group': {
      const { by } = ask;
      if (by !== 'task') return groups(query.of, { ...ask, by }, ground);
      const roles = ask.role === 'any' ? (['responsible', 'supporting'] as const) : [ask.role ?? 'responsible'];
      return assignments(query.of, { roles, lead: false, part: undefined, table: true }, ground);
    }
    case 'extreme':
      return ranking(query.of, ask, ground);
    case 'differences':
      return ground.library.plan.tasks.some(hasRow) ? differences(query.of, ask, ground) : undefined;
    case 'content':
    case 'original':
    case 'sources':
    case 'targets':
    case 'goal':
    case 'value':
    case 'when':
    case 'reckon':
    case 'document':
    case 'definition':
    case 'summary':
      return undefined;
  }
};
