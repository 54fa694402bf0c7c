import type { RoleSaid } from './oracle.ts';

/**
 * The table of wordings, slot by slot; sentences are composed of these and of nothing else.
 * `{u}`, `{v}`: units; `{也}`: filled with 也 where the sentence goes on in the same direction.
 */

export type Polarity = '+' | '-';
export type Shape = 'list' | 'count' | 'by action' | 'by unit';

/** One unit in a role, as an attribute before 的任务. */
export const CONDITIONS: Readonly<Record<RoleSaid, Readonly<Record<Polarity, readonly string[]>>>> = {
  responsible: {
    '+': [
      '{u}{也}负责',
      '{u}{也}负责',
      '{也}由{u}负责',
      '责任单位里{也}有{u}',
      '责任单位{也}有{u}',
      '{u}{也}是责任单位',
      '{u}{也}承担',
    ],
    '-': [
      '{u}{也}不负责',
      '{u}{也}不负责',
      '{也}不由{u}负责',
      '责任单位里{也}没有{u}',
      '{u}{也}不是责任单位',
      '责任单位{也}不含{u}',
      '{u}{也}没有负责',
    ],
  },
  supporting: {
    '+': [
      '{u}{也}支持',
      '{u}{也}支持',
      '{u}{也}配合',
      '支持单位里{也}有{u}',
      '支持单位{也}有{u}',
      '{u}{也}是支持单位',
      '{u}{也}做支持单位',
    ],
    '-': [
      '{u}{也}不支持',
      '{u}{也}不支持',
      '支持单位里{也}没有{u}',
      '{u}{也}不是支持单位',
      '支持单位{也}不包括{u}',
      '{u}{也}不做支持单位',
    ],
  },
  any: {
    '+': ['{u}{也}参与', '{u}{也}参与', '{也}有{u}参与', '{u}{也}参加', '{u}{也}有份'],
    '-': ['{u}{也}不参与', '{u}{也}不参与', '{u}{也}没有参与', '{也}没有{u}参与', '{u}{也}没份'],
  },
};

/** Two conditions into one attribute. `{b+}` is the second with 也. */
export const JOINERS: Readonly<Record<`${Polarity}${Polarity}`, readonly string[]>> = {
  '++': ['{a}、{b+}', '{a}，{b+}', '{a}同时{b+}', '{a}而且{b+}', '{a}并且{b+}'],
  '+-': ['{a}、{b}', '{a}但{b}', '{a}而{b}', '{a}，{b}', '{a}但是{b}', '{a}，但{b}'],
  '-+': ['{a}、{b}', '{a}但{b}', '{a}而{b}', '{a}，{b}', '{a}但是{b}'],
  '--': ['{a}、{b+}', '{a}，{b+}', '{a}而且{b+}', '{a}并且{b+}'],
};

/** Two units in the same role, said together. */
export const TOGETHER: Readonly<Record<RoleSaid, Readonly<Record<`${Polarity}${Polarity}`, readonly string[]>>>> = {
  responsible: {
    '++': [
      '{u}和{v}都负责',
      '{u}、{v}共同负责',
      '{u}跟{v}一起负责',
      '责任单位里{u}和{v}都有',
      '责任单位同时有{u}和{v}',
    ],
    '+-': ['责任单位里有{u}但没有{v}', '责任单位有{u}、没有{v}', '由{u}负责而不由{v}负责'],
    '-+': ['责任单位里没有{u}但有{v}', '责任单位没有{u}、有{v}', '不由{u}负责而由{v}负责'],
    '--': ['{u}和{v}都不负责', '{u}、{v}都不负责', '责任单位里{u}和{v}都没有', '既不由{u}负责也不由{v}负责'],
  },
  supporting: {
    '++': [
      '{u}和{v}都支持',
      '{u}、{v}共同支持',
      '{u}跟{v}一起支持',
      '支持单位里{u}和{v}都有',
      '支持单位同时有{u}和{v}',
    ],
    '+-': ['支持单位里有{u}但没有{v}', '支持单位有{u}、没有{v}'],
    '-+': ['支持单位里没有{u}但有{v}', '支持单位没有{u}、有{v}'],
    '--': ['{u}和{v}都不支持', '{u}、{v}都不支持', '支持单位里{u}和{v}都没有'],
  },
  any: {
    '++': ['{u}和{v}都参与', '{u}、{v}共同参与', '{u}跟{v}都有份', '{u}与{v}都参加'],
    '+-': ['有{u}参与但没有{v}参与', '{u}参与而{v}没参与'],
    '-+': ['没有{u}参与但有{v}参与', '{u}没参与而{v}参与'],
    '--': ['{u}和{v}都不参与', '{u}、{v}都没有参与', '{u}和{v}都没份'],
  },
};

/**
 * Whole questions. `{YA}`: year and action in either order, empty when there is none; `{Y}`, `{A}`, `{T}`: only with a
 * year, an action (科技金融催化行动里, 科技金融催化行动); `{C}`: the conditions; `{a}`, `{b}`: the first and second apart;
 * `{n}`: the second, which is negated, without its negation.
 */
export const FRAMES: Readonly<Record<Shape, readonly string[]>> = {
  list: [
    '{YA}{C}的任务有哪些',
    '{YA}{C}的有哪些',
    '{YA}{C}的是哪几项',
    '{YA}{C}的都有哪些任务',
    '{YA}有哪些任务是{C}的',
    '列出{YA}{C}的任务',
    '请把{YA}{C}的任务列一下',
    '我想看{YA}{C}的任务',
    '帮我查一下{YA}{C}的任务',
    '{A}{C}的任务，{Y}的目标是什么',
    '{C}的任务{Y}要做到什么程度',
    '{C}的任务{Y}分别要做什么',
    '{Y}{C}的任务里属于{T}的有哪些',
    '{C}的任务里，属于{T}的有哪些',
    '{YA}{a}的任务里，{b}的有哪些',
    '{YA}{a}的任务中，{b}的是哪几项',
    '{YA}{a}的任务，除了{n}的还有哪些',
    '{YA}{a}的任务里去掉{n}的，还剩哪些',
  ],
  count: [
    '{YA}{C}的任务有几项',
    '{YA}{C}的任务一共有多少项',
    '{YA}有几项任务是{C}的',
    '{YA}{C}的有几项',
    '{YA}{C}的总共几个任务',
    '数一下{YA}{C}的任务有多少',
    '{C}的任务里，属于{T}的有几项',
    '{YA}{a}的任务里，{b}的有几项',
    '{YA}{a}的任务去掉{n}的还有几项',
  ],
  'by action': [
    '{YA}{C}的任务按行动分一下',
    '{YA}{C}的任务按行动分别有哪些',
    '把{YA}{C}的任务按行动列出来',
    '{YA}{C}的任务按行动归类',
    '按行动统计{YA}{C}的任务',
    '{YA}{C}的任务在各个行动里分别有几项',
  ],
  'by unit': [
    '{YA}{C}的任务按责任单位分一下',
    '{YA}{C}的任务按责任单位分别有哪些',
    '把{YA}{C}的任务按责任单位列出来',
    '{YA}{C}的任务按责任单位归类',
    '按责任单位统计{YA}{C}的任务',
    '{YA}{C}的任务，各责任单位分别有几项',
  ],
};

export const YEARS: readonly string[] = ['{year}年', '{year}年', '{year}年度', '{short}年'];
export const ACTIONS: readonly string[] = [
  '{title}里',
  '{title}中',
  '{title}里面',
  '第{ordinal}个行动里',
  '在{title}里，',
];
/** Before frames that open with the set itself. */
export const BEFORE: readonly string[] = ['', '', '', '', '', '请问', '麻烦问下，', '想了解一下'];
export const AFTER: readonly string[] = ['', '', '', '？', '。', '?', '，谢谢'];
