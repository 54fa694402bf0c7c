import { type Build, made, query } from '../assembled.ts';
import { conditions } from '../conditions.ts';
import { hasWords, headOf, indicatorsNamed, saysWords, tasksNamed } from '../said.ts';
import { ground, where, without } from '../sets.ts';

/** 高新区负责的任务在哪几个行动: the actions of tasks under conditions. */
export const actionSet: Build = (parts) => {
  const head = headOf(parts) ?? parts.heads.find(({ wanted }) => wanted !== undefined);
  const asked = parts.heads.find(({ type, wanted }) => type === 'action' && wanted !== undefined);
  if (!asked || parts.properties.includes('goal') || (head?.type === 'task' && head.wanted !== undefined))
    return undefined;
  const tests = conditions(parts);
  const worded = saysWords(parts);
  if (tests.length === 0 || (hasWords(parts) && !worded) || tasksNamed(parts) || indicatorsNamed(parts))
    return undefined;
  const of = without(where(ground(parts), tests), parts);
  const ask = asked.wanted === 'howMany' ? ({ ask: 'count' } as const) : ({ ask: 'members' } as const);
  return made(
    'action-set',
    query(parts, { set: 'image', of, type: 'action' }, [ask]),
    [
      ...(['clauses', 'heads', 'wanted', 'refs', 'excepted', 'figures', 'quantities', 'years'] as const),
      ...(['part', 'plan', 'roles'] as const),
      ...(worded ? (['words'] as const) : []),
    ],
    ['not', 'only', 'all', 'together', 'first', 'except', 'mention', 'uninvolved', 'each'],
  );
};
