import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { feedbackRoute } from '../../../src/channels/api/feedback.ts';
import { onePlan } from '../../../src/channels/asked-plans.ts';
import { webPage } from '../../../src/channels/web/web.ts';
import type { LiveBot } from '../../../src/overlay/live.ts';
import { openStore, type Store } from '../../../src/store/store.ts';
import { type Browsed, FAILED_REQUEST, newPage, watch } from '../../browsed.ts';
import { hasBrowser, launchBrowser } from '../../browser.ts';
import { bot } from '../../helper.ts';
import { appWith } from '../api/served.ts';
import { appWithPage } from './served.ts';

const GAS = '天然气交易中心由哪个单位负责';
const FOLLOW_UP = '那配合单位呢？';
const UNSAID = '地铁八号线什么时候通车';
const NARROW = { viewport: { width: 320, height: 568 }, isMobile: true, hasTouch: true };
const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const MINUTE = 60_000;

const { title: planTitle, number: planNumber } = bot.plan.document;
const PAGE = { planTitle, planNumber, examples: [] };

interface Asked {
  readonly question: string;
  readonly at?: number;
}

const { historyFor }: { readonly historyFor: (asked: readonly Asked[], at?: number) => readonly string[] } =
  await import(new URL('../../../src/channels/web/words.js', import.meta.url).href);

describe('the history of a question is what the server remembered of the conversation', () => {
  const asked = Array.from({ length: 12 }, (_, at) => ({ question: `${at}`, at: at * MINUTE }));

  test('the last ten, oldest first', async () => {
    expect(historyFor(asked, 12 * MINUTE)).toEqual(['2', '3', '4', '5', '6', '7', '8', '9', '10', '11']);
    expect(historyFor([], 0)).toEqual([]);
  });

  test('nothing from before half an hour of silence', async () => {
    expect(historyFor(asked, 11 * MINUTE + 30 * MINUTE)).toEqual([]);
    expect(historyFor(asked.slice(-1), 11 * MINUTE + 30 * MINUTE - 1)).toEqual(['11']);
    const later = { question: '后来', at: 60 * MINUTE };
    expect(historyFor([...asked, later], 61 * MINUTE)).toEqual(['后来']);
  });

  test('turns kept without a time count as one conversation', async () => {
    expect(historyFor([{ question: '甲' }, { question: '乙', at: 5 }], 6)).toEqual(['甲', '乙']);
  });

  test('never more than a request may hold', async () => {
    const long = Array.from({ length: 10 }, (_, at) => ({ question: `${at}${'长'.repeat(4_000)}`, at }));
    expect(historyFor(long, 11)).toEqual(long.slice(-2).map(({ question }) => question));
  });
});

describe.skipIf(!hasBrowser)('有用 and 有误 in a browser', () => {
  const on = { wrongs: [] as string[] } as Browsed;
  let store: Store;
  let app: FastifyInstance;

  const wired = async (candidates: LiveBot['candidates'] = () => []): Promise<FastifyInstance> => {
    store = await openStore({ path: ':memory:', days: 14, now: Date.now });
    const feedback = feedbackRoute({
      ask: bot.ask,
      plans: onePlan({ ...bot, candidates }),
      records: store.records,
      now: Date.now,
    });
    const served = await appWith(
      bot.ask,
      (scope) => webPage(scope, { current: () => PAGE, answers: { ask: bot.ask, plans: onePlan(bot), now: Date.now } }),
      feedback,
    );
    return served.app;
  };

  const originOf = async (served: FastifyInstance): Promise<string> => {
    await served.listen({ host: '127.0.0.1', port: 0 });
    return `http://127.0.0.1:${(served.server.address() as AddressInfo).port}`;
  };

  const open = async (served: FastifyInstance, options: BrowserContextOptions = {}, expected?: RegExp) => {
    const page = await newPage(on.browser, options);
    on.origin = await originOf(served);
    watch(on, page, expected);
    await page.goto(on.origin);
    return page;
  };

  const ask = async (page: Page, question: string): Promise<Locator> => {
    const before = await page.locator('.card').count();
    await page.getByRole('textbox', { name: '向这份计划提问' }).fill(question);
    await page.locator('#send').click();
    const card = page.locator('.card').nth(before);
    await card.locator('.tools').waitFor();
    return card;
  };

  const press = (card: Locator, name: string) => card.getByRole('button', { name, exact: true }).click();
  const says = (card: Locator, text: string) => card.getByRole('status').filter({ hasText: text }).waitFor();
  const recorded = () => store.records.unanswered({ limit: 10 });

  beforeAll(async () => {
    on.browser = await launchBrowser();
  });

  beforeEach(async () => {
    app = await wired();
  });

  afterEach(async () => {
    await Promise.all(on.browser.contexts().map((context) => context.close()));
    await app.close();
    const found = on.wrongs;
    on.wrongs = [];
    expect(found).toEqual([]);
  });

  afterAll(() => on.browser?.close());

  test('a tap on 有用 is thanked for, and nothing is held against the answer', async () => {
    const page = await open(app, NARROW);
    const card = await ask(page, GAS);
    const request = page.waitForRequest('**/api/feedback');
    await press(card, '有用');
    await says(card, '谢谢反馈');
    expect((await request).postDataJSON()).toEqual({
      ...{ question: GAS, history: [], verdict: 'useful' },
      reader: await page.evaluate(`sessionStorage.getItem('wenji.conversation')`),
    });
    expect(await card.getByRole('button', { name: '有用' }).getAttribute('aria-pressed')).toBe('true');
    expect(await recorded()).toEqual([]);
  });

  test('keys only: 有误, a reason, Enter; it is recorded under its question, and 有用 takes it back', async () => {
    const page = await open(app);
    const card = await ask(page, GAS);
    const wrong = card.getByRole('button', { name: '有误' });
    await wrong.focus();
    await page.keyboard.press('Enter');
    expect(await wrong.getAttribute('aria-expanded')).toBe('true');
    expect(await page.locator(':focus').textContent()).toBe('问的是另一项');
    for (let at = 0; at < 3; at += 1) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const reason = card.getByRole('textbox', { name: '哪里有误（可不填）' });
    expect(await page.locator(':focus').getAttribute('id')).toBe(await reason.getAttribute('id'));
    await page.keyboard.type('<b>单位不对</b>');
    await page.keyboard.press('Enter');
    await says(card, '已记下，谢谢指正');
    expect(await reason.count()).toBe(0);
    expect(await page.locator(':focus').textContent()).toBe('有误');
    expect(await wrong.getAttribute('aria-pressed')).toBe('true');
    expect(await recorded()).toMatchObject([{ question: GAS, count: 1 }]);
    expect(JSON.stringify(await recorded())).toContain('<b>单位不对</b>');
    await press(card, '有用');
    await says(card, '谢谢反馈');
    expect(await wrong.getAttribute('aria-pressed')).toBe('false');
    expect(await recorded()).toEqual([]);
  });

  test('有误, another thing: what may be meant is offered, and the one that is chosen is recorded with it', async () => {
    const others = [
      { means: { kind: 'task', target: 6 }, label: '任务6 加快企业发展上市步伐' },
      { means: { kind: 'task', target: 14 }, label: '任务14 鼓励科技型上市企业融资' },
    ] as const;
    await app.close();
    app = await wired(() => others);
    const page = await open(app, NARROW);
    const card = await ask(page, GAS);
    await press(card, '有误');
    await press(card, '问的是另一项');
    await says(card, '已记下，谢谢指正');
    expect(await recorded()).toMatchObject([{ reasons: ['问的是另一项'], meant: [] }]);
    const group = card.getByRole('group', { name: '问的是哪一项？' });
    expect(await group.getByRole('button').allTextContents()).toEqual([...others.map(({ label }) => label), '都不是']);
    expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
    if (process.env.WENJI_PICTURES) await card.screenshot({ path: `${process.env.WENJI_PICTURES}/which.png` });
    await press(card, '任务14 鼓励科技型上市企业融资');
    await group.waitFor({ state: 'hidden' });
    expect(await recorded()).toMatchObject([{ question: GAS, count: 1, meant: ['task:14'] }]);
  });

  test('有误, the units: one tap is enough', async () => {
    const page = await open(app, NARROW);
    const card = await ask(page, GAS);
    await press(card, '有误');
    if (process.env.WENJI_PICTURES) await card.screenshot({ path: `${process.env.WENJI_PICTURES}/why.png` });
    await press(card, '单位');
    await says(card, '已记下，谢谢指正');
    expect(await recorded()).toMatchObject([{ question: GAS, reasons: ['单位有误'] }]);
  });

  test('Escape puts the field away and keeps what was written; Enter while composing sends nothing', async () => {
    const page = await open(app);
    const card = await ask(page, UNSAID);
    await press(card, '有误');
    await press(card, '别的');
    const session = await page.context().newCDPSession(page);
    await session.send('Input.imeSetComposition', { text: '计划写了', selectionStart: 4, selectionEnd: 4 });
    await page.keyboard.press('Enter');
    await session.send('Input.insertText', { text: '计划写了' });
    const reason = card.getByRole('textbox');
    const written = await reason.inputValue();
    expect(written).toContain('计划写了');
    await page.keyboard.press('Escape');
    expect(await reason.count()).toBe(0);
    expect(await page.locator(':focus').textContent()).toBe('有误');
    expect((await recorded()).filter(({ question }) => question === UNSAID)).toEqual([]);
    await press(card, '有误');
    await press(card, '别的');
    expect(await reason.inputValue()).toBe(written);
    await press(card, '发送');
    await says(card, '已记下，谢谢指正');
    expect(await recorded()).toMatchObject([{ question: UNSAID }]);
  });

  test('a follow-up is judged with the questions before it, after a reload too; 新对话 begins anew', async () => {
    const page = await open(app);
    await ask(page, GAS);
    await ask(page, FOLLOW_UP);
    const sent = async (card: Locator) => {
      const request = page.waitForRequest('**/api/feedback');
      await press(card, '有用');
      await says(card, '谢谢反馈');
      return (await request).postDataJSON();
    };
    const before = await sent(page.locator('.card').last());
    expect(before).toMatchObject({ question: FOLLOW_UP, history: [GAS] });
    await page.reload();
    expect(await sent(page.locator('.card').last())).toEqual(before);
    expect(await sent(page.locator('.card').first())).toMatchObject({ question: GAS, history: [] });
    await page.getByRole('button', { name: '新对话' }).click();
    const anew = await sent(await ask(page, GAS));
    expect(anew).toMatchObject({ question: GAS, history: [] });
    expect(anew.reader).not.toBe(before.reader);
  });

  test('a question back is not judged; the words are in the language of the answer', async () => {
    const page = await open(app);
    expect(await (await ask(page, FOLLOW_UP)).getByRole('button', { name: '有用' }).count()).toBe(0);
    const english = await ask(page, 'Who is responsible for the natural gas trading centre?');
    await press(english, 'Wrong');
    await press(english, 'Something else');
    await english.getByRole('textbox', { name: 'What is wrong (optional)' }).waitFor();
    await press(english, 'Send');
    await says(english, 'Noted, thank you');
    const traditional = await ask(page, '天然氣交易中心由哪個單位負責');
    await press(traditional, '有誤');
    await press(traditional, '別的');
    await press(traditional, '傳送');
    await says(traditional, '已記下，謝謝指正');
  });

  test('without the route, without a network: one line says so, and the reason is still there', async () => {
    const without = await appWithPage(bot.ask, PAGE);
    const page = await open(without, {}, FAILED_REQUEST);
    const card = await ask(page, GAS);
    const send = async (): Promise<void> => {
      await press(card, '发送');
      await says(card, '反馈没有记下，请稍后再试。');
      expect(await card.getByRole('textbox').inputValue()).toBe('单位不对');
      expect(await card.getByRole('button', { name: '有误' }).getAttribute('aria-pressed')).toBe('false');
    };
    await press(card, '有误');
    await press(card, '别的');
    await card.getByRole('textbox').fill('单位不对');
    await send();
    await page.context().setOffline(true);
    await send();
    await page.context().setOffline(false);
    expect(await card.locator('.text').textContent()).toContain('市发改委');
    await page.context().close();
    await without.close();
  });

  test.each(['light', 'dark'] as const)(
    'at 320 pixels, in %s colours: nothing sticks out, a finger finds it, axe finds nothing serious or moderate',
    async (colorScheme) => {
      const page = await open(app, { ...NARROW, colorScheme, bypassCSP: true });
      const [judged, opened] = [await ask(page, GAS), await ask(page, UNSAID)];
      await press(judged, '有用');
      await says(judged, '谢谢反馈');
      await press(await ask(page, 'Who is responsible for the natural gas trading centre?'), 'Wrong');
      await press(opened, '有误');
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
      const small = `[...document.querySelectorAll('.card button, .card input')].filter((node) => {
        const { width, height, right } = node.getBoundingClientRect();
        return node.checkVisibility() && (width < 44 || height < 44 || right > 320);
      }).map((node) => node.outerHTML)`;
      expect(await page.evaluate(small)).toEqual([]);
      await page.addScriptTag({ path: AXE });
      const violations = `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations
        .filter(({ impact }) => impact !== 'minor')
        .map(({ id, nodes }) => [id, nodes[0].html.slice(0, 160), nodes[0].failureSummary]))`;
      expect(await page.evaluate(violations)).toEqual([]);
    },
  );
});
