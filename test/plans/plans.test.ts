import { rmSync } from 'node:fs';
import { basename } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openPlans } from '../../src/plans/plans.ts';
import { ask as askFirst } from '../helper.ts';
import { threeFolders } from './second-plan.ts';

const { dir, first, second } = threeFolders();
const broken: string[] = [];
const plans = openPlans({ corpusDir: dir, onBroken: (folder) => broken.push(basename(folder)) });
afterAll(() => rmSync(dir, { recursive: true }));

const ask = (text: string, ...history: readonly string[]) => plans.ask({ text, history });
const cited = (text: string, ...history: readonly string[]): readonly string[] => [
  ...new Set(ask(text, ...history).citations.map(({ plan }) => plan)),
];

describe('folders', () => {
  it('one that cannot be used is told, and does not stop the others', () => {
    expect(broken).toEqual(['broken']);
    expect(plans.ids).toEqual([second, first]);
  });

  it('a single plan answers as it does alone', () => {
    const question = '天然气交易中心由谁负责？';
    expect(openPlans().ask({ text: question, history: [] })).toEqual(askFirst(question));
  });
});

describe('which plan is asked', () => {
  it.each([
    ['海政办发〔2020〕31号由谁印发', second],
    ['市政办发〔2020〕9号由谁印发', first],
    ['《海州沿海港口物流中心发展行动计划》有几项任务', second],
    ['港口物流方案的文号是多少', second],
    ['丝绸之路金融中心发展行动计划哪天印发的', first],
    ['天然气交易中心由谁负责？', first],
    ['液化石油交易中心由谁负责？', second],
    ['2021年物流业增加值目标是多少？', second],
    ['临港区要干哪几件事？', second],
  ])('%s', (question, plan) => {
    expect(cited(question)).toEqual([plan]);
    expect(ask(question).text).toMatch(plan === second ? /^《海州/ : /^《西安/);
  });

  it('each plan in its own words where both say it', () => {
    const answer = ask('文号是多少');
    expect(cited('文号是多少')).toEqual([second, first]);
    expect(answer.text.split('\n\n')).toHaveLength(3);
  });

  it('nowhere written: both were searched', () => {
    expect(ask('火星基地归谁负责').status).toBe('not_found');
    expect(ask('火星基地归谁负责').text).toContain('已查2个计划');
  });

  it('市财政局在哪几个方案里有任务, 临港区在哪几个方案里有任务', () => {
    expect(cited('市财政局在哪几个方案里有任务')).toEqual([second, first]);
    expect(cited('临港区在哪几个方案里有任务')).toEqual([second]);
  });
});

describe('a conversation keeps its plan', () => {
  it.each([
    ['支持单位呢', second, '液化石油交易中心由谁负责？'],
    ['市财政局负责哪些任务', second, '液化石油交易中心由谁负责？'],
    ['天然气交易中心由谁负责', first, '液化石油交易中心由谁负责？'],
    ['2', first, '文号是多少'],
    ['第一个', second, '文号是多少'],
  ])('%s', (question, plan, before) => {
    expect(cited(question, before)).toEqual([plan]);
  });

  it('and the new one after it moved', () => {
    expect(cited('支持单位呢', '液化石油交易中心由谁负责？', '天然气交易中心由谁负责')).toEqual([first]);
  });
});

describe('of plans that were listed one is chosen', () => {
  const listed = '市财政局在哪几个方案里有任务';
  it.each([
    ['第一个方案里它负责哪几项', second],
    ['第二个方案里它负责哪几项', first],
    ['第二个呢', first],
    ['港口物流那个呢', second],
    ['丝绸之路那个方案里它有哪些任务', first],
  ])('%s', (question, plan) => {
    const answer = ask(question, listed);
    expect(cited(question, listed)).toEqual([plan]);
    expect(answer.text.split('\n')[1]).toMatch(/^市财政局负责/);
    expect(answer.tasks.length).toBeGreaterThan(0);
  });

  it('市财政局在哪几个方案里有任务 is asked of all, whatever plan was spoken of', () => {
    expect(cited(listed, '天然气交易中心由谁负责？')).toEqual([second, first]);
  });

  it('and stays', () => {
    expect(cited('市教育局呢', listed, '第二个方案里它负责哪几项')).toEqual([first]);
  });
});
