import { assignmentDraft } from './assignment.ts';
import { kind } from './kind.ts';
import { asks, tasksForUnits } from './subject.ts';

/** Who is responsible for a task. */
export const responsible = kind({
  name: 'responsible',
  examples: [
    '天然气交易中心由哪个单位负责？',
    '供应链金融归谁管',
    '绿色保险制度是哪几家在负责',
    '“诚信西商”评选谁来组织',
    '第33项的责任单位',
    '能源金融贸易区建设落到哪些部门头上',
    '创投之都谁牵头',
    '谁负责建设金融信用信息大数据平台？',
  ],
  find: (query, desk) => (asks(query, 'who', 'lead') ? tasksForUnits(query, desk) : undefined),
  phrase: (tasks, desk, query) => assignmentDraft(tasks, 'responsible', desk, query),
});
