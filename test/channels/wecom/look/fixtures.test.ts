import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { chartsOf } from '../../../../src/channels/chart.ts';
import {
  pagesOfApp,
  pagesOfBot,
  renderApp,
  renderBot,
  type WecomMessage,
} from '../../../../src/channels/wecom/look/render.ts';
import type { Reply } from '../../../../src/channels/work.ts';
import { faultsOfTemplateCard } from '../../../fakes/wecom-card.ts';
import { ask, bot } from '../../../helper.ts';
import { KIND_EXAMPLES } from '../../../kinds.ts';

const FOLDER = fileURLToPath(new URL('../../../fixtures/wecom/', import.meta.url));

/** `UPDATE_FIXTURES=1 npm test` writes them anew; the difference is then for people to read. */
const UPDATE = process.env.UPDATE_FIXTURES === '1';

/** More pages look like these. */
const MOST_PAGES = 3;

const LIMITS = { text: 2048, markdown: 20_480 };

const replyTo = (...asked: readonly [question: string, ...before: readonly string[]]): Reply => {
  const answer = ask(...asked);
  return { kind: 'answer', id: 'reply-1', answer, charts: chartsOf(answer, bot.plan) };
};

const WELCOME: Reply = {
  kind: 'welcome',
  id: 'reply-1',
  welcome: { text: '我是问计，只回答这一份计划。', examples: ['第21项由谁负责？', '金融业增加值2022年的目标是多少？'] },
};

const REPLIES: readonly (readonly [string, string, Reply])[] = [
  ...Object.entries(KIND_EXAMPLES).map(([name, asked]) => [name, asked[0], replyTo(...asked)] as const),
  ...[
    ['language-en', 'Who is responsible for the natural gas trading center?'],
    ['language-zh-hant', '天然氣交易中心由哪個單位負責？'],
    ['long-list', '市金融工作局负责哪些任务'],
    ['years', '金融业增加值各年的目标是多少'],
  ].map(([name = '', question = '']) => [name, question, replyTo(question)] as const),
  ['welcome', '', WELCOME],
  ['hint', '', { kind: 'hint', hint: 'only_text' }],
];

const shown = (message: WecomMessage): string =>
  message.kind === 'card' ? JSON.stringify(message.card, null, 2) : message.content;

const sectionsOf = (
  name: string,
  count: number,
  render: (page: number) => readonly WecomMessage[],
): readonly string[] =>
  Array.from({ length: Math.min(count, MOST_PAGES) }, (_, at) => render(at + 1)).flatMap((messages, at) =>
    messages.map((message) => `════ ${name} ${at + 1}/${count} ${message.kind}\n${shown(message)}\n`),
  );

const pictureOf = (question: string, reply: Reply): string =>
  [
    `${question}\n`,
    ...sectionsOf('app', pagesOfApp(reply), (page) => renderApp(reply, page)),
    ...sectionsOf('bot', pagesOfBot(reply), (page) => renderBot(reply, page)),
  ].join('\n');

const stored = (file: string, picture: string): string => {
  if (UPDATE) {
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(file, picture);
  }
  return readFileSync(file, 'utf8');
};

describe('every kind of answer looks as it was reviewed', () => {
  test('there is a picture of each kind', () => {
    expect(new Set(REPLIES.map(([name]) => name)).size).toBe(Object.keys(KIND_EXAMPLES).length + 6);
  });

  test.each(REPLIES)('%s: %s', (name, question, reply) => {
    const picture = pictureOf(question, reply);
    expect(picture).toBe(stored(`${FOLDER}${name}.txt`, picture));
  });
});

describe('every kind of answer is within the limits of the platform', () => {
  test.each(REPLIES)('%s: %s', (_name, _question, reply) => {
    const all = [
      ...Array.from({ length: pagesOfApp(reply) }, (_, at) => renderApp(reply, at + 1)),
      ...Array.from({ length: pagesOfBot(reply) }, (_, at) => renderBot(reply, at + 1)),
    ].flat();
    for (const message of all) {
      if (message.kind === 'card') expect(faultsOfTemplateCard(message.card)).toEqual([]);
      else expect(Buffer.byteLength(message.content)).toBeLessThanOrEqual(LIMITS[message.kind]);
    }
  });
});
