import { describe, expect, it } from 'vitest';
import { ask } from '../helper.ts';

describe('a name that is looked for in texts stands in no role', () => {
  it.each([
    ['附件目标里写到高新区的有哪些', [9, 44]],
    ['附件2022年目标提到高新区的任务', [44]],
    ['哪几项的年度目标里写了银保监局', [16]],
    ['目标任务里出现浐灞生态区的有几项', [25, 26]],
    ['目标里写了曲江的任务', [18, 57]],
    ['附件目标里写到高新区、责任单位又有高新区的有哪些', [9, 44]],
    ['附件目标提到财政局的有吗', []],
  ])('%s', (question, tasks) => expect(ask(question).tasks).toEqual(tasks));
});
