import { describe, expect, test } from 'vitest';
import type { Answer } from '../../../src/types.ts';

/** The browser's modules are plain JavaScript: these are the types of what is used of one here. */
interface Words {
  readonly questionFor: (typed: string, last: Answer | undefined) => string;
  readonly shownText: (answer: Answer) => string;
  readonly computedLines: (answer: Answer) => readonly string[];
}

const { partsOf } = await import(new URL('../../../src/channels/web/answer-parts.js', import.meta.url).href);
const { questionFor, shownText, computedLines }: Words = await import(
  new URL('../../../src/channels/web/words.js', import.meta.url).href
);

const FRAME = {
  kind: 'x',
  language: 'zh-Hans',
  tasks: [],
  computed: [],
  notices: [],
  suggestions: [],
  understood: { said: '', unread: [] },
} as const;
const QUOTE = { plan: 'p', clause: '1', label: '正文一', quote: '原文', lines: [1, 1] } as const;

const clarify: Answer = {
  ...FRAME,
  status: 'clarify',
  text: '“研究院”有几种可能，您问的是哪一个？\n1. 甲研究院\n2. 乙研究院',
  citations: [],
  choices: [
    { label: '甲研究院', question: '甲研究院由谁负责？', tasks: [1] },
    { label: '乙研究院', question: '乙研究院由谁负责？', tasks: [2] },
  ],
  related: [],
};
const answered = (text: string, more: Partial<Pick<Answer, 'notices' | 'computed'>> = {}): Answer => ({
  ...FRAME,
  ...more,
  status: 'answered',
  text,
  citations: [QUOTE],
  choices: [],
  related: [],
});

describe('a number typed after the bot asked back', () => {
  test.each(['2', ' 2 ', '２', '2.', '2。', '第2个', '二', '第二个'])('%s picks the second choice', (typed) => {
    expect(questionFor(typed, clarify)).toBe('乙研究院由谁负责？');
  });

  test.each(['3', '0', '2021', '第2项', '2个单位'])('%s is a question of its own', (typed) => {
    expect(questionFor(typed, clarify)).toBe(typed);
  });

  test('means nothing after any other answer, or before the first', () => {
    expect(questionFor('2', answered('好'))).toBe('2');
    expect(questionFor(' 2 ', undefined)).toBe('2');
  });
});

describe('the text of a card', () => {
  test.each([
    '出处（某发〔2020〕9号）',
    '出处：正文一',
    '出處（某发〔2020〕9号）',
    'Sources (某发〔2020〕9号)',
    '出处',
  ])('ends before the section %s', (heading) => {
    expect(shownText(answered(`责任单位：甲局\n支持单位：乙局\n${heading}\n① 正文一“原文”`))).toBe(
      '责任单位：甲局\n支持单位：乙局',
    );
  });

  test('keeps a line that only begins like the heading', () => {
    expect(shownText(answered('甲\n出处不明的材料不用\n出处（某发）'))).toBe('甲\n出处不明的材料不用');
    expect(shownText(answered('出处（某发）'))).toBe('出处（某发）');
  });

  test('leaves notices to their own place', () => {
    const notices = [{ code: 'body_annex_differ', text: '附件与正文不一致。', clauses: [] }] as const;
    expect(partsOf(answered('甲局\n注意：附件与正文不一致。\n出处\n① 正文一', { notices }))).toMatchObject({
      ...{ head: '甲局', blocks: [], notes: ['附件与正文不一致。'] },
    });
  });

  test('leaves choices to the buttons', () => {
    expect(shownText(clarify)).toBe('“研究院”有几种可能，您问的是哪一个？');
    expect(shownText({ ...clarify, text: '请说出是哪一个，例如：\n1. 甲研究院\n2. 乙研究院' })).toBe(
      '请说出是哪一个，例如：',
    );
  });

  test('leaves related clauses and suggestions to their lists, with the line that announced them', () => {
    const notFound: Answer = {
      ...FRAME,
      status: 'not_found',
      text: '计划里没有写“地铁”。\n相近的内容：正文三、（一）甲；正文四、（二）乙\n可以这样问：\n甲由谁负责？',
      suggestions: ['甲由谁负责？'],
      citations: [],
      choices: [],
      related: [
        { clause: '3.1', label: '正文三、（一）甲' },
        { clause: '4.2', label: '正文四、（二）乙' },
      ],
    };
    expect(shownText(notFound)).toBe('计划里没有写“地铁”。');
  });
});

describe('calculations', () => {
  const computed = [
    { value: '100', formula: '1150-1050', from: [] },
    { value: '9.5', formula: '(1150-1050)/1050=9.5%', from: [] },
    { value: '1150', formula: '(1150-1050)/1050=9.5%', from: [] },
    { value: '4', formula: '列名的任务数', from: [] },
  ];

  test('stand once each with their result; what was merely counted does not', () => {
    expect(computedLines(answered('多100亿元', { computed }))).toEqual(['1150-1050 = 100', '(1150-1050)/1050=9.5%']);
  });

  test('are not repeated when the text shows them', () => {
    expect(
      computedLines(answered('多100亿元（计算：1150-1050），增长9.5%（计算：(1150-1050)/1050=9.5%）', { computed })),
    ).toEqual([]);
  });
});
