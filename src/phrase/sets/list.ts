import type { Draft } from '../../answer/draft.ts';
import type { SetList } from '../../execute/sets/result.ts';
import type { ListFrame } from './frame.ts';
import { phraseTasks } from './tasks.ts';
import { phraseThings } from './things.ts';
import { phraseUnits } from './units.ts';

/** Returns the answer that lists the members of a set. */
export const phraseList = (list: SetList, frame: ListFrame): Draft => {
  switch (list.shape) {
    case 'tasks':
      return phraseTasks(list, frame);
    case 'units':
      return phraseUnits(list, frame);
    case 'things':
      return phraseThings(list, frame);
  }
};
