import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { followPlans } from '../../src/overlay/follow-plans.ts';
import type { LivePlans } from '../../src/overlay/live-plans.ts';
import type { NewEntry } from '../../src/overlay/overlay.ts';
import { ask as askFirst } from '../helper.ts';
import { CARE, FIRST, ownFolder, PORT, threePlans } from '../plans/three-plans.ts';
import { newFolder, openLivePlans } from './opened.ts';

const opened = async (first?: string) => {
  const folders = threePlans();
  const plans = await openLivePlans(folders.data, { ...folders, first });
  return { plans, ...folders };
};

const asked = (plans: LivePlans, text: string, ...history: readonly string[]) => plans.ask({ text, history });
const plansOf = (plans: LivePlans, text: string, ...history: readonly string[]): readonly string[] => [
  ...new Set(asked(plans, text, ...history).citations.map(({ plan }) => plan)),
];

const QUESTIONS = [
  '天然气交易中心由谁负责？',
  '液化石油交易中心由谁负责？',
  '老年助餐由谁负责',
  '市财政局负责哪些任务',
  '养老方案有几项任务',
  '文号是多少',
];

const word = (say: string): NewEntry => ({ say, means: { kind: 'task', target: 3 }, author: '张三' });

describe('plans in force', () => {
  test('one plan answers as it does alone, without its title', async () => {
    const plans = await openLivePlans();
    expect(plans.list().map(({ id }) => id)).toEqual([FIRST]);
    for (const question of QUESTIONS) expect(asked(plans, question)).toEqual(askFirst(question));
  });

  test('answer the same where fewer bots are kept than there are plans', async () => {
    const [all, one] = [await opened(), await openLivePlans(newFolder(), { ...threePlans(), mostBots: 1 })];
    await one.warm();
    for (const question of QUESTIONS) expect(asked(one, question)).toEqual(asked(all.plans, question));
  });

  test('stand in order of their ids, the one that is asked first before them', async () => {
    const { plans } = await opened();
    expect(plans.list().map(({ id, origin }) => [id, origin])).toEqual([
      [PORT, 'brought'],
      [CARE, 'brought'],
      [FIRST, 'corpus'],
    ]);
    expect((await opened(CARE)).plans.list().map(({ id }) => id)).toEqual([CARE, PORT, FIRST]);
  });

  test('a plan to be asked first that is none stops the start and names those that there are', async () => {
    await expect(opened('nobody')).rejects.toThrow(/DEFAULT_PLAN 所指的 nobody .*pinghu-elderly-care/);
  });

  test('a folder that cannot be used does not stop the others, and is told with the reason', async () => {
    const folders = threePlans();
    mkdirSync(join(folders.broughtDir, 'half'));
    writeFileSync(join(folders.broughtDir, 'half', 'plan.json'), '{ "id": "half" }');
    cpSync(join(folders.corpusDir, FIRST), join(folders.broughtDir, FIRST), { recursive: true });
    const plans = await openLivePlans(folders.data, folders);
    expect(plans.list()).toHaveLength(3);
    const reasons = plans.broken().map(({ reason }) => reason);
    expect(reasons[0]).toMatch(/缺少文件 .*plan\.txt$/);
    expect(reasons[1]).toContain(`标识 ${FIRST} 与`);
    expect(plans.get(FIRST)?.origin).toBe('corpus');
  });

  test('none that can be used stops the start', async () => {
    const empty = newFolder();
    await expect(openLivePlans(empty, { corpusDir: empty })).rejects.toThrow('没有可用的计划');
  });

  test('each has words of its own', async () => {
    const { plans } = await opened();
    expect(asked(plans, '银发厨房谁负责').status).toBe('not_found');
    await plans.get(CARE)?.bot.add(word('银发厨房'));
    expect(plansOf(plans, '银发厨房谁负责')).toEqual([CARE]);
    expect(plans.get(PORT)?.bot.words().entries).toEqual([]);
  });
});

describe('a plan that is brought', () => {
  test('is in force at once, and out of it again, and the others answer as before', async () => {
    const { plans, broughtDir } = await opened();
    const before = QUESTIONS.map((question) => asked(plans, question));
    expect(await plans.drop(CARE)).toBe(true);
    expect(plans.get(CARE)).toBeUndefined();
    expect(asked(plans, '老年助餐由谁负责').status).toBe('not_found');
    expect(plans.out()).toEqual([join(broughtDir, CARE)]);
    expect(existsSync(join(broughtDir, CARE, 'plan.txt'))).toBe(true);
    expect(await plans.take(join(broughtDir, CARE))).toEqual({ status: 'taken', id: CARE });
    expect(plans.out()).toEqual([]);
    expect(QUESTIONS.map((question) => asked(plans, question))).toEqual(before);
  });

  test('and taken out stays so at the next start', async () => {
    const { plans, ...folders } = await opened();
    await plans.drop(PORT);
    expect((await openLivePlans(folders.data, folders)).list().map(({ id }) => id)).toEqual([CARE, FIRST]);
  });

  test('answers the same whatever was asked before and whenever it came', async () => {
    const { plans, ...folders } = await opened();
    for (const question of QUESTIONS.toReversed()) asked(plans, question);
    await plans.drop(PORT);
    await plans.take(join(folders.broughtDir, PORT));
    const late = QUESTIONS.map((question) => asked(plans, question));
    const fresh = await openLivePlans(folders.data, folders);
    expect(late).toEqual(QUESTIONS.map((question) => asked(fresh, question)));
  });

  test('takes the place of the one before it', async () => {
    const { plans, broughtDir } = await opened();
    const path = join(broughtDir, CARE, 'plan.txt');
    writeFileSync(path, readFileSync(path, 'utf8').replace('县市场监管局', '县商务局'));
    expect(asked(plans, '老年助餐由谁负责').text).toContain('县市场监管局');
    expect(await plans.take(join(broughtDir, CARE))).toEqual({ status: 'taken', id: CARE });
    expect(asked(plans, '老年助餐由谁负责').text).toContain('县商务局');
  });

  test('with the id of a plan of the program is refused, and one that cannot be read leaves the old one', async () => {
    const { plans, broughtDir, corpusDir } = await opened();
    cpSync(join(corpusDir, FIRST), join(broughtDir, FIRST), { recursive: true });
    expect(await plans.take(join(broughtDir, FIRST))).toMatchObject({ status: 'refused' });
    writeFileSync(join(broughtDir, CARE, 'plan.json'), '{');
    expect(await plans.take(join(broughtDir, CARE))).toMatchObject({ status: 'refused' });
    expect(plansOf(plans, '老年助餐由谁负责')).toEqual([CARE]);
    expect(await plans.drop(FIRST)).toBe(false);
  });
});

describe('a plan of the program whose text is changed on the disk', () => {
  const changed = async (name: string, before: string, after: string) => {
    const { plans, corpusDir, broughtDir } = await opened();
    const told: string[] = [];
    const look = followPlans(plans, {
      broughtDir,
      onReloaded: () => told.push('reloaded'),
      onTaken: (_, taken) => told.push(taken.status === 'taken' ? taken.id : taken.reason),
      ...{ onGone: () => told.push('gone'), onFault: (error) => told.push(String(error)) },
    });
    await look();
    const path = join(corpusDir, FIRST, name);
    const text = readFileSync(path, 'utf8');
    expect(text).toContain(before);
    writeFileSync(path, text.replaceAll(before, after));
    await look();
    return { plans, told };
  };

  test('is in force within seconds, as after a start, where it names nothing else', async () => {
    const { plans, told } = await changed('plan.txt', '打造千亿级现代金融产业', '打造两千亿级现代金融产业');
    expect(told).toEqual([FIRST]);
    expect(plans.get(FIRST)?.origin).toBe('corpus');
    expect(plans.get(FIRST)?.bot.plan.clauses.some(({ text }) => text.includes('打造两千亿级'))).toBe(true);
    expect(asked(plans, '天然气交易中心由谁负责？')).toMatchObject({ status: 'answered' });
  });

  test('waits for a start where its names are others, and the one before answers', async () => {
    const { plans, told } = await changed('plan.txt', '金融机构壮大行动', '金融机构壮大提升行动');
    expect(told).toEqual([expect.stringContaining('请重启服务后生效')]);
    expect(plans.get(FIRST)?.bot.plan.actions[0]?.title).toBe('金融机构壮大行动');
    expect(plans.broken()).toEqual([]);
  });
});

describe('the folder of brought plans is followed', () => {
  test('a new one comes into force, a changed one takes its place, a removed one goes', async () => {
    const { plans, broughtDir, data } = await opened();
    const told: string[] = [];
    const look = followPlans(plans, {
      broughtDir,
      onReloaded: ({ id }, { status }) => told.push(`${id} ${status}`),
      onTaken: (_folder, taken) => told.push(taken.status === 'taken' ? taken.id : taken.reason),
      onGone: ({ id }) => told.push(`${id} gone`),
      onFault: (error) => told.push(String(error)),
    });
    await look();
    expect(told).toEqual([]);
    rmSync(join(broughtDir, CARE), { recursive: true });
    await look();
    expect(plans.get(CARE)).toBeDefined();
    await look();
    expect(plans.get(CARE)).toBeUndefined();
    cpSync(ownFolder(CARE), join(broughtDir, CARE), { recursive: true });
    await look();
    await look();
    const path = join(broughtDir, CARE, 'plan.txt');
    writeFileSync(path, `${readFileSync(path, 'utf8')}（三）加强督促检查。县政府督查室开展督查。\n`);
    await look();
    expect(plans.get(CARE)?.bot.plan.clauses.some(({ text }) => text.includes('督查室'))).toBe(true);
    mkdirSync(join(data, 'plans', 'half'));
    writeFileSync(join(broughtDir, 'half', 'plan.json'), '{');
    await look();
    await look();
    expect(told.map((line) => line.replace(/.*第 1 行.*/, 'broken'))).toEqual([`${CARE} gone`, CARE, CARE, 'broken']);
  });
});
