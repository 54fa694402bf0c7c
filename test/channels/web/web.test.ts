import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { escapeHtml } from '../../../src/channels/web/html.ts';
import { fillPage } from '../../../src/channels/web/web.ts';
import { appWithPage } from './served.ts';

const PAGE = {
  planTitle: '某计划<2020—2022年>',
  planNumber: '某发〔2020〕9号 & "附件"',
  examples: ['谁负责？', "<b>'$&'</b>"],
};
const STYLES = ['base.css', 'page.css'];
const SCRIPTS = ['page.js', 'card.js', 'feedback.js', 'client.js', 'clipboard.js', 'words.js'];
const ASSETS = [...STYLES, ...SCRIPTS, 'icon.svg'];
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
    expect(`${headers['content-security-policy']}`.split('; ')).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "connect-src 'self'",
        "img-src 'self' data:",
        "base-uri 'none'",
        "frame-ancestors 'none'",
      ]),
    );
    expect(headers['content-security-policy']).not.toContain('unsafe');
  });

  test('names the plan and the examples, escaped', async () => {
    const { body } = await app.inject('/');
    expect(body).toContain('<p class="plan-title">某计划&lt;2020—2022年&gt;</p>');
    expect(body).toContain('<p class="plan-number">某发〔2020〕9号 &amp; &quot;附件&quot;</p>');
    expect(body).toContain('<li><button type="button">谁负责？</button></li>');
    expect(body).toContain('<button type="button">&lt;b&gt;&#39;$&amp;&#39;&lt;/b&gt;</button>');
    expect(body).not.toMatch(/\{\{|<b>/);
  });

  test('has no inline script, style or handler, and loads nothing from another host', async () => {
    const { body } = await app.inject('/');
    expect(body).not.toMatch(/<script(?![^>]* src="\/assets\/)|<style|\sstyle=|\son\w+=|https?:\/\//);
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
  test.each(ASSETS)('%s has its type, a tag and the policy', async (name) => {
    const { statusCode, headers, body } = await app.inject(`/assets/${name}`);
    expect([statusCode, headers['content-type']]).toEqual([
      200,
      expect.stringMatching(/^(?:text\/(?:css|javascript); charset=utf-8|image\/svg\+xml)$/),
    ]);
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', etag: expect.stringMatching(/^"[\w-]+"$/) });
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(body.length).toBeGreaterThan(100);
  });

  test('are all the files that the folder holds beside the page', () => {
    const files = readdirSync(FOLDER).filter((name) => /\.(?!ts$|html$)/.test(name));
    expect([...ASSETS].sort()).toEqual(files.sort());
  });

  test.each([
    '/assets/nothing.js',
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

describe('filling the template', () => {
  test('escapes what HTML could read as its own', () => {
    expect(escapeHtml(`<a href="x" title='y'>&`)).toBe('&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;');
  });

  test('leaves no mark of the template, and does not fill in what was filled in', () => {
    const filled = fillPage('{{planTitle}}|{{planNumber}}|{{other}}', { ...PAGE, planTitle: '{{planNumber}}$1' });
    expect(filled).toBe('{{planNumber}}$1|某发〔2020〕9号 &amp; &quot;附件&quot;|');
  });
});
