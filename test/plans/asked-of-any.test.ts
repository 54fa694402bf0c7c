import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openPlans } from '../../src/plans/plans.ts';

const dir = mkdtempSync(join(tmpdir(), 'any-'));
afterAll(() => rmSync(dir, { recursive: true }));

const put = (id: string, lines: readonly string[]): void => {
  mkdirSync(join(dir, id));
  writeFileSync(join(dir, id, 'plan.txt'), `${lines.join('\n')}\n`);
  writeFileSync(join(dir, id, 'plan.json'), JSON.stringify({ id }));
};

put('yunzhou', [
  '各市教育局：',
  '现将《云州省人民政府办公厅关于印发云州省牧业人才培养方案的通知》（云政办〔2021〕5号）转发给你们，请遵照执行。',
  '云州省教育厅',
  '2021年8月3日',
  '云政办〔2021〕5号',
  '云州省人民政府办公厅',
  '关于印发云州省牧业人才培养方案的通知',
  '各市人民政府：',
  '《云州省牧业人才培养方案》已经省政府同意，现印发给你们。',
  '云州省人民政府办公厅',
  '2021年7月6日',
  '云州省牧业人才培养方案',
  '一、总体目标',
  '2022年在岗兽医专科以上学历比例达到60%以上，2025年达到75%。养殖大户研发投入占营业收入比例达到2%以上。到2025年，圈舍覆盖率由61%提高到73%。',
  '二、主要任务',
  '（一）建设养殖学院。依托现有院校建设养殖学院。各市要在方案印发之日起30日内制定细则。（牵头单位：省教育厅；配合单位：省财政厅）',
  '（二）补助合作社。对入驻孵化园的合作社，给予一次性8万元补助。（责任单位：省农业农村厅）',
  '（三）开展巡回讲座。每季度通报讲座进展。（责任单位：省农业农村厅、省财政厅）',
  '（四）设立实训站。',
  '三、实施期限',
  '本方案自发布之日起实施，有效期3年。',
]);

put('list', [
  '国务院办公厅关于推广第三批节水改革举措的通知',
  '国办发〔2019〕7号',
  '各省、自治区、直辖市人民政府：',
  '现就有关事项通知如下：',
  '一、推广的改革举措（共5项）',
  '节水方面5项。',
  '附件：第三批节水改革举措推广清单',
  '国务院办公厅',
  '2019年3月1日',
  '附件',
  '第三批节水改革举措推广清单',
  ['序号', '改革举措', '主要内容', '指导部门', '推广范围'].join('\t'),
  ['1', '合同管水机制', '用水单位与节水公司签订合同。', '水利部、最高人民法院', '全国'].join('\t'),
  ['2', '再生水定价办法', '由市场确定再生水价格。', '国家发展改革委', '6个试验地区'].join('\t'),
  ['3', '水权交易凭证', '发放水权交易凭证。', '水利部', '6个试验地区'].join('\t'),
]);

const plans = openPlans({ corpusDir: dir });
const ask = (plan: string, text: string, ...history: readonly string[]) => {
  const bot = plans.bot(plan);
  if (!bot) throw new Error(`no plan ${plan}`);
  return bot.ask({ text, history });
};

describe('a plan that was only brought in', () => {
  it.each([
    ['2025年在岗兽医大专以上比例要达到多少', '75%'],
    ['2022年在岗兽医专科以上学历比例是多少', '60%'],
    ['研发投入占营收要达到多少', '2%'],
    ['2025年圈舍覆盖率要达到多少', '2025年73%'],
    ['各市细则多久之内要制定', '30日内'],
    ['讲座进展多久通报一次', '每季度'],
    ['入驻孵化园的合作社补多少钱', '8万元'],
    ['这个方案管几年', '有效期3年'],
    ['省教育厅什么时候转发的', '2021年8月3日'],
    ['省政府办公厅哪天印发的', '2021年7月6日'],
    ['（一）到（三）里哪条没有省财政厅', '补助合作社'],
    ['省财政厅出现在几项的责任单位里', '共1项'],
    ['第（三）条讲什么', '巡回讲座'],
    ['建设养殖学院由谁配合', '省财政厅'],
  ])('%s', (question, says) => {
    const answer = ask('yunzhou', question);
    expect([answer.status, answer.text]).toEqual(['answered', expect.stringContaining(says)]);
  });

  it('设立实训站由谁负责', () => {
    const answer = ask('yunzhou', '设立实训站由谁负责');
    expect([answer.status, answer.text, answer.citations]).toEqual([
      'not_found',
      expect.stringContaining('没有写“设立实训站”的责任单位'),
      [],
    ]);
  });
});

describe('a table whose rows are the tasks', () => {
  it.each([
    ['合同管水机制由谁指导', '指导部门：水利部、最高人民法院'],
    ['最高法指导了哪几项', '最高人民法院指导的任务共1项'],
    ['水利部负责几项', '水利部指导的任务共2项'],
    ['推广范围只写6个试验地区的有几项', '共2项'],
    ['在全国推广的是哪几项', '合同管水机制'],
    ['水权交易凭证的推广范围是什么', '6个试验地区'],
    ['清单第2项讲的是啥', '再生水定价办法'],
    ['这批改革举措总共多少项', '共5项'],
    ['水权交易凭证在全国推广，对吗', '不是'],
  ])('%s', (question, says) => {
    const answer = ask('list', question);
    expect([answer.status, answer.text]).toEqual(['answered', expect.stringContaining(says)]);
  });
});
