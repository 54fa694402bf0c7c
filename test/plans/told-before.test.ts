import { describe, expect, it } from 'vitest';
import { plansFolder } from './put-plan.ts';

const { put, ask } = plansFolder('told-before');

put('grass', [
  '各市林草局：',
  '现将《云州省草原碳汇试点方案》印发给你们。请各市林草局于年底前将贯彻执行情况报省林草局草原管理处。',
  '云州省林草局',
  '2023年3月1日',
  '云林草〔2023〕61号',
  '云州省草原碳汇试点方案',
  '一、主要任务',
  '（一）开展补播改良。到2025年，补播比例达到40%；到2030年，补播比例达到70%以上。（责任单位：省林草局）',
  '（二）打击盗挖草药。严查盗挖行为。（责任单位：省公安厅）',
  '（三）编制碳汇图册。每村绘制图册一本。（责任单位：省林草局、省自然资源厅）',
  '（四）清理旧规定。《关于草原承包的通知》（云政发〔2011〕35号）停止执行。（责任单位：省司法厅）',
]);

put('list', [
  '国务院办公厅关于推广第二批治沙改革举措的通知',
  '国办发〔2020〕8号',
  '各省、自治区、直辖市人民政府：',
  '现就有关事项通知如下：',
  '一、推广的改革举措（共3项）',
  '固沙方面3项。',
  '附件：第二批治沙改革举措推广清单',
  '国务院办公厅',
  '2020年3月1日',
  '附件',
  '第二批治沙改革举措推广清单',
  ['序号', '改革举措', '主要内容', '指导部门', '推广范围'].join('\t'),
  ['1', '沙障承包机制', '农户与公司签订合同。', '国家林草局', '全国'].join('\t'),
  ['2', '沙生植物定价办法', '由市场确定价格。', '国家发展改革委', '5个试验地区'].join('\t'),
]);

put('clusters', [
  '云州省产业集群方案',
  '一、重点任务',
  '（一）石岭钒材产业集群。建设钒材基地。2025年，营业收入超300亿元。',
  '（二）柳河冻土产业集群。开展冻土研究。',
  '（三）白塔羊绒产业集群。建设羊绒市场。2025年，营业收入超500亿元。',
]);

describe('the plan', () => {
  it.each(['公安厅在碳汇这方案里有活儿没', '公安厅在草原碳汇方案里有几项任务'])(
    'is known by words of its title: %s',
    (question) => {
      expect(ask('grass', question).tasks).toEqual([2]);
    },
  );

  it('is known by its number: 云林草61号是谁弄的', () => {
    expect(ask('grass', '云林草61号是谁弄的').text).toContain('云州省林草局');
  });

  it('is not every plan that something is asked of: 实施方案要自己出吗', () => {
    expect(ask('grass', '实施方案要自己出吗').status).not.toBe('answered');
  });
});

describe('another document, by its number', () => {
  it.each(['2011年35号文还接着用吧', '35号文还能用不'])(
    'that has ended is quoted, and nothing affirmed: %s',
    (question) => {
      const { text, verdict } = ask('grass', question);
      expect(text).toContain('停止执行');
      expect(verdict).toBeUndefined();
    },
  );
});

describe('a document of another year', () => {
  it('is not taken for the one that is printed: 2012年35号文还能用不', () => {
    expect(ask('grass', '2012年35号文还能用不').text).not.toContain('停止执行');
  });
});

describe('what is reported', () => {
  it.each(['执行情况往哪个处报', '落实情况报给谁，几号前报', '执行情况是往省财政厅报吧'])(
    'to whom, and by when, is quoted: %s',
    (question) => {
      const { status, text } = ask('grass', question);
      expect(status).toBe('answered');
      expect(text).toContain('年底前将贯彻执行情况报省林草局草原管理处');
    },
  );
});

describe('what is told before the question', () => {
  it('is left aside where only it was not understood, and the answer says so', () => {
    const { tasks, text } = ask('grass', '我单位去年种了三百亩苜蓿，补播改良归谁管');
    expect(tasks).toEqual([1]);
    expect(text).toContain('前面说的情况没有用上，只答这一问：补播改良归谁管');
  });

  it('is not left aside where it names another place', () => {
    expect(ask('grass', '上海市的，补播改良由谁负责').status).not.toBe('answered');
  });
});

describe('a scope', () => {
  it.each([
    ['哪个不是全国推', [2]],
    ['推广范围不是全国的有哪几个', [2]],
    ['在全国推广的是哪个', [1]],
  ])('is a condition, denied or not: %s', (question, tasks) => {
    expect(ask('list', question).tasks).toEqual(tasks);
  });

  it.each([
    ['第2项是不是全国推广', false],
    ['第2项不是全国推广吧', true],
  ])('is claimed: %s', (question, verdict) => {
    expect(ask('list', question).verdict).toBe(verdict);
  });
});

describe('a bound', () => {
  it('that holds in another year is told of that one: 补播比例2025年就得到70%以上？', () => {
    const { text, verdict } = ask('grass', '补播比例2025年就得到70%以上？');
    expect(verdict).toBe(false);
    expect(text).toContain('2025年40%');
    expect(text).toContain('2030年70%以上');
  });
});

describe('money', () => {
  it.each(['绘图册补多少钱', '编制碳汇图册多少钱'])('is no number of anything else: %s', (question) => {
    expect(ask('grass', question).status).toBe('not_found');
  });
});

describe('a name that ends in what the plan calls its tasks', () => {
  it.each([
    ['冻土集群是干什么的', [2]],
    ['石岭钒材集群在哪', [1]],
    ['柳河冻土集群', [2]],
  ])('is a name, whatever its length: %s', (question, tasks) => {
    expect(ask('clusters', question).tasks).toEqual(tasks);
  });

  it('is not taken for another: 柳河冻土集群2025年营业收入多少亿', () => {
    const { status, text } = ask('clusters', '柳河冻土集群2025年营业收入多少亿');
    expect(status).toBe('not_found');
    expect(text).toContain('柳河冻土产业集群');
  });

  it.each(['奔着400亿以上去的集群是哪几个', '冲着400亿以上去的是哪个集群'])('%s', (question) => {
    expect(ask('clusters', question).tasks).toEqual([3]);
  });
});
