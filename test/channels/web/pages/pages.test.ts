import { createHash } from 'node:crypto';
import { brotliCompressSync, brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { assetHref } from '../../../../src/channels/web/assets.ts';
import { ask } from '../../../helper.ts';
import { POLICY } from '../policy.ts';
import { app, BASE, load, MOST_OF_HEAD, PAGES, plan, tagged, unitPath, units } from './loaded.ts';
import { all, classed, type Element, readHtml, textOf } from './read-html.ts';

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
  });
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
