import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { brings, browse, FAILED_REQUEST, focused, newPage, watch } from '../../browsed.ts';
import { hasBrowser } from '../../browser.ts';
import { bot } from '../../helper.ts';
import { appWithPage } from './served.ts';

const GAS = '天然气交易中心由哪个单位负责';
/** A follow-up with nothing before it: the bot asks back. */
const UNCLEAR = '那配合单位呢？';
const UNSAID = '地铁八号线什么时候通车';
const PHONE = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true };
const NARROW = { viewport: { width: 320, height: 568 }, isMobile: true, hasTouch: true };

const squeeze = (text: string | null): string => (text ?? '').replace(/\s/g, '');

const { title: planTitle, number: planNumber } = bot.plan.document;
const examples = ['天然气交易中心由哪个单位负责？', '高新区要干哪几件事？'];

describe.skipIf(!hasBrowser)('the page in a browser', async () => {
  const app = await appWithPage(bot.ask, { planTitle, planNumber, examples });
  const on = browse(app);
  const open = async (options: BrowserContextOptions = {}, expected?: RegExp): Promise<Page> => {
    const page = await newPage(on.browser, options);
    watch(on, page, expected);
    await page.goto(on.origin);
    return page;
  };

  const box = (page: Page): Locator => page.getByRole('textbox', { name: '向这份计划提问' });
  const send = (page: Page): Locator => page.getByRole('button', { name: '发送' });
  const bubbles = (page: Page): Locator => page.locator('.bubble');
  const lastCard = (page: Page): Locator => page.locator('.card').last();

  /** The card of the answer, once the question on the page is answered. */
  const answerTo = async (page: Page, question: string): Promise<Locator> => {
    // The turn that asks it: a card that asks back holds the same words in its choices.
    const turn = page.locator('.turn', { has: page.locator('.bubble', { hasText: question }) });
    await turn.last().locator('.card:not(.waiting)').last().waitFor();
    return lastCard(page);
  };

  const ask = async (page: Page, question: string): Promise<Locator> => {
    await box(page).fill(question);
    await send(page).click();
    return answerTo(page, question);
  };

  test('names the plan, its number and examples that can be asked by a tap', async () => {
    const page = await open(PHONE);
    expect(await page.title()).toBe(`问计 · ${planTitle}`);
    expect(await page.getByRole('banner').textContent()).toContain(planTitle);
    expect(await page.getByRole('banner').textContent()).toContain(planNumber);
    await page.getByRole('link', { name: examples[1] ?? '' }).tap();
    expect(await (await answerTo(page, examples[1] ?? '')).textContent()).toContain('高新区');
    expect(await bubbles(page).allInnerTexts()).toEqual([examples[1]]);
  });

  test(`${GAS}: the answer, and its source unfolds to the clause as printed`, async () => {
    const page = await open(PHONE);
    const card = await ask(page, GAS);
    expect(await card.locator('.text').textContent()).toContain('市发改委');
    expect(await card.locator('.text').textContent()).not.toMatch(/出处|注意/);
    expect(await card.locator('.notice').first().textContent()).toMatch(/^注意/);

    const source = card.locator('details').first();
    const quote = source.locator('blockquote');
    expect(await quote.isVisible()).toBe(false);
    await source.locator('summary').tap();
    await quote.waitFor();
    expect(await source.locator('summary').textContent()).toBe(
      '①正文三、（五）2.（3）“（责任单位：市金融工作局、高新区、市发改委；支持单位：省地方金融监管局、陕西证监局）”',
    );
    const clause = bot.plan.clauses.find(({ id }) => id === '3.5.2.3');
    const printed = squeeze(clause?.source.map(({ text }) => text).join('') ?? '');
    const shown = squeeze(await quote.textContent());
    expect(shown).toContain('设立天然气交易中心，覆盖西北地区提供天然气所有权买卖登记、清算、实物交割');
    expect(printed).toContain(shown);
    expect(await source.locator('.lines').textContent()).toBe(`计划原文第 ${clause?.source[0]?.line} 行`);
  });

  test('keys only: ask, unfold a source, recall the last question, write two lines', async () => {
    const page = await open();
    await page.keyboard.type(GAS);
    await page.keyboard.press('Enter');
    await answerTo(page, GAS);
    expect(await box(page).inputValue()).toBe('');

    const onSource = page.locator('summary:focus-visible');
    for (let presses = 0; presses < 9 && (await onSource.count()) === 0; presses += 1)
      await page.keyboard.press('Shift+Tab');
    expect(await onSource.count()).toBe(1);
    expect(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')).toBe('solid');
    await page.keyboard.press('Enter');
    await page.locator('details[open] blockquote').waitFor();

    await box(page).focus();
    await page.keyboard.press('ArrowUp');
    expect(await box(page).inputValue()).toBe(GAS);
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('第二行');
    expect(await box(page).inputValue()).toBe(`${GAS}\n第二行`);
    expect(await bubbles(page).count()).toBe(1);
  });

  test('the first stop of the Tab key is the link to the box', async () => {
    const page = await open(PHONE);
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').textContent()).toBe('跳到提问框');
    await page.keyboard.press('Enter');
    await focused(page, '#question');
    await page.keyboard.type('你好');
    expect(await box(page).inputValue()).toBe('你好');
  });

  test('Enter that ends the composing of characters sends nothing', async () => {
    const page = await open();
    const session = await page.context().newCDPSession(page);
    await session.send('Input.imeSetComposition', { text: '天然气', selectionStart: 3, selectionEnd: 3 });
    await page.keyboard.press('Enter');
    await session.send('Input.insertText', { text: '天然气' });
    expect(await bubbles(page).count()).toBe(0);
    expect(squeeze(await box(page).inputValue())).toContain('天然气');
    await box(page).dispatchEvent('keydown', { key: 'Enter', keyCode: 229 });
    expect(await bubbles(page).count()).toBe(0);
    await page.keyboard.press('Enter');
    await bubbles(page).first().waitFor();
  });

  describe(`asked back after ${UNCLEAR}`, () => {
    const { choices } = bot.ask({ text: UNCLEAR, history: [] });
    const [first, second] = choices;

    test('a choice can be clicked', async () => {
      const page = await open();
      const card = await ask(page, UNCLEAR);
      expect(await card.getByRole('button', { name: /^\d\. / }).count()).toBe(choices.length);
      await card.getByRole('button', { name: `1. ${first?.label}` }).click();
      await answerTo(page, first?.question ?? '');
      expect(await lastCard(page).locator('details').count()).toBeGreaterThan(0);
    });

    test('its number can be typed', async () => {
      const page = await open();
      await ask(page, UNCLEAR);
      await box(page).fill('2');
      await box(page).press('Enter');
      await answerTo(page, second?.question ?? '');
      expect(await bubbles(page).allInnerTexts()).toEqual([UNCLEAR, second?.question]);
      expect(await lastCard(page).locator('details').count()).toBeGreaterThan(0);
    });
  });

  test('a script in a question is shown, not run', async () => {
    const page = await open();
    const question = '<img src=x onerror="window.ran=1"><script>window.ran=1</script>{{planTitle}}';
    await ask(page, question);
    expect(await bubbles(page).textContent()).toBe(question);
    expect(await page.locator('main :is(script, img)').count()).toBe(0);
    expect(await page.evaluate('window.ran')).toBeUndefined();
    await page.reload();
    expect(await bubbles(page).textContent()).toBe(question);
    expect(await page.evaluate('window.ran')).toBeUndefined();
  });

  test('what the plan does not say is said calmly, with questions that can be asked', async () => {
    const page = await open();
    const card = await ask(page, UNSAID);
    expect(await card.locator('.text').textContent()).toContain(
      bot.ask({ text: UNSAID, history: [] }).text.split('\n')[0],
    );
    expect(await card.getAttribute('class')).toBe('card not_found');
    expect(await card.locator('details').count()).toBe(0);
    expect(await card.locator('.options button').count()).toBeGreaterThan(0);
  });

  test('an answer in another language says so to the reader aloud', async () => {
    const page = await open();
    const english = await ask(page, 'Who is responsible for the natural gas trading centre?');
    expect(await english.getAttribute('lang')).toBe('en');
    expect(await english.getByRole('button', { name: 'Copy' }).isVisible()).toBe(true);
    expect(await english.locator('blockquote').first().getAttribute('lang')).toBe('zh-CN');
    const traditional = await ask(page, '天然氣交易中心由哪個單位負責');
    expect(await traditional.getAttribute('lang')).toBe('zh-Hant');
  });

  test('a conversation: follow-ups, the same after a reload, none after 新对话', async () => {
    const page = await open();
    await ask(page, GAS);
    expect(await (await ask(page, UNCLEAR)).textContent()).toContain('陕西证监局');
    await page.reload();
    await bubbles(page).nth(1).waitFor();
    expect(await bubbles(page).allTextContents()).toEqual([GAS, UNCLEAR]);
    expect(await (await ask(page, '原文是什么')).textContent()).toContain('天然气');
    await page.getByRole('button', { name: '新对话' }).click();
    expect(await bubbles(page).count()).toBe(0);
    expect(await (await ask(page, UNCLEAR)).getAttribute('class')).toContain('clarify');
  });

  test('复制 takes the whole text with its sources', async () => {
    const page = await open({ permissions: ['clipboard-read', 'clipboard-write'] });
    const card = await ask(page, GAS);
    await brings(page, '已复制', () => card.getByRole('button', { name: '复制' }).click());
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(bot.ask({ text: GAS, history: [] }).text);
  });

  test('while the answer is awaited the log is busy, and a second question waits in the box', async () => {
    const page = await open();
    let release = (): void => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route('**/api/ask', async (route) => {
      await held;
      await route.continue();
    });
    await box(page).fill(GAS);
    await box(page).press('Enter');
    await page.locator('.waiting').waitFor();
    expect(await page.getByRole('log').getAttribute('aria-busy')).toBe('true');
    await box(page).fill('第二个问题');
    await box(page).press('Enter');
    expect(await bubbles(page).count()).toBe(1);
    expect(await box(page).inputValue()).toBe('第二个问题');
    release();
    await answerTo(page, GAS);
    expect(await page.getByRole('log').getAttribute('aria-busy')).toBe('false');
  });

  describe('when something goes wrong', () => {
    test('without a network the question stays in the box, and 重试 asks it again', async () => {
      const page = await open({}, FAILED_REQUEST);
      await page.context().setOffline(true);
      const card = await ask(page, GAS);
      expect(await card.textContent()).toContain('没有连上服务。请检查网络');
      expect(await box(page).inputValue()).toBe(GAS);
      await page.context().setOffline(false);
      await card.getByRole('button', { name: '重试' }).click();
      await lastCard(page).locator('details').first().waitFor();
      expect(await bubbles(page).allInnerTexts()).toEqual([GAS]);
      expect(await box(page).inputValue()).toBe('');
    });

    test('a refused question says the remedy and can be shortened', async () => {
      const page = await open({}, FAILED_REQUEST);
      const long = '天'.repeat(10_001);
      const card = await ask(page, long);
      expect(await card.textContent()).toContain('问题不要超过 10000 个字符');
      expect(await card.getByRole('button').count()).toBe(0);
      expect(await box(page).inputValue()).toBe(long);
    });
  });

  /** Every kind of card on one page. */
  const fillPage = async (page: Page): Promise<void> => {
    for (const question of [UNCLEAR, GAS, '市金融工作局有哪些任务', UNSAID]) await ask(page, question);
    await ask(page, `${'https://example.org/very-long-path'.repeat(8)}?x=1`);
    for (const summary of await page.locator('.turn:nth-child(2) summary').all()) await summary.click();
  };

  test('at 320 pixels nothing has to be scrolled sideways', async () => {
    const page = await open(NARROW);
    await fillPage(page);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
    const wide = `[...document.querySelectorAll('body *')].filter((node) =>
      !node.matches('.unseen') && node.getClientRects().length > 0 && node.getBoundingClientRect().right > 320.5)`;
    expect(await page.evaluate(`${wide}.map((node) => node.outerHTML.slice(0, 80))`)).toEqual([]);
  });

  test('everything to press or fill in has a name, and a finger finds it', async () => {
    const page = await open(PHONE);
    await fillPage(page);
    const session = await page.context().newCDPSession(page);
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    const roles = ['button', 'textbox', 'link', 'DisclosureTriangle', 'log', 'article'];
    const controls = nodes.filter(({ role, ignored }) => !ignored && roles.includes(String(role?.value)));
    expect(new Set(controls.map(({ role }) => role?.value))).toEqual(new Set(roles));
    expect(controls.filter(({ name }) => !name?.value)).toEqual([]);

    const small = `[...document.querySelectorAll('button, summary, textarea')].filter((node) => {
      const { width, height } = node.getBoundingClientRect();
      return node.checkVisibility() && (width < 44 || height < 44);
    }).map((node) => node.textContent)`;
    expect(await page.evaluate(small)).toEqual([]);
    expect(await page.evaluate(`parseFloat(getComputedStyle(document.querySelector('textarea')).fontSize)`)).toBe(16);
  });

  test.each(['light', 'dark'] as const)('in %s colours every text has a contrast of 4.5 to 1', async (colorScheme) => {
    const page = await open({ colorScheme });
    await fillPage(page);
    expect(await page.evaluate(FAINT_TEXTS)).toEqual([]);
  });
});

/** Texts on the page whose colour is too near to what lies behind them (WCAG 2.2, 1.4.3). */
const FAINT_TEXTS = `(() => {
  const numbers = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const channel = (value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
  const light = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  const behind = (node) => {
    for (let at = node; at; at = at.parentElement) {
      const [r, g, b, alpha = 1] = numbers(getComputedStyle(at).backgroundColor);
      if (alpha === 1) return [r, g, b];
    }
    return [255, 255, 255];
  };
  const contrast = (node) => {
    const [high, low] = [light(numbers(getComputedStyle(node).color)), light(behind(node))].sort((a, b) => b - a);
    return (high + 0.05) / (low + 0.05);
  };
  const ownText = (node) => [...node.childNodes].some((child) => child.nodeType === 3 && child.textContent.trim());
  const texts = [...document.body.querySelectorAll('*')].filter((node) => ownText(node) && node.checkVisibility());
  if (texts.length < 50) return ['too few texts'];
  return texts.filter((node) => contrast(node) < 4.5).map((node) => [contrast(node), node.outerHTML.slice(0, 80)]);
})()`;
