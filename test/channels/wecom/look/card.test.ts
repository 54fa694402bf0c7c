import { describe, expect, test } from 'vitest';
import { choiceCard } from '../../../../src/channels/wecom/look/card.ts';
import { keyOf, readCardClick, readKey, taskOf } from '../../../../src/channels/wecom/look/card-key.ts';
import type { Click } from '../../../../src/channels/work.ts';
import type { Clarify, Language } from '../../../../src/types.ts';
import { faultsOfTemplateCard } from '../../../fakes/wecom-card.ts';

const CLICKS: readonly Click[] = [
  { reply: 'r1', kind: 'choice', at: 0 },
  { reply: '7f000001-aaaa:b.c@d', kind: 'choice', at: 12 },
  { reply: 'r1', kind: 'suggestion', at: 2 },
  { reply: 'r1', kind: 'page', page: 3 },
  { reply: 'r1', kind: 'verdict', verdict: 'useful' },
  { reply: 'r1', kind: 'verdict', verdict: 'wrong' },
];

const asking = (labels: readonly string[], language: Language = 'zh-Hans'): Clarify => ({
  status: 'clarify',
  kind: 'clarify',
  language,
  text: '您问的是哪一个？',
  tasks: [],
  citations: [],
  computed: [],
  notices: [],
  choices: labels.map((label) => ({ label, question: label, tasks: [] })),
  related: [],
  suggestions: [],
  understood: { said: '', unread: [] },
});

describe('the key of a button', () => {
  test.each(CLICKS.map((click) => [keyOf(click), click] as const))('%s brings the click back', (key, click) => {
    expect(readKey(key)).toEqual(click);
    expect(readCardClick(key, taskOf(click.reply))).toEqual(click);
  });

  test.each([
    '',
    'c',
    'c1',
    'c1:',
    'c:r',
    'x1:r',
    'c-1:r',
    'c1.5:r',
    'c1000:r',
    'p0:r',
    'u1:r',
    'c1:r r',
    ' c1:r',
    'c1:r\n',
    `c1:${'r'.repeat(257)}`,
    '{"reply":"r"}',
    '__proto__',
  ])('%j is none of ours', (key) => {
    expect(readKey(key)).toBeUndefined();
  });

  test('never takes more than the platform allows', () => {
    expect(Buffer.byteLength(keyOf({ reply: '汉'.repeat(256), kind: 'choice', at: 999 }))).toBeLessThanOrEqual(1024);
  });

  test('on the card of another reply is refused', () => {
    expect(readCardClick('c1:r1', taskOf('r2'))).toBeUndefined();
    expect(readCardClick('c1:r1', undefined)).toEqual({ reply: 'r1', kind: 'choice', at: 1 });
  });
});

describe('the task of a card', () => {
  test('is of the signs and the length that the platform allows, whatever the reply', () => {
    for (const reply of ['', 'r1', '汉字', 'x'.repeat(500), '\u0000'])
      expect(taskOf(reply)).toMatch(/^[0-9A-Za-z_\-@]{1,128}$/);
  });

  test('is the same for the same reply only', () => {
    expect(taskOf('r1')).toBe(taskOf('r1'));
    expect(taskOf('r1')).not.toBe(taskOf('r2'));
  });
});

describe('a card for choices', () => {
  test.each(['zh-Hans', 'zh-Hant', 'en'] as const)('has no fault in %s', (language) => {
    const card = choiceCard('r1', asking(['加快完善绿色保险制度', '加大物流产业金融支持'], language));
    expect(faultsOfTemplateCard(card)).toEqual([]);
    expect(card?.button_list.map(({ key }) => readKey(key))).toEqual([
      { reply: 'r1', kind: 'choice', at: 0 },
      { reply: 'r1', kind: 'choice', at: 1 },
    ]);
  });

  test('numbers its buttons as the text does, and clips what is long', () => {
    const card = choiceCard('r1', asking(['市财政局', '促进本地法人金融机构做大做强']));
    expect(card?.button_list.map(({ text }) => text)).toEqual(['1 市财政局', '2 促进本地法人金…']);
  });

  test('carries ids only, never what was asked', () => {
    const keys = choiceCard('r1', asking(['市财政局']))?.button_list.map(({ key }) => key);
    expect(keys).toEqual(['c0:r1']);
  });

  test.each([
    ['emoji', '👨‍👩‍👧‍👦'.repeat(9)],
    ['500 characters', '长'.repeat(500)],
    ['nothing', ''],
    ['white space', ' \n\t '],
    ['half a character', '\ud842'.repeat(20)],
    ['markup', '<a href="x">点</a>'],
    ['characters of four bytes', '𠮷'.repeat(20)],
  ])('has no fault with labels of %s', (_name, label) => {
    const card = choiceCard('r1', asking(Array(9).fill(label)));
    expect(faultsOfTemplateCard(card)).toEqual([]);
    expect(card?.button_list).toHaveLength(6);
    for (const { text } of card?.button_list ?? []) {
      expect(text.length).toBeLessThanOrEqual(10);
      expect(text).not.toMatch(/[\p{Surrogate}<\n]/u);
    }
  });

  test('is left out when there is nothing to choose, or the reply has no id that a key can carry', () => {
    expect(choiceCard('r1', asking([]))).toBeUndefined();
    expect(choiceCard('', asking(['a']))).toBeUndefined();
    expect(choiceCard('r'.repeat(300), asking(['a']))).toBeUndefined();
  });
});
