import { XMLParser } from 'fast-xml-parser';

/** Characters of a body; a question may have 10,000, and is encrypted and in base64 outside. */
const LONGEST = 200_000;
/** Elements within each other; a card's selected options are the deepest. */
const DEEPEST = 8;

const CDATA = { open: '<![CDATA[', close: ']]>' };
/** DOCTYPE, ENTITY, comments: nothing that the platform sends, once CDATA is out of the way. */
const DECLARATION = /<!/;
/** Names that would reach into JavaScript's own objects. */
const RESERVED = /<\/?\s*(?:__proto__|constructor|prototype)\b/;

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
/** An `&` that begins no entity is meant as it stands. */
const BARE_AMPERSAND = /&(?!#?\w{1,10};)/g;
const ENTITY = /&(?:#x([\da-fA-F]{1,6})|#(\d{1,7})|(lt|gt|amp|quot|apos));/g;

const parser = new XMLParser({
  ignoreAttributes: true,
  parseTagValue: false, // a MsgId of 64 bits would lose its last digits as a number
  processEntities: false,
  trimValues: true,
  maxNestedTags: DEEPEST,
});

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** CDATA sections as plain text. One pass: a pattern would go back over unclosed ones again and again. */
const withoutCdata = (text: string): string => {
  const { open, close } = CDATA;
  let plain = '';
  let at = 0;
  for (;;) {
    const from = text.indexOf(open, at);
    const to = from < 0 ? -1 : text.indexOf(close, from);
    if (to < 0) return plain + text.slice(at);
    plain += text.slice(at, from) + escaped(text.slice(from + open.length, to));
    at = to + close.length;
  }
};

/** Half a character and numbers beyond Unicode stay as they were written. */
const pointOf = (number: number): string | undefined =>
  number > 0x10ffff || (number >= 0xd800 && number <= 0xdfff) ? undefined : String.fromCodePoint(number);

const unescaped = (text: string): string =>
  text.replace(ENTITY, (whole, ...[hex, decimal, name]: readonly (string | undefined)[]) => {
    if (name !== undefined) return NAMED[name] ?? whole;
    return pointOf(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)) ?? whole;
  });

const allUnescaped = (node: unknown): unknown => {
  if (typeof node === 'string') return unescaped(node);
  if (Array.isArray(node)) return node.map(allUnescaped);
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(Object.entries(node).map(([name, value]) => [name, allUnescaped(value)]));
};

const parse = (text: string): unknown => {
  try {
    return parser.parse(text, true);
  } catch {
    return undefined;
  }
};

/**
 * What stands inside `<xml>` of a body of the platform: elements as properties, all values as text, none as numbers; an
 * element that stands twice is a list. Undefined when it is no such XML, or more than the platform ever sends.
 *
 * CDATA and plain text read alike: in plain text `&lt;` is `<`, in CDATA it stays `&lt;`. White space around a value goes
 * in both, white space within stays.
 */
export const readXml = (text: string): unknown => {
  if (text.length > LONGEST) return undefined;
  const plain = withoutCdata(text).replace(BARE_AMPERSAND, '&amp;');
  if (DECLARATION.test(plain) || RESERVED.test(plain)) return undefined;
  const top = parse(plain);
  if (typeof top !== 'object' || top === null || !Object.hasOwn(top, 'xml')) return undefined;
  return allUnescaped((top as { readonly xml: unknown }).xml);
};
