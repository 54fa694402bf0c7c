import { describe, expect, it } from 'vitest';
import { createLibrary } from '../../src/library/library.ts';
import { compareQuantity, leavesOpen, readQuantities } from '../../src/quantity.ts';
import type { Comparison, Difference, Figure, Role } from '../../src/values.ts';
import { EMPTY_PLAN } from '../fakes/plan.ts';
import { library } from './real.ts';

const { plan } = library;
const brief = ({ years, printed, of, added, running }: Figure): string =>
  [years.join('/'), printed, of, added ? 'added' : running ? 'running' : ''].join(' ').trim();
const ofTask = (number: number, part?: Figure['part']): readonly string[] =>
  library
    .figures({ type: 'task', id: String(number) })
    .filter((figure) => !part || figure.part === part)
    .map(brief);

describe('figures', () => {
  it('of the body: what they count, and the years that they name', () => {
    expect(ofTask(4)).toEqual([' 不低于 300 亿元 注册资本'.trim()]);
    expect(ofTask(33, 'body')).toEqual([
      '2022 20 家 普惠金融事业部',
      '2022 50 家 特色专业支行',
      '2022 150 家 社区支行',
    ]);
    expect(ofTask(41, 'body')).toEqual([
      '2020/2021/2022 不少于 10 期 金融人才研修班',
      '2020/2021/2022 100 名左右 金融人才',
    ]);
  });

  it('of the annex: the year of the column, added or running', () => {
    expect(ofTask(6, 'annex')).toEqual([
      '2020 10家 境内外上市企业 added',
      '2021 10家 境内外上市企业 added',
      '2022 20家 境内外上市企业 added',
    ]);
    expect(ofTask(52).slice(0, 4)).toEqual([
      '2020 2家 金融后台服务机构 added',
      '2020 1家 金融科技金融公司 added',
      '2020 1000平方米 金融服务载体',
      '2021 3家 金融后台服务机构 running',
    ]);
    expect(ofTask(9).slice(0, 2)).toEqual([
      '2020 近280家 股权投资机构 running',
      '2020 超过30亿元 股权投资金额 running',
    ]);
  });

  it('of the table of indicators: every value in its own measure', () => {
    const figures = library.figures({ type: 'indicator', id: '2' });
    expect(figures.map(({ value, past, years }) => [value, past, ...years])).toEqual([
      [2.12e12, true, 2018],
      [2.33e12, true, 2019],
      [2.42e12, false, 2020],
      [2.52e12, false, 2021],
      [2.65e12, false, 2022],
    ]);
    expect(library.allFigures.filter(({ part }) => part === 'table')).toHaveLength(35);
  });

  it('of an action’s goal', () => {
    expect(library.figures({ type: 'action', id: '3' }).map(brief)).toEqual([
      '2022 超过 600 亿元 科技型中小企业融资额',
    ]);
    expect(library.figures({ type: 'clause', id: '3.3.1' })).toEqual(library.figures({ type: 'action', id: '3' }));
  });

  it('stand in their sentence, and the sentence in its clause, as printed', () => {
    for (const { part, printed, sentence, clause, of } of library.allFigures) {
      if (part === 'table') continue;
      expect(sentence).toContain(printed);
      expect(plan.clauses.find(({ id }) => id === clause)?.text).toContain(sentence);
      expect(of, sentence).not.toBe('');
    }
  });
});

describe('conditions over figures', () => {
  const claimed = (text: string): Comparison => {
    const found = readQuantities(text)[0];
    if (!found) throw new Error(text);
    return found.quantity;
  };
  const tasks = (text: string, holds: (fact: Comparison, claim: Comparison) => boolean): readonly number[] =>
    plan.tasks
      .filter(({ number }) =>
        library.figures({ type: 'task', id: String(number) }).some((figure) => holds(figure, claimed(text))),
      )
      .map(({ number }) => number);
  const yes = (fact: Comparison, claim: Comparison) => compareQuantity(fact, claim) === 'yes';

  it.each([
    ['金额超过一百亿', [4, 6, 8, 10, 29, 30, 31]],
    ['超过两千亿', [6, 29, 31]],
    ['超过1000家', [11]],
    ['不少于5次', [33, 41]],
  ])('%s', (text, expected) => expect(tasks(text, yes)).toEqual(expected));

  it('100亿元以上 is said apart when more than 100亿 is asked for', () => {
    expect(tasks('超过一百亿', leavesOpen)).toContain(38);
  });
});

describe('who', () => {
  it('is assigned in both parts together, or in one', () => {
    expect(library.assigned(23, 'responsible')).toEqual(['浐灞生态区', '市金融工作局']);
    expect(library.assigned(23, 'responsible', 'annex')).toEqual(['市金融工作局']);
    expect(library.assigned(99, 'responsible')).toEqual([]);
  });

  it('every unit that a task names is a unit of the library, in the registry’s order', () => {
    const order = [...plan.registry.units, ...plan.registry.groups].map(({ name }) => name);
    const places = library.units.map((name) => order.indexOf(name));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(library.units).toContain('各涉农区县');
  });

  it('a clause of a task’s body or row is that task’s', () => {
    for (const { number, body, row } of plan.tasks)
      expect([library.taskOf(body.clause), library.taskOf(row.clause)]).toEqual([number, number]);
    expect(library.taskOf('3.1.1')).toBeUndefined();
  });
});

describe('differences', () => {
  const units = (role: Role) =>
    library.differences.filter(
      (one): one is Extract<Difference, { kind: 'units' }> => one.kind === 'units' && one.role === role,
    );
  const figures = (task: number) => library.differences.find((one) => one.kind === 'figures' && one.task === task);

  it('of responsible units, and those that are only misprinted', () => {
    const differ = units('responsible').filter(({ onlyBody, onlyAnnex }) => onlyBody.length + onlyAnnex.length > 0);
    expect(differ.map(({ task }) => task)).toEqual([4, 23, 30, 31]);
    const printed = units('responsible').filter(({ misprints }) => misprints.length > 0);
    expect(printed.map(({ task }) => task)).toEqual([2, 21, 25, 26, 34, 35, 53]);
  });

  it('of titles', () => {
    expect(library.differences.filter(({ kind }) => kind === 'title')).toHaveLength(23);
  });

  it('of figures: amounts are compared, and a year is none', () => {
    expect(figures(11)).toMatchObject({ onlyBody: ['10 亿元'] });
    expect(figures(16)).toMatchObject({ onlyBody: ['20%以上'], onlyAnnex: ['不少于2次'] });
    expect(figures(29)).toMatchObject({ onlyBody: [], onlyAnnex: ['超8000亿元'] });
    expect(figures(1)).toBeUndefined();
  });
});

describe('a plan without some of its parts', () => {
  it('nothing at all', () => {
    const empty = createLibrary(EMPTY_PLAN, []);
    expect([empty.units, empty.allFigures, empty.differences]).toEqual([[], [], []]);
  });
});
