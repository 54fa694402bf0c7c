import { describe, expect, it } from 'vitest';
import { ask } from '../helper.ts';

describe('a unit in one part and not in the other', () => {
  it.each([
    ['正文写了国际港务区附件没写的任务', [30, 31]],
    ['哪些任务正文有各区县而附件没有', [4]],
    ['附件没列陕西证监局、正文列了的有哪些', [2, 3, 47, 48]],
    ['只在正文里写了浐灞生态区的任务', [23]],
    ['陕西证监局只在正文里支持的任务', [2, 3, 47, 48]],
    ['附件里没有而正文里有的责任单位', [4, 23, 30, 31]],
    ['哪些责任单位正文写了附件没写', [4, 23, 30, 31]],
    ['只在附件里写了支持单位的任务', []],
    ['附件里市发改委只在哪项里', [8, 21, 24, 54]],
  ])('%s', (question, tasks) => {
    expect(ask(question).tasks).toEqual(tasks);
  });
});

describe('units as they are printed', () => {
  it.each([
    ['责任单位印成灞桥生态区的任务', [25, 26]],
    ['附件里写作“陕西银监局”的任务', [23, 38]],
    ['支持单位写的是“人行西安分行”（不带营管部、营业部）的任务', [29, 30, 31, 46, 54]],
    ['灞桥生态区负责哪些任务', [23, 25, 26, 29, 30, 31, 51, 53]],
  ])('%s', (question, tasks) => {
    expect(ask(question).tasks).toEqual(tasks);
  });
});
