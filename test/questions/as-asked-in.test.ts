import { describe, expect, it } from 'vitest';
import { ask } from '../helper.ts';

describe('an amount is told in the measure that it was asked in, too', () => {
  it.each([
    ['2022年保费收入是多少万元', [], '660亿元（目标），即6600000万元'],
    ['换算成亿元呢', ['2022年本外币存款余额定多少'], '2.65万亿元（目标），即26500亿元'],
    ['金融业增加值2022年折合多少亿元', [], '1150亿元（目标）。'],
  ])('%s', (question, history, said) => {
    expect(ask(question, ...history).text).toContain(said);
  });
});

describe('whom a unit supports are those who carry the task', () => {
  it.each([
    ['市外办支持谁', '市金融工作局：第56项'],
    ['市外办给哪些单位打下手', '市金融工作局：第56项'],
  ])('%s', (question, said) => {
    const { text } = ask(question);
    expect(text.split('\n')[0]).toContain('市外办支持的任务的责任单位共1个');
    expect(text).toContain(said);
  });
});

describe('what a conversation began with', () => {
  it.each([
    ['说回最开始问的那个，2020年是几家', ['金融机构2022年做到多少家', '保费呢', '上市公司呢'], '190家'],
    ['一开始问的那项支持单位有哪些', ['供应链金融谁负责', '第21项呢', '第5项呢'], '陕西银保监局'],
  ])('%s', (question, history, said) => {
    expect(ask(question, ...history).text).toContain(said);
  });
});
