import { describe, expect, test } from 'vitest';
import { readXml } from '../../../../src/channels/wecom/app/xml.ts';
import { processorTime } from '../../../cpu.ts';
import { A2, B2 } from '../../../fixtures/wecom/vectors.ts';

describe('a body is read', () => {
  test('in CDATA', () => {
    expect(readXml(A2.plain)).toEqual({
      ToUserName: 'wx5823bf96d3bd56c7',
      FromUserName: 'mycreate',
      CreateTime: '1409659813',
      MsgType: 'text',
      Content: 'hello',
      MsgId: '4561255354251345929',
      AgentID: '218',
    });
  });

  test('in plain text', () => {
    expect(readXml(B2.plain)).toMatchObject({ FromUserName: 'ChenJiaShun', Content: '你好', MsgId: '1456453720' });
  });

  test('with a declaration before it', () => {
    expect(readXml('<?xml version="1.0" encoding="UTF-8"?>\n<xml><A>1</A></xml>\n')).toEqual({ A: '1' });
  });

  test('with elements within each other, as a card brings them', () => {
    const options = '<OptionIds><OptionId>a</OptionId><OptionId>b</OptionId></OptionIds>';
    expect(
      readXml(
        `<xml><SelectedItems><SelectedItem><QuestionKey>q</QuestionKey>${options}</SelectedItem></SelectedItems></xml>`,
      ),
    ).toEqual({ SelectedItems: { SelectedItem: { QuestionKey: 'q', OptionIds: { OptionId: ['a', 'b'] } } } });
  });
});

describe('values stay text', () => {
  test.each(['4561255354251345929', '007', '1e3', '0x10', '1.50', 'true', 'null', '+5'])('%s', (value) => {
    expect(readXml(`<xml><A>${value}</A><B><![CDATA[${value}]]></B></xml>`)).toEqual({ A: value, B: value });
  });

  test.each([
    ['<A>a &lt;b&gt; &amp; &quot;c&quot; &apos;d&apos;</A>', `a <b> & "c" 'd'`],
    ['<A>A&B & C</A>', 'A&B & C'],
    ['<A>&amp;lt;</A>', '&lt;'],
    ['<A>&#20320;&#x597d;&#128512;</A>', '你好😀'],
    ['<A>&#xd800; &#x110000; &nbsp; &LT; &;</A>', '&#xd800; &#x110000; &nbsp; &LT; &;'],
    ['<A><![CDATA[&lt;b&gt; &amp; <i>]]></A>', '&lt;b&gt; &amp; <i>'],
    ['<A><![CDATA[a]]]]><![CDATA[>b]]></A>', 'a]]>b'],
    ['<A>x<![CDATA[ <y> ]]>z</A>', 'x <y> z'],
    ['<A><![CDATA[<!DOCTYPE html><!-- x -->]]></A>', '<!DOCTYPE html><!-- x -->'],
    ['<A><![CDATA[a <![CDATA[ b]]></A>', 'a <![CDATA[ b'],
    ['<A>\n <![CDATA[  两  格\n下一行 \n]]> </A>', '两  格\n下一行'],
    ['<A><![CDATA[]]></A>', ''],
    ['<A/>', ''],
  ])('%s is %j', (body, value) => {
    expect(readXml(`<xml>${body}</xml>`)).toEqual({ A: value });
  });
});

describe('is refused without an exception', () => {
  test.each([
    '',
    ' ',
    'no XML',
    '{"xml":1}',
    '<xml>',
    '<xml><A></xml>',
    '<xml><A>1</B></xml>',
    '<xml><A>1</A></xml><xml><A>2</A></xml>',
    '<a><xml><A>1</A></xml></a>',
    '<XML><A>1</A></XML>',
    '<xml><A><![CDATA[never closed</A></xml>',
  ])('%j', (text) => {
    expect(readXml(text)).toBeUndefined();
  });

  test.each([
    '<!DOCTYPE xml [<!ENTITY a "b">]><xml><A>&a;</A></xml>',
    '<!DOCTYPE xml SYSTEM "file:///etc/passwd"><xml><A>1</A></xml>',
    '<xml><!ENTITY a "b"><A>1</A></xml>',
    '<xml><!-- comment --><A>1</A></xml>',
    '<xml><!-- <![CDATA[ --><!DOCTYPE a> ]]><A>1</A></xml>',
    '<xml><!doctype a><A>1</A></xml>',
  ])('a declaration: %s', (text) => {
    expect(readXml(text)).toBeUndefined();
  });

  test.each(['__proto__', 'constructor', 'prototype'])('an element named %s', (name) => {
    expect(readXml(`<xml><${name}><Encrypt>x</Encrypt></${name}></xml>`)).toBeUndefined();
    expect(readXml(`<${name}><xml>x</xml></${name}>`)).toBeUndefined();
    expect(({} as Record<string, unknown>).Encrypt).toBeUndefined();
  });

  test('a thousand levels, and a body larger than any message', () => {
    expect(readXml(`<xml>${'<a>'.repeat(1000)}${'</a>'.repeat(1000)}</xml>`)).toBeUndefined();
    expect(readXml(`<xml><A>${'a'.repeat(200_001)}</A></xml>`)).toBeUndefined();
  });

  test.each(['<![CDATA[', '<a>', '<', '<?a ', '<a b="', '&lt;', ']]>'])(
    'and fast, however often %s is repeated',
    async (piece) => {
      const text = `<xml>${piece.repeat(190_000 / piece.length)}`;
      expect(await processorTime(() => readXml(text))).toBeLessThan(1500);
    },
  );
});
