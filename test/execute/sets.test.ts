import type { Test } from '../../src/values.ts';
import { ALL, actions, all, has, is, MEMBERS, not, query, task, where } from './sets-desk.ts';
import { checkAll, claim, claims, count, from, named, placed, type Row, some, UNITS, who } from './sets-rows.ts';

const SUPPORT_ONLY: Test = all(count('supporting', '≥', 1), not(count('responsible', '≥', 1)));

const OTHERS: readonly Row[] = [
  {
    ask: '哪些单位只支持不负责',
    query: query(where(SUPPORT_ONLY, UNITS)),
    holds: ['共9个', '市委宣传部：第16、17、18项', '秦农银行：第37项'],
  },
  {
    ask: '负责超过10项的单位',
    query: query(where(count('responsible', '>', 10), UNITS)),
    says: '负责的任务超过10项的单位共1个：',
    holds: ['市金融工作局（56项）'],
  },
  {
    ask: '一共多少个责任单位',
    query: query(where(count('responsible', '≥', 1), UNITS), { ask: 'count' }),
    says: '计划列名的责任单位共29个',
  },
  { ask: '哪些开发区有任务', query: query({ set: 'all', type: 'unit', sort: '开发区' }), says: '开发区共6个：' },
  {
    ask: '科技金融行动的责任单位',
    query: query({ set: 'image', of: actions(3), type: 'unit', role: 'responsible' }),
    holds: ['共7个', '市教育局：第12项'],
    tasks: from(10, 15),
  },
  {
    ask: '第21项谁负责',
    query: query(task(21), who('responsible')),
    says: '责任单位：市金融工作局、高新区、市发改委',
    holds: ['21. 推动设立天然气交易中心', '市委”，与正文不一致'],
    tasks: [21],
  },
  {
    ask: '第21项谁牵头',
    query: query(task(21), { ask: 'units', roles: ['responsible'], lead: true }),
    holds: ['没有写牵头单位；责任单位里排在第一位的是市金融工作局'],
  },
  {
    ask: '第21、22、23项谁负责',
    query: query(task(21, 22, 23), who('responsible')),
    tasks: [21, 22, 23],
    holds: ['22. ', '23. ', '国际港务区、市金融工作局'],
  },
  {
    ask: '第2项谁支持',
    query: query(task(2), who('supporting')),
    holds: ['支持单位：省地方金融监管局、陕西银保监局、陕西证监局、人行西安分行营管部'],
  },
  {
    ask: '除市金融工作局外第2项谁负责',
    query: query({ set: 'without', left: task(2), right: named('市金融工作局') }, who('responsible')),
    holds: ['责任单位：西咸新区、各区县、各开发区'],
  },
  {
    ask: '附件里第21项谁负责',
    query: query(task(21), { ask: 'units', roles: ['responsible'], lead: false, part: 'annex' }),
    holds: ['附件所列责任单位：市金融工作局、高新区、市委'],
  },
  {
    ask: '57项任务分别是谁负责',
    query: query(ALL, { ask: 'group', by: 'task', show: 'units' }),
    says: '57项任务的责任单位：',
    tasks: from(1, 57),
    holds: ['45. 全面落实社会信用体系建设：市工信局', '57. '],
  },
  {
    ask: '15个行动分别有几项任务',
    query: query(ALL, { ask: 'group', by: 'action', show: 'count' }),
    holds: ['3. 科技金融催化行动：6项', '7. 物流金融拓展行动：2项'],
  },
  {
    ask: '每个单位各有多少项',
    query: query(ALL, { ask: 'group', by: 'unit', show: 'count' }),
    holds: ['市金融工作局：56项', '秦农银行：1项'],
  },
  {
    ask: '市教育局、市人社局、市住建局各负责几项',
    query: query(where(has('responsible', '市教育局', '市人社局', '市住建局')), {
      ask: 'group',
      by: 'unit',
      show: 'count',
      units: ['市教育局', '市人社局', '市住建局'],
    }),
    tasks: [12, 39, 40, 41, 42, 57],
    holds: ['市教育局负责：4项（第12、39、42、57项）', '市住建局负责：1项'],
  },
  {
    ask: '组织部和宣传部各支持哪几项',
    query: query(where(has('supporting', '市委组织部', '市委宣传部')), {
      ask: 'group',
      by: 'unit',
      show: 'members',
      units: ['市委组织部', '市委宣传部'],
    }),
    tasks: [16, 17, 18, 39, 40, 41, 42],
  },
  {
    ask: '各行动的牵头单位',
    query: query(ALL, { ask: 'group', by: 'action', role: 'responsible', show: 'units', lead: true }),
    holds: ['7. 物流金融拓展行动：国际港务区（第27、28项）', '没有写牵头单位'],
  },
  {
    ask: '高新区的任务按行动分',
    query: query(where(has('responsible', '高新区')), { ask: 'group', by: 'action', show: 'members' }),
    holds: ['3. 科技金融催化行动（3项）', '其余9个行动没有'],
  },
  {
    ask: '哪个行动任务最多、哪个最少',
    query: query({ set: 'all', type: 'action' }, { ask: 'extreme', role: 'any', least: false, both: true }),
    holds: ['最多的是科技金融催化行动，6项', '最少的是物流金融拓展行动，2项'],
  },
  {
    ask: '哪个行动里高新区负责的最多',
    query: query(
      { set: 'image', of: where(has('responsible', '高新区')), type: 'action' },
      { ask: 'extreme', role: 'any', least: false },
    ),
    says: '高新区负责的任务最多的是科技金融催化行动（第10、11、15项）、跨境金融融通行动（第29、30、31项），3项',
    tasks: [10, 11, 15, 29, 30, 31],
  },
  {
    ask: '负责最多的单位',
    query: query(UNITS, { ask: 'extreme', role: 'responsible', least: false }),
    says: '作为责任单位的任务最多的是市金融工作局，56项',
  },
  {
    ask: '除市金融工作局谁负责的最多',
    query: query(
      { set: 'without', left: UNITS, right: named('市金融工作局') },
      { ask: 'extreme', role: 'responsible', least: false },
    ),
    says: '除市金融工作局外，作为责任单位的任务最多的是高新区，10项',
  },
  {
    ask: '责任单位最多的任务',
    query: query(ALL, { ask: 'extreme', role: 'responsible', least: false }),
    tasks: [4, 29, 30, 31, 38],
  },
  {
    ask: '绿色金融行动里责任单位最多的',
    query: query(actions(6), { ask: 'extreme', role: 'responsible', least: false }),
    tasks: [25],
  },
  {
    ask: '差异总表',
    query: query(ALL, { ask: 'differences', what: 'any' }),
    says: '正文与附件不一致的任务共38项：所列单位不同8项、单位印法不同13项、任务名称不同23项。',
  },
  {
    ask: '单位差异',
    query: query(ALL, { ask: 'differences', what: 'units' }),
    holds: ['第2、3、4、23、30、31、47、48项'],
  },
  {
    ask: '第13项一样吗',
    query: query(task(13), { ask: 'differences', what: 'any' }),
    says: '第13项“建立科技金融风险补偿机制”：正文与附件一致（比对了责任单位、支持单位、任务名称、数字）。',
    tasks: [13],
  },
  {
    ask: '第15项名字一样吗',
    query: query(task(15), { ask: 'differences', what: 'title' }),
    holds: ['科技金融发展指数', '科技发展金融指数'],
    tasks: [15],
  },
  {
    ask: '第31项单位一样吗',
    query: query(task(31), { ask: 'differences', what: 'units' }),
    holds: ['国际港务区（仅正文列出）'],
    tasks: [31],
  },
  {
    ask: '市商务局是第21项的责任单位吗',
    query: query(task(21), who('responsible'), claim(has('responsible', '市商务局'))),
    says: '不是。市商务局既不是',
    verdict: false,
    tasks: [21],
  },
  {
    ask: '高新区是第21项的责任单位吗',
    query: query(task(21), who('responsible'), claim(has('responsible', '高新区'))),
    says: '是。高新区是责任单位之一',
    verdict: true,
  },
  {
    ask: '证监局负责第22项吗',
    query: query(task(22), who('responsible'), claim(has('responsible', '陕西证监局'))),
    says: '不是。陕西证监局是支持单位，不是责任单位。',
    verdict: false,
  },
  {
    ask: '高新区不负责第21项吧',
    query: query(task(21), who('responsible'), claim(not(has('responsible', '高新区')))),
    says: '不是。高新区是这项任务的责任单位。',
    verdict: false,
  },
  {
    ask: '市外办不负责第21项吧',
    query: query(task(21), who('responsible'), claim(not(has('responsible', '市外办')))),
    says: '是。市外办不是这项任务的责任单位。',
    verdict: true,
  },
  {
    ask: '高新区负责第1项吗',
    query: query(task(1), who('responsible'), claim(has('responsible', '高新区'))),
    says: '高新区没有单独列名，经“各开发区”列为责任单位。',
  },
  {
    ask: '第45项只有市工信局负责吗',
    query: query(task(45), who('responsible'), claim(placed('only', 'responsible', '市工信局'))),
    says: '是。第45项',
    verdict: true,
  },
  {
    ask: '市金融局是不是57项全都负责',
    query: query(ALL, who('responsible'), claim(has('responsible', '市金融工作局'))),
    says: '不是。57项里',
    verdict: false,
    holds: ['56项', '45. 全面落实社会信用体系建设'],
  },
  {
    ask: '跨境金融三项高新区都负责吗',
    query: query(actions(8), who('responsible'), claim(has('responsible', '高新区'))),
    says: '是。3项全部是',
    verdict: true,
  },
  {
    ask: '跨境金融里有经开区不参加的吗',
    query: query(where(not(has('any', '经开区')), actions(8)), MEMBERS, some),
    says: '没有。',
    verdict: false,
    tasks: [],
  },
  {
    ask: '市教育局有任务吗',
    query: query(where(has('responsible', '市教育局')), MEMBERS, some),
    says: '有。市教育局负责的任务共4项：',
    verdict: true,
    tasks: [12, 39, 42, 57],
  },
  {
    ask: '有16个行动吗',
    query: query({ set: 'all', type: 'action' }, { ask: 'count' }, claims({ claim: 'count', is: is('=', 16) })),
    says: '不是。计划的行动共15个：',
    verdict: false,
  },
  {
    ask: '有57项任务吧',
    query: query(ALL, { ask: 'count' }, claims({ claim: 'count', is: is('=', 57) })),
    says: '是。计划的任务共57项：',
    verdict: true,
  },
  {
    ask: '指标在500亿到1200亿之间的',
    query: query(
      {
        set: 'where',
        of: { set: 'all', type: 'indicator' },
        test: {
          test: 'figure',
          figure: 'money',
          is: { value: 5e10, to: 1.2e11, unit: 'money', measure: '亿', relation: '=' },
          years: [2022],
        },
      },
      MEMBERS,
      { years: [2022] },
    ),
    says: '2022年在500亿到1200亿之间的指标共2个：',
    holds: ['2022年1150亿元', '2022年660亿元'],
  },
  { ask: '有哪些指标', query: query({ set: 'all', type: 'indicator' }), says: '计划的指标共7个：' },
  {
    ask: '实施保障几条',
    query: query({ set: 'all', type: 'safeguard' }, { ask: 'count' }),
    says: '计划的实施保障共5条：',
  },
];

checkAll('units, groups, rankings, differences, verdicts', OTHERS);
