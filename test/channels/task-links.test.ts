import { describe, expect, test } from 'vitest';
import { cardOf } from '../../src/channels/feishu/card/card.ts';
import { renderBot } from '../../src/channels/wecom/look/render.ts';
import type { Reply } from '../../src/channels/work.ts';
import { faultsOfCard } from '../fakes/feishu-card.ts';
import { ask, bot } from '../helper.ts';

const PAGES = `https://wenji.example.cn/plans/${bot.plan.id}`;
const LIST = '市金融工作局负责哪些任务';
const replyTo = (question: string, pages?: string): Reply => ({
  kind: 'answer',
  id: 'r1',
  answer: ask(question),
  charts: [],
  ...(pages !== undefined && { pages }),
});

describe('the tasks of a list', () => {
  test('lead to their clauses from Feishu and WeCom, where the pages have an address', () => {
    const link = `[3](${PAGES}#annex.3)`;
    const card = JSON.stringify(cardOf(replyTo('市财政局负责哪些任务', PAGES)));
    expect(card).toContain(link);
    expect(faultsOfCard(card)).toEqual([]);
    const [message] = renderBot(replyTo('市财政局负责哪些任务', PAGES));
    expect(message && 'content' in message ? message.content : '').toContain(`\n${link}．促进本地法人金融机构做大做强`);
  });

  test('are plain numbers without an address', () => {
    const [message] = renderBot(replyTo('市财政局负责哪些任务'));
    expect(JSON.stringify([cardOf(replyTo('市财政局负责哪些任务')), message])).not.toContain('](');
  });

  test('of a long list stand under their actions, each of which folds on a card', () => {
    const { text, tasks } = ask(LIST);
    const heads = text.split('\n').filter((line) => /行动（\d+项）：$/.test(line));
    expect(heads).toHaveLength(15);
    expect(heads.map((line) => Number(/（(\d+)项）/.exec(line)?.[1])).reduce((a, b) => a + b)).toBe(tasks.length);
    const panels = cardOf(replyTo(LIST)).body.elements.filter(({ tag }) => tag === 'collapsible_panel');
    expect(JSON.stringify(panels)).toContain('**金融机构壮大行动（4项）**');
  });

  test('of a short list stand as they are', () => {
    expect(ask('市财政局负责哪些任务').text).not.toMatch(/行动（\d+项）：/);
  });
});
