import { describe, expect, test } from 'vitest';
import { onePlan } from '../../src/channels/asked-plans.ts';
import { readMessage } from '../../src/channels/feishu/message.ts';
import { isUnitIn, nameMark, withNames } from '../../src/channels/names.ts';
import { questionFault } from '../../src/channels/question-fault.ts';
import { quotedWords } from '../../src/channels/wecom/bot/words.ts';
import { createWords } from '../../src/channels/wecom/text.ts';
import { BOT } from '../fakes/feishu-api.ts';
import { messageEvent } from '../fakes/feishu-sender.ts';
import { bot } from '../helper.ts';

const stays = isUnitIn(onePlan(bot));

/** What is asked, once the plans are known. */
const inFeishu = (text: string, ...names: readonly string[]): string | undefined => {
  const mentions = [{ openId: BOT, name: '问计' }, ...names.map((name, at) => ({ openId: `ou_${at}`, name }))];
  const read = readMessage(messageEvent({ text: `@_user_1 ${text}`, mentions }), BOT);
  return read.status === 'question' ? withNames(read.text, stays) : undefined;
};

describe('names inside a question', () => {
  test.each([
    ['@_user_2负责哪些任务', ['市财政局'], '市财政局 负责哪些任务'],
    ['第21项 @_user_2 负责吗', ['西安市财政局'], '第21项 西安市财政局 负责吗'],
    ['请 @_user_2 看一下第21项是什么', ['张三'], '请 看一下第21项是什么'],
    ['@_user_2 @_user_3 有哪些任务', ['李四', '高新区'], '高新区 有哪些任务'],
    ['@_user_221项归谁', ['王五'], '21项归谁'],
  ])('in Feishu %s of %j is asked as %s', (text, names, asked) => {
    expect(inFeishu(text, ...names)).toBe(asked);
  });

  test('in WeCom a unit stays, a colleague does not', () => {
    const words = createWords();
    expect(withNames(words('@问计 请问 @市财政局 负责哪些任务'), stays)).toBe('请问 市财政局 负责哪些任务');
    expect(withNames(words('@问计 请问 @张三 第21项归谁'), stays)).toBe('请问 第21项归谁');
  });

  test('in a message that is quoted no name is kept', () => {
    const quote = { msgtype: 'text', text: { content: '请问 @张三 第21项归谁' } };
    expect(quotedWords({ quote }, createWords())).toBe('请问 第21项归谁');
  });

  test('names alone are no question', () => {
    expect(questionFault(`${nameMark('张三')} ${nameMark('市财政局')}`)).toBe('question_empty');
    expect(inFeishu('@_user_2', '张三')).toBeUndefined();
  });

  test('a name cannot make marks of its own', () => {
    expect(withNames(`甲${nameMark('\u{e000}市财政局\u{e001}')}乙`, stays)).toBe('甲 市财政局 乙');
    expect(withNames('甲\u{e000}乙', stays)).toBe('甲\u{e000}乙');
  });
});
