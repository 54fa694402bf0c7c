import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { labelIn } from '../../../../src/answer/labels.ts';
import { shownCitations } from '../../../../src/answer/quotes.ts';
import { cardOf } from '../../../../src/channels/feishu/card/card.ts';
import type { Reply } from '../../../../src/channels/work.ts';
import { faultsOfCard } from '../../../fakes/feishu-card.ts';
import { markdownIn, markupIn } from '../../../fakes/feishu-markup.ts';
import { KIND_EXAMPLES } from '../../../kinds.ts';
import { ENGLISH, LIST, pagesOfReply, replyTo, saidBy, sourcesOf, TRADITIONAL, WELCOME, YEARS } from './read.ts';

const FOLDER = fileURLToPath(new URL('../../../fixtures/feishu/', import.meta.url));

interface Case {
  readonly name: string;
  readonly reply: Reply;
  readonly page: number;
}

const CASES: readonly Case[] = [
  ...Object.entries(KIND_EXAMPLES).map(([name, asked]) => ({ name, reply: replyTo(...asked), page: 1 })),
  { name: 'welcome', reply: WELCOME, page: 1 },
  { name: 'list-page-2', reply: replyTo(LIST), page: 2 },
  { name: 'indicator-years', reply: replyTo(YEARS), page: 1 },
  { name: 'english', reply: replyTo(ENGLISH), page: 1 },
  { name: 'traditional', reply: replyTo(TRADITIONAL), page: 1 },
];

/** A conclusion may stand in two pieces: what it is about as the title, and what is said of it. */
const bare = (words: string): string => words.replace(/[：:\s]/g, '');

describe('the card for an example of each kind of answer', () => {
  test.each(CASES)('$name is the one on record', ({ name, reply, page }) => {
    const card = `${JSON.stringify(cardOf(reply, page), undefined, 2)}\n`;
    const path = `${FOLDER}${name}.json`;
    if (process.env.UPDATE_FIXTURES === '1') writeFileSync(path, card);
    expect(card).toBe(readFileSync(path, 'utf8'));
  });

  test.each(CASES)('$name is one that the platform takes, on every page', ({ reply }) => {
    const faults = pagesOfReply(reply).flatMap((page) => faultsOfCard(JSON.stringify(cardOf(reply, page))));
    expect(faults).toEqual([]);
  });

  test.each(CASES)('$name says every line of the answer', ({ reply }) => {
    const text = reply.kind === 'answer' ? reply.answer.text : WELCOME.welcome.text;
    const said = pagesOfReply(reply)
      .map((page) => saidBy(reply, page))
      .join('\n');
    const lines = text.split('\n').filter((line) => !/^(?:(?:出处|出處|Sources).*|详细：|詳細：|Details:)$/.test(line));
    expect(lines.filter((line) => !bare(said).includes(bare(line.trim().replace(/^(?:注意：|Note: )/, ''))))).toEqual(
      [],
    );
  });

  test.each(CASES)('$name quotes every source whole', ({ reply }) => {
    if (reply.kind !== 'answer') return expect(sourcesOf(reply, 1)).toEqual([]);
    const told = pagesOfReply(reply).flatMap((page) => sourcesOf(reply, page));
    const { language } = reply.answer;
    const wanted = shownCitations(reply.answer);
    const lacking = wanted.filter(
      ({ label, quote }) =>
        !told.some(
          (one) => one.replace(/^[①-⑳] /u, '').startsWith(`${labelIn(label, language)}\n`) && one.includes(quote),
        ),
    );
    expect(lacking).toEqual([]);
  });

  test('nothing else is on record', () => {
    expect(readdirSync(FOLDER).toSorted()).toEqual(CASES.map(({ name }) => `${name}.json`).toSorted());
  });

  test.each(CASES)('$name carries no markup in its words', ({ reply, page }) => {
    const contents = markdownIn(cardOf(reply, page));
    expect(contents.filter((content) => markupIn(content).length > 0)).toEqual([]);
  });
});
