import { describe, expect, it } from 'vitest';
import { membersOf } from '../../src/execute/sets/sets.ts';
import { describeQuery } from '../../src/phrase/describe.ts';
import type { Ask, Claim, Query, SetOf, Test } from '../../src/values.ts';
import {
  ALL,
  actions,
  all,
  answered,
  any,
  deskIn,
  every,
  ground,
  has,
  is,
  MEMBERS,
  not,
  plan,
  query,
  task,
  where,
} from './sets-desk.ts';

/** A query, as a person would ask it, and what the plan says. */
interface Row {
  readonly ask: string;
  readonly query: Query;
  /** How the first line begins. */
  readonly says?: string;
  readonly tasks?: readonly number[];
  readonly holds?: readonly string[];
  readonly verdict?: boolean;
}

const from = (first: number, last: number): readonly number[] =>
  Array.from({ length: last - first + 1 }, (_, at) => first + at);
const except = (...left: readonly number[]): readonly number[] => from(1, 57).filter((one) => !left.includes(one));

const UNITS: SetOf = { set: 'all', type: 'unit' };
const named = (...units: readonly string[]): SetOf => ({
  set: 'named',
  refs: units.map((id) => ({ type: 'unit', id })),
});
const placed = (place: 'first' | 'only', role: 'responsible' | 'supporting', unit: string): Test => ({
  test: 'has',
  role,
  units: [unit],
  every: false,
  place,
});
const count = (
  role: 'responsible' | 'supporting' | 'any',
  relation: '=' | '≥' | '>' | '≤' | '<',
  value: number,
): Test => ({
  test: 'count',
  role,
  is: is(relation, value),
});
const money = (
  relation: '≥' | '>',
  value: number,
  more: { years?: readonly number[]; part?: 'body' | 'annex' } = {},
): Test => ({
  test: 'figure',
  figure: 'money',
  is: is(relation, value * 1e8, 'money', '亿元'),
  years: more.years ?? [],
  ...(more.part && { part: more.part }),
});
const who = (...roles: readonly ('responsible' | 'supporting')[]): Ask => ({ ask: 'units', roles, lead: false });
const claims = (...of: readonly Claim[]): Partial<Query> => ({ confirm: true, claims: of });
const claim = (test: Test): Partial<Query> => claims({ claim: 'test', test });
const some = claims({ claim: 'exists' });

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

const check = ({ query: asked, says, tasks, holds = [], verdict }: Row): void => {
  const got = answered(asked);
  expect(got?.faults).toEqual([]);
  if (says !== undefined) expect(got?.draft.lines[0]?.slice(0, says.length)).toBe(says);
  if (tasks) expect(got?.draft.tasks).toEqual(tasks);
  for (const words of holds) expect(got?.answer.text).toContain(words);
  expect(got?.draft.verdict).toBe(verdict);
  expect(got?.answer.citations.length).toBeGreaterThan(0);
  expect(got?.answer.text.length).toBeLessThanOrEqual(4000);
};

describe('lists of tasks', () => {
  for (const row of LISTS) it(row.ask, () => check(row));
});

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

describe('units, groups, rankings, differences, verdicts', () => {
  for (const row of OTHERS) it(row.ask, () => check(row));
});

describe('the same in English and in traditional characters is borne out too', () => {
  for (const row of [...LISTS, ...OTHERS])
    it(row.ask, () => {
      for (const language of ['en', 'zh-Hant'] as const) {
        const got = answered(row.query, language);
        expect(got?.faults).toEqual([]);
        if (row.tasks) expect(got?.draft.tasks).toEqual(row.tasks);
      }
    });
});

describe('a query said back', () => {
  it('names the set, the conditions and what is asked', () => {
    const said = (asked: Query): string => describeQuery(asked, deskIn('zh-Hans'));
    expect(said(query(where(all(has('responsible', '高新区'), not(has('responsible', '市财政局'))))))).toBe(
      '高新区负责、市财政局不负责的任务：有哪些',
    );
    expect(said(query(where(count('supporting', '=', 0)), { ask: 'count' }))).toBe('没有支持单位的任务：共有几项');
    expect(said(query(task(1), who('responsible'), claim(has('responsible', '高新区'))))).toContain('是否高新区负责');
  });
  it('words that the plan nowhere has are not found', () => {
    expect(answered(query(where({ test: 'mentions', words: '元宇宙' })))?.draft.status).toBe('not_found');
  });
  it('words that nothing resolved have no members', () => {
    expect(membersOf({ set: 'about', words: '天然气' }, ground)).toEqual([]);
    expect(plan.tasks.length).toBe(57);
  });
});
