import { describe, expect, it } from 'vitest';
import { soundOf } from '../../src/sound.ts';
import { ask, bot } from '../helper.ts';

const { plan } = bot;
const chars = [...new Set(plan.clauses.map(({ text }) => text).join(''))].filter((char) =>
  /\p{Script=Han}/u.test(char),
);
const bySound = new Map<string, string[]>();
for (const char of chars) bySound.set(soundOf(char), [...(bySound.get(soundOf(char)) ?? []), char]);

/** A name with one character in the place of another that sounds alike; undefined where the plan has no such character. */
const misspelt = (name: string, at: number): string | undefined => {
  const own = [...name];
  const others = (bySound.get(soundOf(own[at] ?? '')) ?? []).filter((char) => char !== own[at]);
  const other = others[(name.length * 7 + at) % Math.max(1, others.length)];
  return other === undefined ? undefined : own.map((char, place) => (place === at ? other : char)).join('');
};

describe('a name with one wrong character of the same sound', () => {
  it('of a task, at three places: its task', () => {
    const cases = plan.tasks.flatMap(({ number, body: { title } }) =>
      [1, Math.floor(title.length / 2), title.length - 2].flatMap((at) => {
        const typed = misspelt(title, at);
        return typed ? [{ number, typed }] : [];
      }),
    );
    const wrong = cases.filter(({ number, typed }) => {
      const { tasks } = ask(`${typed}谁负责`);
      return !tasks.includes(number) || tasks.length > 2;
    });
    expect(wrong.map(({ typed }) => typed)).toEqual([]);
    expect(cases.length).toBeGreaterThan(140);
  });

  it('of a unit, at every place but the first: the unit', () => {
    const cases = plan.registry.units.flatMap(({ name }) =>
      name.length < 4
        ? []
        : [...name].slice(1).flatMap((_, at) => {
            const typed = misspelt(name, at + 1);
            return typed && !plan.registry.misprints.some(({ printed }) => printed === typed) ? [{ name, typed }] : [];
          }),
    );
    const wrong = cases.filter(
      ({ name, typed }) =>
        !bot.read(`${typed}有哪些任务`).tokens.some((token) => token.kind === 'unit' && token.unit === name),
    );
    expect(wrong.length, wrong.map(({ typed }) => typed).join()).toBeLessThanOrEqual(cases.length * 0.03);
    expect(cases.length).toBeGreaterThan(80);
  });
});
