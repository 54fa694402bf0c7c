import { describe, expect, it } from 'vitest';
import { BUILDS } from '../../src/compose/assemble.ts';
import { type Build, made, query } from '../../src/compose/assembled.ts';
import { taskSet } from '../../src/compose/productions/task-set.ts';
import { has, unitsOf, wants } from '../../src/compose/said.ts';
import { ALL_TASKS, where } from '../../src/compose/sets.ts';
import { answered } from '../execute/sets-desk.ts';
import { bestOf, botWith, langWith, leftBy, partsOf } from './extended.ts';

const SENTENCE = '高新区负责的任务比曲江新区多几项';

/** 甲负责的任务比乙多几项: how many each of them has. */
const compared: Build = (parts) => {
  const [units, role] = [unitsOf(parts), parts.clauses[0]?.role ?? 'any'];
  if (!has(parts, 'more', 'less') || !has(parts, 'than') || units.length < 2 || !wants(parts, 'howMany'))
    return undefined;
  const of = where(ALL_TASKS, [{ test: 'has', role, units, every: false }]);
  return made('compared', query(parts, of, { asks: [{ ask: 'group', by: 'unit', role, show: 'count', units }] }), {
    uses: ['clauses', 'heads', 'wanted'],
    operators: ['more', 'less', 'than'],
  });
};

describe('an operator', () => {
  it('in another wording is a row, and means what its fellows mean', () => {
    const bot = botWith(langWith({ file: 'zh/operators.json', key: 'except', word: '撇下' }));
    const [asked, known] = ['撇下第21项，高新区还负责什么', '除了第21项，高新区还负责什么'].map(
      (text) => bot.ask({ text, history: [] }).text,
    );
    expect(asked).toBe(known);
  });

  it('that a production does not use stays unread, and is not passed over', () => {
    const parts = partsOf(SENTENCE);
    const assembled = taskSet(parts);
    expect(assembled && leftBy(assembled, parts)).toEqual(['比', '多']);
  });

  it('is used by the production that says so, which then leaves least unread', () => {
    const parts = partsOf(SENTENCE);
    const best = bestOf(parts, [compared, ...BUILDS]);
    expect(best?.name).toBe('compared');
    expect(best && leftBy(best, parts)).toEqual([]);
    const told = best && answered(best.query);
    expect(told?.answer.text).toContain('高新区负责：10项');
    expect(told?.answer.text).toContain('曲江新区负责：2项');
    expect(told?.faults).toEqual([]);
  });

  it('of a production changes no sentence that has it not', () => {
    for (const sentence of ['高新区负责的任务有几项', '高新区、曲江新区各负责几项', '2021年保费收入比2020年多多少']) {
      const parts = partsOf(sentence);
      expect(bestOf(parts, [compared, ...BUILDS])?.name, sentence).toBe(bestOf(parts, BUILDS)?.name);
    }
  });
});
