import { describe, expect, it } from 'vitest';
import { BUILDS } from '../../src/compose/assemble.ts';
import { bot } from '../helper.ts';

/** What each production reads; the first candidate of each sentence must be its own. */
const SENTENCES: Readonly<Record<string, readonly string[]>> = {
  document: ['这份计划什么时候印发的', '文号是多少', '抄送给哪些单位', '这计划是2021年印发的？'],
  definition: ['一行两局是什么意思', '创投十条具体是哪十条', '“五个扎实”指的是什么'],
  misprinted: ['产灞生态区是哪里', '灞桥生态区是什么单位'],
  summary: ['这个计划讲了些什么', '概括一下这份计划'],
  fastest: ['哪个指标增长最快', '七个指标里增幅最小的是哪个'],
  extreme: [
    '任务最多的行动是哪个',
    '责任单位最多的是哪一项',
    '哪个单位负责的任务最多',
    '哪个行动里高新区负责的任务最多',
    '负责任务排第二的是哪个单位',
  ],
  largest: ['附件里金额最大的是哪项任务'],
  differences: ['第4项附件比正文少了谁', '正文和附件不一致的地方全部列出来', '上市公司总数和每年新增对得上吗'],
  beside: ['第11项和第12项责任单位差在哪儿', '第2项和第3项的支持单位一样吗'],
  standing: ['秦农银行是责任单位还是支持单位', '陕西证监局算责任单位还是支持单位'],
  share: ['市金融工作局负责的任务占几成', '没有支持单位的任务占百分之几'],
  universal: ['市金融局是不是57项全都负责', '每个行动都有高新区的任务吗'],
  group: ['15个行动分别有几项任务', '每个单位各有多少项任务', '57项任务分别是谁负责', '财政、科技、高新各负责几项'],
  compared: ['高新区负责的任务比曲江新区多几项', '谁的任务多，高新区还是经开区', '市财政局负责的任务比支持的多几项'],
  within: ['13、31、49项各属于哪个行动', '第21项在哪个行动里', '第4项和第5项属于同一个行动吗'],
  'of-most': ['任务最多的单位支持哪些任务', '任务最多的行动里高新区负责的任务'],
  place: ['指标表最后一行2020年多少'],
  places: ['7000亿元说的是什么', '35家写在哪'],
  dated: ['2020年12月30日前要完成什么'],
  overall: ['整个计划由谁负责', '这一整套谁挂帅'],
  goals: ['计划的主要目标'],
  'action-set': ['高新区负责的任务在哪几个行动', '哪个行动一家支持单位也没有'],
  'task-set': [
    '高新区负责、市财政局不负责的任务有哪些',
    '不由市金融工作局牵头的任务',
    '没有支持单位的任务有哪些',
    '金额超过一百亿的任务',
    '提到“期货”的任务',
    '附件里哪些任务2022年的家数是2020年的两倍',
    '第21项之外，高新区还负责什么',
  ],
  'unit-set': ['哪些单位只支持不负责', '一共涉及多少个责任单位', '牵头单位有哪几家'],
  partners: ['跟高新区一起负责的还有谁', '除了金融局，跟文旅局一块当责任单位的还有谁', '市教育局还跟谁一起负责'],
  'of-class': ['市委部门支持哪些任务', '省级部门支持的任务有几项'],
  sized: [
    '哪些行动下面正好三项任务',
    '只负责一项任务的单位有几个',
    '负责超过10项的单位有哪些',
    '高新区负责两项以上任务的行动',
  ],
  year: ['2021年有什么目标', 'What is planned for 2022?'],
  whole: ['有哪些行动', '哪些指标2022年在500亿到1200亿之间'],
  section: ['绿色金融引领行动的具体目标', '资本市场筑基行动的目标'],
  topic: ['天然气交易中心由谁负责', '2021年保费收入目标', '社区支行要设多少家', '2022年上市公司超过100家对吗'],
};

describe.each(Object.entries(SENTENCES))('the production %s', (name, sentences) => {
  it.each(sentences)('%s', (sentence) => {
    expect(bot.explain({ text: sentence, history: [] }).composed.candidates[0]?.name).toBe(name);
  });
});

it('every production has its sentences', () => {
  expect(Object.keys(SENTENCES)).toHaveLength(BUILDS.length);
});
