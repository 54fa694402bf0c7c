import { describe, expect, test } from 'vitest';
import type { Chart } from '../../../../src/channels/chart.ts';
import { type Card, cardOf, pagesOf } from '../../../../src/channels/feishu/card/card.ts';
import type { Reply } from '../../../../src/channels/work.ts';
import type { Citation } from '../../../../src/types.ts';
import { answerOf } from '../../../fakes/answer.ts';
import { faultsOfCard } from '../../../fakes/feishu-card.ts';
import { markdownIn, shownBy } from '../../../fakes/feishu-markup.ts';

/** Characters that take three bytes each. */
const long = (bytes: number): string => '长'.repeat(bytes / 3);

const CHART: Chart = {
  title: long(120),
  measure: long(60),
  points: Array.from({ length: 20 }, (_, at) => ({ year: 2000 + at, printed: long(60), value: at, role: 'past' })),
};

const cite = (clause: string, quote: string): Citation => ({ plan: 'p', clause, label: clause, quote, lines: [1, 1] });

const replyWith = (quotes: readonly string[], noteBytes: number): Reply => {
  const [first, ...rest] = quotes.map((quote, at) => cite(`4.${at}`, quote));
  if (!first) throw new Error('no quotes');
  const lines = Array.from({ length: 15 }, (_, at) => `${at + 1}. ${long(480)}`);
  const text = [long(1_500), ...lines, `注意：${long(noteBytes)}`, '出处（号）'].join('\n');
  const suggestions = [1, 2, 3].map((at) => `${at}${long(150)}`);
  const answer = { ...answerOf(text), citations: [first, ...rest] as const, suggestions };
  return { kind: 'answer', id: 'r'.repeat(36), answer, charts: [CHART, CHART] };
};

const saidOn = (card: Card): readonly string[] => markdownIn(card).map(shownBy);
const tagsOf = (card: Card): readonly string[] => card.body.elements.map(({ tag }) => tag);
const entriesOn = (card: Card): number =>
  saidOn(card)
    .join('\n')
    .match(/^\d+\. 长{160}$/gm)?.length ?? 0;
const suggestionsOn = (card: Card): number => tagsOf(card).filter((tag) => tag === 'button').length;

describe('a card that would be longer than the platform takes', () => {
  test('shortens its quotes first, and says so by ……', () => {
    const reply = replyWith([long(9_000)], 300);
    const card = cardOf(reply);
    const quote = saidOn(card).find((words) => words.startsWith('4.0'));
    expect(faultsOfCard(JSON.stringify(card))).toEqual([]);
    expect(quote).toMatch(/^4\.0\n“长+……”$/);
    expect(entriesOn(card)).toBe(15);
    expect(suggestionsOn(card)).toBe(3);
    expect(tagsOf(card).filter((tag) => tag === 'chart')).toHaveLength(2);
  });

  test('then gives up suggestions and pictures, and never an entry or a source', () => {
    const quotes = Array.from({ length: 48 }, () => long(60));
    const reply = replyWith(quotes, 3_000);
    const cards = Array.from({ length: pagesOf(reply) }, (_, at) => cardOf(reply, at + 1));
    expect(cards.flatMap((card) => faultsOfCard(JSON.stringify(card)))).toEqual([]);
    const [first] = cards;
    expect(first && tagsOf(first)).not.toContain('chart');
    expect(first && suggestionsOn(first)).toBe(0);
    expect(cards.map(entriesOn)).toEqual([15]);
    const said = cards.flatMap(saidOn);
    expect(quotes.filter((quote, at) => !said.includes(`4.${at}\n“${quote}”`))).toEqual([]);
  });
});
