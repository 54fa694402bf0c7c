import type { Draft } from '../answer/draft.ts';
import type { Choice } from '../types.ts';
import { kind } from './kind.ts';

/** A follow-up with nothing before it. */
export const dangling = kind<true>({
  name: 'dangling',
  examples: [
    '那配合单位呢？',
    '它归谁管',
    '原话是怎么写的',
    '那2021年呢',
    '谁负责',
    '支持单位是谁',
    '目标是多少',
    '那责任单位呢',
    '它的支持单位是谁',
    '下一年呢',
    '什么时候',
    '具体内容呢',
    '那它2022年的目标',
    '合计多少呢',
    '上一项呢',
  ],
  others: ['那供应链金融呢', '第二项呢', '高新区呢', '支持单位最多的是哪一项', '原文第21项'],
  find: (query) => (query.dangling ? true : undefined),
  phrase: (_, desk): Draft => {
    const task = desk.plan.tasks[0];
    const indicator = desk.plan.indicators[0];
    const choices: Choice[] = [
      ...(task
        ? [{ label: `${task.body.title}由谁负责？`, question: `${task.body.title}由谁负责？`, tasks: [task.number] }]
        : []),
      ...(indicator
        ? [{ label: `${indicator.name}各年的目标是多少？`, question: `${indicator.name}各年的目标是多少？`, tasks: [] }]
        : []),
    ];
    return { status: 'clarify', lines: [desk.say('dangling')], choices };
  },
});
