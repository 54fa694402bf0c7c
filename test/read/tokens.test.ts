import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { read, shown } from './reading.ts';

describe('tokens', () => {
  it('lie end to end over the text', () => {
    for (const typed of [
      '财政、科技、高新各负责几项？',
      'who is in charge of item 21?',
      '😀助农保 责任单位👀',
      '',
      '  ',
    ]) {
      const { text, tokens } = read(typed);
      expect(tokens.map((token) => token.text).join('')).toBe(text);
      tokens.forEach((token, at) => {
        expect(token.from).toBe(tokens[at - 1]?.to ?? 0);
      });
    }
  });

  it.each([
    [
      '天然气交易中心由哪个单位负责',
      '天然气交易中心/task:name 由/operators:by 哪个/wanted:which 单位/types:unit 负责/roles:responsible/verb',
    ],
    [
      '第21、22、23项分别由谁负责',
      '第21、22、23项/position:nth 分别/operators:each 由/operators:by 谁/wanted:who 负责/roles:responsible/verb',
    ],
    [
      '财政、科技、高新各负责几项',
      '财政/unit:short 科技/unit:short 高新/unit:name 各/operators:each 负责/roles:responsible/verb 几项/wanted:howMany+',
    ],
    ['科技金融由谁负责', '科技金融/words 由/operators:by 谁/wanted:who 负责/roles:responsible/verb'],
    [
      '2022年存款余额是26500亿元吗',
      '2022年/year:digits 存款余额/indicator:name 是/operators:is 26500亿元/quantity 吗/wanted:whether',
    ],
    ['不良贷款由谁处置', '不良贷款/words 由/operators:by 谁/wanted:who 处置/words'],
    ['有没有支持单位', '有/operators:have 没有/wanted:whether+ 支持单位/roles:supporting/noun'],
    ['市政办发[2020]9号什么时候印发', '市政办发[2020]9号/document:own 什么时候/wanted:when 印发/properties:dated'],
    ['支持企业上市由谁负责', '支持企业上市/words 由/operators:by 谁/wanted:who 负责/roles:responsible/verb'],
    ['市统计局负责哪些任务', '市统计局/stranger:unit 负责/roles:responsible/verb 哪些/wanted:which 任务/types:task'],
  ])('%s', (text, tokens) => {
    expect(shown(text)).toBe(tokens);
  });
});

const SENTENCES = ['questions.jsonl', 'trial.jsonl'].flatMap((file) =>
  readFileSync(new URL(`../../corpus/xian-silk-road-finance-2020-2022/${file}`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line): string => JSON.parse(line).q),
);

describe('every sentence of the corpus', () => {
  it('is laid out without gaps', () => {
    const wrong = SENTENCES.filter((sentence) => {
      const { text, tokens } = read(sentence);
      return tokens.map((token) => token.text).join('') !== text || tokens.some(({ from, to }) => to <= from);
    });
    expect(wrong).toEqual([]);
  });
});
