import { kind } from './kind.ts';
import { examplesOf } from './refusal.ts';

/** A question with no words in it. */
export const empty = kind<true>({
  name: 'empty',
  examples: [
    '？？？',
    '👍👍',
    '……',
    '。。。',
    '😂🤣',
    '!!!',
    '    ',
    '——',
    '、、、',
    '（）',
    '🙏🙏🙏',
    '@@@ ',
    '“”',
    '～～',
    '*',
  ],
  others: ['嗯', '1', 'a', '谁', '在吗'],
  find: ({ reading }) => (/[\p{L}\p{N}]/u.test(reading.text) ? undefined : true),
  phrase: (_, desk) => ({ status: 'not_found', lines: [desk.say('empty')], suggestions: examplesOf(desk) }),
});

const GREETING =
  /^(?:谢谢(?:你|您|啦|了)?|多谢|好的|收到|知道了|明白了?|辛苦了|再见|拜拜|ok|thanks|thank you|bye|你好|您好|在吗|在不在|hi|hello|hey|help|帮助|使用说明|怎么用|你是谁|你叫什么|你(?:能|会|可以)(?:干|做|回答|帮)(?:什么|啥|我什么)|测试|test)[\s\p{P}]*$/iu;

/** A greeting, or a question about the bot itself: what can be asked here. */
export const help = kind<true>({
  name: 'help',
  examples: [
    '你好',
    '你能干什么',
    'help',
    '在吗',
    '您好！',
    '怎么用',
    '使用说明',
    '你是谁',
    'hello',
    '测试',
    '你会干什么',
    '你能回答什么',
    '帮助',
    'hi',
    '你可以做什么',
  ],
  others: [
    '你好，天然气交易中心谁负责',
    '高新区能干什么',
    '怎么申请补贴',
    '测试一下：2021年保费收入目标',
    '帮助农民贷款归谁管',
  ],
  find: ({ reading }) => (GREETING.test(reading.text) ? true : undefined),
  phrase: (_, desk) => ({
    status: 'not_found',
    lines: [desk.say('help', { title: desk.plan.document.title.replace(/（.*$/, '') })],
    suggestions: examplesOf(desk),
  }),
});
