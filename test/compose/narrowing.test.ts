import { describe, expect, it } from 'vitest';
import { ask } from '../helper.ts';

/** The answer to the last of a conversation. */
const lastOf = (...conversation: readonly string[]) => ask(conversation.at(-1) ?? '', ...conversation.slice(0, -1));

describe('a list, and what is said of it', () => {
  it.each([
    [
      ['第五个行动是什么', '有哪几项任务'],
      [19, 20, 21, 22],
    ],
    [
      ['第十个行动有哪些任务', '一共几项任务'],
      [35, 36, 37, 38],
    ],
    [['绿色金融行动有哪些任务', '这四项里市投资局负责的'], [25]],
    [
      ['绿色金融行动有哪些任务', '这4个都归谁'],
      [23, 24, 25, 26],
    ],
    [
      ['高新区负责哪些任务', '其中属于科技金融行动的'],
      [10, 11, 15],
    ],
    [['高新区负责哪些任务', '其中提到科创板的'], [10]],
    [
      ['高新区负责哪些任务', '不含市财政局的呢'],
      [10, 15, 21, 29, 30, 31, 44, 50],
    ],
    [
      ['高新区负责哪些任务', '不包括市科技局的'],
      [9, 15, 21, 29, 30, 31, 44, 50],
    ],
    [
      ['高新区负责哪些任务', '哪些是和市财政局一块的'],
      [9, 11],
    ],
    [
      ['高新区参与哪些任务', '不支持的'],
      [9, 10, 11, 15, 21, 29, 30, 31, 44, 50],
    ],
    [
      ['哪些任务写了金额', '2021年的'],
      [9, 11],
    ],
    [['哪些任务正文和附件不一致', '第2个哪里不一样'], [2]],
    [
      ['高新区负责哪些任务', '除了天然气那个'],
      [9, 10, 11, 15, 29, 30, 31, 44, 50],
    ],
    [['高新区负责哪些任务', '最后一项是啥'], [50]],
    [['第十个行动有哪些任务', '倒数第二项谁负责'], [37]],
  ])('%j', (conversation, tasks) => {
    expect(lastOf(...conversation).tasks).toEqual(tasks);
  });

  it('去掉绿色金融的: none of that action', () => {
    const { text, tasks } = lastOf('陕西证监局支持哪些任务', '去掉绿色金融的');
    expect(text).toContain('不含绿色金融引领行动');
    expect(tasks.filter((task) => task >= 23 && task <= 26)).toEqual([]);
  });

  it('后头两年呢: the last two years, not the first', () => {
    expect(lastOf('哪些任务写了金额', '后头两年呢').text).toContain('2021、2022年写有金额的任务');
  });

  it('反过来呢: who is responsible and who supports, exchanged', () => {
    expect(lastOf('市财政局负责、陕西证监局支持的任务', '反过来呢').text).toContain(
      '市财政局支持、陕西证监局负责的任务',
    );
    expect(lastOf('供应链金融谁负责', '反过来呢').text.split('\n')[0]).toContain('支持单位');
  });

  it('各有几项任务: each of the actions before', () => {
    const { text } = lastOf('普惠和农村两个行动有哪些任务', '各有几项任务');
    expect(text).toContain('普惠金融发展行动：3项');
    expect(text).toContain('农村金融振兴行动：4项');
  });

  it('支持的没有: asks whether, and denies nothing', () => {
    expect(lastOf('高新区参与哪些任务', '支持的没有').text).not.toContain('不支持');
  });

  it('计划一共多少项任务: asked of the whole plan', () => {
    expect(lastOf('第十个行动有哪些任务', '计划一共多少项任务').tasks).toHaveLength(57);
  });
});

describe('what stands in a place of each action', () => {
  it.each([
    ['每个行动的最后一项任务', 15, 4],
    ['各个行动的第一项任务是什么', 15, 1],
    ['每个行动的前两项任务', 30, 1],
  ])('%s', (question, count, first) => {
    const { tasks } = ask(question);
    expect(tasks).toHaveLength(count);
    expect(tasks[0]).toBe(first);
  });
});

describe('to whom the document is addressed', () => {
  it.each(['主送单位', '主送哪些单位', '这个文件发给谁', '文件是印发给谁的'])('%s', (question) => {
    expect(ask(question).text).toContain('主送：各区、县人民政府，市人民政府各工作部门、各直属机构');
  });
});

describe('why two places differ', () => {
  it.each(['为啥第26项正文附件不一样', '咋回事，第26项两处不一样'])('%s: how they do', (question) => {
    expect(ask(question).text).toContain('浐灞生态区印作“灞桥生态区”');
  });
});
