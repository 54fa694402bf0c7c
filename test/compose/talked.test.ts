import { describe, expect, it } from 'vitest';
import { ask } from '../helper.ts';

describe('what was offered', () => {
  it.each(['农户', '农户那个', '农户信用等级评价', '第一个', '1'])(
    '%s: is chosen, and asked as it was asked',
    (said) => {
      const answer = ask(said, '信用评级谁管');
      expect(answer.tasks).toEqual([37]);
      expect(answer.text).toContain('责任单位：');
    },
  );

  it('1 ⏎ 2: is chosen again until something else is asked', () => {
    const [, second] = ask('信用评级谁管').choices;
    expect(ask('2', '信用评级谁管', '1').tasks).toEqual(second?.tasks);
  });

  it('as an example is chosen by its number, not by a question that has a place in it', () => {
    expect(ask('最后一项是啥', '高新区负责哪些', '第21项比第22项早多少').tasks).not.toEqual([1, 2, 3, 4]);
  });
});

describe('a number after a list', () => {
  it('10: the task of this number in it', () => {
    expect(ask('10', '高新区负责哪些任务').tasks).toEqual([10]);
  });

  it('3: in the list by its place, in the plan by its number: which is meant is asked', () => {
    const { status, choices } = ask('3', '高新区负责哪些任务');
    expect(status).toBe('clarify');
    expect(choices.flatMap(({ tasks }) => tasks)).toEqual([11, 3]);
  });
});

describe('another topic', () => {
  it.each(['换个事，人才引进归谁', '换个话题，人才引进归谁', '说个别的，人才引进归谁', '不说这个了，人才引进归谁'])(
    '%s: takes nothing from before',
    (question) => {
      expect(ask(question, '天然气交易中心谁负责').tasks).toEqual([40]);
    },
  );

  it('换个话题，支持呢: nothing is left to ask it of', () => {
    expect(ask('换个话题，支持呢', '天然气交易中心谁负责').status).toBe('clarify');
  });
});

describe('talk', () => {
  it.each(['不用了', '算了', '没事了', '先这样吧', '回头再问', '算了，不问了', '好，先这样'])(
    '%s: one line, and the topic stays',
    (said) => {
      expect(ask(said, '天然气交易中心谁负责').text).toBe('好的，有需要随时来问。');
      expect(ask('支持呢', '天然气交易中心谁负责', said).tasks).toEqual([21]);
    },
  );
});

describe('what the plan does not say of its tasks', () => {
  it.each([
    '哪些任务还没完成',
    '有多少任务完成了',
    '哪些任务没做完',
    '供应链金融推进到哪一步了',
    '谁来考核这些任务',
    '谁负责督办',
    '评估工作谁负责',
  ])('%s', (question) => {
    const answer = ask(question);
    expect(answer.status).toBe('not_found');
    expect(answer.tasks).toEqual([]);
  });

  it('知识产权评估谁负责: beside a topic it is one of its words', () => {
    expect(ask('知识产权评估谁负责').tasks).toEqual([11]);
  });
});

describe('actions by short names that share one noun', () => {
  it.each([
    ['信用和空间建设这两个行动有哪些任务', [43, 44, 45, 50, 51, 52, 53]],
    ['文旅和能源两个行动各几项', [16, 17, 18, 19, 20, 21, 22]],
    ['文旅金融和绿色金融行动有哪些任务', [16, 17, 18, 23, 24, 25, 26]],
    ['科技金融和绿色金融行动里高新区负责的有哪些', [10, 11, 15]],
  ])('%s', (question, tasks) => {
    expect(ask(question).tasks).toEqual(tasks);
  });

  it('文旅和能源两个行动各几项: each by itself', () => {
    const { text } = ask('文旅和能源两个行动各几项');
    expect(text).toContain('文旅金融融合行动：3项');
    expect(text).toContain('能源金融集聚行动：4项');
  });
});

describe('a unit that has tasks only through a group', () => {
  it.each([
    ['哪些是和市金融工作局一块的', [1, 2, 4, 5, 6, 7, 8, 14, 34]],
    ['不含市财政局的呢', [1, 2, 5, 6, 7, 8, 14]],
  ])('碑林区负责哪些 ⏎ %s: of the group from then on', (question, tasks) => {
    expect(ask(question, '碑林区负责哪些').tasks).toEqual(tasks);
  });
});
