import { describe, expect, it } from 'vitest';
import { createCutter } from '../../src/search/cut.ts';
import { createSearch } from '../../src/search/search.ts';
import { termsOf } from '../../src/search/terms.ts';
import type { Passage, Topic } from '../../src/types.ts';

const topic = (number: number): Topic => ({
  id: `task.${number}`,
  kind: 'task',
  task: number,
  clause: `3.1.2.${number}`,
});
const passage = (number: number, field: Passage['field'], text: string): Passage => ({
  topic: topic(number),
  field,
  clause: `3.1.2.${number}`,
  text,
});

const cutter = createCutter([]);
const search = createSearch({
  ...cutter,
  passages: [
    passage(1, 'title', '推动设立天然气交易中心'),
    passage(1, 'body', '支持企业增加交易品种。'),
    passage(2, 'title', '支持企业上市'),
    passage(2, 'body', '推动天然气企业上市挂牌。'),
    passage(3, 'title', '优化外籍人才政策'),
    passage(3, 'english', 'green card for foreign talent'),
  ],
  lexicon: [
    { say: '老外', mean: ['外籍'], weight: 0.9 },
    { say: '火箭', mean: ['航天'], weight: 0.9 },
  ],
});
const best = (text: string) => search.topics(text)[0]?.topic.task;

describe('search', () => {
  it('a title names its task, a body only mentions it', () => {
    expect(best('天然气')).toBe(1);
    expect(search.topics('天然气').map(({ topic: { task } }) => task)).toEqual([1, 2]);
  });

  it('a hit says which terms led to it, and where they stand', () => {
    const [hit] = search.topics('天然气交易');
    expect(hit?.terms.map(({ term }) => term)).toEqual(expect.arrayContaining(['天然气', '交易']));
    expect(hit?.terms.every(({ field }) => field === 'title')).toBe(true);
  });

  it('an everyday word leads to the official one, and says so', () => {
    const [hit] = search.topics('老外');
    expect(hit?.topic.task).toBe(3);
    expect(hit?.terms[0]?.via).toBe('老外');
  });

  it('an everyday word whose official wording the plan does not use leads nowhere', () => {
    expect(search.topics('火箭')).toEqual([]);
  });

  it('a word that nothing bears out counts against every topic', () => {
    const alone = search.topics('天然气')[0]?.score ?? 0;
    expect(search.topics('天然气 地铁')[0]?.score).toBeLessThan(alone);
    expect(search.strangers('地铁和天然气')).toEqual(['地铁']);
  });

  it('English finds by words and their endings, in either spelling', () => {
    expect(best('foreign talents')).toBe(3);
    expect(termsOf('revitalisation centres', cutter.cut).map(({ text }) => text)).toEqual(
      termsOf('revitalization center', cutter.cut).map(({ text }) => text),
    );
  });

  it('sentences of other wording are never handed out to be quoted', () => {
    expect(search.passages('green card', 'task.3')).toEqual([]);
  });
});
