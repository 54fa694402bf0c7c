import type { Plan } from '../types.ts';
import type { Welcome } from './work.ts';

/** The line with which the bot introduces itself, for one plan. */
export const welcomeOf = ({ document, tasks, indicators, actions }: Plan, examples: readonly string[]): Welcome => ({
  text: [
    `您好，我是问计，只回答《${document.title}》（${document.number}）里写了的内容：哪项任务由谁负责、谁支持，某年要达到什么目标，原文怎么写、写在哪一条。`,
    `共${actions.length}个行动、${tasks.length}项任务、${indicators.length}个指标。群里 @ 我提问，单聊直接问。`,
  ].join('\n'),
  examples,
});
