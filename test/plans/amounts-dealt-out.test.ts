import { describe, expect, it } from 'vitest';
import { plansFolder } from './put-plan.ts';

const { put, asking } = plansFolder('dealt');

put('haizhou', [
  '海州省人民政府办公厅',
  '2025年3月1日',
  '海州省渔业技术培育方案（2025－2027年）',
  '一、总体要求',
  '提升渔业技术水平。',
  '二、重点任务',
  '（一）举办技术交流。依托渔港基地，每年开展不少于4场，3年不少于15场渔业技术研讨和学术观摩活动，加快成果推广。（责任单位：省农业厅）',
  '（二）推荐示范主体。省水产厅每年推荐水产型合作社、深海养殖企业分别不低于60家、20家；省商务厅每年推荐外贸企业30家以上。（责任单位：省水产厅、省商务厅）',
  '（三）分层服务。每年向园区萌芽层、成长层和壮大层分别推送企业90家、40家和10家以上。（责任单位：省工信厅）',
  '（四）奖励标准制定。对主持国际、国家、行业标准制修订的企业，每个项目分别资助33万元、22万元、11万元；对获得海州省渔业奖一等奖、二等奖、三等奖和优秀奖的单位，每项分别奖励40万元、25万元、12万元、6万元。（责任单位：省财政厅）',
  '（五）建设码头。按照新建、改建、租赁的建设方式，分别给予每个泊位8万元、3万元、1万元补贴。对连锁经营8家以上水产摊点、加工收入达到200万元以上的，一次性奖励15万元；连锁经营20家以上、加工收入达到600万元以上的，一次性奖励35万元。（责任单位：省交通厅）',
]);

const ask = asking('haizhou');

describe('an amount for a year and one for several years together', () => {
  it.each([
    ['渔业技术研讨每年几场', ['每年不少于4场'], ['15场']],
    ['渔业技术研讨3年多少场', ['3年共不少于15场'], ['4场', '计算']],
    ['渔业技术研讨三年一共办几场', ['3年共不少于15场'], ['4场', '计算']],
    ['渔业技术研讨总共要办几场', ['3年共不少于15场'], ['计算']],
    ['渔业技术研讨每年办几场，3年几场', ['每年不少于4场', '3年共不少于15场'], ['计算']],
  ])('%s', (question, says, never) => {
    const told = ask(question).text.replace(/正文[^\n]*/gu, '');
    for (const one of says) expect(told).toContain(one);
    for (const one of never) expect(told).not.toContain(one);
  });

  it.each([
    ['渔业技术研讨每年不少于15场对吗', false],
    ['渔业技术研讨每年不少于4场对吗', true],
    ['渔业技术研讨三年不少于15场对吗', true],
  ])('%s', (question, verdict) => {
    expect(ask(question).verdict).toBe(verdict);
  });
});

describe('amounts dealt out to several names', () => {
  it.each([
    ['省水产厅每年推荐多少家', ['水产型合作社：每年不低于60家', '深海养殖企业：每年不少于20家']],
    ['工信厅每年给园区各层推多少家企业', ['萌芽层：每年不少于90家', '成长层：每年不少于40家', '壮大层：每年10家以上']],
    ['码头每个泊位补多少', ['新建：8万元', '改建：3万元', '租赁：1万元']],
  ])('all of them, where none is named: %s', (question, says) => {
    const { text } = ask(question);
    for (const one of says) expect(text).toContain(one);
  });

  it.each([
    ['每年向园区成长层推多少家', '成长层：每年不少于40家'],
    ['主持行业标准制修订资助多少', '行业标准制修订：11万元'],
    ['主持国际标准制修订给多少钱', '国际标准制修订：33万元'],
    ['海州省渔业奖二等奖给多少钱', '二等奖：25万元'],
    ['海州省渔业奖优秀奖奖多少', '优秀奖：6万元'],
    ['租赁的每个泊位补多少', '租赁：1万元'],
  ])('the one that is named: %s', (question, says) => {
    const told = ask(question).text.replace(/正文[^\n]*/gu, '');
    expect(told).toContain(says);
    expect(told.match(/\d+[万家]/gu)).toHaveLength(1);
  });
});

describe('one case of several', () => {
  it.each([
    ['连锁20家以上加工收入要多少', '加工收入：600万元以上'],
    ['连锁经营20家以上奖多少', '一次性奖励：35万元'],
    ['连锁8家奖多少', '一次性奖励：15万元'],
    ['连锁25家的奖多少', '一次性奖励：35万元'],
    ['加工收入700万的奖多少', '一次性奖励：35万元'],
  ])('the one that is meant: %s', (question, says) => {
    const told = ask(question).text.replace(/正文[^\n]*/gu, '');
    expect(told).toContain(says);
    expect(told.match(/\d+万/gu)).toHaveLength(1);
  });

  it.each([
    ['连锁20家以上奖15万对吗', false],
    ['连锁20家以上奖35万对吗', true],
    ['连锁8家以上加工收入要200万吧', true],
    ['连锁8家以上加工收入要600万吧', false],
  ])('%s', (question, verdict) => {
    expect(ask(question).verdict).toBe(verdict);
  });

  it.each([
    ['加工收入有要求吗', '加工收入：600万元以上'],
    ['那8家的呢', '一次性奖励：15万元'],
    ['租赁的每个泊位补多少', '租赁：1万元'],
  ])('is kept in what is asked next, where that is asked of it: %s', (next, says) => {
    expect(ask(next, '连锁经营20家以上奖多少').text).toContain(says);
  });
});
