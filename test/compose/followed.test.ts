import { describe, expect, it } from 'vitest';
import { ask } from '../helper.ts';

const next = (history: readonly string[], question: string) => ask(question, ...history);

describe('what is left of a list', () => {
  const narrowed = ['普惠金融行动有哪几项任务', '其中财政局参加的是哪项'];

  it.each(['剩下的呢', '另外两项呢', '其余几项谁负责', '另外两项都由谁支持', '其他的是哪几项'])('%s', (question) => {
    expect(next(narrowed, question).tasks).toEqual([32, 33]);
  });
});

describe('units that were named before', () => {
  it('市财政局在里面是牵头吗 is set against the unit named first', () => {
    const { verdict, notices } = next(['第34项谁负责'], '市财政局在里面是牵头吗');
    expect(verdict).toBe(false);
    expect(notices.map(({ code }) => code)).toContain('no_lead_unit');
  });

  it('由它打头的还有哪些任务 is asked of the one named first', () => {
    const { tasks } = next(['第11项责任单位打头的是谁'], '由它打头的还有哪些任务');
    expect(tasks).toEqual([9, 10, 11, 50]);
  });

  it('算哪个区的 names the units of the task before', () => {
    expect(next(['第50项2020年要做什么'], '算哪个区的').text).toContain('高新区');
  });

  it('曲江的那个 chooses what names the unit', () => {
    expect(next(['研究院谁来建'], '曲江的那个').tasks).toEqual([57]);
  });
});

describe('conditions on the list before', () => {
  it.each([
    ['只留没写金融局的', [45]],
    ['没有金融局的呢', [45]],
  ])('%s', (question, tasks) => {
    expect(next(['工信局的任务有哪些'], question).tasks).toEqual(tasks);
  });

  it('其中配了支持单位的是哪几项', () => {
    expect(next(['市投资局有哪些任务'], '其中配了支持单位的是哪几项').tasks).toEqual([25, 40]);
  });
});

describe('corrections', () => {
  it.each(['不对，我问的是第5项谁支持', '不是这项，我要的是第5项的支持单位'])('%s', (question) => {
    const { tasks, text } = next(['第34项谁牵头'], question);
    expect(tasks).toEqual([5]);
    expect(text).toContain('陕西证监局');
  });
});

it('从头到尾涨了多少 is the change over all years of the indicator before', () => {
  expect(next(['年保费收入各年的目标是什么'], '从头到尾涨了多少').computed.map(({ value }) => value)).toContain(
    '181亿元',
  );
});

it('单位不一样的有哪几项 is asked of units, not of the word', () => {
  const { tasks } = ask('单位不一样的有哪几项');
  expect(tasks).toEqual(expect.arrayContaining([2, 4, 21, 23, 30, 31, 34, 35]));
  expect(tasks).not.toContain(10);
});

describe('what stays in view', () => {
  const listed = ['经开区负责哪些任务', '第二个2021年目标'];

  it('那第三个谁支持 counts along the list of which one was asked about', () => {
    expect(next(listed, '那第三个谁支持').tasks).toEqual([31]);
  });

  it('刚才那几项里，哪条有支持单位 is asked of the list again', () => {
    expect(next(listed, '刚才那几项里，哪条有支持单位').tasks).toEqual([29, 30, 31]);
  });

  it('排第一位的是哪个 keeps those in which the unit of the list stands first', () => {
    expect(next(['市财政局负责几项'], '排第一位的是哪个').tasks).toEqual([4]);
  });

  it('把排第一的那几项2021年的目标列出来 is said of them', () => {
    expect(next(['国际港务区负责哪些任务', '排第一的是哪几个'], '把排第一的那几项2021年的目标列出来').tasks).toEqual([
      22, 27, 28,
    ]);
  });

  it('它底下有哪几条措施 is asked of the action that was picked', () => {
    expect(next(['第七个叫啥行动'], '它底下有哪几条措施').tasks).toEqual([27, 28]);
  });

  it('后面那个行动 is counted from the one before', () => {
    expect(next(['第7个行动叫什么'], '后面那个行动有哪几项任务').tasks).toEqual([29, 30, 31]);
  });
});

describe('the thing before', () => {
  it.each(['附件里是不是少印了一家', '差在哪'])('%s sets its two places against each other', (question) => {
    const { tasks, text } = next(['第30项谁负责'], question);
    expect(tasks).toEqual([30]);
    expect(text).toContain('国际港务区');
  });

  it.each(['哪个部门牵头', '哪几家干'])('%s asks for its units', (question) => {
    expect(next(['第9项2021年目标'], question).tasks).toEqual([9]);
  });

  it.each(['同一个行动里的另一项呢', '同一个行动的其他任务谁负责'])('%s is its fellow', (question) => {
    expect(next(['第28项谁负责'], question).tasks).toEqual([27]);
  });

  it('市商务局另外还有没有别的 leaves it out', () => {
    expect(next(['第55项谁负责'], '市商务局另外还有没有别的').tasks).toEqual([25]);
  });

  it('责任单位就金融局自己？ is a claim about it', () => {
    expect(next(['第47项2022年目标'], '责任单位就金融局自己？')).toMatchObject({ tasks: [47], verdict: true });
    expect(next(['第9项2022年目标'], '责任单位就高新区自己？')).toMatchObject({ tasks: [9], verdict: false });
  });

  it('21呢 is a year', () => {
    expect(next(['保费22年'], '21呢').text).toContain('610亿元');
  });

  it('支持单位有四家，报一下名字 asks for them', () => {
    expect(next(['第2项2020年目标'], '支持单位有四家，报一下名字').text).toContain('陕西证监局');
  });
});

describe('what belongs to what was shown', () => {
  it.each([
    ['支持几项', ['市财政局负责几项'], '市财政局没有被列为支持单位'],
    ['第二名是谁', ['哪个单位支持的任务最多'], '陕西证监局'],
    ['它是哪个行动的', ['第9项谁负责'], '资本市场筑基行动'],
    ['这几项都归哪个行动', ['经开区负责哪些任务'], '跨境金融融通行动'],
    ['一共涉及几个单位', ['科技金融催化行动有哪些任务'], '单位共8个'],
    ['还有别的单位吗', ['第9项谁牵头'], '市财政局'],
  ])('%s', (question, history, said) => {
    expect(next(history, question).text).toContain(said);
  });

  it.each(['这个行动里还有哪些任务', '这个行动有几项任务'])('%s', (question) => {
    expect(next(['第9项谁负责'], question).tasks).toEqual([5, 6, 7, 8, 9]);
  });
});

describe('how many units stand in a role', () => {
  it.each(['第47项支持单位有几家', '第47项有几家支持单位'])(
    '%s tells who they are, and looks for no figure',
    (question) => {
      const { text } = ask(question);
      expect(text).toContain('陕西证监局');
      expect(text).not.toContain('没有写数额');
    },
  );

  it('我看附件才两家 is set against the main text', () => {
    expect(ask('第47项支持单位有几家 我看附件才两家').text).toContain('陕西证监局（仅正文列出）');
  });

  it('高新区负责几项，支持几项 answers both', () => {
    expect(ask('陕西证监局负责几项，支持几项').text).toMatch(/没有被列为责任单位[\s\S]*支持的任务共18项/u);
  });
});

describe('what was meant', () => {
  it.each(['我说的是贷款，不是存款', '说错了，是贷款', '问岔了，贷款'])('%s', (question) => {
    expect(next(['2021年存款多少'], question).text).toContain('2.70万亿元');
  });

  it('a thing named after it was asked for is asked about as before', () => {
    const { tasks, text } = next(['这一项是哪几家负责的'], '忘贴了，金融信用信息大数据平台');
    expect(tasks).toEqual([43]);
    expect(text).toContain('市大数据局');
  });
});

describe('two questions with a comma or 、 between them', () => {
  it('整个计划几大行动、几项任务', () => {
    const { text } = ask('整个计划几大行动、几项任务');
    expect(text).toContain('15个行动');
    expect(text).toContain('57项任务');
  });

  it('附件三年合计多少，跟正文对得上不', () => {
    const { text } = next(['科技型上市企业挂牌，21年定的几家'], '附件三年合计多少，跟正文对得上不');
    expect(text).toContain('45');
    expect(text).toContain('不一致');
  });
});

describe('actions left out', () => {
  it.each([
    ['其中不在跨境金融融通行动里的是哪两项', '人行西安分行支持哪些任务', [46, 54]],
    ['不属于科技金融催化行动的呢', '高新区负责哪些任务', [9, 21, 29, 30, 31, 44, 50]],
  ])('%s', (question, before, tasks) => {
    expect(next([before], question).tasks).toEqual(tasks);
  });

  it('人行西安分行（营管部的不要）一共支持哪些任务', () => {
    expect(ask('人行西安分行（营管部的不要）一共支持哪些任务').tasks).toEqual([29, 30, 31, 46, 54]);
  });
});

describe('lists of units and of tasks', () => {
  it('那支持的呢 asks for the other role of the units listed', () => {
    expect(next(['资本市场筑基行动的责任单位都有谁'], '那支持的呢').text).toContain('陕西证监局');
  });

  it('哪个更多 is asked back where two lists were not set against each other', () => {
    expect(next(['高新区负责几项', '经开区呢'], '哪个更多').status).toBe('clarify');
  });
});
