import { Converter } from 'opencc-js/cn2t';
import { describe, expect, it } from 'vitest';
import { readCorpus } from '../../src/corpus.ts';
import { ask, bot, PLAN_FOLDER } from '../helper.ts';

const { plan } = bot;
const { english } = readCorpus(PLAN_FOLDER);

describe('English covers', () => {
  const WAYS = [
    (name: string) => `Who is responsible for ${name}?`,
    (name: string) => `What does the plan say about ${name}?`,
    (name: string) => `What is the 2021 target for ${name}?`,
  ];

  it('every task by its title, in three ways of asking', () => {
    const wrong = plan.tasks.flatMap(({ number }) =>
      WAYS.map((way) => way(english.tasks[number]?.title ?? '')).filter((question) => {
        const answer = ask(question);
        return answer.language !== 'en' || answer.tasks.join() !== String(number);
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('nearly every task by its other names; what is left asks back between the tasks that share them', () => {
    const names = plan.tasks.flatMap(({ number }) =>
      (english.tasks[number]?.others ?? []).map((name) => ({ number, name })),
    );
    const wrong = names.filter(({ number, name }) => !ask(`Who is responsible for ${name}?`).tasks.includes(number));
    const statuses = wrong.map(({ name }) => ask(`Who is responsible for ${name}?`).status);
    expect(wrong.length, wrong.map(({ name }) => name).join()).toBeLessThanOrEqual(names.length * 0.02);
    expect(new Set(statuses)).not.toContain('not_found');
    expect(names.length).toBeGreaterThan(200);
  });

  it('every unit, indicator and action', () => {
    const units = plan.registry.units.filter(({ english: { name } }) => {
      const { kind } = ask(`Which tasks is the ${name} responsible for?`);
      return kind !== 'list';
    });
    const indicators = plan.indicators.filter(
      ({ number, clause }) =>
        !ask(`What is the 2022 target for ${english.indicators[number]?.name}?`).citations.some(
          (one) => one.clause === clause,
        ),
    );
    const actions = plan.actions.filter(
      ({ number, tasks }) =>
        ask(`What are the tasks of the ${english.actions[number]?.name}?`).tasks.join() !== tasks.join(),
    );
    expect({ units, indicators, actions }).toEqual({ units: [], indicators: [], actions: [] });
  });
});

describe('traditional characters', () => {
  it.each([
    ['hk', '邊個部門負責？'],
    ['tw', '由哪個單位負責？'],
  ] as const)('%s: every task, answered in traditional characters with the names as printed', (to, asked) => {
    const convert = Converter({ from: 'cn', to });
    const wrong = plan.tasks.filter(({ number, body }) => {
      const answer = ask(convert(body.title) + asked);
      return (
        answer.language !== 'zh-Hant' || answer.tasks.join() !== String(number) || !answer.text.includes(body.title)
      );
    });
    expect(wrong.map(({ body }) => body.title)).toEqual([]);
  });
});
