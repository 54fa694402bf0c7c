import { type Build, made, query } from '../assembled.ts';
import { confirms, has, hasWords, headOf, indicatorsNamed, tasksNamed } from '../said.ts';
import { ground } from '../sets.ts';
import { testOf } from '../tests.ts';

/** 市金融局是不是57项全都负责: said of every task that is looked at. */
export const universal: Build = (parts) => {
  if (!confirms(parts) || !has(parts, 'all') || hasWords(parts) || tasksNamed(parts) || indicatorsNamed(parts))
    return undefined;
  const tests = parts.clauses.filter(({ units }) => units.length > 0);
  if (tests.length === 0 || headOf(parts)?.type !== 'task') return undefined;
  return made(
    'universal',
    query(
      parts,
      ground(parts),
      [{ ask: 'members' }],
      tests.map((clause) => ({ claim: 'test', test: testOf(clause) })),
    ),
    ['clauses', 'heads', 'wanted', 'refs', 'years'],
    ['all', 'not', 'each', 'only', 'total'],
  );
};
