import { describe, expect, test } from 'vitest';
import {
  pagesOfApp,
  pagesOfBot,
  renderApp,
  renderBot,
  type WecomMessage,
} from '../../../../src/channels/wecom/look/render.ts';
import type { Reply } from '../../../../src/channels/work.ts';
import { squeeze } from '../../../../src/text.ts';
import type { Answer, Language } from '../../../../src/types.ts';
import { answerOf } from '../../../fakes/answer.ts';
import { faultsOfTemplateCard } from '../../../fakes/wecom-card.ts';
import { createRandom } from '../../../properties/random.ts';

const ROUNDS = 150;

const PIECES = [
  '责任单位：市发改委',
  '。',
  ' ',
  '\t',
  '😀',
  '👨‍👩‍👧‍👦',
  '𠮷',
  '\ud842',
  '\udfb7',
  '\u0000',
  '\u202e',
  '<at id=all></at>',
  '<@all>',
  '</font>',
  '<think>',
  '[x](http://y)',
  '**',
  '__',
  '```',
  '|a|b|',
  '~~',
  '> ',
  '# ',
  '- ',
  '1. ',
  '&lt;',
  '\\',
  '$',
  'https://evil.cn',
  'a'.repeat(60),
];

interface Made {
  readonly answer: Answer;
  /** Marks that stand in it, each once. */
  readonly marks: readonly string[];
}

const LANGUAGES: readonly Language[] = ['zh-Hans', 'zh-Hant', 'en'];
const NOTE: Record<Language, string> = { 'zh-Hans': '注意：', 'zh-Hant': '注意：', en: 'Note: ' };
const SOURCES: Record<Language, string> = { 'zh-Hans': '出处（9号）', 'zh-Hant': '出處（9号）', en: 'Sources (9号)' };

/** Answers of any shape and size, in which every stretch of text has a mark of its own. */
const createMaker = (seed: number) => {
  const { below, pick } = createRandom(seed);
  let marks: string[] = [];

  const mark = (): string => {
    const made = `Q${marks.length}Q`;
    marks.push(made);
    return made;
  };
  const words = (most: number): string =>
    Array.from({ length: 1 + below(most) }, () => `${mark()}${pick(PIECES)}`).join('');
  const many = <T>(most: number, make: (at: number) => T): readonly T[] =>
    Array.from({ length: below(most) }, (_, at) => make(at));
  const long = (): number => pick([3, 3, 3, 30, 300]);

  const textOf = (language: Language, choices: readonly { readonly label: string }[]): string =>
    [
      words(long()),
      ...many(pick([3, 60]), (at) => (below(2) === 0 ? `${at + 1}. ${words(3)}` : words(long()))),
      ...choices.map(({ label }, at) => `${at + 1}. ${label}`),
      ...many(3, () => `${NOTE[language]}${words(long())}`),
    ].join('\n');

  const make = (): Made => {
    marks = [];
    const language = pick(LANGUAGES);
    const frame = {
      kind: 'any',
      language,
      tasks: [],
      computed: [],
      notices: [],
      related: [] as const,
      understood: { said: '', unread: [] },
    };
    const suggestions = many(4, () => words(9));
    if (below(3) === 0) {
      const choices = many(9, () => ({ label: words(long()), question: 'x', tasks: [] }));
      const answer: Answer = {
        ...frame,
        status: 'clarify',
        text: textOf(language, choices),
        choices,
        citations: [],
        suggestions,
      };
      return { answer, marks };
    }
    const cite = (at: number) => ({
      plan: 'p',
      clause: `${at}`,
      label: words(2),
      quote: words(long()),
      lines: [1, 1] as const,
    });
    const text = textOf(language, []);
    const [first, ...rest] = [cite(0), ...many(pick([3, 6, 200]), cite)];
    if (!first) throw new Error('no citation');
    const body = `${text}\n${SOURCES[language]}\n① shortened`;
    return {
      answer: { ...frame, status: 'answered', text: body, citations: [first, ...rest], choices: [], suggestions },
      marks,
    };
  };
  return make;
};

const contentOf = (messages: readonly WecomMessage[]): string => {
  const [first] = messages;
  if (!first || !('content' in first)) throw new Error('a page without words');
  return first.content;
};

const FOOTER = /\n+[（(](?:第|Page )\d+\/\d+.*[）)]$/;

/** What is said, without what lays it out: marks that a page's end cut apart come together again. */
const said = (pages: readonly string[]): string =>
  squeeze(pages.map((page) => page.replace(FOOTER, '').replaceAll('**', '').replace(/^> /gm, '')).join('\n'));

const countOf = (text: string, marks: readonly string[]): readonly string[] => {
  const found = new Map<string, number>();
  for (const [one] of text.matchAll(/Q\d+Q/g)) found.set(one, (found.get(one) ?? 0) + 1);
  return marks.filter((mark) => found.get(mark) !== 1);
};

const SIDES = [
  { name: 'app', render: renderApp, pagesOf: pagesOfApp, limit: 2048, items: Number.POSITIVE_INFINITY },
  { name: 'bot', render: renderBot, pagesOf: pagesOfBot, limit: 20_480, items: 20 },
] as const;

const MARKUP = { app: /<|:\/\//, bot: /[*_`[\]<>#|~\\@$&]|:\/\// };

describe.each(SIDES)('any answer of the $name', ({ name, render, pagesOf, limit, items }) => {
  const make = createMaker(name === 'app' ? 11 : 12);
  const made = Array.from({ length: ROUNDS }, () => {
    const { answer, marks } = make();
    const reply: Reply = { kind: 'answer', id: 'r1', answer, charts: [] };
    const messages = Array.from({ length: pagesOf(reply) }, (_, at) => render(reply, at + 1));
    return { marks, messages, pages: messages.map(contentOf) };
  });

  test('fits page by page, in bytes, with whole characters', () => {
    for (const page of made.flatMap(({ pages }) => pages)) {
      expect(Buffer.byteLength(page)).toBeLessThanOrEqual(limit);
      expect(page.trim()).not.toBe('');
      expect(page).not.toMatch(/\p{Surrogate}/u);
      expect(page.match(/^\d+．/gm)?.length ?? 0).toBeLessThanOrEqual(Math.min(items, page.length));
    }
  });

  test('fills its pages: there are not many more than its bytes need', () => {
    for (const { pages } of made) {
      const bytes = pages.reduce((sum, page) => sum + Buffer.byteLength(page), 0);
      if (items === Number.POSITIVE_INFINITY) expect(pages.length).toBeLessThanOrEqual(3 + (3 * bytes) / limit);
    }
  });

  test('says everything, and everything once', () => {
    for (const { marks, pages } of made) expect(countOf(said(pages), marks)).toEqual([]);
  });

  test('has no markup but the frame', () => {
    for (const page of made.flatMap(({ pages }) => pages)) {
      const bare = page.replace(/^\*\*(.*)\*\*$/gm, '$1').replace(/^> /gm, '');
      expect(bare).not.toMatch(MARKUP[name]);
      if (name === 'bot') expect(bare).not.toMatch(/^(?:[-+=]|\d+[.)](?:\s|$)|\s{2})/m);
    }
  });

  test('numbers its pages when there are several, and only then', () => {
    for (const { pages } of made)
      for (const [at, page] of pages.entries()) {
        const footer = FOOTER.exec(page)?.[0];
        if (pages.length === 1) expect(footer).toBeUndefined();
        else expect(footer).toContain(`${at + 1}/${pages.length}`);
      }
  });

  test('has cards without fault, and one at most', () => {
    for (const { messages } of made) {
      const cards = messages.flat().flatMap((message) => (message.kind === 'card' ? [message.card] : []));
      expect(cards.length).toBeLessThanOrEqual(1);
      for (const card of cards) expect(faultsOfTemplateCard(card)).toEqual([]);
    }
  });

  test('and the same each time', () => {
    const again = createMaker(99)().answer;
    const reply: Reply = { kind: 'answer', id: 'r1', answer: again, charts: [] };
    expect(render(reply)).toEqual(render(reply));
  });
});

test('a line of 100 KB without a pause is cut where it must be, and stays whole', () => {
  for (const point of ['a', '汉', '𠮷', '<', '\n', '。']) {
    const text = point.repeat(100_000 / point.length);
    const reply: Reply = {
      kind: 'answer',
      id: 'r1',
      charts: [],
      answer: { ...answerOf(text), status: 'not_found', citations: [] },
    };
    const pages = Array.from({ length: pagesOfBot(reply) }, (_, at) => contentOf(renderBot(reply, at + 1)));
    for (const page of pages) expect(Buffer.byteLength(page)).toBeLessThanOrEqual(20_480);
    const length = point === '\n' ? 2 : squeeze(text).length;
    expect(said(pages)).toHaveLength(length);
  }
});
