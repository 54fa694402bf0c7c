import { Converter } from 'opencc-js/cn2t';
import { describe, expect, it } from 'vitest';
import { PHRASES } from '../../src/answer/phrases.ts';
import { TRADITIONAL } from '../../src/answer/phrases-traditional.ts';

const placeholders = (text: string): readonly string[] => [...new Set(text.match(/\{\w+\}/g))].toSorted();

describe('the bot’s phrases', () => {
  it('in traditional characters are the simplified ones converted', () => {
    const convert = Converter({ from: 'cn', to: 'hk' });
    const converted = Object.fromEntries(Object.entries(PHRASES).map(([key, { zh }]) => [key, convert(zh)]));
    expect(TRADITIONAL).toEqual(converted);
  });

  it('in English have the same blanks to fill', () => {
    for (const [key, { zh, en }] of Object.entries(PHRASES)) expect(placeholders(en), key).toEqual(placeholders(zh));
  });
});
