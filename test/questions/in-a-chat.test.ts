import { describe, expect, it } from 'vitest';
import { ask } from '../helper.ts';

const lastOf = (...turns: readonly string[]) => ask(turns.at(-1) ?? '', ...turns.slice(0, -1));

describe('a blank between two questions is a comma', () => {
  it('助农保要保多少钱 谁家负责 付贫办在里头没: the amount, and whether the office stands in it', () => {
    const { text, verdict } = ask('助农保要保多少钱 谁家负责 付贫办在里头没');
    expect(text).toMatch(/^保险保障资金：2022年100亿元以上/);
    expect(text).toContain('✓ 是。市扶贫办是责任单位之一');
    expect(verdict).toBe(true);
  });

  it('邮储银行那个研发中心计划里咋说的 走到哪一步了: what is said, and that no progress is', () => {
    const { status, text } = ask('邮储银行那个研发中心计划里咋说的 走到哪一步了');
    expect(status).toBe('answered');
    expect(text).toContain('选址');
    expect(text).toContain('没有写“走到哪一步了”');
  });

  it('社区支行 特色支行 普惠事业部分别要设几家: names in a row', () => {
    expect(ask('社区支行 特色支行 普惠事业部分别要设几家').text).toMatch(/20家.*150家.*50家/s);
  });

  it.each(['高新区、经开区都负责的任务', '天然气交易中心 谁负责', '第 21 项 是什么'])(
    '%s: no comma in one question',
    (question) => {
      expect(ask(question).tasks).toEqual(ask(question.replaceAll(' ', '')).tasks);
    },
  );
});

describe('years and parts of a year, as they are typed', () => {
  it('总部金融机构那条 20到22一年引几家: a year each', () => {
    expect(ask('总部金融机构那条 20到22一年引几家').text).toMatch(/2020年10家、2021年10家、2022年5家/);
  });

  it('金融业增加值2020年四个季度分别多少: parts of a year are not said', () => {
    expect(ask('金融业增加值2020年四个季度分别多少').status).toBe('not_found');
  });

  it('上市公司同样这两年差几家, after another indicator over two years', () => {
    const before = ['2022年本外币存款余额目标多少', '贷款呢', '改成2020', '比18年多了多少'];
    expect(lastOf(...before, '上市公司同样这两年差几家').text).toContain('14家');
  });

  it('培训推介服务的企业，22年目标比20年多多少家: by how much one figure grows', () => {
    expect(ask('培训推介服务的企业，22年目标比20年多多少家').text).toContain('1800-1600=200');
  });
});

describe('a list that some were picked from', () => {
  const list = ['金融空间建设行动有哪几条', '第三条细说下', '前两条分别是谁负责'];
  it('其他的呢: all that were not asked about last', () => {
    expect(lastOf(...list, '其他的呢').tasks).toEqual([52, 53]);
  });
  it('第二个呢: counted in the whole list', () => {
    expect(lastOf(...list, '第四个呢').tasks).toEqual([53]);
  });
});

it.each(['不是 我要责任单位', '不是，我要责任单位', '不是我要的，责任单位'])(
  '%s, after who supports: the other role',
  (question) => {
    expect(lastOf('拓宽三农融资渠道那条谁支持', question).text).toMatch(/^责任单位：市金融工作局/);
  },
);

it.each([
  ['跨境金融那三条的责任单位一样不一样，差在谁', true],
  ['能源金融那四条的责任单位一样吗', false],
])('%s: the tasks of a section set beside each other', (question, same) => {
  expect(ask(question).verdict).toBe(same);
});

it('哪个行动底下就两条措施: a number of things behind 就', () => {
  expect(ask('哪个行动底下就两条措施').text).toContain('物流金融拓展行动');
});

describe('why, and what for', () => {
  it.each(['为什么要设立天然气交易中心', '为啥要搞科创板'])(
    '%s: no reason is said, and what is near is told',
    (question) => {
      const { status, text } = ask(question);
      expect(status).toBe('not_found');
      expect(text).toMatch(/相近的内容：(?:推动设立天然气交易中心|抢滩发力科创板)/);
    },
  );

  it('我们区想自己出点配套政策 计划里支不支持: a clause of the safeguards', () => {
    expect(ask('我们区想自己出点配套政策 计划里支不支持').text).toContain('制定相应配套政策');
  });
});

describe('another amount in the place of one', () => {
  const over50 = '金额超过50亿元的任务有几项';
  it('超过1000亿的呢, after what is over 5 billion', () => {
    const { text, tasks } = lastOf(over50, '超过1000亿的呢');
    expect(text).toMatch(/^金额超过1000亿的任务共/);
    expect(tasks).toEqual(lastOf('金额超过1000亿元的任务').tasks);
  });
  it('其中超过1000亿的呢: of those', () => {
    expect(lastOf(over50, '其中超过1000亿的呢').text).toMatch(/^金额超过50亿元、金额超过1000亿的任务共/);
  });
});

describe('one of two alternatives', () => {
  it.each([
    ['天然气交易中心是2020年还是2021年设立', /^2020年/],
    ['长安银行去上交所还是深交所上市', /支持长安银行赴深交所上市/],
    ['能源行动是四项还是五项任务', /任务共4项/],
    ['存款余额2021年是2.52还是2.65万亿', /2021年2\.52万亿元/],
    ['研修班一年办10期还是20期', /每年不少于10期/],
    ['科创板21年新增5家还是6家', /2021年6家/],
  ])('%s: what the plan says of it', (question, said) => {
    expect(ask(question).text).toMatch(said);
  });

  it('长安银行是去上交所还是深交所上市 财政局管不管这事: both are answered', () => {
    const { text, verdict } = ask('长安银行是去上交所还是深交所上市 财政局管不管这事');
    expect(text).toContain('支持长安银行赴深交所上市');
    expect(text).toContain('✓ 是。市财政局是责任单位之一');
    expect(text.indexOf('✓')).toBeLessThan(text.indexOf('详细：'));
    expect(verdict).toBe(true);
  });
});

describe('wordings typed by sound', () => {
  it.each([
    ['城信西商评选是哪个局弄的', [45]],
    ['普惠经融有几项', [32, 33, 34]],
  ])('%s', (question, tasks) => {
    expect(ask(question).tasks).toEqual(tasks);
  });

  it.each(['计划结束时金融机构有多少家', '文旅金融和绿色金融行动有哪些任务'])(
    '%s: what is a word stays',
    (question) => {
      expect(ask(question).status).toBe('answered');
    },
  );
});

describe('as amounts and years are said', () => {
  it('信贷联动规模9个亿是哪年的任务', () => {
    expect(ask('信贷联动规模9个亿是哪年的任务').tasks).toEqual([11]);
  });
  it('今年（2020）计划新增多少家上市公司: the year beside it', () => {
    expect(ask('今年（2020）计划新增多少家上市公司').text).toMatch(/^境内外上市企业：2020年10家/);
  });
  it('金融机构到2022年要达到200家以上还是200家: what the plan says', () => {
    const { text, verdict } = ask('金融机构到2022年要达到200家以上还是200家');
    expect(text).toMatch(/^金融机构年末累计数：2022年200家/);
    expect(verdict).toBeUndefined();
  });
  it('国际港务区牵头的行动都有啥: 头 of 牵头 counts nothing', () => {
    expect(ask('国际港务区牵头的行动都有啥').text).toContain('所在的行动共4个');
  });
});
