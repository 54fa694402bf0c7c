import { createHash } from 'node:crypto';
import { brotliCompressSync, brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { assetHref } from '../../../../src/channels/web/assets.ts';
import { fold } from '../../../../src/channels/web/pages/find.js';
import { createFinder, piecesOf } from '../../../../src/channels/web/pages/find-page.ts';
import { createSite } from '../../../../src/channels/web/pages/site.ts';
import { meantBy } from '../../../../src/plan/named-units.ts';
import type { UnitName } from '../../../../src/types.ts';
import { worklistOf } from '../../../../src/worklists/worklist-of.ts';
import { ask, bot } from '../../../helper.ts';
import { POLICY } from '../policy.ts';
import { all, classed, type Element, readHtml, textOf } from './read-html.ts';
import { appWithPages, conflicts } from './served.ts';

const { plan } = bot;
const BASE = `/plans/${plan.id}`;
/** Styles and all, as they are sent: a tenth of a second on a slow line. */
const MOST_OF_HEAD = 5 * 1024;
const app = await appWithPages();

const units: readonly UnitName[] = [...plan.registry.units, ...plan.registry.groups].map(({ name }) => name);
const unitPath = (name: UnitName) => `${BASE}/units/${encodeURIComponent(name)}`;
const PAGES = [
  BASE,
  ...['units', 'actions', 'matrix', 'indicators'].map((name) => `${BASE}/${name}`),
  ...units.map(unitPath),
  ...plan.actions.map(({ number }) => `${BASE}/actions/${number}`),
];

const load = async (url: string): Promise<Element> => {
  const { statusCode, body } = await app.inject(url);
  expect([url, statusCode]).toEqual([url, 200]);
  return readHtml(body);
};
const tagged = (page: Element, tag: string) => all(page).filter((node) => node.tag === tag);
const numbersIn = (page: Element) =>
  all(page).flatMap(({ attributes }) => ('data-task' in attributes ? [Number(attributes['data-task'])] : []));

describe('every page', () => {
  const loaded = new Map<string, Element>();
  const pageAt = async (path: string): Promise<Element> => {
    const page = loaded.get(path) ?? (await load(path));
    loaded.set(path, page);
    return page;
  };

  test('has one heading of the first order, a title, a language and the row of links', async () => {
    for (const path of PAGES) {
      const page = await pageAt(path);
      expect([path, tagged(page, 'h1').length, tagged(page, 'main').length]).toEqual([path, 1, 1]);
      expect(tagged(page, 'title').map(textOf).join()).toContain(plan.document.title);
      expect(tagged(page, 'html')[0]?.attributes.lang).toBe('zh-CN');
      const [places] = classed(page, 'places');
      expect(places && tagged(places, 'a').map(textOf)).toEqual(['提问', '全文', '单位', '行动', '矩阵', '指标']);
    }
  });

  test('links only to what is there: pages, anchors, questions, work lists', async () => {
    const ids = new Map<string, ReadonlySet<string>>();
    const idsOf = async (path: string) => {
      const known = ids.get(path) ?? new Set(all(await pageAt(path)).flatMap(({ attributes }) => attributes.id ?? []));
      ids.set(path, known);
      return known;
    };
    const seen = new Set<string>();
    const faults: string[] = [];
    const check = async (from: string, href: string) => {
      const { pathname, hash, search, searchParams, origin } = new URL(href, `http://x${from}`);
      const key = `${pathname}${search}${hash}`;
      if (seen.has(key)) return;
      seen.add(key);
      if (origin !== 'http://x') faults.push(`${from}: ${href} leads away`);
      else if (pathname === '/api/worklists') {
        const unit = searchParams.get('unit');
        const known = unit === null || units.includes(unit);
        const form = ['xlsx', 'csv', 'json'].includes(searchParams.get('format') ?? '');
        if (!known || !form) faults.push(`${from}: ${href}`);
      } else if (pathname === '/') expect(searchParams.get('q') ?? '').not.toBe(undefined);
      else {
        const there = await idsOf(pathname);
        if (hash !== '' && !there.has(decodeURIComponent(hash.slice(1)))) faults.push(`${from}: ${href} has no anchor`);
      }
    };
    for (const path of PAGES)
      for (const link of tagged(await pageAt(path), 'a')) await check(path, link.attributes.href ?? '');
    expect(faults).toEqual([]);
    const pages = [...seen].filter((key) => !key.includes('?')).map((key) => key.replace(/#.*/, ''));
    expect([...new Set(pages)].sort()).toEqual([...PAGES, '/'].sort());
  });

  test('the questions that pages hand over are answered by the bot', async () => {
    const asked = new Set<string>();
    for (const path of PAGES)
      for (const link of tagged(await pageAt(path), 'a')) {
        const { pathname, searchParams } = new URL(link.attributes.href ?? '', 'http://x/');
        if (pathname === '/' && searchParams.has('q')) asked.add(searchParams.get('q') ?? '');
      }
    expect(asked.size).toBeGreaterThan(100);
    expect([...asked].filter((question) => ask(question).status !== 'answered')).toEqual([]);
  });

  test('has no inline script, handler or style of an element, and loads nothing from another host', async () => {
    for (const path of PAGES) {
      const { body } = await app.inject(path);
      expect(body).not.toMatch(/<script(?![^>]* src="\/assets\/)|\sstyle=|\son\w+=|(?:src|href)="(?:https?:)?\/\//);
    }
  });

  test('has the strict policy, and lets a form lead to itself only', async () => {
    for (const path of [...PAGES, `${BASE}?q=1`, '/plans/nothing']) {
      const { headers } = await app.inject(path);
      expect(`${headers['content-security-policy']}`.split('; ')).toEqual(POLICY);
      expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' });
    }
  });

  test('needs nothing but itself for its first paint, and little of it', async () => {
    for (const path of ['/', ...PAGES]) {
      const { body, headers } = await app.inject(path);
      const [head = ''] = body.split('</head>');
      const blocking = head.match(/<link[^>]*rel="stylesheet"(?![^>]*media="print")|<script(?![^>]*type="module")/g);
      expect([path, blocking]).toEqual([path, null]);
      const [, style = ''] = /<style>([^<]*)<\/style>/.exec(head) ?? [];
      const hash = createHash('sha256').update(style).digest('base64');
      expect(headers['content-security-policy']).toContain(`'sha256-${hash}'`);
      expect([path, brotliCompressSync(head).length < MOST_OF_HEAD]).toEqual([path, true]);
    }
  });

  test.each([
    ['gzip', 48],
    ['gzip, br', 42],
  ])('weighs, as it is sent to who takes %s, at most %d KB with all that it loads', async (accepted, most) => {
    const weigh = async (url: string): Promise<number> =>
      (await app.inject({ url, headers: { 'accept-encoding': accepted } })).rawPayload.length;
    const weights = new Map<string, number>();
    for (const path of ['/', ...PAGES]) {
      const { body } = await app.inject(path);
      const loads = new Set([...body.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, url = '']) => url));
      for (const url of loads)
        for (const [, needed] of (await app.inject(url)).body.matchAll(/from '\.\/([\w-]+\.js)'/g))
          loads.add(assetHref(`${needed}`));
      for (const url of loads) if (!weights.has(url)) weights.set(url, await weigh(url));
      const total = [...loads].reduce((sum, url) => sum + (weights.get(url) ?? 0), await weigh(path));
      expect([path, total < most * 1000]).toEqual([path, true]);
    }
  });

  test('is sent compressed to those who take that, the same page, and costs nothing when it is known', async () => {
    const plain = await app.inject(BASE);
    const accepting = (accepted: string, more = {}) =>
      app.inject({ url: BASE, headers: { 'accept-encoding': accepted, ...more } });
    const gzip = await accepting('deflate, GZIP;q=0.5');
    expect(gzip.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(gzip.rawPayload).toString()).toBe(plain.body);
    const brotli = await accepting('gzip, deflate, br');
    expect(brotli.headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(brotli.rawPayload).toString()).toBe(plain.body);
    expect(plain.headers.vary).toBe('accept-encoding');
    for (const { headers } of [plain, gzip, brotli]) {
      const again = await accepting('gzip', { 'if-none-match': `${headers.etag}` });
      expect([again.statusCode, again.body]).toEqual([304, '']);
    }
    for (const refused of ['gzip;q=0', 'br; q=0.0, zstd', 'brx', ''])
      expect((await accepting(refused)).headers['content-encoding']).toBe(undefined);
  });

  test('10,000 loads at a time are all answered with the same page', async () => {
    const headers = { 'accept-encoding': 'gzip' };
    const loadOne = async (at: number): Promise<string> => {
      const answer = await app.inject({ url: PAGES[at % PAGES.length] ?? BASE, headers });
      return `${at % PAGES.length} ${answer.statusCode} ${answer.headers.etag}`;
    };
    const answers = await Promise.all(Array.from({ length: 10_000 }, (_, at) => loadOne(at)));
    expect(new Set(answers).size).toBe(PAGES.length);
    expect(answers.filter((answer) => !answer.includes(' 200 '))).toEqual([]);
  }, 120_000);
});

describe('addresses that lead nowhere', () => {
  test.each([
    '/plans/nothing',
    '/plans/nothing/units',
    `${BASE}/nothing`,
    `${BASE}/units/${encodeURIComponent('没有的局')}`,
    `${BASE}/units/${encodeURIComponent('<script>alert(1)</script>')}`,
    `${BASE}/units/__proto__`,
    `${BASE}/units/`.concat('x'.repeat(2000)),
    `${BASE}/actions/99`,
    `${BASE}/actions/01`,
    `${BASE}//`,
    '/plans/../../../../etc/passwd',
    '/plans/..%2f..%2f..%2fetc%2fpasswd',
    `${BASE}/..%2f..%2fplan.txt`,
    `${BASE}/%2e%2e/plan.json`,
    `${BASE}/plan.txt`,
    '/plans/%00',
  ])('%s is told so, in our words, and nothing of it comes back', async (url) => {
    const { statusCode, headers, body } = await app.inject(url);
    expect(statusCode).toBe(404);
    expect(body).not.toMatch(/<script>alert|root:|passwd|"parts"|没有的局|__proto__/);
    if (!url.includes('/../')) {
      expect(headers['content-type']).toBe('text/html; charset=utf-8');
      expect(body).toContain('没有这一页');
      readHtml(body);
    }
  });

  test('an address that cannot be read is refused', async () => {
    const { statusCode, json } = await app.inject(`${BASE}/units/%E0%A4%A`);
    expect([statusCode, json().error.code]).toEqual([400, 'bad_request']);
  });

  test.each([
    ['/plans', BASE],
    [`${BASE}/units/${encodeURIComponent('西安市财政局')}`, unitPath('市财政局')],
    [`${BASE}/units/${encodeURIComponent('金融办')}`, unitPath('市金融工作局')],
  ])('%s leads on to the page itself', async (url, to) => {
    const { statusCode, headers } = await app.inject(url);
    expect([statusCode, headers.location]).toEqual([302, to]);
  });

  test('a slash at the end does not matter', async () => {
    expect((await app.inject(`${BASE}/`)).statusCode).toBe(200);
    expect((await app.inject(`${BASE}/units/`)).statusCode).toBe(200);
  });

  test('only reading is allowed', async () => {
    expect((await app.inject({ method: 'HEAD', url: BASE })).statusCode).toBe(200);
    for (const method of ['POST', 'PUT', 'DELETE'] as const)
      expect([404, 405]).toContain((await app.inject({ method, url: BASE })).statusCode);
  });
});

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

describe('units', () => {
  const sectionsOf = async (name: UnitName) => {
    const page = await load(unitPath(name));
    const sections = tagged(page, 'section');
    const of = (id: string) =>
      numbersIn({
        tag: '',
        attributes: {},
        children: sections.filter((one) => tagged(one, 'h2')[0]?.attributes.id === id),
      });
    return { responsible: of('responsible'), supporting: of('supporting'), reached: of('reached'), page };
  };

  test('each page has the same tasks as the bot’s answer', async () => {
    let compared = 0;
    for (const name of units) {
      const answer = ask(`${name}有哪些任务`);
      const { responsible, supporting, reached } = await sectionsOf(name);
      const own = [...new Set([...responsible, ...supporting])].sort((a, b) => a - b);
      const shown = own.length > 0 ? own : reached;
      // A group that no task lists is answered with the tasks that mention it.
      if (answer.kind !== 'list' || answer.text.startsWith('写到')) {
        expect([name, shown]).toEqual([name, []]);
        continue;
      }
      compared += 1;
      expect([name, shown]).toEqual([name, answer.tasks]);
      const group = answer.notices.find(({ code }) => code === 'group_member');
      expect([name, reached.length]).toEqual([name, group?.clauses.length ?? 0]);
    }
    expect(compared).toBeGreaterThan(35);
  });

  test('each role has the tasks in which body or annex name the unit, and says which where only one does', async () => {
    for (const name of units) {
      const { responsible, supporting, page } = await sectionsOf(name);
      for (const [role, shown] of [
        ['responsible', responsible],
        ['supporting', supporting],
      ] as const) {
        const named = plan.tasks.filter(({ body, row }) =>
          [...meantBy(body[role]), ...meantBy(row[role])].includes(name),
        );
        expect([name, role, shown]).toEqual([name, role, named.map(({ number }) => number)]);
        const oneSided = named.filter(
          ({ body, row }) => meantBy(body[role]).includes(name) !== meantBy(row[role]).includes(name),
        );
        const [section] = tagged(page, 'section').filter((one) => tagged(one, 'h2')[0]?.attributes.id === role);
        expect((section ? classed(section, 'only') : []).length).toBe(oneSided.length);
      }
    }
  });

  test('the work lists have the same tasks', async () => {
    for (const name of units) {
      const worklist = worklistOf(plan, { unit: name }, 0);
      if (worklist.kind !== 'worklist') throw new Error(worklist.message);
      const listed = (relation: string) =>
        worklist.lists.filter((list) => list.relation === relation).flatMap(({ rows }) => rows.map(({ task }) => task));
      const { responsible, supporting, reached } = await sectionsOf(name);
      expect([name, responsible, supporting, reached]).toEqual([
        name,
        ...['responsible', 'supporting', 'through'].map(listed),
      ]);
    }
  });

  test('every link to a work list is taken by its route', async () => {
    const paths = [...units.map(unitPath), ...plan.actions.map(({ number }) => `${BASE}/actions/${number}`)];
    const links = new Set<string>();
    for (const path of paths)
      for (const { attributes } of tagged(await load(path), 'a'))
        if (attributes.href?.startsWith('/api/worklists')) links.add(attributes.href);
    expect(links.size).toBeGreaterThan(500);
    const light = [...links].filter((href, at) => !href.includes('xlsx') || at === 0);
    for (const href of light) expect([href, (await app.inject(href)).statusCode]).toEqual([href, 200]);
  });

  test('each entry has the targets of each year as the annex prints them', async () => {
    const { page } = await sectionsOf('市金融工作局');
    for (const entry of classed(page, 'entry')) {
      const task = plan.tasks.find(({ number }) => `${number}` === entry.attributes['data-task']);
      expect(tagged(entry, 'dt').map(textOf)).toEqual(task?.row.targets.map(({ year }) => `${year}年`));
      expect(tagged(entry, 'dd').map(textOf)).toEqual(task?.row.targets.map(({ text }) => text));
    }
  });

  test('the list counts what the pages show', async () => {
    const page = await load(`${BASE}/units`);
    for (const row of tagged(page, 'tr').filter((one) => tagged(one, 'td').length > 0)) {
      const name = tagged(row, 'th').map(textOf).join('');
      const { responsible, supporting, reached } = await sectionsOf(name);
      expect([name, ...tagged(row, 'td').map(textOf)]).toEqual(
        [name, responsible.length, supporting.length, reached.length].map(String),
      );
    }
  });
});

describe('actions, matrix, indicators', () => {
  test('an action has its goal, its tasks and their targets', async () => {
    for (const action of plan.actions) {
      const page = await load(`${BASE}/actions/${action.number}`);
      const goal = plan.clauses.find(({ id }) => id === action.goal)?.text ?? '';
      expect(textOf(page)).toContain(goal);
      const rows = tagged(page, 'tr').filter(({ attributes }) => attributes.id !== undefined);
      expect(rows.map(({ attributes }) => attributes.id)).toEqual(action.tasks.map((number) => `task-${number}`));
      rows.forEach((row, at) => {
        const task = plan.tasks.find(({ number }) => number === action.tasks[at]);
        const cells = tagged(row, 'td').map(textOf);
        expect(cells.slice(0, 3)).toEqual(task?.row.targets.map(({ text }) => text));
        expect(cells.slice(3, 5)).toEqual(
          [task?.body.responsible ?? [], task?.body.supporting ?? []].map((list) => meantBy(list).join('、')),
        );
      });
    }
  });

  test('each count of the matrix leads to the tasks that it counts', async () => {
    const page = await load(`${BASE}/matrix`);
    const links = tagged(page, 'a').filter(({ attributes }) =>
      /^(?:responsible|supporting)$/.test(attributes.class ?? ''),
    );
    const heads = new Map<string, string>();
    const idsOf = async (path: string) => {
      if ([...heads.keys()].some((key) => key.startsWith(`${path}#`))) return;
      for (const node of all(await load(path)))
        if (node.attributes.id !== undefined) heads.set(`${path}#${node.attributes.id}`, textOf(node));
    };
    expect(links.length).toBeGreaterThan(300);
    for (const link of links) {
      const { pathname, hash } = new URL(link.attributes.href ?? '', 'http://x');
      if (!pathname.startsWith(`${BASE}/units/`)) continue;
      await idsOf(pathname);
      const count = textOf(link).replace(/\D/g, '');
      expect([pathname, hash, heads.get(`${pathname}${hash}`)]).toEqual([
        ...[pathname, hash],
        expect.stringMatching(new RegExp(`(?<!\\d)${count} 项$`)),
      ]);
    }
  });

  test('the matrix adds up, by rows, by columns and with the plan', async () => {
    const page = await load(`${BASE}/matrix`);
    const count = (cell: Element, role: string) =>
      Number(
        classed(cell, role)
          .map((node) => textOf(node).replace(/\D/g, ''))
          .join('') || 0,
      );
    const rows = tagged(page, 'tr').filter((row) => tagged(row, 'td').length > 0);
    const foot = rows.at(-1);
    const body = rows.slice(0, -1);
    expect(body.length).toBe(38);
    for (const role of ['responsible', 'supporting'] as const) {
      const grid = body.map((row) => tagged(row, 'td').map((cell) => count(cell, role)));
      const sums = foot ? tagged(foot, 'td').map((cell) => count(cell, role)) : [];
      for (const cells of grid) expect(cells.at(-1)).toBe(cells.slice(0, -1).reduce((sum, value) => sum + value, 0));
      expect(sums).toEqual(sums.map((_, at) => grid.reduce((sum, cells) => sum + (cells[at] ?? 0), 0)));
      const pairs = plan.tasks.map(
        ({ body: text, row }) => new Set([...meantBy(text[role]), ...meantBy(row[role])]).size,
      );
      expect(sums.at(-1)).toBe(pairs.reduce((sum, value) => sum + value, 0));
      plan.actions.forEach(({ tasks }, at) => {
        expect(sums[at]).toBe(tasks.reduce((sum, number) => sum + (pairs[number - 1] ?? 0), 0));
      });
    }
  });

  test('an indicator is drawn and printed: figures as the plan has them, past and target told apart', async () => {
    const page = await load(`${BASE}/indicators`);
    const figures = classed(page, 'indicator-figure');
    expect(figures.length).toBe(plan.indicators.length);
    figures.forEach((figure, at) => {
      const { name, values } = plan.indicators[at] ?? { name: '', values: [] };
      const rows = tagged(figure, 'tr').map((row) => tagged(row, 'td').map(textOf));
      expect(tagged(figure, 'h2').map(textOf).join()).toContain(name);
      expect(rows[1]).toEqual(values.map(({ printed }) => printed));
      expect(rows[2]).toEqual(values.map(({ role }) => (role === 'past' ? '历史数' : '目标')));
      const [svg] = tagged(figure, 'svg');
      const drawn = svg ? tagged(svg, 'text').map(textOf) : [];
      for (const { year, printed } of values) expect(drawn).toEqual(expect.arrayContaining([`${year}`, printed]));
      const bars = svg ? tagged(svg, 'path').filter(({ attributes }) => attributes.stroke === 'var(--accent)') : [];
      expect(bars.map(({ attributes }) => 'stroke-dasharray' in attributes)).toEqual(
        values.map(({ role }) => role === 'target'),
      );
      expect(bars.map(({ attributes }) => attributes.fill === 'none')).toEqual(
        values.map(({ role }) => role === 'target'),
      );
    });
  });
});
