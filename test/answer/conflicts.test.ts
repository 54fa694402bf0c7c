import { describe, expect, it } from 'vitest';
import { readCorpus } from '../../src/corpus.ts';
import { canonical } from '../../src/text.ts';
import { ask, bot, PLAN_FOLDER, task } from '../helper.ts';

const { conflicts } = readCorpus(PLAN_FOLDER);
const { plan } = bot;

describe('the reviewed contradictions', () => {
  it('name words that stand in the clauses they name', () => {
    const missing = conflicts.flatMap((conflict) =>
      conflict.kind !== 'places'
        ? []
        : conflict.places.filter(({ clause, words }) => {
            const found = plan.clauses.find(({ id }) => id === clause);
            return !canonical(found?.source.map(({ text }) => text).join('') ?? '').includes(canonical(words));
          }),
    );
    expect(missing).toEqual([]);
  });

  it('name indicators and tasks that have figures in the measure', () => {
    for (const conflict of conflicts) {
      if (conflict.kind === 'places') continue;
      const cells = task(conflict.task).row.targets.map(({ text }) => text);
      expect(cells.every((text) => new RegExp(`\\d\\s*${conflict.measure}`).test(text))).toBe(true);
    }
  });

  it('上市公司年末累计数和每年新增对得上吗: each year’s two figures, with the difference computed', () => {
    const answer = ask('上市公司年末累计数和每年新增对得上吗');
    expect(answer.text).toContain('2021年：表中年末累计数增加20家（100-80=20），附件第6项写新增10家，不一致。');
    expect(answer.computed).toContainEqual({ value: '20', formula: '100-80=20', from: ['2.table.5', 'annex.6'] });
  });

  it('2022年上市公司目标多少家: the figure, and that the annex adds up otherwise', () => {
    const answer = ask('2022年上市公司目标多少家');
    expect(answer.text.split('\n')[0]).toContain('110家');
    expect(answer.notices.map(({ code }) => code)).toContain('several_sources');
  });
});
