import { describe, expect, test } from 'vitest';
import type { Chart } from '../../../../src/channels/chart.ts';
import { type Card, cardOf, pagesOf } from '../../../../src/channels/feishu/card/card.ts';
import type { Reply } from '../../../../src/channels/work.ts';
import type { Answer, Citation } from '../../../../src/types.ts';
import { faultsOfCard } from '../../../fakes/feishu-card.ts';
import { markdownIn, markupIn, shownBy } from '../../../fakes/feishu-markup.ts';
import { createRandom } from '../../../properties/random.ts';

type Random = ReturnType<typeof createRandom>;

const MARKUP = [
  '<at id=all></at>',
  '<at id=someone></at>',
  '</font>',
  "<font color='red'>",
  "<text_tag color='red'>注意</text_tag> ",
  '<br/>',
  '[x](http://example.com)',
  '![x](img_v3_1)',
  'https://example.com www.example.com a@example.com',
  '\n| a | b |\n|---|---|\n| 1 | 2 |\n',
  '\na | b\n-|-\n1 | 2',
  '```js\n1\n```',
  '`a`',
  '**a** *b* _c_ ~~d~~ ==e==',
  '\n# 标题\n',
  '标题\n===\n',
  '\n- a\n+ b\n* c\n1. d\n2) e\n',
  '\n> 引用\n',
  '\n---\n',
  '\n    代码\n\t代码',
  ':OK::DONE:',
  '$$x^2$$ $name',
  '&lt;at id=all&gt;&#60;',
  '\\*a\\* \\',
  '"\'"',
  '😀👨‍👩‍👧𠮷',
  '\ud842',
  '\udfb7\ud842',
  '\u0000\u0007\u001b[31m',
  '\u202e反\u2066',
  '\r\n\u2028\u2029\u0085',
  '注意：',
  '出处（',
  '2020年1050亿元（目标）',
  '市金融工作局负责3.14项，2022年≥3家。',
  ' ',
  '',
];

const words = (random: Random, most: number): string =>
  Array.from({ length: random.below(most) }, () => random.pick(MARKUP)).join('');

const LONG = 100_000;

/** Mostly short, sometimes of 100 KB. */
const anyWords = (random: Random): string =>
  random.below(200) === 0
    ? random
        .pick(MARKUP.filter((one) => one !== ''))
        .repeat(LONG / 10)
        .slice(0, LONG)
    : words(random, 6);

const COUNTS = [0, 1, 2, 6, 14, 57, 200];

const many = <T>(count: number, make: (at: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, at) => make(at));

const citationsFor = (random: Random): readonly [Citation, ...Citation[]] => {
  const clauses = ['0', 'annex', '2.table.1', '3.1.2.1', '3.10.2.2'];
  const one = (at: number): Citation => ({
    plan: 'test',
    clause: random.below(2) === 0 ? `annex.${1 + random.below(60)}` : random.pick(clauses),
    label: `条${at}。${anyWords(random)}`,
    quote: anyWords(random),
    lines: [1, 1],
  });
  return [one(0), ...many(random.pick(COUNTS), (at) => one(at + 1))];
};

const linesFor = (random: Random): readonly string[] =>
  many(random.pick(COUNTS), (at) => {
    const entry = `${at + 1}. 项${at}。${anyWords(random)}`;
    return random.pick([entry, entry, `   ${anyWords(random)}`, `${words(random, 2)}：`, `注意：${anyWords(random)}`]);
  });

const answerFor = (random: Random): Answer => {
  const frame = {
    kind: 'any',
    language: random.pick(['zh-Hans', 'zh-Hant', 'en'] as const),
    text: [anyWords(random), ...linesFor(random), '出处（号）'].join('\n'),
    tasks: many(random.below(60), (at) => at + 1),
    computed: [],
    notices: [],
    suggestions: many(random.below(5), () => anyWords(random)),
    understood: { said: '', unread: [] },
  };
  const choices = many(random.pick([0, 2, 6, 30]), () => ({
    label: random.pick([anyWords(random), words(random, 60).padEnd(500, '长').slice(0, 500)]),
    question: '',
    tasks: [],
  }));
  const related = many(random.below(4), () => ({ clause: '0', label: anyWords(random) }));
  return random.pick<Answer>([
    { ...frame, status: 'answered', citations: citationsFor(random), choices: [], related: [] },
    { ...frame, status: 'answered', citations: citationsFor(random), choices: [], related: [] },
    { ...frame, status: 'clarify', citations: [], choices, related: [] },
    { ...frame, status: 'not_found', citations: [], choices: [], related },
  ]);
};

const chartFor = (random: Random): Chart => ({
  title: anyWords(random),
  measure: anyWords(random),
  points: many(random.below(30), (at) => ({
    year: 2000 + at,
    printed: anyWords(random),
    value: random.pick([1, 2.7, -3, Number.NaN]),
    role: random.pick(['past', 'target'] as const),
  })),
});

/** What the buttons of a card bring back. */
const valuesIn = (card: unknown): readonly string[] => {
  if (typeof card !== 'object' || card === null) return [];
  const own = 'type' in card && card.type === 'callback' && 'value' in card ? [JSON.stringify(card.value)] : [];
  return [...own, ...Object.values(card).flatMap(valuesIn)];
};

const replyFor = (seed: number): Reply => {
  const random = createRandom(seed);
  const id = 'r'.repeat(1 + random.below(128));
  if (random.below(12) === 0)
    return {
      kind: 'welcome',
      id,
      welcome: { text: anyWords(random), examples: many(random.below(9), () => anyWords(random)) },
    };
  return { kind: 'answer', id, answer: answerFor(random), charts: many(random.below(4), () => chartFor(random)) };
};

interface Case {
  readonly name: string;
  readonly reply: Reply;
  readonly cards: readonly Card[];
}

const caseOf = (seed: number): Case => {
  const reply = replyFor(seed);
  return { name: `seed ${seed}`, reply, cards: many(pagesOf(reply), (at) => cardOf(reply, at + 1)) };
};

const CASES = many(200, caseOf);

/** The marks `条7。` or `项7。` of what stands on the cards of a reply. */
const marksOn = ({ cards }: Case, pattern: RegExp): ReadonlySet<string> =>
  new Set(cards.flatMap((card) => markdownIn(card).flatMap((content) => shownBy(content).match(pattern) ?? [])));

/** The marks that ought to stand there, and do not. */
const missing = (one: Case, marks: readonly string[], pattern: RegExp): readonly string[] => {
  const there = marksOn(one, pattern);
  return marks.filter((mark) => !there.has(mark)).map((mark) => `${one.name}: ${mark}`);
};

describe('200 answers made of markup, halves of characters and texts of any length', () => {
  test('give cards that the platform takes, on every page', () => {
    const faults = CASES.flatMap(({ name, cards }) =>
      cards.flatMap((card, at) =>
        faultsOfCard(JSON.stringify(card)).map((fault) => `${name}, page ${at + 1}: ${fault}`),
      ),
    );
    expect(faults).toEqual([]);
  });

  test('give cards in which no markup takes effect', () => {
    const found = CASES.flatMap(({ name, cards }) =>
      cards.flatMap(markdownIn).flatMap((content) => markupIn(content).map((markup) => `${name}: ${markup}`)),
    );
    expect(found).toEqual([]);
  });

  test('give cards on which every citation stands', () => {
    const lost = CASES.flatMap((one) => {
      if (one.reply.kind !== 'answer') return [];
      const marks = one.reply.answer.citations.map((_, at) => `条${at}。`);
      return missing(one, marks, /条\d+。/g);
    });
    expect(lost).toEqual([]);
  });

  test('give cards on which every entry of a list stands', () => {
    const lost = CASES.flatMap((one) => {
      if (one.reply.kind !== 'answer') return [];
      const body = one.reply.answer.text.split(/\n(?=出处（)/)[0] ?? '';
      const marks = [...body.matchAll(/^\d+\. (项\d+。)/gm)].map(([, mark]) => mark ?? '');
      return missing(one, marks, /项\d+。/g);
    });
    expect(lost).toEqual([]);
  });

  test('never put words into what a button brings back', () => {
    const values = CASES.flatMap(({ cards }) => cards.flatMap(valuesIn));
    expect(values.length).toBeGreaterThan(200);
    const shape =
      /^\{"reply":"r+","(?:choice|suggestion|page|verdict)":(?:\d+|"useful"|"wrong","reason":"(?:topic|units|figures|other)")\}$/;
    expect(values.filter((value) => !shape.test(value))).toEqual([]);
  });
});
