import { describe, expect, test } from 'vitest';
import { cardOf } from '../../../../src/channels/feishu/card/card.ts';
import { readClick } from '../../../../src/channels/feishu/card/click.ts';
import { ask } from '../../../helper.ts';
import {
  buttonsOf,
  ENGLISH,
  elementsOf,
  LIST,
  pagesOfReply,
  replyOf,
  replyTo,
  sourcesOf,
  TRADITIONAL,
  texts,
  WELCOME,
  YEARS,
} from './read.ts';

describe('the title of a card', () => {
  test('is the conclusion, coloured by how the question fared', () => {
    const heads = ['天然气交易中心由哪个单位负责？', '保险', '今天天气怎么样'].map((question) => {
      const { title, template } = cardOf(replyTo(question)).header;
      return [title.content, template];
    });
    expect(heads).toEqual([
      ['责任单位：市金融工作局、高新区、市发改委 ①', 'blue'],
      ['“保险”在计划里有几种可能，您问的是哪一个？', 'orange'],
      ['计划里没有写“天气”。', 'grey'],
    ]);
  });

  test('is cut when the conclusion is long, which then stands whole in the body', () => {
    const answer = { ...ask('今天天气怎么样'), text: `计划里没有写“${'晴'.repeat(60)}”。\n已查。` };
    const card = cardOf(replyOf(answer));
    expect(card.header.title.content).toMatch(/^计划里没有写“晴+……$/);
    expect(texts(card.body.elements)[0]).toBe(`计划里没有写“${'晴'.repeat(60)}”。`);
    expect(card.config.summary.content).toBe(card.header.title.content);
  });
});

describe('a list of 56 tasks', () => {
  const reply = replyTo(LIST);
  const entries = (page: number): readonly number[] =>
    [
      ...texts(elementsOf(reply, page))
        .join('\n')
        .matchAll(/^(\d+)\. /gm),
    ].map(([, number]) => Number(number));

  test('has fifteen on a page, and all of them on four', () => {
    expect(pagesOfReply(reply).map((page) => entries(page).length)).toEqual([15, 15, 15, 11]);
    expect(pagesOfReply(reply).flatMap(entries)).toEqual(reply.kind === 'answer' ? reply.answer.tasks : []);
  });

  test('says on each page how many there are', () => {
    for (const page of pagesOfReply(reply)) expect(cardOf(reply, page).header.title.content).toContain('共56项');
  });

  test('has the sources of a page on that page, body and annex', () => {
    for (const page of [2, 3]) {
      const rows = sourcesOf(reply, page).flatMap((source) => /^附件任务分解表第(\d+)项/.exec(source)?.[1] ?? []);
      expect(rows.map(Number)).toEqual(entries(page));
      expect(sourcesOf(reply, page).filter((source) => source.startsWith('正文'))).toHaveLength(rows.length);
    }
  });

  test('turns pages forth and back', () => {
    const turns = pagesOfReply(reply).map((page) =>
      buttonsOf(reply, page).filter(([, value]) => Object.hasOwn(value as object, 'page')),
    );
    expect(turns).toEqual([
      [['下一页', { reply: 'r1', page: 2 }]],
      [
        ['上一页', { reply: 'r1', page: 1 }],
        ['下一页', { reply: 'r1', page: 3 }],
      ],
      [
        ['上一页', { reply: 'r1', page: 2 }],
        ['下一页', { reply: 'r1', page: 4 }],
      ],
      [['上一页', { reply: 'r1', page: 3 }]],
    ]);
    expect(JSON.stringify(cardOf(reply, 2))).toContain('第2/4页');
  });

  test.each([
    [0, 1],
    [-7, 1],
    [Number.NaN, 1],
    [5, 4],
    [1e9, 4],
  ])('page %d, which is not there, is page %d', (asked, page) => {
    expect(cardOf(reply, asked)).toEqual(cardOf(reply, page));
  });
});

describe('a list in two parts', () => {
  test('repeats the heading of a part that goes on over the page', () => {
    const lines = [...Array(30).keys()].map((at) => `${at + 1}. 任务`);
    const text = ['共30项', '负责的共2项：', ...lines.slice(0, 2), '支持的共28项：', ...lines.slice(2)].join('\n');
    const [first, second] = [1, 2].map((page) => texts(elementsOf(replyOf({ ...ask(LIST), text }), page))[0]);
    expect(first).toMatch(/^负责的共2项：\n1\. 任务\n2\. 任务\n\n支持的共28项：\n3\. 任务\n/);
    expect(second).toMatch(/^支持的共28项：\n16\. 任务\n/);
  });
});

describe('an indicator over the years', () => {
  const elements = elementsOf(replyTo(YEARS));

  test('is drawn, and told in a table as printed', () => {
    const drawn = ['chart', 'table', 'collapsible_panel'];
    expect(elements.map(({ tag }) => tag).filter((tag) => drawn.includes(tag))).toEqual(drawn);
    expect(elements.find(({ tag }) => tag === 'table')).toMatchObject({
      columns: [{ display_name: '年份' }, { display_name: '类别' }, { display_name: '数值（亿元）' }],
      rows: [
        { year: '2018', role: '历史数', figure: '875' },
        { year: '2019', role: '历史数', figure: '999' },
        { year: '2020', role: '目标', figure: '1050' },
        { year: '2021', role: '目标', figure: '1100' },
        { year: '2022', role: '目标', figure: '1150' },
      ],
    });
  });

  test('keeps the noughts of a printed figure', () => {
    const rows = elementsOf(replyTo('本外币贷款余额各年是多少')).flatMap((one) =>
      one.tag === 'table' ? one.rows : [],
    );
    expect(rows.map(({ figure }) => figure)).toContain('2.70');
  });
});

describe('the buttons of a card', () => {
  test('offer the choices of a question that may mean several things, and ask for no verdict', () => {
    const buttons = buttonsOf(replyTo('保险'));
    expect(buttons[0]).toEqual([`1. ${ask('保险').choices[0]?.label}`, { reply: 'r1', choice: 0 }]);
    expect(buttons.map(([, value]) => value)).toEqual([...Array(6).keys()].map((at) => ({ reply: 'r1', choice: at })));
  });

  test('offer what may be asked next, then ask whether the answer was of use', () => {
    expect(buttonsOf(replyTo('天然气交易中心由哪个单位负责？')).map(([, value]) => value)).toEqual([
      { reply: 'r1', suggestion: 0 },
      { reply: 'r1', suggestion: 1 },
      { reply: 'r1', suggestion: 2 },
      { reply: 'r1', verdict: 'useful' },
      { reply: 'r1', verdict: 'wrong', reason: 'topic' },
      { reply: 'r1', verdict: 'wrong', reason: 'units' },
      { reply: 'r1', verdict: 'wrong', reason: 'figures' },
      { reply: 'r1', verdict: 'wrong', reason: 'other' },
    ]);
  });

  test('ask which other thing was meant, and each brings back which', () => {
    const reply = replyTo('天然气交易中心由哪个单位负责？');
    const others = ['任务6 加快企业发展上市步伐', '任务14 鼓励科技型上市企业融资'];
    const buttons = buttonsOf(reply, 1, others).slice(-2);
    expect(buttons.map(([label]) => label)).toEqual(others);
    expect(buttons.map(([, value]) => readClick(value))).toEqual(
      [0, 1].map((meant) => ({ kind: 'verdict', reply: 'r1', verdict: 'wrong', reason: 'topic', meant })),
    );
    expect(JSON.stringify(cardOf(reply, 1, others))).toContain('问的是哪一项？点一下告诉我们');
  });

  test('offer the examples of the welcome, without a verdict', () => {
    expect(buttonsOf(WELCOME)).toEqual([
      ['高新区要干哪几件事？', { reply: 'r1', suggestion: 0 }],
      [YEARS, { reply: 'r1', suggestion: 1 }],
    ]);
  });
});

describe('the frame of a card', () => {
  test.each([
    [ENGLISH, ['Sources (2)', 'You can also ask', 'Helpful', 'Otherwise wrong', 'Note']],
    [TRADITIONAL, ['出處（2條）', '還可以問：', '有用', '其他有誤', '注意']],
  ])('of %s is in its language', (question, words) => {
    const card = JSON.stringify(cardOf(replyTo(question)));
    expect(words.filter((word) => !card.includes(word))).toEqual([]);
    expect(card).not.toMatch(/还可以问|出处（/);
  });
});

test('a hint is a card only where it takes the place of one', () => {
  expect(texts(elementsOf({ kind: 'hint', hint: 'no_page' }))).toEqual(['没有这一页。']);
});
