import { describe, expect, it } from 'vitest';
import { foundOf } from '../../src/execute/figures/scopes.ts';
import { thingOf } from '../../src/execute/figures/things.ts';
import { squeeze } from '../../src/text.ts';
import { answerTo, claim, ground, plan, query } from './figures-ground.ts';

/** The figure with its unit of measure, as a claim of exactly this or of another number. */
const plainOf = (value: number, measure: string, scale: number): string => `${value / scale}${measure}`;

describe('every indicator in every year', () => {
  for (const { number, name, measure, values } of plan.indicators)
    for (const { year, printed } of values)
      it(`${name} ${year}`, () => {
        const found = answerTo(query(`indicator.${number}`, { ask: 'value' }, { years: [year] }));
        expect(found?.first).toContain(`${year}年${printed}${measure}`);
        expect(found?.faults).toEqual([]);
        const right = query(
          `indicator.${number}`,
          { ask: 'value' },
          { years: [year], claims: [claim(`${printed}${measure}`)] },
        );
        expect(answerTo(right)?.draft.verdict).toBe(true);
        const wrong = query(
          `indicator.${number}`,
          { ask: 'value' },
          { years: [year], claims: [claim(`${Number(printed) * 3}${measure}`)] },
        );
        expect(answerTo(wrong)?.draft.verdict).toBe(false);
        const over = query(
          `indicator.${number}`,
          { ask: 'value' },
          { years: [year], claims: [claim(`超过${printed}${measure}`)] },
        );
        expect(answerTo(over)?.first).toContain('不是，正好');
      });
});

const things = [
  ...plan.tasks.map(({ number }) => `task.${number}`),
  ...plan.actions.map(({ number }) => `action.${number}`),
];

const all = things.flatMap((id) => {
  const [type = '', number = ''] = id.split('.');
  const thing = thingOf({ type: type as 'task', id: number }, ground);
  return thing ? foundOf(thing, ground).map((found) => ({ id, found })) : [];
});

describe('every figure of tasks and actions by the words around it', () => {
  for (const { id, found } of all) {
    const { figure, scope, years } = found;
    const words = scope.replace(squeeze(figure.printed), ' ').replace(/\d+/g, ' ');
    const [year] = years.length === 1 ? years : [];
    it(`${id} ${year ?? ''} ${scope}`, () => {
      const asked = query(
        id,
        { ask: 'value', measure: figure.measure, unit: figure.unit },
        {
          words,
          years: year === undefined ? [] : [year],
        },
      );
      const answer = answerTo(asked);
      expect(answer?.faults).toEqual([]);
      expect(answer?.answer.text.split('\n').slice(0, 3).join(' ')).toContain(
        squeeze(figure.printed).replace(/\*/g, ''),
      );
    });
  }
});

describe('every figure claimed of its words is right, three times as much is not', () => {
  for (const { id, found } of all) {
    const { figure, scope, years } = found;
    if (figure.to !== undefined || figure.relation !== '=') continue;
    const words = scope.replace(squeeze(figure.printed), ' ').replace(/\d+/g, ' ');
    const scale = figure.measure.startsWith('亿') ? 1e8 : 1;
    it(`${id} ${scope}`, () => {
      const claimed = (times: number) =>
        query(
          id,
          { ask: 'value' },
          {
            words,
            years: years.length === 1 ? years : [],
            claims: [claim(plainOf(figure.value * times, figure.measure, scale))],
          },
        );
      expect(answerTo(claimed(1))?.draft.verdict).toBe(true);
      expect(answerTo(claimed(3))?.draft.verdict).toBe(false);
    });
  }
});

describe('every task and every clause as text', () => {
  for (const { number, body } of plan.tasks)
    it(`第${number}项 ${body.title}`, () => {
      for (const ask of ['content', 'original', 'sources', 'targets', 'goal'] as const) {
        const found = answerTo(query(`task.${number}`, { ask }));
        expect(found?.faults, ask).toEqual([]);
        expect(found?.first, ask).toContain(`第${number}项`);
        expect(found?.answer.text.length, ask).toBeLessThanOrEqual(1600);
        expect(found?.answer.tasks, ask).toEqual([number]);
      }
      for (const year of [2020, 2021, 2022]) {
        const found = answerTo(query(`task.${number}`, { ask: 'targets' }, { years: [year] }));
        expect(found?.faults).toEqual([]);
        expect(squeeze(found?.answer.text ?? '')).toContain(
          squeeze(plan.tasks[number - 1]?.row.targets.find((cell) => cell.year === year)?.text ?? ''),
        );
      }
    });
  for (const clause of plan.clauses)
    it(`${clause.id}`, () => {
      for (const ask of ['content', 'original', 'sources', 'targets'] as const)
        for (const language of ['zh-Hans', 'en'] as const) {
          const found = answerTo(query(`clause.${clause.id}`, { ask }), language);
          expect(found?.faults, `${ask} ${language}`).toEqual([]);
        }
    });
});

describe('sums, changes and growth of whatever has several years never fail the check', () => {
  for (const id of [
    ...plan.tasks.map(({ number }) => `task.${number}`),
    ...plan.indicators.map(({ number }) => `indicator.${number}`),
  ])
    it(id, () => {
      for (const reckon of ['sum', 'mean', 'change', 'growth', 'ratio', 'largest', 'smallest'] as const)
        for (const language of ['zh-Hans', 'en', 'zh-Hant'] as const)
          expect(answerTo(query(id, { ask: 'reckon', reckon }), language)?.faults, `${reckon} ${language}`).toEqual([]);
    });
});
