import { describe, expect, it } from 'vitest';
import { openPlans } from '../../src/plans/plans.ts';
import { plansFolder } from './put-plan.ts';

const { dir, put } = plansFolder('compared');

put('shanzhou', [
  '山州省人民政府办公厅',
  '2023年4月7日',
  '山州省特色牧场行动方案（2023-2027年）',
  '一、重点牧场',
  '（一）青石茶叶牧场。建成名园。2023年，推进50个改造工程，总投资约250亿元，营业收入预计超1000亿元；到2027年，营业收入预计超2000亿元。（责任单位：省工信厅）',
  '（二）白鹭果品牧场。建成名园。2023年，推进81个改造工程，总投资约118亿元，营业收入预计超960亿元；到2027年，营业收入预计超1150亿元。（责任单位：省工信厅）',
  '（三）长滩菌菇牧场。建成名园。2023年，推进20个改造工程，总投资约900亿元，营业收入预计超550亿元；到2027年，营业收入预计超750亿元。（责任单位：省工信厅）',
  '二、其他产业',
  '（一）延伸链条。2025年，山货加工产业主要收入超400亿元。2025年，林下种植产业收入超550亿元。（责任单位：省农业厅）',
  '（二）降低损耗。到2025年，连续加工范围95%以上，竹材、板材行业损耗占比分别在7%、2%以下。（责任单位：省农业厅）',
  '三、保障措施',
  '（一）加强领导。各市抓好落实。（责任单位：省工信厅）',
]);

const plans = openPlans({ corpusDir: dir });
const ask = (text: string) => {
  const bot = plans.bot('shanzhou');
  if (!bot) throw new Error('no plan');
  return bot.ask({ text, history: [] });
};

describe('things that the plan calls by one noun are compared by what their figures count', () => {
  it.each([
    ['2023年哪些牧场总投资超过200亿', [1, 3]],
    ['23年营收超过900亿的牧场', [1, 2]],
    ['27年营业收入超两千亿的牧场有几个', [1]],
    ['27年营收能上2000亿的是哪几个牧场', [1]],
    ['27年营业收入超一千亿的牧场有几个', [1, 2]],
  ])('%s', (question, tasks) => {
    expect(ask(question).tasks).toEqual(tasks);
  });

  it.each([
    ['23年改造工程最多的牧场是哪个', '第2项“白鹭果品牧场”的改造工程：2023年81个'],
    ['27年营业收入最高的牧场是哪个', '第1项“青石茶叶牧场”的营业收入预计：2027年超2000亿元'],
    ['哪个牧场23年总投资最多', '第3项“长滩菌菇牧场”的总投资：2023年约900亿元'],
    ['23年总投资最少的牧场', '第2项“白鹭果品牧场”的总投资：2023年约118亿元'],
  ])('%s', (question, says) => {
    expect(ask(question).text).toContain(says);
  });
});

describe('of things that are named, which has more', () => {
  it.each([
    ['青石茶叶跟白鹭果品 27年谁的营收高', '最大的是第1项“青石茶叶牧场”', '超2000亿元'],
    ['青石茶叶牧场和长滩菌菇牧场23年总投资哪个多', '最大的是第3项“长滩菌菇牧场”', '900亿元'],
    ['青石茶叶牧场和白鹭果品牧场23年营收哪个少', '最小的是第2项“白鹭果品牧场”', '超960亿元'],
    ['青石茶叶跟长滩菌菇 23年谁的总投资高 高多少', '第3项“长滩菌菇牧场”的总投资', '250-900=-650'],
    ['山货加工和林下种植25年收入哪个高', '最大的是林下种植产业收入', '超550亿元'],
    ['山货加工跟林下种植25年收入目标哪个高 高多少', '林下种植产业收入', '400-550=-150'],
    ['竹材跟板材25年损耗占比哪个压得更低', '最小的是板材行业损耗占比', '2%以下'],
  ])('%s', (question, which, amount) => {
    const { status, text } = ask(question);
    expect([status, text]).toEqual(['answered', expect.stringContaining(which)]);
    expect(text).toContain(amount);
  });
});
