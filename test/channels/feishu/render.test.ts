import { describe, expect, test } from 'vitest';
import { cardOf } from '../../../src/channels/feishu/card/card.ts';
import { type FeishuMessage, renderCard, renderPlain, renderText } from '../../../src/channels/feishu/render.ts';
import type { Reply } from '../../../src/channels/work.ts';
import type { Answer } from '../../../src/types.ts';
import { answerOf } from '../../fakes/answer.ts';
import { faultsOfCard } from '../../fakes/feishu-card.ts';
import { ask } from '../../helper.ts';

const shown = (content: string): string => (JSON.parse(content) as { text: string }).text;
const plainOf = (reply: Reply): string =>
  renderPlain(reply)
    .map(({ content }) => shown(content))
    .join('\n');

const replyOf = (answer: Answer): Reply => ({ kind: 'answer', id: 'r1', answer, charts: [] });

const HINT: Reply = { kind: 'hint', hint: 'too_many' };
const WELCOME: Reply = { kind: 'welcome', id: 'r1', welcome: { text: '您好，我是问计。', examples: ['甲？', '乙？'] } };

/** Page 发送消息. */
const LIMIT = 150 * 1024;

const bytesOf = (message: object): number =>
  Buffer.byteLength(JSON.stringify({ msg_type: 'text', uuid: 'x'.repeat(50), ...message }));

describe('a text message', () => {
  test.each([
    '<at user_id="all"></at>',
    '<at user_id="ou_x">Tom</at>',
    '<AT id=all>',
    '<b>重要</b>',
    '<<at id=all>>',
    '< at id=all>',
  ])('%s in an echoed question calls nobody and dresses nothing up', (text) => {
    expect(shown(renderText(text))).not.toContain('<');
    expect(renderText(text)).not.toMatch(/\\u003c/i);
  });

  test('[点这里](https://example.com) is no link', () => {
    expect(shown(renderText('[点这里](https://example.com)'))).not.toContain('](');
  });

  test.each(['汉', 'a', '"', '\\', '\n', '𠮷', '😀', '\u0001', '<'])(
    'of any length made of %j fits and stays whole',
    (point) => {
      const content = renderText(point.repeat(200_000));
      expect(bytesOf({ content })).toBeLessThan(LIMIT);
      expect(shown(content)).toMatch(/……（内容过长，其余从略）$/);
      expect(shown(content)).not.toMatch(/\p{Surrogate}/u);
    },
  );

  test('half a character becomes the replacement sign', () => {
    expect(shown(renderText('a\ud842b'))).toBe('a\ufffdb');
  });
});

describe('a reply as plain text', () => {
  test('is the text of the answer as it stands', () => {
    const text = '责任单位：市发改委、西咸新区\n——附件任务分解表第21项（2022年 ≥ 3 家）';
    expect(renderPlain(replyOf(answerOf(text)))).toEqual([{ msgType: 'text', content: JSON.stringify({ text }) }]);
  });

  test('has the choices and the suggestions that buttons would offer', () => {
    expect(plainOf(replyOf(ask('保险')))).toContain(`\n1. ${ask('保险').choices[0]?.label}\n`);
    const answer = ask('天然气交易中心由哪个单位负责？');
    expect(plainOf(replyOf(answer))).toBe(
      `${answer.text}\n还可以问：\n${answer.suggestions.map((question) => `· ${question}`).join('\n')}`,
    );
  });

  test('welcomes with the examples', () => {
    expect(plainOf(WELCOME)).toBe('您好，我是问计。\n· 甲？\n· 乙？');
  });

  test('calls nobody', () => {
    expect(plainOf(replyOf(answerOf('计划里没有写“<at user_id="all"></at>[x](http://x)”。')))).not.toMatch(/<|\]\(/);
  });

  test('is divided between lines when it is too long for a message, and nothing is lost', () => {
    const text = Array.from({ length: 20_000 }, (_, at) => `第${at}行“汉字”`).join('\n');
    const messages = renderPlain(replyOf(answerOf(text)));
    expect(messages.length).toBeGreaterThan(1);
    expect(messages.filter(({ content }) => bytesOf({ content }) >= LIMIT)).toEqual([]);
    expect(messages.map(({ content }) => shown(content)).join('\n')).toBe(text);
  });

  test('is divided anywhere when there are no lines', () => {
    const text = '😀'.repeat(100_000);
    const parts = renderPlain(replyOf(answerOf(text))).map(({ content }) => shown(content));
    expect(parts.join('')).toBe(text);
    expect(parts.filter((part) => /\p{Surrogate}/u.test(part))).toEqual([]);
  });
});

describe('a reply as a message', () => {
  const only = (messages: readonly FeishuMessage[]): FeishuMessage => {
    const [first, ...rest] = messages;
    if (!first || rest.length > 0) throw new Error(`${messages.length} messages`);
    return first;
  };

  test.each([
    ['an answer', replyOf(ask('天然气交易中心由哪个单位负责？'))],
    ['a welcome', WELCOME],
  ])('is one card for %s', (_, reply) => {
    const { msgType, content } = only(renderCard(reply));
    expect(msgType).toBe('interactive');
    expect(JSON.parse(content)).toEqual(cardOf(reply));
    expect(faultsOfCard(content)).toEqual([]);
  });

  test('is the page that is asked for', () => {
    const reply = replyOf(ask('市金融工作局负责哪些任务'));
    expect(JSON.parse(only(renderCard(reply, 3)).content)).toEqual(cardOf(reply, 3));
    expect(cardOf(reply, 3)).not.toEqual(cardOf(reply));
  });

  test('is a line of text for a hint', () => {
    expect(renderCard(HINT)).toEqual([
      { msgType: 'text', content: JSON.stringify({ text: '您问得很快，请稍等一分钟再问。' }) },
    ]);
  });
});
