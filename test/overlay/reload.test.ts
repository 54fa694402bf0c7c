import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createBot, ownLang } from '../../src/bot.ts';
import { readCorpus } from '../../src/corpus.ts';
import { mergeOverlay } from '../../src/overlay/merge-overlay.ts';
import { type Entry, writeOverlay } from '../../src/overlay/overlay.ts';
import type { Answer, Ask } from '../../src/types.ts';
import { bot, PLAN_FOLDER } from '../helper.ts';
import { newFolder, openLive } from './opened.ts';

const [QUESTIONS, CHANGES] = [10_000, 100];

const at = '2026-01-31T09:00:00Z';
const wordOf = (task: number): Entry => ({
  ...{ id: 'task', say: '小蓝平台', means: { kind: 'task', target: task } },
  ...{ author: '张三', at },
});
const unitOf = (unit: string): Entry => ({
  ...{ id: 'unit', say: '蓝楼', means: { kind: 'unit', target: unit } },
  ...{ author: '张三', at },
});

/** Word lists that take turns on the disk: every pair of them answers the questions otherwise. */
const LISTS: readonly (readonly Entry[])[] = [
  [],
  [wordOf(43), unitOf('市公安局')],
  [wordOf(21), unitOf('市商务局')],
  [unitOf('市教育局'), wordOf(44)],
];

/** Those that the words change, a follow-up among them, and one that they do not. */
const ASKED = [
  { text: '小蓝平台谁负责', history: [] },
  { text: '小蓝平台支持单位', history: [] },
  { text: '蓝楼负责哪些任务', history: [] },
  { text: '蓝楼支持哪些', history: [] },
  { text: '那支持单位呢', history: ['小蓝平台谁负责'] },
  { text: '市公安局负责什么', history: [] },
];

const answersOf = (ask: Ask): readonly string[] => ASKED.map((question) => JSON.stringify(ask(question)));

test(`${QUESTIONS} questions while the overlay changes ${CHANGES} times: every answer is the old words’ or the new words’`, {
  timeout: 600_000,
}, async () => {
  const corpus = readCorpus(PLAN_FOLDER);
  const expected = LISTS.map((entries) =>
    answersOf(createBot({ corpus: mergeOverlay(corpus, entries), lang: ownLang() }).ask),
  );
  expect(new Set(expected.map(([first]) => first)).size).toBe(LISTS.length);

  const folder = newFolder();
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${bot.plan.id}.json`);
  const live = await openLive(folder);
  /** The list in force, and the one that is being read, if any. */
  let [now, next]: [number, number | undefined] = [0, undefined];
  let [asked, during]: [number, number] = [0, 0];
  const wrong: unknown[] = [];

  const ask = (): void => {
    const question = asked % ASKED.length;
    asked += 1;
    const given: Answer | undefined = live.ask(ASKED[question] ?? { text: '', history: [] });
    const answer = JSON.stringify(given);
    if (next !== undefined) during += 1;
    const allowed = [now, next].map((list) => list !== undefined && expected[list]?.[question]);
    if (!allowed.includes(answer)) wrong.push({ asked, now, next, answer });
  };

  for (let change = 1; change <= CHANGES; change += 1) {
    next = change % LISTS.length;
    const broken = change % 10 === 5;
    writeFileSync(`${path}.new`, broken ? '{"plan":' : writeOverlay({ plan: bot.plan.id, entries: LISTS[next] ?? [] }));
    renameSync(`${path}.new`, path);
    let read = false;
    const reloading = live.reload().then((reloaded) => {
      read = true;
      return reloaded;
    });
    for (; !read; await turn()) ask();
    expect((await reloading).status).toBe(broken ? 'refused' : 'reloaded');
    now = broken ? now : next;
    next = undefined;
    while (asked < (QUESTIONS / CHANGES) * change) ask();
  }
  expect(wrong).toEqual([]);
  expect(asked).toBeGreaterThanOrEqual(QUESTIONS);
  expect(during).toBeGreaterThan(CHANGES);
});
