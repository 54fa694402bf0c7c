import { describe, expect, test } from 'vitest';
import { clipTo } from '../../../../src/channels/feishu/card/fit.ts';
import { cleanText, escapeMarkdown, oneLine } from '../../../../src/channels/feishu/card/markdown.ts';
import { markupIn, shownBy } from '../../../fakes/feishu-markup.ts';
import { bot } from '../../../helper.ts';

describe('text in a Markdown element', () => {
  test.each([
    '<at id=all></at>',
    '</font>',
    '[点这里](https://example.com)',
    '![图](img_v3_1)',
    '**重要** _斜_ ~~删~~ ==亮==',
    '`代码` ```js',
    '# 标题',
    '标题\n===',
    '- 甲\n+ 乙\n* 丙',
    '2) 乙',
    '21. 推动设立',
    '> 引用',
    '| a | b |\n|---|---|\n| 1 | 2 |',
    'a\n---\nb',
    'https://example.com www.example.com a@example.com',
    ':OK:',
    '$$x$$',
    '&lt;at id=all&gt;',
    '\\*甲\\*',
  ])('%j reads as it stands', (text) => {
    expect(markupIn(text)).not.toEqual([]);
    expect(markupIn(escapeMarkdown(text))).toEqual([]);
    expect(shownBy(escapeMarkdown(text))).toBe(text);
  });

  test('21. keeps its number', () => {
    expect(escapeMarkdown('21. 推动设立\n2.70万亿元')).toBe('21&#46; 推动设立\n2&#46;70万亿元');
  });

  test('a line that is set in stays so, and is no code', () => {
    expect(escapeMarkdown('     2021年：一')).toBe('&emsp;2021年：一');
  });

  test('every clause of the plan reads as printed', () => {
    const texts = bot.plan.clauses.map(({ text }) =>
      text
        .split('\n')
        .map((line) => line.trim())
        .join('\n'),
    );
    expect(texts.filter((text) => markupIn(escapeMarkdown(text)).length > 0)).toEqual([]);
    expect(texts.filter((text) => shownBy(escapeMarkdown(text)) !== cleanText(text))).toEqual([]);
  });
});

describe('text in any field', () => {
  test('has whole characters, and none that steer', () => {
    expect(cleanText('a\ud842b\u0000\u0007\u202e\u2066c\td\r\ne\u2028f👨‍👩‍👧')).toBe('a\ufffdbc d\ne\nf👨‍👩‍👧');
  });

  test('stands on one line where there is one', () => {
    expect(oneLine(' 甲\n乙 ')).toBe('甲 乙');
  });
});

describe('a text that is clipped', () => {
  test('stays as it is when it fits', () => {
    expect(clipTo('汉字', 6)).toBe('汉字');
  });

  test('ends with …… and keeps to its bytes', () => {
    expect(clipTo('汉'.repeat(10), 21)).toBe(`${'汉'.repeat(5)}……`);
  });

  test('counts the signs that are escaped in it', () => {
    expect(clipTo('*'.repeat(10), 21, escapeMarkdown)).toBe('***……');
    expect(clipTo('"'.repeat(10), 14)).toBe('""……');
  });

  test.each([
    ['增长1234567890123', '增长……'],
    ['增长，，，，，，，，', '增长……'],
    ['增长𠮷𠮷𠮷𠮷', '增长𠮷……'],
  ])('%s ends with no part of a figure or character', (text, clipped) => {
    expect(clipTo(text, 18)).toBe(clipped);
  });
});
