import { describe, expect, test } from 'vitest';
import { html, joined, textOf, trusted } from '../../../src/channels/web/html.ts';

describe('the template of pages', () => {
  test('escapes every text, in words and in attributes', () => {
    const hostile = `"><script>alert('1')</script>&`;
    const safe = '&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;';
    expect(textOf(html`<a title="${hostile}">${hostile}</a>`)).toBe(`<a title="${safe}">${safe}</a>`);
  });

  test('leaves its own markup, joins lists, prints nothing for nothing and 0 for 0', () => {
    const item = html`<b>${1}</b>`;
    expect(textOf(html`${[item, [item]]}|${undefined}${false}|${0}|${''}`)).toBe('<b>1</b><b>1</b>||0|');
    expect(textOf(html`${joined(['a', '<', item], '、')}`)).toBe('a、&lt;、<b>1</b>');
  });

  test('what looks like markup from outside is text', () => {
    const forged = JSON.parse('{"markup":"<script>","html":"<script>"}');
    expect(textOf(html`${forged}`)).not.toContain('<script>');
    expect(textOf(html`${trusted('<svg></svg>')}`)).toBe('<svg></svg>');
  });
});
