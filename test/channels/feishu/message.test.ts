import { describe, expect, test } from 'vitest';
import { readMessage } from '../../../src/channels/feishu/message.ts';
import { withNames } from '../../../src/channels/names.ts';
import { BOT } from '../../fakes/feishu-api.ts';
import { type MessageOptions, messageEvent, TENANT } from '../../fakes/feishu-sender.ts';

const read = (options: MessageOptions, self: string | undefined = BOT) => readMessage(messageEvent(options), self);

const textOf = (options: MessageOptions): string => {
  const reading = read(options);
  if (reading.status !== 'question') throw new Error(`read as ${reading.status}`);
  return withNames(reading.text);
};

const ANOTHER_BOT = { openId: 'ou_another_bot', name: '别的机器人' };
const PERSON = { openId: 'ou_person', name: '王小明' };

describe('who is asked', () => {
  test('@问计 天然气交易中心由哪个单位负责？ in a group is a question', () => {
    const reading = read({ messageId: 'om_1', text: '@_user_1 天然气交易中心由哪个单位负责？' });
    expect(reading).toEqual({
      status: 'question',
      text: '天然气交易中心由哪个单位负责？',
      asker: { tenant: TENANT, chat: 'oc_5ce6d572', person: 'ou_84aad35d', private: false, outside: false },
      to: { kind: 'message', message: 'om_1', thread: false, chat: 'oc_5ce6d572', asked: true },
      ids: ['feishu-message:om_1'],
    });
  });

  test('a group message without a mention is not for the bot', () => {
    expect(read({ mentions: [], text: '天然气交易中心由哪个单位负责？' })).toMatchObject({ status: 'ignored' });
  });

  test('a group message that mentions another bot or a person is not for the bot', () => {
    expect(read({ mentions: [ANOTHER_BOT] })).toMatchObject({ status: 'ignored' });
    expect(read({ mentions: [PERSON] })).toMatchObject({ status: 'ignored' });
  });

  test('@所有人 is not for the bot', () => {
    expect(read({ mentions: [], text: '@_all 今天开会' })).toMatchObject({ status: 'ignored' });
  });

  test('@所有人 @问计 is', () => {
    expect(textOf({ text: '@_all @_user_1 供应链金融归谁管' })).toBe('供应链金融归谁管');
  });

  test('mentions without an id, or of a strange shape, are not the bot', () => {
    const event = messageEvent();
    const withMentions = (mentions: unknown) => ({
      ...event,
      event: { ...event.event, message: { ...event.event.message, mentions } },
    });
    for (const mentions of [null, [], [{}], [{ id: null }], [{ id: 'ou_bot' }], [{ id: { open_id: 1 } }]])
      expect(readMessage(withMentions(mentions), BOT)).toMatchObject({ status: 'ignored' });
  });

  test('in a private chat every message is for the bot, also before it knows its own id', () => {
    expect(readMessage(messageEvent({ chat: 'p2p', text: '你好' }), undefined)).toMatchObject({ status: 'question' });
  });

  test('in a group it cannot be told before the bot knows its own id', () => {
    expect(readMessage(messageEvent(), undefined)).toEqual({ status: 'unready' });
    expect(readMessage(messageEvent({ mentions: [] }), undefined)).toMatchObject({ status: 'ignored' });
  });

  test.each(['bot', 'app', 'anonymous', ''])('a message of a sender of type %j is ignored', (senderType) => {
    expect(read({ senderType })).toMatchObject({ status: 'ignored' });
    expect(read({ senderType, chat: 'p2p' })).toMatchObject({ status: 'ignored' });
  });
});

describe('what is asked', () => {
  test.each([
    ['@_user_1 供应链金融归谁管', '供应链金融归谁管'],
    ['供应链金融归谁管 @_user_1', '供应链金融归谁管'],
    ['供应链金融@_user_1归谁管', '供应链金融归谁管'],
    ['@_user_1\u00a0供应链金融归谁管', '供应链金融归谁管'],
    ['  @_user_1   第一行\n\n 第二行  ', '第一行\n第二行'],
    ['@_user_1 who is responsible', 'who is responsible'],
  ])('%j is read as %j', (text, question) => {
    expect(textOf({ text })).toBe(question);
  });

  test("other people's names and placeholders do not get into the question", () => {
    const text = textOf({ mentions: [{ openId: BOT }, PERSON], text: '@_user_1 帮 @_user_2 查一下供应链金融归谁管' });
    expect(text).toBe('帮 查一下供应链金融归谁管');
  });

  test('a mention without a blank behind it leaves the number of the task', () => {
    expect(textOf({ text: '@_user_121项是什么' })).toBe('21项是什么');
    const mentions = [{ openId: BOT }, ...Array.from({ length: 11 }, (_, index) => ({ openId: `ou_${index}` }))];
    expect(textOf({ mentions, text: '@_user_1@_user_1221项是什么' })).toBe('21项是什么');
  });

  test('a post that a program sent by language is read', () => {
    const content = { zh_cn: { title: '', content: [[{ tag: 'md', text: '**供应链金融**归谁管' }]] } };
    expect(textOf({ type: 'post', content })).toBe('**供应链金融**归谁管');
  });

  test('@_user_10 is not taken for @_user_1 and a 0', () => {
    const mentions = [{ openId: BOT }, ...Array.from({ length: 9 }, (_, index) => ({ openId: `ou_${index}` }))];
    expect(textOf({ mentions, text: '@_user_1 @_user_10 第21项' })).toBe('第21项');
  });

  test('a post is read: title, paragraphs, links and code, without pictures and mentions', () => {
    const content = {
      title: '请教',
      content: [
        [
          { tag: 'at', user_id: '@_user_1', user_name: '' },
          { tag: 'text', text: ' 天然气', style: ['bold'] },
          { tag: 'a', href: 'https://example.com', text: '交易中心' },
        ],
        [{ tag: 'img', image_key: 'img_x' }, { tag: 'emotion', emoji_type: 'SMILE' }, { tag: 'hr' }],
        [{ tag: 'code_block', language: 'GO', text: '由谁负责' }, { tag: 'unheard-of' }],
      ],
    };
    expect(textOf({ type: 'post', content })).toBe('请教\n天然气交易中心\n由谁负责');
  });

  test('a post without a title is read', () => {
    const content = { title: '', content: [[{ tag: 'text', text: '供应链金融归谁管' }]] };
    expect(textOf({ type: 'post', content })).toBe('供应链金融归谁管');
  });

  test('a mention with nothing else gets the line that shows how to ask', () => {
    expect(read({ text: '@_user_1 ', messageId: 'om_1' })).toMatchObject({
      status: 'hint',
      hint: 'question_empty',
      to: { kind: 'message', message: 'om_1' },
      ids: ['feishu-message:om_1'],
    });
  });

  test('a question of more than 10000 characters gets the line that says so', () => {
    expect(read({ text: `@_user_1 ${'问'.repeat(10_001)}` })).toMatchObject({
      status: 'hint',
      hint: 'question_too_long',
    });
  });

  test.each(['image', 'file', 'audio', 'sticker', 'interactive', 'video_chat', 'toString', '__proto__'])(
    'a message of type %s gets the line that only text is read, in a private chat alone',
    (type) => {
      const content = { image_key: 'img_x' };
      expect(read({ type, content, chat: 'p2p' })).toMatchObject({ status: 'hint', hint: 'only_text' });
      expect(read({ type, content })).toMatchObject({ status: 'ignored' });
    },
  );

  test.each(['', 'no JSON', 'null', '{}', '{"text":1}', '[]'])('content %j does not throw', (content) => {
    const event = messageEvent({ chat: 'p2p' });
    const broken = { ...event, event: { ...event.event, message: { ...event.event.message, content } } };
    expect(readMessage(broken, BOT)).toMatchObject({ status: 'hint', hint: 'only_text' });
  });
});

describe('who asks', () => {
  const askerOf = (options: MessageOptions) => {
    const reading = read(options);
    if (reading.status !== 'question') throw new Error(`read as ${reading.status}`);
    return reading.asker;
  };

  test('is told by organisation, chat and person', () => {
    expect(askerOf({ sender: 'ou_a', chatId: 'oc_1' })).toMatchObject({ tenant: TENANT, chat: 'oc_1', person: 'ou_a' });
  });

  test('a private chat is told from a group', () => {
    expect(askerOf({ chat: 'p2p', text: '甲' }).private).toBe(true);
    expect(askerOf({}).private).toBe(false);
  });

  test('a person of another organisation is outside; one whose organisation is not told is not', () => {
    expect(askerOf({ senderTenant: 'another' }).outside).toBe(true);
    expect(askerOf({ senderTenant: '' }).outside).toBe(false);
  });

  test('senders without an id share a conversation with nobody', () => {
    expect(askerOf({ sender: '', messageId: 'om_1' }).person).toBe('om_1');
    expect(askerOf({ sender: '', messageId: 'om_2' }).person).toBe('om_2');
  });
});

describe('what is quoted', () => {
  test('is the message that is replied to', () => {
    expect(read({ parentId: 'om_parent', rootId: 'om_root' })).toMatchObject({ to: { quotes: 'om_parent' } });
  });

  test('in a thread is nothing: every message there is a reply to the first', () => {
    const { to } = read({ threadId: 'omt_1', parentId: 'om_root' }) as { readonly to: object };
    expect(to).not.toHaveProperty('quotes');
    expect(read({ threadId: 'omt_1', parentId: 'om_2', rootId: 'om_root' })).toMatchObject({ to: { quotes: 'om_2' } });
  });

  test('is nothing where the id has a strange shape', () => {
    const { to } = read({ parentId: '../om' }) as { readonly to: object };
    expect(to).not.toHaveProperty('quotes');
  });
});

describe('where the reply goes', () => {
  test('to the message, in its thread where it stands in one', () => {
    const to = { kind: 'message', message: 'om_1', chat: 'oc_1' };
    expect(read({ messageId: 'om_1', chatId: 'oc_1' })).toMatchObject({ to: { ...to, thread: false } });
    expect(read({ messageId: 'om_1', chatId: 'oc_1', threadId: 'omt_1' })).toMatchObject({
      to: { ...to, thread: true },
    });
    expect(read({ messageId: 'om_1', chatId: 'oc_1', threadId: '' })).toMatchObject({ to: { ...to, thread: false } });
  });
});

describe('an event of an unknown shape is ignored', () => {
  test.each([
    null,
    undefined,
    1,
    'x',
    [],
    {},
    { header: {} },
    { header: { event_type: 'im.message.receive_v1' } },
    { header: { event_type: 'im.message.receive_v1' }, event: { sender: {}, message: [] } },
    messageEvent({ messageId: '../../../open-apis/x' }),
    messageEvent({ messageId: '' }),
    messageEvent({ chatId: 'oc_1?receive_id_type=open_id' }),
  ])('%j', (event) => {
    expect(readMessage(event, BOT)).toMatchObject({ status: 'ignored' });
  });
});
