import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { realTexts, writePlans } from '../../scripts/bench/plans-made.ts';
import { createBot, ownLang } from '../../src/bot.ts';
import { planFolders } from '../../src/corpus.ts';
import { briefOf } from '../../src/plans/brief.ts';
import { joinPlans } from '../../src/plans/joined.ts';
import { readPlanOnce } from '../../src/plans/stored.ts';
import { createCutter } from '../../src/search/cut.ts';
import type { Answer } from '../../src/types.ts';
import { jiebaWords } from '../../src/vocabulary.ts';

const COUNT = 14;
/** So few are asked of one question here that the index has to choose. */
const FEW = 5;
const under = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

const dir = mkdtempSync(join(tmpdir(), 'bearing-'));
const texts = await realTexts(under('../shared/plans-more'), under('corpus'));
writePlans(texts, COUNT, join(dir, 'plans'));
afterAll(() => rmSync(dir, { recursive: true }));

const lang = ownLang();
const read = planFolders(join(dir, 'plans')).map((folder) => ({
  ...readPlanOnce(folder, join(dir, 'cache')),
  id: basename(folder),
}));
const cutter = createCutter(read.flatMap(({ plan, corpus }) => jiebaWords(plan, corpus)));
const opened = read.map(({ id, plan, corpus }) => {
  const bot = createBot({ corpus, lang, made: { plan, cutter } });
  return { id, brief: briefOf(plan, corpus), bot: () => bot };
});
const ask = (most: number) => {
  const joined = joinPlans(opened, lang, { most });
  return (text: string): Answer => joined.ask({ text, history: [] });
};
const [askAll, askFew] = [ask(COUNT), ask(FEW)];

const thirds = <T>(list: readonly T[]): readonly T[] => list.filter((_, at) => at % 3 === 0).slice(0, 4);
/** 关于…的十五条政策措施: a heading that names a document names a plan, and which one is meant is asked back. */
const DOCUMENT = /^关于.*(?:措施|意见|方案|办法|通知)$/u;
const questions = read.flatMap(({ plan }) => [
  ...thirds(plan.tasks.filter(({ body }) => !DOCUMENT.test(body.title))).flatMap(({ body }) => [
    `${body.title}由谁负责？`,
    `${body.title.slice(-8)}归谁管`,
  ]),
  ...thirds(plan.registry.units).map(({ name }) => `${name}负责哪些任务？`),
  ...plan.indicators.slice(0, 2).map(({ name }) => `${name}的目标是多少？`),
]);
/** Plans that have a unit of the name that a question begins with. */
const unitsNamed = (text: string): readonly string[] =>
  opened
    .filter(({ brief }) => brief.units.some(({ names }) => names.includes(text.replace('负责哪些任务？', ''))))
    .map(({ brief: { id } }) => id);
const titleOf = (id: string) => opened.find((one) => one.id === id)?.brief.title;
/** Plans that have a unit of a name, as each of them answers by itself. */
const plansWith = (unit: string) =>
  opened
    .filter(({ brief }) => brief.units.some(({ names }) => names.includes(unit)))
    .map(({ id, bot }) => ({ id, tasks: bot().ask({ text: `${unit}有任务`, history: [] }).tasks.length }))
    .filter(({ tasks }) => tasks > 0);
const plansOf = ({ citations }: Answer): ReadonlySet<string> => new Set(citations.map(({ plan }) => plan));

describe('of many plans those are asked that may answer', () => {
  it(`what all ${COUNT} plans answer to, the chosen ones answer to`, { timeout: 300_000 }, () => {
    const lost = questions.flatMap((text) => {
      const [all, few] = [askAll(text), askFew(text)];
      const same = all.status === few.status && (all.status !== 'answered' || all.text === few.text);
      /** Another plan only speaks of what is a unit in this one. */
      const ofUnits = few.status === 'answered' && [...plansOf(few)].join() === unitsNamed(text).join();
      const manyMore = all.status === 'answered' && few.status === 'clarify' && plansOf(all).size > 1;
      return same || manyMore || ofUnits
        ? []
        : [{ text, all: [all.status, ...plansOf(all)], few: [few.status, ...plansOf(few)] }];
    });
    expect(questions.length).toBeGreaterThan(COUNT * 4);
    expect(lost).toEqual([]);
  });

  it('a plan that only everyday words lead to is found', () => {
    const [all, few] = [askAll('老百姓的钱袋子哪个方案管'), askFew('老百姓的钱袋子哪个方案管')];
    expect(few.status).toBe(all.status);
  });

  it('of more than are asked it is said that there are at least so many', () => {
    expect(askFew('文号是多少').text).toMatch(/^至少有\d个计划写到这一点/);
  });

  it('which plans a unit has tasks in is told of all of them, each with its tasks', () => {
    const units = [
      ...new Set(opened.flatMap(({ brief }) => brief.units.slice(0, 2).flatMap(({ names: [name] }) => name ?? []))),
    ];
    const named = units.filter((unit) => plansWith(unit).length > 0);
    expect(named.length).toBeGreaterThan(8);
    for (const unit of named) {
      const answer = askFew(`${unit}在哪几个方案里有任务`);
      const counts = plansWith(unit).map(({ id, tasks }) => `《${titleOf(id)}》：${tasks}项任务`);
      expect([unit, ...answer.text.split('\n').slice(1)]).toEqual([
        unit,
        ...counts.map((line, at) => `${at + 1}. ${line}`),
      ]);
      expect(answer.text).toMatch(new RegExp(`^共${counts.length}个`));
    }
  });

  it('a plan that is named answers alone', () => {
    for (const { id } of opened) expect(askFew(`《${titleOf(id)}》一共有几项任务？`).plan).toBe(id);
  });
});
