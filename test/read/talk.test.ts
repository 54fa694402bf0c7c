import { describe, expect, it } from 'vitest';
import { ask } from '../helper.ts';
import { shown } from './reading.ts';

describe('what people say of their own asking', () => {
  it.each([
    ['写稿子要用，高新区负责哪些任务', '高新区负责哪些任务'],
    ['主任明天讲话要用，保费收入2021年多少', '保费收入2021年多少'],
    ['老板催着要，经开区支持哪几项', '经开区支持哪几项'],
    ['刚接手这摊子活，第9项谁负责', '第9项谁负责'],
    ['下午开会要讲，绿色债券谁负责', '绿色债券谁负责'],
  ])('%s says no more than %s', (said, plain) => {
    expect(shown(said)).toBe(shown(plain));
  });

  it.each(['报告由谁写', '谁负责准备讲话稿', '稿子由谁负责'])('%s asks of it', (question) => {
    expect(shown(question)).toMatch(/报告|讲话稿|稿子/u);
  });

  it.each([
    ['我是市农业农村局新来的小李，咱局要干些啥', [35, 37, 38]],
    ['我是市农业农村局规划处的老王，我们局负责哪些任务', [35, 37, 38]],
    ['市农业农村局综合处想核对一下，我们参与的任务有哪些', [35, 37, 38]],
    ['我刚调来市农业农村局，第9项谁负责', [9]],
  ])('%s says who asks', (question, tasks) => {
    expect(ask(question).tasks).toEqual(tasks);
  });
});
