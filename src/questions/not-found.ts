import { kind } from './kind.ts';
import { askedOf, refusal } from './refusal.ts';
import { asks } from './subject.ts';

/** A clause, item or action number that the plan does not have. */
export const missingClause = kind<string>({
  name: 'missing-clause',
  examples: [
    '第58项是什么',
    '三（十六）讲什么',
    '第16个行动的目标',
    '第六十项由谁负责',
    '四（六）写了什么',
    '三（五）2（7）是什么',
    '附件第99项',
    '第100项',
    '第二十个行动',
    '三（十）2（5）归谁',
    '行动目标第六条',
    '实施保障第七条',
    '绿色金融引领行动第五项任务',
    '第70项支持单位',
    'item 60',
  ],
  others: ['第57项是什么', '第15个行动的目标', '四（五）写了什么', '行动目标第五条', '第1项谁负责'],
  find: (query) => {
    const missing = query.clauses.find(({ exists }) => !exists);
    return missing && query.reading.mentions.find((mention) => mention.kind === 'clause' && !mention.exists)?.text;
  },
  phrase: (asked, desk, query) => refusal(desk.say('clauseMissing', { clause: asked }), query, desk),
});

/** What documents of this kind do not say: telephones, budgets, results, reasons. */
export const absent = kind<true>({
  name: 'absent',
  examples: [
    '市金融工作局的电话是多少',
    '2021年存款余额实际到了多少',
    '这个文件的解释权归谁',
    '局长是谁',
    '天然气交易中心预算多少',
    '为什么要设天然气交易中心',
    '谁来考核这些任务',
    '科创板2020年完成了吗',
    '哪些任务还没完成',
    '上市奖励多少钱',
    '贷款利率是多少',
    '陆港小镇投资多少',
    '高新区管委会地址',
    '怎么申请助农保',
    '汉诺威国际学校学费多少',
    '2021年第三季度目标',
    '金融业有多少人',
    '这个文件谁签发的',
    '公众号二维码',
    '进展情况怎么样',
    'what is the phone number of the finance bureau',
  ],
  others: [
    '天然气交易中心2021年目标是什么',
    '为什么让市外办牵头供应链金融',
    '2022年保费收入目标多少',
    '计划什么时候印发的',
  ],
  find: (query) => (asks(query, 'absent') ? true : undefined),
  phrase: (_, desk, query) => refusal(desk.say('notFound', { asked: askedOf(query, query.reading.text) }), query, desk),
});

/** Nothing else fitted: the plan does not say. */
export const notFound = kind<true>({
  name: 'not-found',
  examples: [
    '今天天气怎么样',
    '西安地铁几号线到机场',
    '公务员考试什么时候报名',
    '养老金涨不涨',
    '比特币能买吗',
    '红烧肉怎么做',
    '世界杯谁赢了',
    '食堂几点开饭',
    '房价会不会涨',
    '帮我写一首诗',
    '高铁票怎么买',
    '垃圾分类归谁管',
    '驾照怎么考',
    '元宇宙平台谁负责',
    '共享单车谁管',
    'P2P清退谁负责',
    'who won the world cup',
    '核酸检测在哪做',
    '怎么考驾照',
  ],
  others: ['贷款利率是多少', '市统计局负责哪些任务', '“三个经济”指的是什么', '2025年保费收入目标是多少'],
  find: () => true,
  phrase: (_, desk, query) => refusal(desk.say('notFound', { asked: askedOf(query) }), query, desk),
});
