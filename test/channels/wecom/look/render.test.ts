import { describe, expect, test } from 'vitest';
import {
  pagesOfApp,
  pagesOfBot,
  plainApp,
  plainBot,
  renderApp,
  renderBot,
  type WecomMessage,
} from '../../../../src/channels/wecom/look/render.ts';
import type { Hint, Reply } from '../../../../src/channels/work.ts';
import { squeeze } from '../../../../src/text.ts';
import type { Answer } from '../../../../src/types.ts';
import { answerOf } from '../../../fakes/answer.ts';
import { faultsOfTemplateCard } from '../../../fakes/wecom-card.ts';
import { ask } from '../../../helper.ts';

const replyOf = (answer: Answer): Reply => ({ kind: 'answer', id: 'r1', answer, charts: [] });
const contentOf = (message: WecomMessage | undefined): string =>
  message && 'content' in message ? message.content : '';
const app = (reply: Reply, page?: number): string => contentOf(renderApp(reply, page)[0]);
const bot = (reply: Reply, page?: number): string => contentOf(renderBot(reply, page)[0]);

/** All pages of a reply, one after the other. */
const allOf = (render: typeof app, count: number, reply: Reply): readonly string[] =>
  Array.from({ length: count }, (_, at) => render(reply, at + 1));

const times = (text: string, part: string): number => text.split(part).length - 1;

describe('an answer', () => {
  const reply = replyOf(ask('天然气交易中心由哪个单位负责？'));

  test('is one text in the app: conclusion, notes, sources with their quotes, what else may be asked', () => {
    expect(renderApp(reply)).toHaveLength(1);
    expect(renderApp(reply)[0]?.kind).toBe('text');
    expect(
      app(reply)
        .split(/\n+/)
        .map((line) => line.slice(0, 5)),
    ).toEqual([
      '责任单位：',
      '21. 推',
      '支持单位：',
      '注意：附件',
      '出处',
      '① 正文三',
      '② 附件任',
      '文号：市政',
      '还可以问：',
      '· 推动设',
      '· 市发改',
      '· 支持大',
      '答得不对？',
      '（第1/2',
    ]);
  });

  test('is one Markdown of the bot: the conclusion bold, the quotes set apart', () => {
    expect(renderBot(reply).map(({ kind }) => kind)).toEqual(['markdown']);
    expect(bot(reply)).toMatch(/^\*\*责任单位：市金融工作局、高新区、市发改委 ①\*\*\n\n21．推动设立天然气交易中心\n/);
    expect(bot(reply, 2)).toMatch(/^① 正文三、（五）2\.（3）\n> 推动设立天然气交易中心。/);
  });

  test('quotes the whole of what the text shortens, word for word', () => {
    if (reply.kind !== 'answer') throw new Error('no answer');
    for (const { quote } of reply.answer.citations.slice(0, -1)) {
      expect(squeeze(app(reply, 2))).toContain(squeeze(quote));
      expect(squeeze(bot(reply, 2)).replaceAll('>', '')).toContain(squeeze(quote));
    }
  });

  test('says the number of the plan once', () => {
    expect(times(app(reply), '市政办发〔2020〕9号')).toBe(1);
    expect(times(app(replyOf(ask('这个行动计划的文号是多少？'))), '市政办发〔2020〕9号')).toBe(1);
  });
});

describe('a list', () => {
  const reply = replyOf(ask('市金融工作局负责哪些任务'));
  const { answer } = reply as { readonly answer: Answer };

  test('stands in the app on pages of its own, all its lines once and the sources at the end', () => {
    const pages = allOf(app, pagesOfApp(reply), reply);
    expect(pages.length).toBeGreaterThan(2);
    expect(pages[0]).toMatch(
      new RegExp(
        `^市金融工作局负责的任务共56项：\\n\\n金融机构壮大行动（4项）：\\n1\\. [\\s\\S]*（第1/${pages.length}页，回复“下一页”看后面）$`,
      ),
    );
    expect(pages.at(-1)).toMatch(new RegExp(`（第${pages.length}/${pages.length}页）$`));
    const lines = pages.join('\n').split('\n');
    const items = answer.text.split('\n').filter((line) => /^\d+\. /.test(line));
    expect(items.length).toBeGreaterThanOrEqual(56);
    for (const item of items) expect(lines.filter((line) => line === item)).toHaveLength(1);
    for (const { label } of answer.citations.slice(0, -1)) expect(pages.join('\n')).toContain(label);
  });

  test('of the bot has at most twenty entries on a page, with the numbers of the plan', () => {
    const pages = allOf(bot, pagesOfBot(reply), reply);
    for (const page of pages) expect(page.match(/^\d+．/gm)?.length ?? 0).toBeLessThanOrEqual(20);
    const numbers = pages.flatMap((page) => [...page.matchAll(/^(\d+)．/gm)].map((found) => Number(found[1])));
    expect(numbers).toEqual(
      answer.text.split('\n').flatMap((line) => /^(\d+)\. /.exec(line)?.slice(1).map(Number) ?? []),
    );
  });

  test('says on the page before them that the quotes follow', () => {
    const short = replyOf(ask('高新区要干哪几件事？'));
    expect(app(short)).toMatch(/（第1\/\d+页，回复“下一页”看各条原文）$/);
    expect(bot(short)).toMatch(/（第1\/\d+页，回复“下一页”看各条原文）$/);
    expect(app(short, 2)).toMatch(/^正文三/);
    expect(bot(short, 2)).toMatch(/^正文三[^\n]*\n> （责任单位：高新区/);
  });

  test.each([0, -1, Number.NaN, 1.5])('page %d is the first', (page) => {
    expect(app(reply, page)).toBe(app(reply, 1));
  });

  test('a page beyond the last is the last', () => {
    expect(app(reply, 999)).toBe(app(reply, pagesOfApp(reply)));
  });
});

describe('an answer that asks back', () => {
  const reply = replyOf(ask('保险'));

  test.each([
    ['app', renderApp],
    ['bot', renderBot],
  ])('lists the whole labels in the %s, then offers them as buttons', (_name, render) => {
    const [words, card, ...more] = render(reply);
    expect(more).toEqual([]);
    expect(contentOf(words)).toMatch(/1[.．] ?.*加快完善绿色保险制度\n2[.．] ?.*促进本地法人金融机构做大做强/);
    expect(contentOf(words)).toMatch(/请回复序号选择。$/);
    expect(card?.kind === 'card' && faultsOfTemplateCard(card.card)).toEqual([]);
  });

  test('has no card in its plain form', () => {
    expect(plainApp(reply).map(({ kind }) => kind)).toEqual(['text']);
    expect(plainBot(reply).map(({ kind }) => kind)).toEqual(['markdown']);
    expect(plainApp(reply)[0]).toEqual(renderApp(reply)[0]);
  });

  test('brings its card once, behind the page on which the choices end', () => {
    if (reply.kind !== 'answer') throw new Error('no answer');
    const labels = Array.from({ length: 6 }, (_, at) => `${at}${'长'.repeat(400)}`);
    const answer = {
      ...reply.answer,
      choices: labels.map((label) => ({ label, question: label, tasks: [] })),
    } as Answer;
    const long = replyOf(answer);
    const pages = Array.from({ length: pagesOfApp(long) }, (_, at) => renderApp(long, at + 1));
    const withCard = pages.flatMap((messages, at) => (messages.some(({ kind }) => kind === 'card') ? [at] : []));
    expect(pages.length).toBeGreaterThan(2);
    expect(withCard).toEqual([pages.findLastIndex((messages) => contentOf(messages[0]).includes('长'))]);
  });
});

describe('in the language of the asker', () => {
  test('English', () => {
    const clarify = { ...(ask('保险') as Answer), language: 'en' } as Answer;
    expect(app(replyOf(clarify))).toMatch(/Reply with a number to choose\.$/);
    const answer = ask('Who is responsible for the natural gas trading center?');
    expect(answer.language).toBe('en');
    expect(app(replyOf(answer))).toMatch(/\nYou can also ask:\n· /);
    const list = { ...answerOf(`Tasks:\n${'1. task\n'.repeat(400)}`), language: 'en' } as Answer;
    expect(app(replyOf(list))).toMatch(/\(Page 1\/\d+; reply “next” for more\)$/);
  });

  test('Traditional Chinese', () => {
    const answer = ask('天然氣交易中心由哪個單位負責？');
    expect(answer.language).toBe('zh-Hant');
    expect(app(replyOf(answer))).toContain('\n還可以問：\n');
  });
});

describe('what is no answer', () => {
  const HINTS: readonly Hint[] = [
    'only_text',
    'question_empty',
    'question_too_long',
    'too_many',
    'not_allowed',
    'external_chat',
    'outsider',
    'expired',
    'no_page',
    'blocked',
    'failed',
  ];

  test.each(HINTS)('the hint %s is one line of text', (hint) => {
    for (const render of [renderApp, renderBot]) {
      const messages = render({ kind: 'hint', hint });
      expect(messages.map(({ kind }) => kind)).toEqual(['text']);
      expect(contentOf(messages[0])).toMatch(/^[^\n]*\p{Script=Han}[^\n]*$/u);
    }
  });

  test('the welcome says what the bot is and what may be asked', () => {
    const welcome = { text: '我是问计。\n我只回答一份计划。', examples: ['第21项由谁负责？', '<@all> [x](http://y)'] };
    const reply: Reply = { kind: 'welcome', id: 'r1', welcome };
    expect(renderApp(reply)).toEqual([
      {
        kind: 'text',
        content: '我是问计。\n我只回答一份计划。\n\n您可以这样问：\n· 第21项由谁负责？\n· ＜@all> [x](http：//y)',
      },
    ]);
    expect(contentOf(renderBot(reply)[0])).toContain('· ＜＠all＞ ［x］(http：//y)');
  });

  test('an answer without words still sends something', () => {
    expect(app(replyOf({ ...ask('保险'), text: '', choices: [] } as Answer))).not.toBe('');
  });
});

describe('nothing that an answer repeats becomes markup', () => {
  const HOSTILE = [
    '<@ZhangSan>',
    '<@all>',
    '@all',
    '<font color="warning">红</font>',
    '<think>藏</think>',
    '<a href="https://evil.cn">点</a>',
    '[点这里](https://evil.cn)',
    '![图](https://evil.cn/x.png)',
    'https://evil.cn',
    'www.evil.cn',
    '**粗** __粗__ *斜* _斜_ ~~删~~',
    '`码` ```\n码\n```',
    '# 标题',
    '> 引用',
    '- 点\n+ 点\n* 点',
    '    码',
    '\t码',
    '3. 数\n3) 数',
    '标题\n===\n标题\n---',
    '|a|b|\n|-|-|\n|1|2|',
    '&lt;@all&gt;',
    '\\<@all>',
    '$x$',
    '\u202e反',
  ];

  test.each(HOSTILE)('%j', (text) => {
    const reply = replyOf({ ...answerOf(`计划里没有写“\n${text}\n”。\n注意：${text}`), suggestions: [text] });
    expect(app(reply)).not.toMatch(/<|:\/\/|www\.|\u202e/);
    const shown = bot(reply)
      .replace(/^\*\*(.*)\*\*$/gm, '$1')
      .replace(/^> /gm, '');
    expect(shown).not.toMatch(/[*_`[\]<>#|~\\@$&]|:\/\/|www\.|\u202e/);
    expect(shown).not.toMatch(/^(?:[-+=]|\d+[.)](?:\s|$)|\s{4}|\t)/m);
  });
});
