import type { Query, Role } from '../values.ts';
import type { ComposeContent } from './content.ts';
import type { Parts } from './parts.ts';
import { has } from './said.ts';
import { ALL_TASKS } from './sets.ts';

/** The role that the question before was about. */
const roleBefore = ({ asks: [ask], claims }: Query): Role | undefined => {
  const [claim] = claims;
  const claimed = claim?.claim === 'test' && 'role' in claim.test ? claim.test.role : undefined;
  if (claimed !== undefined && claimed !== 'any') return claimed;
  return ask.ask === 'units' ? ask.roles[0] : undefined;
};

/** Returns the query for 同一个行动里的另一项呢: the other tasks of the action of the task before, asked as it was. */
export const siblings = (parts: Parts, before: Query, { members }: ComposeContent): Query | undefined => {
  const { of } = before;
  const ofTask = of.set === 'named' && of.refs.length > 0 && of.refs.every(({ type }) => type === 'task');
  const inAction = parts.heads.some(({ type, wanted }) => type === 'action' && wanted === undefined);
  const others = has(parts, 'other', 'also') && (has(parts, 'same', 'in') || parts.before.size > 0);
  if (!ofTask || !inAction || !others) return undefined;
  const actions = members({ set: 'image', of, type: 'action' }).map(({ id }) => Number(id));
  const role = parts.roles[0]?.role ?? roleBefore(before);
  return {
    ...before,
    of: {
      set: 'without',
      left: { set: 'where', of: ALL_TASKS, test: { test: 'in', actions } },
      right: of,
    },
    asks: [role ? { ask: 'group', by: 'task', role, show: 'units' } : { ask: 'members' }],
    confirm: false,
    claims: [],
    words: '',
  };
};
