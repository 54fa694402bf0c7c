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
    '麻烦问下，文化产权交易服务体系这块是哪家在抓',
    '农户信用等级评价 责任单位',
    '博士后流动站的事儿找谁',
    '@问计 跨境人民币结算谁管呀🙏',
    '科创板上市这摊子事归口哪里',
    '养牛养羊的圈舍能抵押贷款，这事谁在推',
    'POS机进乡镇是哪些单位的活',
    'who runs the venture capital hub',
    '信用画像由哪些单位开发',
    '飞机租赁落地谁盯着',
    '金融仲裁院调解纠纷这条，主管部门是哪个',
    '三（七）2（2）归谁负责',
  ],
  others: ['高新区负责哪些任务', '天然气交易中心的支持单位是谁', '整个计划由谁牵头', '市统计局负责什么'],
  find: (query, desk) => (asks(query, 'who', 'lead') ? tasksForUnits(query, desk) : undefined),
  phrase: (tasks, desk, query) => assignmentDraft(tasks, 'responsible', desk, query),
});
