import { describe, expect, test } from 'vitest';
import { chartsOf } from '../../src/channels/chart.ts';
import { cardOf } from '../../src/channels/feishu/card/card.ts';
import { renderBot } from '../../src/channels/wecom/look/render.ts';
import type { Reply } from '../../src/channels/work.ts';
import { sentencesOf, squeeze } from '../../src/text.ts';
import type { Answer } from '../../src/types.ts';
import { shownBy } from '../fakes/feishu-markup.ts';
import { ask, bot } from '../helper.ts';

interface Block {
  readonly line?: string;
  readonly heading?: string;
  readonly tasks?: readonly { readonly number: number; readonly text: string; readonly more: readonly string[] }[];
}

interface PageParts {
  readonly head: string;
  readonly blocks: readonly Block[];
  readonly notes: readonly string[];
  readonly sources: readonly { readonly mark: string; readonly label: string; readonly seen: string }[];
}

const { partsOf }: { readonly partsOf: (answer: Answer) => PageParts } = await import(
  new URL('../../src/channels/web/answer-parts.js', import.meta.url).href
);

/** What a reader sees before anything is unfolded: the lines up to the sources, then those of the sources. */
interface Seen {
  readonly lines: readonly string[];
  readonly sources: readonly string[];
}

const MARK = /[①-⑳]/gu;
const SOURCE = /^[①-⑳] /u;

const upToSources = (lines: readonly string[]): Seen => {
  const at = lines.findIndex((line) => /^(?:出处|出處|Sources)/u.test(line) || SOURCE.test(line));
  const from = at < 0 ? lines.length : at;
  return { lines: lines.slice(0, from), sources: lines.slice(from).filter((line) => SOURCE.test(line)) };
};

const replyOf = (answer: Answer): Reply => ({ kind: 'answer', id: 'r1', answer, charts: chartsOf(answer, bot.plan) });

const inTerminal = ({ text }: Answer): Seen => {
  const lines = text.split('\n');
  const fold = lines.findIndex((line) => /^(?:详细|詳細|Details)[：:]$/u.test(line));
  const { lines: all, sources } = upToSources(lines);
  return { lines: fold < 0 ? all : all.slice(0, fold), sources };
};

const onPage = (answer: Answer): Seen => {
  const { head, blocks, notes, sources } = partsOf(answer);
  const told = blocks.flatMap(({ line, heading, tasks = [] }) => [
    ...(line ? [line] : []),
    ...(heading ? [heading] : []),
    ...tasks.flatMap(({ number, text, more }) => [`${number}. ${text}`, ...more]),
  ]);
  const listed = sources.filter(({ mark }) => mark !== '').map(({ mark, label, seen }) => `${mark} ${label}${seen}`);
  return { lines: [head, ...told, ...notes], sources: listed };
};

const onFeishu = (answer: Answer): Seen => {
  const { header, body } = cardOf(replyOf(answer));
  const shown = body.elements.flatMap((one) => (one.tag === 'markdown' ? shownBy(one.content).split('\n') : []));
  const end = shown.findIndex((line) => /^(?:还可以问|還可以問|You can also ask)/u.test(line));
  return upToSources([header.title.content, ...(end < 0 ? shown : shown.slice(0, end))]);
};

const onWecom = (answer: Answer): Seen => {
  const [first] = renderBot(replyOf(answer));
  const lines = first && 'content' in first ? first.content.replaceAll('**', '').split('\n') : [];
  const end = lines.findIndex((line) =>
    /^(?:文号|文號|Document number|还可以问|還可以問|You can also ask)/u.test(line),
  );
  return upToSources((end < 0 ? lines : lines.slice(0, end)).filter((line) => line !== ''));
};

const CHANNELS = { terminal: inTerminal, page: onPage, Feishu: onFeishu, WeCom: onWecom };

interface Shape {
  readonly name: string;
  readonly asked: readonly [question: string, ...before: readonly string[]];
  /** How the conclusion begins. */
  readonly first: RegExp;
  /** A list or several questions at once: longer than one thing may be. */
  readonly long?: true;
}

const SHAPES: readonly Shape[] = [
  {
    name: 'a single fact',
    asked: ['天然气交易中心由哪个单位负责？'],
    first: /^责任单位：市金融工作局、高新区、市发改委/,
  },
  { name: 'a list of a unit', asked: ['市财政局负责哪些任务'], first: /^市财政局负责的任务共9项/, long: true },
  { name: 'a target by year', asked: ['供应链金融2021年的目标是什么'], first: /^第27项“创新发展供应链金融”2021年目标/ },
  { name: 'a series', asked: ['保费收入各年是多少'], first: /^年保费收入/ },
  { name: 'a verdict: yes', asked: ['天然气交易中心是市发改委负责吗'], first: /^✓ 是。市发改委是责任单位之一。/ },
  { name: 'a verdict: no', asked: ['供应链金融是市财政局负责吗'], first: /^✗ 不是。市财政局既不是/ },
  { name: 'a comparison', asked: ['保费收入2022年比2020年增长多少'], first: /^年保费收入2022年比2020年增长17\.9%/ },
  {
    name: 'a notice of a contradiction',
    asked: ['第11项正文和附件有什么不一致'],
    first: /^第11项“完善科技型企业综合金融支持”/,
  },
  { name: 'a refusal', asked: ['2025年保费收入目标是多少'], first: /^2025年不在计划期（2020—2022年）内，计划没有写。/ },
  { name: 'a question back', asked: ['金融人才'], first: /^“金融人才”在计划里有几种可能/ },
  {
    name: 'two questions at once',
    asked: ['供应链金融由谁负责，2021年目标是什么'],
    first: /^责任单位：国际港务区、市金融工作局/,
    long: true,
  },
  { name: 'in English', asked: ['Who is responsible for supply chain finance?'], first: /^Responsible units: / },
];

/** Characters before the sources; English says the same in three times as many. */
const MOST = { 'zh-Hans': 160, 'zh-Hant': 160, en: 480 } as const;
/** Shorter pieces repeat: the name of a task, of a unit. */
const SENTENCE = 16;

const CASES = SHAPES.flatMap((shape) =>
  Object.entries(CHANNELS).map(([channel, seenOn]) => ({
    ...shape,
    channel,
    seenOn,
    label: `${shape.name}, ${channel}`,
  })),
);

describe('an answer as it is seen', () => {
  test.each(CASES)('$label: the conclusion first', ({ asked, first, seenOn }) => {
    const { lines } = seenOn(ask(...asked));
    const [head = '', ...rest] = lines;
    // A title may hold what the conclusion is about, with what is said of it below.
    expect(first.test(head) || first.test([head, ...rest.slice(0, 1)].join(': '))).toBe(true);
  });

  test.each(CASES.filter(({ long }) => !long))('$label: no more than a phone shows', ({ asked, seenOn }) => {
    const answer = ask(...asked);
    const length = seenOn(answer).lines.join('').replace(MARK, '').length;
    expect(length).toBeLessThanOrEqual(MOST[answer.language]);
  });

  test.each(CASES)('$label: marks in order, each at a line and among the sources', ({ asked, seenOn }) => {
    const { lines, sources } = seenOn(ask(...asked));
    const used = [...new Set(lines.join('\n').match(MARK) ?? [])];
    const listed = sources.map((line) => line.slice(0, 1));
    expect(used).toEqual(used.toSorted());
    expect(listed).toEqual(listed.map((_, at) => String.fromCodePoint(0x2460 + at)));
    expect(used.filter((mark) => !listed.includes(mark))).toEqual([]);
  });

  test.each(CASES)('$label: no sentence twice, no figure cut', ({ asked, seenOn }) => {
    const { lines, sources } = seenOn(ask(...asked));
    const all = [...lines, ...sources].join('\n');
    const sentences = sentencesOf(all.replace(MARK, ''))
      .map((one) => squeeze(one))
      .filter(({ length }) => length >= SENTENCE);
    expect(sentences.filter((one, at) => sentences.indexOf(one) !== at)).toEqual([]);
    expect(all).not.toMatch(/\d…/u);
  });

  test.each(SHAPES)('$name: each mark of the whole text stands at a line', ({ asked }) => {
    const { text } = ask(...asked);
    const lines = text.split('\n');
    const listed = lines.filter((line) => SOURCE.test(line)).map((line) => line.slice(0, 1));
    const used = new Set(
      lines
        .filter((line) => !SOURCE.test(line))
        .join('\n')
        .match(MARK) ?? [],
    );
    expect([...used].toSorted()).toEqual(listed);
  });
});
