import { describe, expect, it } from 'vitest';
import { ownLang } from '../../src/bot.ts';
import { ask } from '../helper.ts';
import { botWith, langWith, type NewWord, readWith } from './extended.ts';

const RUN: NewWord = { file: 'zh/roles.json', key: 'responsible/verb', word: '操盘' };

describe('a word is added by a row', () => {
  const bot = botWith(langWith(RUN));

  it('a sentence that was not understood is answered like the one that was', () => {
    expect(ask('高新区操盘哪些任务').status).toBe('not_found');
    const [asked, known] = ['高新区操盘哪些任务', '高新区负责哪些任务'].map((text) => bot.ask({ text, history: [] }));
    expect(asked?.status).toBe('answered');
    expect(asked?.text).toBe(known?.text);
  });

  it('it works in every combination, none of which was told of it', () => {
    const pairs = [
      ['21项由谁操盘', '21项由谁负责'],
      ['高新区操盘、市财政局不操盘的任务有几项', '高新区负责、市财政局不负责的任务有几项'],
      ['哪个行动里高新区操盘的任务最多', '哪个行动里高新区负责的任务最多'],
      ['天然气交易中心是高新区操盘的吗', '天然气交易中心是高新区负责的吗'],
    ];
    for (const [asked = '', known = ''] of pairs)
      expect(bot.ask({ text: asked, history: [] }).text, asked).toBe(bot.ask({ text: known, history: [] }).text);
  });
});

const MARKS: readonly (readonly [string, NewWord, string, string])[] = [
  ['^', { file: 'zh/before.json', key: 'it^', word: '刚说的' }, '刚说的由谁负责', '小王刚说的由谁负责'],
  ['$', { file: 'zh/wanted.json', key: 'whether$', word: '靠谱' }, '第21项由高新区负责靠谱', '靠谱企业融资由谁负责'],
  ['~', { file: 'zh/properties.json', key: 'content~', word: '门道' }, '第21项的门道', '融资门道由谁负责'],
  ['<', { file: 'zh/types.json', key: 'unit<', word: '班子' }, '哪个班子负责第21项', '戏曲班子由谁负责'],
];

describe('marks behind a key bound a word to a place', () => {
  const read = readWith(langWith(...MARKS.map(([, word]) => word)));
  /** The rule by which a word was read in a sentence. */
  const ruleOf = (word: string, sentence: string): string | undefined =>
    read(sentence).tokens.find(({ text }) => text.includes(word))?.rule;

  it.each(MARKS)(
    '%s: a word of asking in one sentence and none in the other',
    (_, { file, key, word }, asking, plain) => {
      const rule = `${file.slice('zh/'.length, -'.json'.length)}:${key.slice(0, -1)}`;
      expect(ruleOf(word, asking)).toBe(rule);
      expect(ruleOf(word, plain)).not.toBe(rule);
    },
  );

  it('a key that means nothing is refused when the program starts, with the file and the key', () => {
    expect(() => langWith({ ...RUN, key: 'responsible/adverb' })).toThrow(/roles\.json：没有“responsible\/adverb”/);
  });

  it('the program’s own rows are left as they are', () => {
    expect(ownLang().rows.some(({ word }) => word === RUN.word)).toBe(false);
  });
});
