import { describe, expect, it } from 'vitest';
import { ALL, actions, all, answered, any, every, has, is, MEMBERS, not, query, where } from './sets-desk.ts';
import { checkAll, count, except, from, money, named, placed, type Row, some } from './sets-rows.ts';

const LISTS: readonly Row[] = [
  {
    ask: '高新区负责哪些任务',
    query: query(where(has('responsible', '高新区'))),
    says: '高新区负责的任务共10项：',
    tasks: [9, 10, 11, 15, 21, 29, 30, 31, 44, 50],
    holds: ['另有9项以“各开发区”为责任单位'],
  },
  {
    ask: '市商务局负责哪几项',
    query: query(where(has('responsible', '市商务局'))),
    says: '市商务局负责的任务共2项：',
    tasks: [25, 55],
  },
  {
    ask: '曲江新区负责哪些',
    query: query(where(has('responsible', '曲江新区'))),
    says: '曲江新区负责的任务共2项：',
    tasks: [18, 57],
  },
  {
    ask: '国际港务区负责哪些',
    query: query(where(has('responsible', '国际港务区'))),
    says: '国际港务区负责的任务共7项：',
    tasks: [22, 27, 28, 29, 30, 31, 53],
    holds: ['30. 拓宽跨境双向投融资渠道（仅正文列出）'],
  },
  {
    ask: '浐灞生态区负责哪些',
    query: query(where(has('responsible', '浐灞生态区'))),
    says: '浐灞生态区负责的任务共8项：',
    tasks: [23, 25, 26, 29, 30, 31, 51, 53],
    holds: ['产灞生态区', '灞桥生态区', '23. 拓展绿色产业融资渠道（仅正文列出）'],
  },
  {
    ask: '高新区负责、市财政局不负责',
    query: query(where(all(has('responsible', '高新区'), not(has('responsible', '市财政局'))))),
    says: '高新区负责、市财政局不负责的任务共8项：',
    tasks: [10, 15, 21, 29, 30, 31, 44, 50],
  },
  {
    ask: '不由市金融工作局负责',
    query: query(where(not(has('responsible', '市金融工作局')))),
    says: '市金融工作局不负责的任务共1项：',
    tasks: [45],
  },
  {
    ask: '高新区不负责的',
    query: query(where(not(has('responsible', '高新区')))),
    says: '责任单位中没有列名高新区的任务共47项：',
    tasks: except(9, 10, 11, 15, 21, 29, 30, 31, 44, 50),
    holds: ['其中9项列有“各开发区”'],
  },
  {
    ask: '高新区、曲江新区都不参与的',
    query: query(where(not(has('any', '高新区', '曲江新区'))), { ask: 'count' }),
    says: '高新区、曲江新区都不参与的任务共45项：',
    tasks: except(9, 10, 11, 15, 18, 21, 29, 30, 31, 44, 50, 57),
  },
  {
    ask: '市科技局和市财政局共同负责',
    query: query(where(every('responsible', '市科技局', '市财政局'))),
    says: '市科技局、市财政局都负责的任务共3项：',
    tasks: [11, 12, 13],
  },
  {
    ask: '市科技局或市教育局负责',
    query: query(where(has('responsible', '市科技局', '市教育局'))),
    says: '市科技局或市教育局负责的任务共10项：',
    tasks: [5, 10, 11, 12, 13, 14, 39, 40, 42, 57],
  },
  {
    ask: '高新区负责且银保监局支持',
    query: query(where(all(has('responsible', '高新区'), has('supporting', '陕西银保监局')))),
    says: '高新区负责、陕西银保监局支持的任务共1项：',
    tasks: [11],
  },
  {
    ask: '证监局支持、银保监局不支持',
    query: query(where(all(has('supporting', '陕西证监局'), not(has('supporting', '陕西银保监局'))))),
    tasks: [5, 6, 7, 8, 17, 18, 20, 21, 22, 26],
  },
  {
    ask: '科技金融行动里市财政局没份的',
    query: query(where(not(has('any', '市财政局')), actions(3))),
    says: '科技金融催化行动里市财政局不参与的任务共3项：',
    tasks: [10, 14, 15],
  },
  {
    ask: '跨境金融里经开区不参加的',
    query: query(where(not(has('any', '经开区')), actions(8))),
    says: '跨境金融融通行动里经开区不参与的任务：一项也没有。',
    tasks: [],
    holds: ['第29、30、31项'],
  },
  {
    ask: '农村金融振兴行动有哪些任务',
    query: query(actions(10)),
    says: '农村金融振兴行动的任务共4项：',
    tasks: [35, 36, 37, 38],
  },
  {
    ask: '绿色金融行动去掉浐灞的',
    query: query({ set: 'without', left: actions(6), right: named('浐灞生态区') }),
    tasks: [24],
  },
  {
    ask: '国际港务区的里面浐灞也参加的',
    query: query(where(has('any', '浐灞生态区'), where(has('responsible', '国际港务区')))),
    tasks: [29, 30, 31, 53],
  },
  {
    ask: '高新区第一责任的',
    query: query(where(placed('first', 'responsible', '高新区'))),
    says: '高新区在责任单位中排第一的任务共4项：',
    tasks: [9, 10, 11, 50],
    holds: ['计划没有写牵头单位'],
  },
  {
    ask: '排第一的不是市金融工作局',
    query: query(where(not(placed('first', 'responsible', '市金融工作局')))),
    tasks: [4, 9, 10, 11, 12, 13, 14, 19, 22, 23, 25, 26, 27, 28, 45, 50, 51, 52, 53],
  },
  {
    ask: '只有陕西证监局一家支持',
    query: query(where(placed('only', 'supporting', '陕西证监局'))),
    says: '只有陕西证监局支持的任务共7项：',
    tasks: [5, 6, 7, 8, 20, 22, 26],
  },
  {
    ask: '只有市工信局负责',
    query: query(where(placed('only', 'responsible', '市工信局'))),
    says: '只有市工信局负责的任务共1项：',
    tasks: [45],
  },
  {
    ask: '没有支持单位的',
    query: query(where(not(count('supporting', '≥', 1)))),
    says: '没有支持单位的任务共19项：',
    tasks: [4, 9, 10, 12, 13, 14, 15, 19, 28, 43, 44, 45, 49, 50, 51, 52, 53, 55, 57],
  },
  {
    ask: '责任单位超过4个',
    query: query(where(count('responsible', '>', 4))),
    says: '责任单位超过4个的任务共5项：',
    tasks: [4, 29, 30, 31, 38],
    holds: ['（5个）'],
  },
  { ask: '三个以上支持单位', query: query(where(count('supporting', '≥', 3))), tasks: [1, 2, 3, 23, 46, 47, 48, 54] },
  {
    ask: '三年目标一字不差',
    query: query(where({ test: 'same', years: [] })),
    says: '各年目标文字相同的任务共7项：',
    tasks: [7, 20, 33, 35, 39, 41, 45],
  },
  {
    ask: '提到行业',
    query: query(where({ test: 'mentions', words: '行业' })),
    says: '写到“行业”的任务共7项：',
    tasks: [4, 5, 6, 18, 20, 48, 49],
    holds: ['另有8项只在更长的词里带有“行业”'],
  },
  {
    ask: '提到外资',
    query: query(where({ test: 'mentions', words: '外资' })),
    says: '写到“外资”的任务共1项：',
    tasks: [1],
  },
  {
    ask: '提到期货',
    query: query(where({ test: 'mentions', words: '期货' })),
    says: '写到“期货”的任务共3项：',
    tasks: [20, 22, 27],
  },
  {
    ask: '金额超过一百亿',
    query: query(where(money('>', 100))),
    says: '金额超过100亿元的任务共8项：',
    tasks: [4, 6, 8, 10, 29, 30, 31, 38],
    holds: ['不低于 300 亿元', '超百亿元', '100 亿元以上'],
  },
  { ask: '金额超过两千亿', query: query(where(money('>', 2000))), tasks: [6, 29, 31] },
  {
    ask: '附件里金额50亿以上',
    query: query(where(money('≥', 50, { part: 'annex' }))),
    says: '附件里金额不少于50亿元的任务共5项：',
    tasks: [8, 10, 29, 30, 31],
  },
  {
    ask: '附件2022年写了金额',
    query: query(where({ test: 'figure', figure: 'money', years: [2022], part: 'annex' }), MEMBERS, { years: [2022] }),
    tasks: [9, 10, 11, 16, 29, 30, 31],
    holds: ['股权投资金额超过35亿元'],
  },
  {
    ask: '超过1000家',
    query: query(
      where({ test: 'figure', figure: 'count', measure: '家', is: is('>', 1000, 'count', '家'), years: [] }),
    ),
    tasks: [11],
  },
  {
    ask: '不少于5次',
    query: query(where({ test: 'figure', figure: 'times', measure: '次', is: is('≥', 5, 'times', '次'), years: [] })),
    tasks: [33, 41],
  },
  {
    ask: '写了百分比',
    query: query(where({ test: 'figure', figure: 'percent', years: [] })),
    tasks: [16, 37],
    holds: ['20%以上', '80%'],
  },
  {
    ask: '写了日期',
    query: query(where({ test: 'figure', figure: 'date', years: [] })),
    tasks: [19, 47],
    holds: ['3月30日前'],
  },
  {
    ask: '2022年家数是2020年两倍',
    query: query(where({ test: 'moves', years: [2020, 2022], by: 2, measure: '家' })),
    says: '2022年的以“家”计的数是2020年的2倍的任务共3项：',
    tasks: [6, 14, 52],
  },
  {
    ask: '责任单位正文附件不一样',
    query: query(where({ test: 'differs', what: 'units', role: 'responsible' })),
    says: '责任单位正文与附件不一致的任务共11项：',
    tasks: [2, 4, 21, 23, 25, 26, 30, 31, 34, 35, 53],
    holds: ['所列单位不同的4项', '附件印法不同的7项', '国际港务区（仅正文列出）'],
  },
  {
    ask: '附件责任单位比正文少',
    query: query(where({ test: 'differs', what: 'units', role: 'responsible', lacks: 'annex' })),
    tasks: [4, 23, 30, 31],
    holds: ['另有第2、21、25、26、34、35、53项'],
  },
  {
    ask: '正文列了国际港务区附件没有',
    query: query(where({ test: 'differs', what: 'units', lacks: 'annex', units: ['国际港务区'] })),
    says: '正文列了国际港务区、附件没有列的任务共2项：',
    tasks: [30, 31],
  },
  {
    ask: '支持单位附件漏了陕西证监局',
    query: query(where({ test: 'differs', what: 'units', lacks: 'annex', units: ['陕西证监局'] })),
    tasks: [2, 3, 47, 48],
  },
  {
    ask: '名称不一致',
    query: query(where({ test: 'differs', what: 'title' })),
    says: '任务名称正文与附件不一致的任务共23项：',
  },
  { ask: '前五项', query: query({ set: 'pick', of: ALL, positions: [1, 2, 3, 4, 5] }), tasks: [1, 2, 3, 4, 5] },
  { ask: '最后一项、倒数第二项', query: query({ set: 'pick', of: ALL, positions: [-1, -2] }), tasks: [57, 56] },
  {
    ask: '前两个行动的任务',
    query: query(
      { set: 'image', of: { set: 'pick', of: { set: 'all', type: 'action' }, positions: [1, 2] }, type: 'task' },
      { ask: 'count' },
    ),
    tasks: from(1, 9),
  },
  { ask: '列出全部任务', query: query(ALL), says: '计划的任务共57项：', tasks: from(1, 57) },
  {
    ask: '曲江和新城的',
    query: query({
      set: 'either',
      left: where(has('responsible', '曲江新区')),
      right: where(has('responsible', '新城区')),
    }),
    tasks: [18, 48, 49, 53, 57],
  },
  {
    ask: '高新区2021年',
    query: query(where(has('responsible', '高新区')), MEMBERS, { years: [2021] }),
    tasks: [9, 10, 11, 15, 21, 29, 30, 31, 44, 50],
    holds: ['2021年：推动股权投资机构登记注册便利化', '贷款金额29亿元'],
  },
  {
    ask: '高新区2022年、2024年',
    query: query(where(has('responsible', '高新区')), MEMBERS, { years: [2022, 2024] }),
    tasks: [9, 10, 11, 15, 21, 29, 30, 31, 44, 50],
    holds: ['2024年不在计划期', '2022年：'],
  },
  {
    ask: '碑林区负责哪些',
    query: query(where(has('responsible', '碑林区'))),
    says: '计划没有单独列出碑林区。以“各区县”为责任单位的任务共9项：',
    tasks: [1, 2, 4, 5, 6, 7, 8, 14, 34],
  },
  {
    ask: '新城区的里哪项有支持单位',
    query: query(where(count('supporting', '≥', 1), where(has('responsible', '新城区')))),
    tasks: [48],
  },
  {
    ask: '任一：首位高新区或只有工信局',
    query: query(where(any(placed('first', 'responsible', '高新区'), placed('only', 'responsible', '市工信局')))),
    tasks: [9, 10, 11, 45, 50],
  },
];

checkAll('lists of tasks', LISTS);

describe('a year that the plan does not cover', () => {
  const years = { years: [2024] };
  it.each([
    ['高新区2024年负责哪些', query(where(has('responsible', '高新区')), MEMBERS, years)],
    ['2024年高新区有任务吗', query(where(has('responsible', '高新区')), MEMBERS, { ...years, ...some })],
    ['2024年各行动几项', query(ALL, { ask: 'group', by: 'action', show: 'count' }, years)],
  ] as const)('%s is refused, with the period of the plan', (_, asked) => {
    const { answer } = answered(asked) ?? {};
    expect(answer?.status).toBe('not_found');
    expect(answer?.text).toBe('2024年不在计划期（2020—2022年）内，计划没有写。');
    expect(answer?.tasks).toEqual([]);
    expect(answer?.verdict).toBeUndefined();
  });
});
