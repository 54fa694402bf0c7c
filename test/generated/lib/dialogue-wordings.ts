import type { RoleSaid } from './oracle.ts';

/** The table of wordings of dialogues. `{u}`: the unit asked about first, `{x}`: another one, `{n}`: a task's number. */

export const FIRST: Readonly<Record<RoleSaid, readonly string[]>> = {
  responsible: ['{u}负责哪些任务', '{u}负责的任务有哪些', '列一下{u}负责的任务', '哪些任务由{u}负责'],
  supporting: ['{u}支持哪些任务', '{u}支持的任务有哪些', '列一下{u}支持的任务', '支持单位里有{u}的任务有哪些'],
  any: ['{u}参与哪些任务', '{u}参与的任务有哪些', '有{u}参与的任务列一下'],
};

export const YEAR = ['其中{y}年的目标', '{y}年的目标呢', '其中{y}年要做什么', '{y}年呢'];
export const OTHER_UNIT = ['那{x}呢', '{x}呢', '换成{x}', '那{x}的呢'];
export const OTHER_ROLE = {
  responsible: ['负责的呢', '那负责的呢', '负责的有哪些'],
  supporting: ['支持的呢', '那支持的呢', '配合的呢', '支持的有哪些'],
} as const;
export const FIGURES = ['只要有数字的', '其中有数字的', '有数字的有哪些', '只看有具体数字的'];
export const WITHOUT_TASK = ['去掉第{n}项', '不要第{n}项', '把第{n}项去掉', '除了第{n}项呢'];
export const WITHOUT_UNIT: Readonly<Record<RoleSaid, readonly string[]>> = {
  responsible: ['去掉{x}负责的', '不要{x}也负责的', '把{x}负责的去掉'],
  supporting: ['去掉{x}支持的', '不要{x}也支持的', '把{x}支持的去掉'],
  any: ['去掉{x}的', '去掉{x}参与的', '不要{x}参与的', '把有{x}的去掉'],
};
export const ADD: Readonly<Record<RoleSaid, readonly string[]>> = {
  responsible: ['加上{x}负责的', '再加上{x}负责的', '把{x}负责的也加上'],
  supporting: ['加上{x}支持的', '再加上{x}支持的', '把{x}支持的也加上'],
  any: ['加上{x}参与的', '再加上{x}参与的', '把{x}参与的也加上'],
};
/** When a unit has the same tasks whatever the role, its role need not be said. */
export const ADD_PLAIN = ['加上{x}的', '再加上{x}的'];
export const AMONG: Readonly<Record<RoleSaid, readonly string[]>> = {
  responsible: ['其中{x}也负责的', '其中{x}也负责的有哪些', '这里面{x}也负责的是哪几项'],
  supporting: ['其中{x}支持的', '其中{x}支持的有哪些', '这里面{x}支持的是哪几项'],
  any: ['其中{x}也参与的', '这些里面哪些{x}也参与', '里面有{x}参与的是哪几项'],
};
export const AMONG_NOT: Readonly<Record<RoleSaid, readonly string[]>> = {
  responsible: ['其中{x}不负责的', '其中不由{x}负责的有哪些'],
  supporting: ['其中{x}不支持的', '这里面支持单位没有{x}的有哪些'],
  any: ['其中{x}不参与的', '这些里面没有{x}参与的是哪几项'],
};
export const COUNT = ['一共几项', '共几项', '总共多少项', '有几项'];
/** The item of the list as it was shown; `{k}`: second, third, last. */
export const ITEM = ['{k}的原文', '{k}原文是什么', '看一下{k}的原文', '{k}是怎么写的'];
export const PLACES: readonly { readonly said: readonly string[]; readonly at: number }[] = [
  { said: ['第一个', '第一条'], at: 0 },
  { said: ['第二个', '第二条'], at: 1 },
  { said: ['第三个', '第三条'], at: 2 },
  { said: ['最后一个', '最后一条'], at: -1 },
  { said: ['倒数第二个'], at: -2 },
];
export const MORE = ['还有别的吗', '还有吗', '还有其他的吗', '就这些吗'];
