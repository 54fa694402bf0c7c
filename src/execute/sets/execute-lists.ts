import { typeOf } from '../../library/sets-in.ts';
import type { SetOf } from '../../values.ts';
import type { Ground } from '../ground.ts';
import { taskList, thingList, unitList } from './lists.ts';
import { membersOf } from './members.ts';
import type { SetList } from './result.ts';

/** Returns the members of a set as a list of their type; undefined for the plan itself and for unresolved words. */
export const lists = (set: SetOf, ground: Ground): SetList | undefined => {
  const type = typeOf(set) ?? membersOf(set, ground)[0]?.type;
  switch (type) {
    case 'task':
      return taskList(set, ground);
    case 'unit':
      return unitList(set, ground);
    case 'action':
    case 'indicator':
    case 'goal':
    case 'safeguard':
    case 'clause':
      return thingList(set, type, ground);
    case 'plan':
    case undefined:
      return undefined;
  }
};
