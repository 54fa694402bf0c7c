import { describe, expect, it } from 'vitest';
import { reconciles } from '../../src/execute/figures/reconcile.ts';
import type { Ask, Query } from '../../src/values.ts';
import { answerTo, claim, ground, query } from './figures-ground.ts';

const placesOf = (...figures: readonly string[]): Query => ({
  ...query('', { ask: 'sources' }),
  of: {
    set: 'where',
    of: { set: 'all', type: 'clause' },
    test: {
      test: 'any',
      of: figures.flatMap((text) => {
        const said = claim(text);
        if (said.claim !== 'quantity') return [];
        const { quantity } = said;
        return [{ test: 'figure' as const, figure: quantity.unit, is: quantity, years: [], measure: quantity.measure }];
      }),
    },
  },
});

describe('where a figure stands', () => {
  it.each([
    ['7000亿元', 1, [6], ['3.2.2.2']],
    ['2400亿元', 2, [31], ['3.8.1', 'annex.31']],
    ['10家', 3, [2, 6, 14], ['annex.2', 'annex.6', 'annex.14']],
    ['100米', 1, [19], ['annex.19']],
    ['660亿元', 1, [], ['2.table.4']],
    ['600亿元', 1, [], ['3.3.1']],
    ['20个', 2, [16], ['3.4.2.1', 'annex.16']],
    ['80%', 1, [37], ['annex.37']],
  ])('%s说的是什么', (figure, count, tasks, clauses) => {
    const found = answerTo(placesOf(figure));
    expect(found?.faults).toEqual([]);
    expect(found?.first).toBe(`“${figure}”在计划里出现${count}处：`);
    expect(found?.answer.tasks).toEqual(tasks);
    expect(found?.answer.citations.map(({ clause }) => clause)).toEqual(expect.arrayContaining(clauses));
  });

  it('500家和330家分别在哪: each by itself', () => {
    const found = answerTo(placesOf('500家', '330家'));
    expect(found?.answer.tasks).toEqual([10, 9]);
    expect(found?.answer.text).toContain('“330家”在计划里出现1处：');
  });

  it('888家写在哪: nowhere', () => {
    expect(answerTo(placesOf('888家'))?.answer.status).toBe('not_found');
  });
});

describe('a printed form that is a misprint', () => {
  const misprint = (term: string, more: Partial<Query> = {}) => answerTo(query('', { ask: 'definition', term }, more));

  it.each([
    ['产灞生态区', [53]],
    ['灞桥生态区', [25, 26]],
    ['陕西银监局', [23, 38]],
    ['市财政涉农区县', [35]],
  ])('%s是什么', (term, tasks) => {
    const found = misprint(term);
    expect(found?.faults).toEqual([]);
    expect(found?.first).toContain(`印作“${term}”`);
    expect(found?.answer.tasks).toEqual(tasks);
    expect(found?.answer.citations[0]?.quote).toBe(term);
  });

  it('陕西银监局是不是陕西银保监局; 是不是市公安局', () => {
    const claims = (words: string) => ({ confirm: true, claims: [{ claim: 'words' as const, words }] });
    expect(misprint('陕西银监局', claims('陕西银保监局'))?.answer.verdict).toBe(true);
    expect(misprint('陕西银监局', claims('市公安局'))?.answer.verdict).toBe(false);
  });
});

describe('whether figures of two places agree', () => {
  const differences = (what: 'any' | 'figures' | 'units' = 'any'): Ask => ({ ask: 'differences', what });

  it.each([
    ['上市公司年末累计数和每年新增对得上吗', query('indicator.5', differences()), [6], '不一致', '100-80=20'],
    ['金融机构2020年两处数一致吗', query('indicator.7', differences(), { years: [2020] }), [2], '不一致', '190-175=15'],
    ['科技型企业上市35家分年加起来对吗', query('task.14', differences('figures')), [14], '不一致', '10+15+20=45'],
    ['指标表100家和第6项矛盾吗', query('task.6', differences(), { part: 'table' }), [6], '不一致', '100-80=20'],
    ['储备拟上市公司的数前后一致吗', query('indicator.6', differences()), [], '两处数字一致', '380家'],
    ['金融业增加值的数前后一致吗', query('indicator.1', differences()), [], '没有另一处', '金融业增加值'],
  ])('%s', (_, asked, tasks, first, has) => {
    expect(reconciles(asked, ground)).toBe(true);
    const found = answerTo(asked);
    expect(found?.faults).toEqual([]);
    expect(found?.first).toContain(first);
    expect(found?.answer.text).toContain(has);
    expect(found?.answer.tasks).toEqual(tasks);
  });

  it('is asked of figures only', () => {
    expect(reconciles(query('task.14', differences()), ground)).toBe(false);
    expect(reconciles(query('task.14', differences('units')), ground)).toBe(false);
    expect(reconciles(query('task.3', differences('figures')), ground)).toBe(false);
  });
});

describe('what an indicator does not count', () => {
  const value = (measure: string): Ask => ({ ask: 'value', measure });
  const years = [2020, 2021, 2022];

  it.each([
    [
      '千亿市值上市公司几家',
      query('indicator.5', value('家'), { words: '市值 打造' }),
      '千亿市值上市公司：2022年2—3家',
    ],
    [
      '三年引进多少家金融机构',
      query('indicator.7', { ask: 'reckon', reckon: 'sum' }, { words: '引进', years }),
      '25家',
    ],
    ['2021年新增上市公司几家', query('indicator.5', value('家'), { words: '新增', years: [2021] }), '2021年10家'],
    ['保费涨了百分之几', query('indicator.4', { ask: 'value', unit: 'percent' }, { years: [2020, 2022] }), '17.9%'],
    ['2019年保费实际收入', query('indicator.4', { ask: 'value' }, { words: '实际 收入', years: [2019] }), '523亿元'],
    ['农户评级覆盖百分之多少', query('task.37', { ask: 'value', unit: 'percent' }, { words: '农户评级 覆盖' }), '80%'],
  ])('%s', (_, asked, first) => {
    const found = answerTo(asked);
    expect(found?.faults).toEqual([]);
    expect(found?.first).toContain(first);
  });

  it.each([
    ['2022年保费实际收入', query('indicator.4', { ask: 'value' }, { words: '实际 收入', years: [2022] })],
    ['D地块多高', query('task.19', value('米'), { words: 'd地块' })],
    ['人才研修班多少人', query('task.41', value('人'), { words: '人才研修班' })],
    ['文旅贷款不良率', query('task.16', { ask: 'value', unit: 'percent' }, { words: '贷款不良率' })],
  ])('%s: not written', (_, asked) => {
    expect(answerTo(asked)?.answer.status).toBe('not_found');
  });
});
