import { describe, expect, test } from 'vitest';
import { assetHref } from '../../../../src/channels/web/assets.ts';
import { fold } from '../../../../src/channels/web/pages/find.js';
import { createFinder, piecesOf } from '../../../../src/channels/web/pages/find-page.ts';
import { createSite } from '../../../../src/channels/web/pages/site.ts';
import { app, BASE, plan, tagged } from './loaded.ts';
import { all, classed, readHtml, textOf } from './read-html.ts';
import { conflicts } from './served.ts';

describe('finding without a script', () => {
  const find = (query: string) => app.inject(`${BASE}?${new URLSearchParams({ q: query })}`);

  test('lists the clauses that have all the words, in the plan’s order, marked and counted', async () => {
    const { statusCode, body } = await find('天然气');
    const page = readHtml(body);
    expect(statusCode).toBe(200);
    const hits = classed(page, 'hits').flatMap((list) => classed(list, 'label').map(textOf));
    expect(hits).toEqual(['正文三、（五）2.（3）', '附件任务分解表第21项']);
    expect(textOf(page)).toContain('共 2 条');
    expect(new Set(tagged(page, 'mark').map(textOf))).toEqual(new Set(['天然气']));
  });

  test.each([
    ['到2022年', '到 2022 年'],
    ['ＣＦ４０', 'CF40'],
    ['第21项', '第21项'],
    ['投贷联动 10亿元', '10 亿元'],
  ])('%s finds what is printed as %s', async (query, printed) => {
    const page = readHtml((await find(query)).body);
    expect(tagged(page, 'mark').map(textOf)).toContain(printed);
  });

  test('finds nothing where there is nothing, and says what to do', async () => {
    const { body } = await find('地铁八号线');
    expect(body).toContain('请换一个词');
    expect(tagged(readHtml(body), 'mark')).toEqual([]);
  });

  test('where no clause has all the words, those that come nearest are shown, and that it is so', async () => {
    const { body } = await find('碳排放交易中心');
    const page = readHtml(body);
    expect(textOf(page)).toContain('没有一条同时有这些词。最接近的 5 条');
    const [first] = classed(page, 'hits').flatMap((list) => classed(list, 'label').map(textOf));
    expect(first).toBe('正文三、（五）2.（3）');
    expect(tagged(page, 'mark').map(textOf)).toContain('交易中心');
  });

  test('an empty question is the plan itself', async () => {
    expect((await find('  ')).body).toBe((await app.inject(BASE)).body);
  });

  test.each([
    '"><script>alert(1)</script>',
    '</title><img src=x onerror=alert(1)>',
    '&lt;b&gt;',
    "' onfocus='alert(1)",
    '$&$1{{x}}',
    '.*(',
    '\u0000\u202e',
  ])('%j stands on the page as text only', async (query) => {
    const { statusCode, body } = await find(query);
    expect(statusCode).toBe(200);
    const page = readHtml(body);
    const names = new Set(all(page).flatMap(({ attributes }) => Object.keys(attributes)));
    expect([...names].filter((name) => name.startsWith('on'))).toEqual([]);
    expect(tagged(page, 'script').map(({ attributes }) => attributes.src)).toEqual([assetHref('reading.js')]);
    expect(tagged(page, 'img')).toEqual([]);
    expect(tagged(page, 'input')[0]?.attributes.value).toBe(query.trim());
  });

  test('a question that is too long, or asked twice, is still answered', async () => {
    expect((await find('天'.repeat(5000))).statusCode).toBe(200);
    const twice = await app.inject(`${BASE}?q=${encodeURIComponent('天然气')}&q=b`);
    expect(twice.body).toContain('共 2 条');
  });

  test('few as they were typed come first, then what the chat reads in the words', async () => {
    const { body } = await find('高新区 2022');
    const [typed = '', besides = ''] = body.split('另有');
    const links = (part: string) => part.match(/class="clause"/g)?.length ?? 0;
    expect(body).toContain(`共 ${links(typed)} 条`);
    expect(besides).toMatch(new RegExp(`^ ${links(besides)} 条`));
    expect(links(typed)).toBeGreaterThan(0);
    expect(links(besides)).toBeGreaterThan(5);
  });

  test('looks through exactly the label and the words of each clause', () => {
    const finder = createFinder(createSite({ plan, conflicts }));
    for (const clause of plan.clauses) {
      for (const piece of piecesOf(clause)) expect(finder(piece.slice(0, 60)).clauses).toContain(clause);
      if (clause.kind !== 'heading')
        expect(fold(piecesOf(clause).slice(1).join('')).folded).toBe(fold(clause.text).folded);
    }
  });
});
