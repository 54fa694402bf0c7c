import { describe, expect, it } from 'vitest';
import { createCheck } from '../../src/answer/check.ts';
import type { Answer } from '../../src/types.ts';
import { ask, bot } from '../helper.ts';

const check = createCheck(bot.plan);
const question = { text: '天然气交易中心由哪个单位负责', history: [] };
const sound = ask(question.text);
const faults = (change: Partial<Answer>) => check({ ...sound, ...change } as Answer, question);

describe('the check before sending', () => {
  it('lets a sound answer pass', () => {
    expect(check(sound, question)).toEqual([]);
  });

  it('stops a quote that the plan does not hold', () => {
    const [first, ...rest] = sound.citations;
    expect(
      faults({ citations: [{ ...first, quote: '设立天然气交易中心并予以补贴' }, ...rest] } as Partial<Answer>),
    ).toEqual(['quote of 3.5.2.3 is not in the plan']);
  });

  it('stops a quote that stands in another clause than the cited one', () => {
    const [first, ...rest] = sound.citations;
    expect(faults({ citations: [{ ...first, clause: '3.5.2.4' }, ...rest] } as Partial<Answer>)).toContain(
      'quote of 3.5.2.4 is not in the plan',
    );
  });

  it('stops an empty quote', () => {
    const [first, ...rest] = sound.citations;
    expect(faults({ citations: [{ ...first, quote: '' }, ...rest] } as Partial<Answer>)).not.toEqual([]);
  });

  it('stops a figure without a source, in any dress', () => {
    expect(faults({ text: `${sound.text}\n投资8.8亿元` })).toEqual(['figure 8.8 has no source']);
    expect(faults({ text: `${sound.text}\n投资９９９亿元` })).toEqual(['figure 999 has no source']);
    expect(faults({ text: `${sound.text}\n投资7,770亿元` })).toEqual(['figure 7770 has no source']);
  });

  it('lets a figure pass that the question, a computed value or a task number bears out', () => {
    expect(check({ ...sound, text: `${sound.text}\n约8.8` } as Answer, { text: '8.8亿元？', history: [] })).toEqual([]);
    expect(
      faults({ text: `${sound.text}\n约8.8`, computed: [{ value: '8.8', formula: '1+7.8=8.8', from: ['3'] }] }),
    ).toEqual([]);
    expect(faults({ text: `${sound.text}\n共88项`, tasks: [21, 88] })).toEqual([]);
  });

  it('stops a unit called responsible that no cited clause names so', () => {
    expect(faults({ text: '责任单位：市金融工作局、市商务局' })).toEqual([
      '市商务局 is not named so in a cited clause',
    ]);
    expect(faults({ text: 'Responsible units: 市教育局 (Education)' })).toEqual([
      '市教育局 is not named so in a cited clause',
    ]);
  });

  it('stops a supporting unit that is called responsible', () => {
    expect(faults({ text: '责任单位：市金融工作局、陕西证监局' })).toEqual([
      '陕西证监局 is not named so in a cited clause',
    ]);
  });
});
