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
    '绿色产业融资渠道 支持单位',
    '大商道那条谁给支持',
    '科创板上市，哪家单位协助',
    '供应链金融省里驻陕的哪些单位支持',
    '文旅企业上市的支持部门是哪个',
    '跨境双向投融资哪家银行支持',
    '请教一下，政府基金引导这条由谁配合？',
    '类金融监管系统支持单位有几家',
    '扶贫小额贷打下手的是谁',
    '宣传推广金融中心，哪个单位来支持',
    'Which unit supports green insurance?',
    '三（一）2（3）的支持单位',
    '品牌建设支持单位名单',
    '小微企业融资难那条是谁配合办',
    '信托银行做大做强，支持单位麻烦列一下',
  ],
  others: [
    '陕西证监局支持哪些任务',
    '没有支持单位的任务有哪些',
    '天然气交易中心谁负责',
    '市外办是宣传推广的支持单位吗',
  ],
  find: (query, desk) => (asks(query, 'support') ? tasksForUnits(query, desk) : undefined),
  phrase: (tasks, desk, query) => assignmentDraft(tasks, 'supporting', desk, query),
});
