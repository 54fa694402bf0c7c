import { describe, expect, it } from 'vitest';
import { ask, unmarked } from '../helper.ts';

const next = (history: readonly string[], question: string) => ask(question, ...history);

describe('words alone are a condition on the list before', () => {
  it.each([
    [['高新区负责哪些'], '科技金融的呢', [10, 11, 15]],
    [['国际港务区负责哪些'], '只看物流的', [27, 28]],
    [['证监局支持哪些'], '光看文旅的', [17, 18]],
    [['高新区负责哪些'], '其中人才方面的', [15]],
    [['教育局负责哪些'], '其中有绿色金融的吗', []],
  ] as const)('%j %s', (history, question, tasks) => {
    expect(next(history, question).tasks).toEqual(tasks);
  });
});

describe('what two lists share', () => {
  it.each([
    [['财政局负责哪些', '科技局呢'], '有重合的吗', [11, 12, 13], true],
    [['宣传部支持哪些', '文旅局负责哪些'], '上面两个重合吗', [16, 17, 18], true],
    [['第12个行动有哪些任务', '高新区负责哪些'], '这俩有没有交集', [44], true],
    [['公安局负责哪些', '文旅局呢'], '两家有没有重叠的', [], false],
  ] as const)('%j %s', (history, question, tasks, verdict) => {
    const answer = next(history, question);
    expect([answer.tasks, answer.verdict]).toEqual([tasks, verdict]);
  });

  it('两边都有的是哪几项 lists them', () => {
    expect(next(['商务局负责哪些', '投资局呢'], '两边都有的是哪几项').tasks).toEqual([25, 55]);
  });
});

describe('a number in the place of the one before', () => {
  it.each([
    [['第3个行动有哪几项'], '换成第2个', [5, 6, 7, 8, 9]],
    [['第3个行动有哪几项'], '那第12个呢', [43, 44, 45]],
    [['第3个行动有哪几项'], '那第2个呢', [11]],
    [['第8项谁负责'], '换成14', [14]],
    [['第5项讲什么'], '改成第8个', [8]],
    [['第22项2020年目标'], '21呢', [22]],
  ] as const)('%j %s', (history, question, tasks) => {
    expect(next(history, question).tasks).toEqual(tasks);
  });
});

describe('what the answer left out', () => {
  it.each(['你漏了支持单位', '把支持单位补充一下', '支持单位也列一下'])(
    '%s tells it of each of the list',
    (question) => {
      const { tasks, text } = next(['文旅局负责哪几项'], question);
      expect(tasks).toEqual([16, 17, 18]);
      expect(text).toContain('拓宽文旅企业融资渠道：市委宣传部、陕西银保监局');
    },
  );

  it('附件漏了谁 is still asked of the annex', () => {
    expect(next(['第3项谁负责'], '附件漏了谁').text).toContain('陕西证监局（仅正文列出）');
  });
});

describe('body and annex, after what was spoken of', () => {
  it.each(['正文跟附件对得上吗', '附件跟正文说的一样不', '正文和附件有出入吗'])(
    '%s is asked of the task',
    (question) => {
      expect(next(['第41项讲什么'], question).tasks).toEqual([41]);
    },
  );

  it('正文和附件有哪些不一致 is asked of the plan', () => {
    expect(next(['第41项讲什么'], '正文和附件有哪些不一致').tasks.length).toBeGreaterThan(30);
  });

  it('正文和附件一样吗 is asked of a list', () => {
    expect(next(['文旅局负责哪几项'], '正文和附件一样吗').tasks).toEqual([18]);
  });
});

describe('a unit in its place', () => {
  it.each([
    [['第38项责任单位', '排第二的是谁'], '这家一共管几项', [3, 4, 9, 11, 12, 13, 34, 35, 38]],
    [['第38项责任单位', '第二个是谁', '第三个呢'], '它管几项', [35, 37, 38]],
  ] as const)('%j %s', (history, question, tasks) => {
    expect(next(history, question).tasks).toEqual(tasks);
  });

  it.each([
    [['第38项责任单位'], '第二个呢', '市财政局排第2位'],
    [['教育局有几项任务'], '39项里它排第几', '市教育局排第4位'],
    [['财政局负责哪些'], '第35项里它排第几位', '市财政局排第3位'],
  ] as const)('%j %s', (history, question, said) => {
    expect(next(history, question).text).toContain(said);
  });
});

describe('figures set against each other', () => {
  it.each([
    [['2019年金融业增加值', '18年呢'], '增长率多少', '14.2%'],
    [['2019年金融业增加值', '18年'], '两年差多少', '124亿元'],
    [['第11项2020年贷款金额', '22年呢'], '多了多少', '2亿元'],
    [['第11项2020年贷款金额', '22年呢'], '两年加起来多少', '58亿元'],
    [['2020年贷款目标'], '与存款相差多少', '0.06万亿元'],
    [['22年存款'], '占贷款的多少', '89.83%'],
    [['金融机构2022年比2019年多几家'], '平均每年多几家', '8.33家'],
  ] as const)('%j %s', (history, question, value) => {
    expect(next(history, question).computed.map((one) => one.value)).toContain(value);
  });

  it('两年 by itself names nothing', () => {
    expect(next(['第3项谁负责'], '两年差多少').status).not.toBe('answered');
  });
});

describe('two tasks, asked about one after the other', () => {
  it.each([
    [['第43项讲什么', '第47项呢'], '这两个平台的支持单位', [43, 47]],
    [['第50项讲什么', '第51项讲什么'], '两项分别谁负责', [50, 51]],
    [['第5项2020年目标', '第6项呢'], '两项2022年的目标', [5, 6]],
  ] as const)('%j %s', (history, question, tasks) => {
    expect(next(history, question).tasks).toEqual(tasks);
  });
});

describe('numbers and places in what was shown', () => {
  it.each([
    [['新城区管哪些'], '48的支持单位', [48]],
    [['新城区管哪些'], '49和53的支持单位', [49, 53]],
    [['新城区管哪些', '第48项的支持单位'], '另外两项有支持单位吗', [49, 53]],
    [['第22项支持单位'], '23谁负责', [23]],
    [['财政局负责哪些'], '农村金融那两项谁支持', [35, 38]],
    [['高新区负责哪些'], '跨境那三项支持单位', [29, 30, 31]],
    [['农业农村局负责的任务', '财政局参与其中哪些'], '不含财政局的呢', [37]],
  ] as const)('%j %s', (history, question, tasks) => {
    expect(next(history, question).tasks).toEqual(tasks);
  });

  it.each([
    [['第46项支持单位'], '第三家是谁', '陕西银保监局排第3位'],
    [['第46项支持单位有几家', '都有谁'], '第三家还支持哪些', '陕西银保监局支持的任务共18项'],
  ] as const)('%j %s', (history, question, said) => {
    expect(next(history, question).text).toContain(said);
  });
});

describe('what is so of the one before, or of each', () => {
  it.each([
    [['第17项谁支持'], '第18项也是他们吗', true],
    [['第10项谁负责'], '13项也是他们吗', false],
    [['文旅局负责哪些'], '每项都有支持单位吗', true],
    [['第7个行动有哪些任务'], '是不是都有支持单位', false],
    [['西咸新区负责哪几项', '国际港务区呢'], '有一样的没', false],
  ] as const)('%j %s', (history, question, verdict) => {
    expect(next(history, question).verdict).toBe(verdict);
  });
});

describe('how often', () => {
  it.each([
    [['科技金融指数谁发布'], '多久发布一次', '年度'],
    [[], '联合检查多久组织一次', '每年'],
  ] as const)('%j %s', (history, question, often) => {
    expect(unmarked(next(history, question).text).split('\n')[0]).toBe(`${often}。`);
  });

  it.each([
    [['农户评级谁负责'], '多久评一次'],
    [['研究院白皮书谁负责'], '几年发布一次'],
  ] as const)('%j %s is not said', (history, question) => {
    expect(next(history, question).status).toBe('not_found');
  });

  it('前一年呢 is the year before the one that was told', () => {
    expect(next(['前海园哪年交首批物业'], '前一年呢').text).toContain('梳理导入第一批可复制可落地的政策');
  });
});
