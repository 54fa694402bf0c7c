import { describe, expect, it } from 'vitest';
import { ask } from '../helper.ts';

/** Earlier questions, the last one, the tasks of its answer. */
type Row = readonly [before: readonly string[], question: string, tasks: readonly number[]];

const tasksAsked = (question: string, before: readonly string[] = []): readonly number[] =>
  ask(question, ...before).tasks;

describe('what a list is asked about that was shown', () => {
  it.each<Row>([
    [['市工信局负责哪些任务'], '倒着排', [45, 44, 43, 33, 32]],
    [['市工信局负责哪些任务', '倒序列出'], '第一项谁支持', [45]],
    [
      ['高新区负责哪些任务', '曲江新区负责哪些任务'],
      '它们俩加起来几项',
      [9, 10, 11, 15, 18, 21, 29, 30, 31, 44, 50, 57],
    ],
    [['高新区负责哪些任务', '其中跨境金融的有哪些'], '剩下的谁支持', [9, 10, 11, 15, 21, 44, 50]],
    [['科技金融催化行动有哪些任务'], '高新区负责的是哪几项', [10, 11, 15]],
    [['高新区负责哪些任务', '有市金融工作局的有哪些'], '剩下的谁负责', [45]],
    [[], '科技金融催化行动的任务倒序排列', [15, 14, 13, 12, 11, 10]],
    [[], '农村金融那几项农业农村局不管的', [36]],
    [[], '助农那个行动有几项任务', [35, 36, 37, 38]],
    [[], '文旅的行动有几项任务', [16, 17, 18]],
  ])('%s %s', (before, question, tasks) => {
    expect(tasksAsked(question, before)).toEqual(tasks);
  });

  it.each([
    ['少了一项吧', false],
    ['多了一项吧', false],
    ['不止10项吧', false],
    ['不止9项吧', true],
  ])('高新区负责哪些任务 %s: a claim on their number', (question, verdict) => {
    const answer = ask(question, '高新区负责哪些任务');
    expect([answer.verdict, answer.text]).toEqual([verdict, expect.stringContaining('共10项')]);
  });

  it('其他的呢, where nothing is left to tell, is asked back and not passed over', () => {
    expect(ask('其他的呢', '高新区负责哪些任务').status).toBe('clarify');
  });
});

describe('what the plan does not say is told so', () => {
  it.each([
    '培训费用谁出',
    '建平台的钱谁来出',
    '奖励的钱哪个部门出',
    '谁给培训掏钱',
    '农户信用贷款最高能贷多少',
    '贫困户能贷几万',
    '股权投资机构管理规模',
    '雁塔区打算在哪个基地办培训',
  ])('%s', (question) => {
    expect(ask(question).status).toBe('not_found');
  });

  it('指数谁出 asks who does it', () => {
    expect(tasksAsked('指数谁出')).toEqual([15]);
  });
});

describe('so many tasks, and most of them', () => {
  it.each([
    ['哪几个行动只有3项任务', '任务为3项的行动共4个'],
    ['有4项任务的行动', '任务为4项的行动共8个'],
    ['57项任务分布在哪几个行动', '计划的行动共15个'],
    ['市工信局的任务一半以上在哪个行动', '信用服务增进行动：3项'],
    ['市科技局的任务大多数在哪个行动', '科技金融催化行动：5项'],
    ['第7项三年的目标有没有变化', '没有变化。'],
    ['第15项目标变了没有', '有变化。'],
    ['高新区不管的任务有哪些', '责任单位中没有列名高新区的任务共47项'],
  ])('%s', (question, says) => {
    expect(ask(question).text).toContain(says);
  });

  it.each([
    ['上市公司家数会下降吗', false],
    ['第32项2021和2022年目标一样不一样', true],
  ])('%s', (question, verdict) => {
    expect(ask(question).verdict).toBe(verdict);
  });
});

describe('places, years and what is denied', () => {
  it.each([
    ['责任单位里把高新区排在头一个的任务', '高新区在责任单位中排第一的任务共4项'],
    ['西咸新区的任务里排头一个的是哪些', '西咸新区在责任单位中排第一的任务共2项'],
    ['指标表第三行22年多少', '本外币贷款余额：2022年2.95万亿元'],
    ['按支持单位分分', '计划的任务共38项，按支持单位分列'],
    ['附件第6项加一块儿和指标表的差', '2022年：表中年末累计数增加10家（110-100=10），附件第6项写新增20家，不一致'],
    ['市大数据局正文只出现在哪一项', '正文里市大数据局参与的任务共1项'],
    ['那区县还用不用另外发文', '不再另行制定文件'],
    ['开发区还要不要自己发文', '不再另行制定文件'],
    ['区县是否需要另行制定文件', '不是，正文四、（五）写道'],
    ['小贷公司控制在几家', '计划没有写数额'],
    ['私募基金登记几个工作日', '计划没有写数额'],
    ['外汇储备目标', '计划里没有写“外汇储备”'],
  ])('%s', (question, says) => {
    expect(ask(question).text).toContain(says);
  });

  it.each([
    ['前海园21和22年干的活差在哪', ['2021年：加快核心区', '2022年：加快核心区']],
    ['第50项2021和2022年有什么区别', ['2021年：加快核心区', '2022年：加快核心区']],
    ['天然气交易中心20年和21年的目标差在哪', ['2020年：在省地方金融局', '2021年：做好与中央']],
  ])('%s: what each of the years demands', (question, says) => {
    for (const one of says) expect(ask(question).text).toContain(one);
  });
});

describe('what follows a ranking, a claim, an action', () => {
  it.each<Row>([
    [['哪个行动任务最多'], '它有哪些任务', [10, 11, 12, 13, 14, 15]],
    [['一共几个行动'], '任务最多的是哪个', [10, 11, 12, 13, 14, 15]],
    [['防风险行动目标是什么'], '里面新城区参与哪几项', [48, 49]],
    [['市金融工作局负责哪些任务'], '哪项不管', [45]],
    [['国际港务区负责哪些任务'], '和高新区共同负责的有哪些', [29, 30, 31]],
    [['正文跟附件责任单位不一样的有几项'], '少了国际港务区的是哪些', [30, 31]],
    [['投资局和商务局都负责的任务', '有支持单位吗'], '没有的是哪项', [55]],
    [[], '秦农银行在里面干嘛', [37]],
  ])('%s %s', (before, question, tasks) => {
    expect(tasksAsked(question, before)).toEqual(tasks);
  });

  it.each([
    [['到2022年上市公司要多少家'], '平均每年增加几家', '(110-66)/4=11'],
    [['保费收入涨了多少'], '哪年涨得最快', '增长最快的是2019年'],
    [['贷款金额三年分别多少'], '涨了多少', '30-28=2'],
    [['第31项谁负责'], '附件里少了谁', '责任单位：国际港务区（仅正文列出）'],
    [[], '存款贷款哪个涨得快', '增长最快的是本外币贷款余额'],
    [[], '保费收入哪年增加最多', '增加最多的是2022年'],
  ])('%s %s', (before, question, says) => {
    expect(ask(question, ...before).text).toContain(says);
  });

  it('哪个数字最大, of tasks: no number of units is told instead', () => {
    expect(ask('哪个数字最大', '写了金额的任务').status).toBe('clarify');
  });
});

describe('what is asked of things as they were told', () => {
  it.each<Row>([
    [['各行动里没有支持单位的任务有几项', '是哪些行动'], '最多的是哪个', [10, 12, 13, 14, 15]],
    [['给我2021年有金额的任务'], '哪些是高新区的', [9, 11]],
  ])('%s %s', (before, question, tasks) => {
    expect(tasksAsked(question, before)).toEqual(tasks);
  });

  it.each([
    [['实施保障有几条'], '第四条讲什么', '市金融工作局牵头修订完善'],
    [[], '37项是干什么的', '第37项“开展农户信用等级评价”：支持秦农银行'],
  ])('%s %s', (before, question, says) => {
    expect(ask(question, ...before).text).toContain(says);
  });
});
