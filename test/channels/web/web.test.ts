import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { assetHref } from '../../../src/channels/web/assets.ts';
import { escapeHtml } from '../../../src/channels/web/html.ts';
import { fillPage } from '../../../src/channels/web/web.ts';
import { POLICY } from './policy.ts';
import { appWithPage } from './served.ts';

const PAGE = {
  planTitle: '某计划<2020—2022年>',
  planNumber: '某发〔2020〕9号 & "附件"',
  examples: ['谁负责？', "<b>'$&'</b>"],
};
const ASSETS = [
  ...['print.css', 'icon.svg'],
  ...[
    'page.js',
    'card.js',
    'answer-tree.js',
    'answer-parts.js',
    'feedback.js',
    'ahead.js',
    'client.js',
    'kept.js',
    'source.js',
    'clipboard.js',
    'words.js',
    'reading.js',
    'finding.js',
    'find.js',
  ],
];
/** They stand in the pages themselves. */
const STYLES = [
  ...['ground.css', 'base.css', 'page.css', 'feedback.css', 'source.css', 'box.css'],
  ...['reading.css', 'plan.css', 'units.css', 'figures.css', 'charts.css', 'print-figures.css'],
];
const FOLDER = new URL('../../../src/channels/web/', import.meta.url);

const app = await appWithPage(() => {
  throw new Error('no question is asked here');
}, PAGE);

describe('GET /', () => {
  test('is the page, with a strict policy', async () => {
    const { statusCode, headers } = await app.inject('/');
    expect(statusCode).toBe(200);
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-cache',
    });
    expect(`${headers['content-security-policy']}`.split('; ')).toEqual(POLICY);
    expect(headers['content-security-policy']).not.toContain('unsafe');
  });

  test('names the plan and the examples, escaped', async () => {
    const { body } = await app.inject('/');
    expect(body).toContain('<p class="plan-title">某计划&lt;<span class="whole-span">2020—2022年</span>&gt;</p>');
    expect(body).toContain('<p class="plan-number">某发〔2020〕9号 &amp; &quot;附件&quot;</p>');
    expect(body).toContain(`<li><a href="/answer?q=${encodeURIComponent('谁负责？')}">谁负责？</a></li>`);
    expect(body).toContain('>&lt;b&gt;&#39;$&amp;&#39;&lt;/b&gt;</a></li>');
    expect(body).not.toMatch(/\{\{|<b>/);
  });

  test('has no inline script, handler or style of an element, and loads nothing from another host', async () => {
    const { body } = await app.inject('/');
    expect(body).not.toMatch(/<script(?![^>]* src="\/assets\/)|\sstyle=|\son\w+=|https?:\/\//);
  });

  test('has a tag, by which an unchanged page costs no body', async () => {
    const { headers } = await app.inject('/');
    for (const tag of [`${headers.etag}`, `W/${headers.etag}`, `"other", ${headers.etag}`]) {
      const again = await app.inject({ url: '/', headers: { 'if-none-match': tag } });
      expect([tag, again.statusCode, again.body]).toEqual([tag, 304, '']);
    }
    expect((await app.inject({ url: '/', headers: { 'if-none-match': '"other"' } })).statusCode).toBe(200);
  });

  test('answers HEAD', async () => {
    const { statusCode, body } = await app.inject({ method: 'HEAD', url: '/' });
    expect([statusCode, body]).toEqual([200, '']);
  });
});

describe('assets', () => {
  test.each(ASSETS)('%s has its type and the policy, and is kept for good', async (name) => {
    const { statusCode, headers, body } = await app.inject(assetHref(name));
    expect([statusCode, headers['content-type']]).toEqual([
      200,
      expect.stringMatching(/^(?:text\/(?:css|javascript); charset=utf-8|image\/svg\+xml)$/),
    ]);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      etag: expect.stringMatching(/^"[\w-]+"$/),
      'cache-control': 'public, max-age=31536000, immutable',
    });
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(body.length).toBeGreaterThan(100);
  });

  test('are all the files that the folders hold beside the pages', () => {
    const files = [FOLDER, new URL('pages/', FOLDER)].flatMap((folder) => readdirSync(folder));
    expect([...ASSETS, ...STYLES, 'favicon.ico'].sort()).toEqual(
      files.filter((name) => /\.(?!ts$|d\.ts$|html$)/.test(name)).sort(),
    );
  });

  test('are named on the page by the address that changes with them, and those that the next page needs', async () => {
    const { body } = await app.inject('/');
    const named = [...body.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, url = '']) => url);
    const later = /name="next-page" content="([^"]+)"/.exec(body)?.[1]?.split(' ') ?? [];
    const next = ['reading.js', 'finding.js', 'find.js'];
    expect(later.sort()).toEqual(next.map(assetHref).sort());
    const own = ['print.css', 'icon.svg', 'page.js'];
    expect(named.sort()).toEqual(own.map(assetHref).sort());
    expect(assetHref('page.js')).toMatch(/^\/assets\/[\w-]{12}\/page\.js$/);
  });

  test('/favicon.ico is an icon', async () => {
    const { statusCode, headers, rawPayload } = await app.inject('/favicon.ico');
    expect([statusCode, headers['content-type']]).toEqual([200, 'image/vnd.microsoft.icon']);
    expect([...rawPayload.subarray(0, 4)]).toEqual([0, 0, 1, 0]);
  });

  test.each([
    '/assets/page.js',
    '/assets/nothing/page.js',
    '/assets/',
    '/assets/web.ts',
    '/assets/page.html',
    '/assets/..%2fweb.ts',
    '/assets/%2e%2e/web.ts',
    '/page.html',
  ])('%s is not there', async (url) => {
    const { statusCode, body } = await app.inject(url);
    expect(statusCode).toBe(404);
    expect(body).not.toContain('import');
  });
});

describe('an address where nothing is', () => {
  const html = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

  test('is a page for a browser, that repeats nothing of the address', async () => {
    for (const method of ['GET', 'HEAD'] as const) {
      const { statusCode, headers, body } = await app.inject({ method, url: '/wrong<b>?q=1', headers: html });
      expect([statusCode, headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
      expect(headers['content-security-policy']).toContain("default-src 'none'");
      expect(body).not.toContain('wrong');
      if (method === 'GET') expect(body).toContain('<h1>没有这一页</h1>');
    }
  });

  test('is a coded refusal for a program, and for what is sent to it', async () => {
    for (const [method, headers] of [
      ['GET', { accept: '*/*' }],
      ['GET', {}],
      ['POST', html],
    ] as const) {
      const response = await app.inject({ method, url: '/wrong', headers });
      expect([response.statusCode, response.json().error.code]).toEqual([404, 'not_found']);
    }
  });
});

describe('filling the template', () => {
  test('escapes what HTML could read as its own', () => {
    expect(escapeHtml(`<a href="x" title='y'>&`)).toBe('&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;');
  });

  test('leaves no mark of the template, and does not fill in what was filled in', () => {
    const filled = fillPage('{{planTitle}}|{{planNumber}}|{{other}}', { ...PAGE, planTitle: '{{planNumber}}$1' });
    expect(filled).toBe('{{planNumber}}$1|某发〔2020〕9号 &amp; &quot;附件&quot;|');
  });
});
