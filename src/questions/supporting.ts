import { assignmentDraft } from './assignment.ts';
import { kind } from './kind.ts';
import { asks, tasksForUnits } from './subject.ts';

/** Who supports a task. */
export const supporting = kind({
  name: 'supporting',
  examples: [
    '天然气交易中心的支持单位是谁？',
    '农户信用评级哪些部门配合',
    '国际金融会议有没有支持单位',
    '金融人才引进由哪个单位支持',
    '第46项的支持单位有哪几家',
  ],
  find: (query, desk) => (asks(query, 'support') ? tasksForUnits(query, desk) : undefined),
  phrase: (tasks, desk, query) => assignmentDraft(tasks, 'supporting', desk, query),
});
