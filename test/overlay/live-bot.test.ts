import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createBot, ownLang } from '../../src/bot.ts';
import { readCorpus } from '../../src/corpus.ts';
import { type ExamQuestion, readExamination } from '../../src/overlay/examination.ts';
import { followWords } from '../../src/overlay/follow-words.ts';
import type { LiveBot, Preview } from '../../src/overlay/live.ts';
import { mergeOverlay } from '../../src/overlay/merge-overlay.ts';
import { type Entry, MOST_ENTRIES, type NewEntry, readOverlay, writeOverlay } from '../../src/overlay/overlay.ts';
import { historyPath } from '../../src/overlay/overlay-file.ts';
import { refusalText } from '../../src/overlay/read-words.ts';
import type { Answer } from '../../src/types.ts';
import { bot, PLAN_FOLDER } from '../helper.ts';
import { newFolder, openLive } from './opened.ts';

const PLAN = bot.plan.id;
const author = '张三';
/** A word that nobody knows: of a task, a unit, a group, an indicator, an action. */
const TASK: NewEntry = { say: '小蓝平台', means: { kind: 'task', target: 43 }, author };
const UNIT: NewEntry = { say: '蓝楼', means: { kind: 'unit', target: '市财政局' }, author };
const GROUP: NewEntry = { say: '花园口', means: { kind: 'unit', target: '各开发区' }, author };
const INDICATOR: NewEntry = { say: '蓝皮数', means: { kind: 'indicator', target: 4 }, author };
const ACTION: NewEntry = { say: '蓝鲸专班', means: { kind: 'action', target: 3 }, author };

const asked = (live: Pick<LiveBot, 'ask'>, text: string) => {
  const { status, kind, tasks } = live.ask({ text, history: [] });
  return { status, kind, tasks };
};

const entryOf = (entry: NewEntry, id: string): Entry => ({ id, ...entry, at: '2026-01-31T09:00:00Z' });

const fileIn = (folder: string): string => join(folder, `${PLAN}.json`);

const writeIn = (folder: string, text: string): void => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(fileIn(folder), text);
};

const previewed = async (live: LiveBot, entry: NewEntry, question?: string): Promise<Preview> => {
  const preview = await live.preview(entry, question);
  if (preview.status !== 'previewed') throw new Error(preview.reason);
  return preview;
};

describe('a word of the overlay', () => {
  test('names its thing in every kind of question, is on the disk with author and time, and survives a restart', async () => {
    const folder = newFolder();
    const live = await openLive(folder);
    const questions = [
      '小蓝平台谁负责',
      '蓝楼2021年要做什么',
      '花园口负责哪些任务',
      '蓝皮数2021年多少',
      '蓝鲸专班有哪些任务',
    ];
    const own = [
      '推动金融信用信息数据整合谁负责',
      '市财政局2021年要做什么',
      '各开发区负责哪些任务',
      '年保费收入2021年多少',
      '行动三有哪些任务',
    ];
    expect(questions.map((question) => asked(live, question).status)).not.toContain('answered');
    for (const entry of [TASK, UNIT, GROUP, INDICATOR, ACTION])
      expect(await live.add(entry)).toEqual({
        status: 'kept',
        entry: { id: expect.any(String), ...entry, at: '2026-09-21T14:13:20.000Z' },
      });
    expect(questions.map((question) => asked(live, question))).toEqual(own.map((question) => asked(live, question)));
    const again = await openLive(folder);
    expect(again.words()).toEqual(live.words());
    expect(questions.map((question) => again.ask({ text: question, history: [] }))).toEqual(
      questions.map((question) => live.ask({ text: question, history: [] })),
    );
    expect(await again.reload()).toEqual({ status: 'reloaded', entries: 5, changed: false });
  });

  test('is read in other scripts and widths, and in pinyin, as other names are', async () => {
    const live = await openLive();
    await live.add({ ...UNIT, say: 'ＡＢ藍樓' });
    expect(asked(live, 'ab蓝楼负责哪些任务')).toEqual(asked(live, '市财政局负责哪些任务'));
    await live.add(TASK);
    expect(asked(live, '小藍平台誰負責').tasks).toEqual([43]);
    expect(asked(live, 'xiaolanpingtai shui fuze').tasks).toEqual([43]);
  });

  test('leaves nothing behind when it is taken back', async () => {
    const live = await openLive();
    const exam = readExamination(PLAN_FOLDER).slice(0, 60);
    const before = exam.map(({ text, history }) => live.ask({ text, history }));
    const kept = await live.add(UNIT);
    if (kept.status !== 'kept') throw new Error(kept.reason);
    expect(asked(live, '蓝楼负责哪些任务').status).toBe('answered');
    const undone = { by: '李四', at: '2026-09-21T14:13:20.000Z' };
    expect(await live.undo(kept.entry.id, '李四')).toEqual({ status: 'kept', entry: { ...kept.entry, undone } });
    expect(asked(live, '蓝楼负责哪些任务').status).toBe('not_found');
    expect(exam.map(({ text, history }) => live.ask({ text, history }))).toEqual(before);
    expect(await live.undo(kept.entry.id, '李四')).toMatchObject({ status: 'refused', code: 'undone' });
    expect(await live.undo('nobody', '李四')).toMatchObject({ status: 'refused', code: 'unknown_entry' });
    const history = readFileSync(historyPath(live.path), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(history.map(({ did, by }) => [did, by])).toEqual([
      ['add', '张三'],
      ['undo', '李四'],
    ]);
    expect(await live.add(UNIT)).toMatchObject({ status: 'kept' });
  });

  test.each<[string, Partial<NewEntry>, string, readonly string[]]>([
    ['a task that the plan does not have', { means: { kind: 'task', target: 58 } }, 'unknown_target', ['58', '列表']],
    [
      'a unit that the plan does not have',
      { means: { kind: 'unit', target: '市统计局' } },
      'unknown_target',
      ['市统计局'],
    ],
    ['one character', { say: '蓝' }, 'too_short', ['至少 2 个字']],
    ['one character and white space', { say: ' 蓝 ' }, 'too_short', ['至少 2 个字']],
    ['more than forty characters', { say: '蓝'.repeat(41) }, 'too_long', ['最多 40 个字']],
    ['a control character', { say: '蓝\u0007楼' }, 'control', ['去掉']],
    ['a direction mark', { say: '蓝\u202e楼' }, 'control', ['去掉']],
    ['a lone surrogate', { say: '蓝\ud800楼' }, 'control', ['去掉']],
    ['another unit’s name', { say: '金融局', means: UNIT.means }, 'ambiguous', ['市金融工作局', '市财政局']],
    ['a name that several units share', { say: '人行', means: UNIT.means }, 'ambiguous', ['人行西安分行', '市财政局']],
    ['an indicator’s name', { say: '保费收入', means: UNIT.means }, 'ambiguous', ['年保费收入', '市财政局']],
    ['another task’s word', { say: '农民贷款', means: { kind: 'task', target: 1 } }, 'ambiguous', ['任务35', '任务1 ']],
    ['its own name', { say: '市财政', means: UNIT.means }, '', []],
    ['a name that it has', { say: '财政局', means: UNIT.means }, 'known', ['不必再加']],
    ['a way of asking', { say: '谁负责', means: UNIT.means }, 'asking', ['提问用语']],
    ['a year', { say: '2021年', means: UNIT.means }, 'asking', ['提问用语']],
    ['no author', { author: ' ' }, 'shape', ['署名']],
  ])('%s: refused with the remedy', async (_, part, code, words) => {
    const live = await refusing;
    const answer = await live.preview({ ...TASK, ...part });
    if (code === '') {
      expect(answer.status).toBe('previewed');
      return;
    }
    expect(answer).toMatchObject({ status: 'refused', code });
    for (const word of words) expect(answer.status === 'refused' && answer.reason).toContain(word);
    expect(await live.add({ ...TASK, ...part })).toEqual(answer);
    expect(existsSync(live.path)).toBe(false);
  });
  const refusing = openLive();

  test('that another word of the overlay says already is refused, both named; so is the 2,001st', async () => {
    const folder = newFolder();
    const live = await openLive(folder);
    await live.add(TASK);
    const answer = await live.add({ ...TASK, means: { kind: 'task', target: 1 } });
    expect(answer).toMatchObject({ status: 'refused', code: 'ambiguous' });
    expect(answer.status === 'refused' && answer.reason).toMatch(/任务43.*任务1 /);
    const many = Array.from({ length: MOST_ENTRIES }, (_, at) =>
      entryOf({ ...UNIT, say: `蓝楼${at}号` }, `m${at}`),
    ).map((entry, at) => (at > 2 ? { ...entry, undone: { by: author, at: entry.at } } : entry));
    writeIn(folder, writeOverlay({ plan: PLAN, entries: many }));
    expect(await live.add(TASK)).toMatchObject({ status: 'refused', code: 'too_many' });
    writeIn(folder, writeOverlay({ plan: PLAN, entries: [...many, entryOf(TASK, 'one-more')] }));
    expect(await live.reload()).toMatchObject({ status: 'refused', reason: expect.stringContaining('2000') });
  });
});

describe('a file that a person wrote', () => {
  const lines = (...entries: readonly Entry[]) => writeOverlay({ plan: PLAN, entries });
  const good = lines(entryOf(TASK, 'a'), entryOf(UNIT, 'b'));
  const folder = newFolder();
  writeIn(folder, lines(entryOf({ ...TASK, say: '老蓝棚' }, 'old')));
  const old = openLive(folder);

  test.each<[string, string, { readonly line: number; readonly entry?: string; readonly reason: string }]>([
    ['a comma too many', good.replace('"}\n  ]', '"},\n  ]'), { line: 6, reason: '一个值' }],
    ['cut off', good.slice(0, 150), { line: 4, reason: '引号没有收尾' }],
    ['another plan’s', good.replace(PLAN, 'other-plan'), { line: 2, reason: 'other-plan' }],
    ['an unknown field', good.replace('"id":"b"', '"id":"b","x":1'), { line: 5, entry: '第 2 条（b）', reason: 'x' }],
    [
      'no time',
      good.replace(/,"at":"[^"]*"(?=\}\n {2}\])/, ''),
      { line: 5, entry: '第 2 条（b）', reason: 'ISO 8601' },
    ],
    [
      'an unknown kind',
      good.replace('"kind":"unit"', '"kind":"body"'),
      { line: 5, entry: '第 2 条（b）', reason: 'kind' },
    ],
    [
      'a number as text',
      good.replace('"target":43', '"target":"43"'),
      { line: 4, entry: '第 1 条（a）', reason: '序号' },
    ],
    ['an id twice', good.replace('"id":"b"', '"id":"a"'), { line: 5, entry: '第 2 条（a）', reason: '相同' }],
    ['an unknown unit', good.replace('市财政局', '市统计局'), { line: 5, entry: '第 2 条（b）', reason: '市统计局' }],
    ['an ambiguous word', good.replace('蓝楼', '金融局'), { line: 5, entry: '第 2 条（b）', reason: '市金融工作局' }],
    ['the same word twice', good.replace('蓝楼', '小蓝平台'), { line: 5, entry: '第 2 条（b）', reason: '任务43' }],
    ['a way of asking', good.replace('蓝楼', '谁负责'), { line: 5, entry: '第 2 条（b）', reason: '提问用语' }],
    ['a list', '[]', { line: 1, reason: '' }],
  ])('%s: refused with its place, and the words before stay in force', async (_, text, { line, entry, reason }) => {
    const live = await old;
    writeIn(folder, text);
    const refused = await live.reload();
    expect(refused).toMatchObject({ status: 'refused', file: `${PLAN}.json`, line, ...(entry && { entry }) });
    expect(refused.status === 'refused' && refused.reason).toContain(reason);
    expect(live.words()).toMatchObject({ entries: [{ id: 'old' }], refused });
    expect(asked(live, '老蓝棚谁负责').tasks).toEqual([43]);
    // What a person is still writing is not written over.
    expect(await live.add(ACTION)).toMatchObject({ status: 'refused', code: 'file' });
    expect(readFileSync(fileIn(folder), 'utf8')).toBe(text);
  });

  test('is in force as soon as it is mended', async () => {
    const live = await old;
    writeIn(folder, good);
    expect(await live.reload()).toEqual({ status: 'reloaded', entries: 2, changed: true });
    expect(live.words().refused).toBeUndefined();
    expect([asked(live, '老蓝棚谁负责').status, asked(live, '小蓝平台谁负责').tasks]).toEqual(['not_found', [43]]);
  });

  test('that is broken at the start leaves the bot without its words, and says so', async () => {
    const folder = newFolder();
    writeIn(folder, '{');
    const live = await openLive(folder);
    const { refused } = live.words();
    expect(refused && refusalText(refused)).toMatch(/第 1 行：.*没有写完/);
    expect(asked(live, '市财政局负责哪些任务').status).toBe('answered');
  });

  test('is the same after reading and writing, and holds what was written into it beside the browser', async () => {
    const read = readOverlay(good, PLAN);
    expect(read.status === 'read' && writeOverlay(read.overlay)).toBe(good);
    const folder = newFolder();
    const live = await openLive(folder);
    writeIn(folder, good);
    expect(await live.add(ACTION)).toMatchObject({ status: 'kept' });
    expect(live.words().entries.map(({ say }) => say)).toEqual(['小蓝平台', '蓝楼', '蓝鲸专班']);
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  test('in a folder that cannot be written is an outcome, and nothing is in force that is not on the disk', async () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'file'), '');
    const live = await openLive(join(folder, 'file', 'overlay'));
    expect(await live.add(TASK)).toMatchObject({ status: 'refused', code: 'file' });
    expect(asked(live, '小蓝平台谁负责').status).toBe('not_found');
  });

  test('is followed: a change on the disk is read without anybody asking, once', async () => {
    const folder = newFolder();
    const live = await openLive(folder);
    const seen: unknown[] = [];
    const look = followWords(live, {
      folder: PLAN_FOLDER,
      onReloaded: (reloaded) => seen.push(reloaded),
      onFault: (error) => seen.push(error),
    });
    await look();
    await look();
    expect(seen).toEqual([]);
    writeIn(folder, good);
    await look();
    await look();
    expect(seen).toEqual([{ status: 'reloaded', entries: 2, changed: true }]);
    expect(asked(live, '小蓝平台谁负责').tasks).toEqual([43]);
    writeIn(folder, good.slice(0, 40));
    await look();
    await look();
    expect(seen.slice(1)).toMatchObject([{ status: 'refused' }]);
    expect(asked(live, '小蓝平台谁负责').tasks).toEqual([43]);
  });
});

describe('the corpus’ own words', () => {
  /** A corpus of which the words may be edited. */
  const copied = async (): Promise<string> => {
    const root = newFolder();
    await cp(PLAN_FOLDER, join(root, 'plan'), { recursive: true });
    symlinkSync(join(dirname(PLAN_FOLDER.replace(/\/$/, '')), 'common'), join(root, 'common'));
    return join(root, 'plan');
  };

  test('are read again, and a broken file is refused with its line while the old words stay', async () => {
    const folder = await copied();
    const live = await openLive(newFolder(), folder);
    const words = join(folder, 'words.json');
    const text = readFileSync(words, 'utf8');
    writeFileSync(words, text.replace('"3": ["科技金融行动"', '"3": ["蓝鲸专班","科技金融行动"'));
    expect(await live.reload()).toEqual({ status: 'reloaded', entries: 0, changed: true });
    expect(asked(live, '蓝鲸专班有哪些任务').status).toBe('answered');
    writeFileSync(words, text.replace('"beside":', '"besides":'));
    const line = text.split('\n').findIndex((one) => one.includes('"beside":')) + 1;
    const refused = await live.reload();
    expect(refused).toMatchObject({ status: 'refused' });
    expect(refused.status === 'refused' && refused.reason).toContain('besides');
    writeFileSync(words, text.replace('"beside":', '"beside"'));
    const broken = await live.reload();
    expect(broken.status === 'refused' && broken.reason).toContain(`words.json 第 ${line} 行`);
    expect(asked(live, '蓝鲸专班有哪些任务').status).toBe('answered');
  });

  test('may gain a unit’s name, but not change what the plan says', async () => {
    const folder = await copied();
    const live = await openLive(newFolder(), folder);
    const units = join(folder, 'units.json');
    const text = readFileSync(units, 'utf8');
    writeFileSync(units, text.replace('"西安财政局"', '"西安财政局","蓝楼"'));
    expect(await live.reload()).toMatchObject({ status: 'reloaded', changed: true });
    expect(asked(live, '蓝楼负责哪些任务')).toEqual(asked(live, '市财政局负责哪些任务'));
    const plan = join(folder, 'plan.txt');
    const source = readFileSync(plan, 'utf8');
    writeFileSync(plan, source.replace('天然气交易中心', '天然气交易所'));
    expect(await live.reload()).toMatchObject({ status: 'refused', reason: expect.stringContaining('重启') });
    writeFileSync(plan, source);
    expect(await live.reload()).toMatchObject({ status: 'reloaded', changed: false });
  });
});

describe('a preview', () => {
  const exam = readExamination(PLAN_FOLDER);
  const corpus = readCorpus(PLAN_FOLDER);
  const answersOf = (one: Pick<LiveBot, 'ask'>) => exam.map(({ text, history }) => one.ask({ text, history }));
  const opened = openLive();

  test('keeps nothing, and shows the question before and after', async () => {
    const live = await opened;
    const { recognised, question, changes, asked: count } = await previewed(live, TASK, '小蓝平台谁负责');
    expect([recognised, changes, count]).toEqual([true, [], exam.length]);
    expect(question?.before.status).toBe('not_found');
    expect([question?.after.status, question?.after.tasks]).toEqual(['answered', [43]]);
    expect(asked(live, '小蓝平台谁负责').status).toBe('not_found');
    expect([existsSync(live.path), live.words().entries]).toEqual([false, []]);
  });

  test.each<[string, NewEntry]>([
    ['a unit', { say: '上市', means: { kind: 'unit', target: '市财政局' }, author }],
    ['a task', { say: '保险', means: { kind: 'task', target: 24 }, author }],
  ])(
    'of a word that breaks things, for %s, lists exactly the questions that change, those that break first',
    async (_, entry) => {
      const { changes } = await previewed(await opened, entry);
      const [before, after] = [
        answersOf(bot),
        answersOf(createBot({ corpus: mergeOverlay(corpus, [entryOf(entry, 'x')]), lang: ownLang() })),
      ];
      const key = ({ text, history }: Pick<ExamQuestion, 'text' | 'history'>) => JSON.stringify([text, history]);
      const shown = (answer: Answer | undefined) => JSON.stringify([answer?.text, answer?.kind, answer?.tasks]);
      const changed = exam.filter((_, at) => shown(before[at]) !== shown(after[at]));
      expect(changes.map(({ question }) => key(question)).toSorted()).toEqual(changed.map(key).toSorted());
      expect(changes.map(({ after: to, question }) => [key(question), to.text]).toSorted()).toEqual(
        changed.map((question) => [key(question), after[exam.indexOf(question)]?.text]).toSorted(),
      );
      expect(changes.length).toBeGreaterThan(0);
      const effects = changes.map(({ effect }) => effect);
      expect(effects).toContain('breaks');
      expect(effects.lastIndexOf('breaks')).toBe(effects.filter((effect) => effect === 'breaks').length - 1);
    },
  );

  test('of so many words at once that they would wait too long is put off', async () => {
    const live = await opened;
    const many = Array.from({ length: 6 }, () => live.preview({ ...TASK, say: '蓝' }));
    const codes = (await Promise.all(many)).map((answer) => answer.status === 'refused' && answer.code);
    expect(codes).toEqual(['too_short', 'too_short', 'too_short', 'too_short', 'busy', 'busy']);
  });
});
