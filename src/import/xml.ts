import { XMLParser } from 'fast-xml-parser';
import { CodedError } from '../errors.ts';
import { LIMITS } from './limits.ts';

/** An XML element without its name space, or a piece of text (name `#text`). */
export interface XmlNode {
  readonly name: string;
  readonly text: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
}

type Raw = Readonly<Record<string, unknown>>;

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  removeNSPrefix: true,
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: false,
});

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const ENTITY = /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi;

const charOf = (code: number): string => (code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '');

/** The five entities of XML and character numbers; there are no others without a document type, which is refused. */
const withoutEntities = (text: string): string =>
  text.replace(ENTITY, (_, ...[hex, decimal, named]: readonly (string | undefined)[]) =>
    named ? (NAMED[named.toLowerCase()] ?? '') : charOf(hex ? Number.parseInt(hex, 16) : Number(decimal)),
  );

const nodesOf = (raw: readonly Raw[]): readonly XmlNode[] =>
  raw.flatMap((one): readonly XmlNode[] => {
    if (typeof one['#text'] === 'string') {
      return [{ name: '#text', text: withoutEntities(one['#text']), attributes: {}, children: [] }];
    }
    const name = Object.keys(one).find((key) => key !== ':@');
    if (name === undefined || name.startsWith('?')) return [];
    const attributes = Object.fromEntries(
      Object.entries((one[':@'] ?? {}) as Record<string, string>).map(([key, value]) => [key, withoutEntities(value)]),
    );
    return [{ name, text: '', attributes, children: nodesOf(one[name] as readonly Raw[]) }];
  });

/** Returns the root element of an XML file; one with a document type of its own is refused. */
export const readXml = (bytes: Uint8Array): XmlNode => {
  if (bytes.length > LIMITS.xmlBytes) throw new CodedError('import_too_large', '正文的 XML 过大。');
  const text = new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-8').decode(bytes);
  if (/<!DOCTYPE/i.test(text)) throw new CodedError('import_broken', '文件里有不该有的文档类型声明。');
  try {
    const root = nodesOf(parser.parse(text) as readonly Raw[]).find(({ name }) => name !== '#text');
    if (root) return root;
  } catch {
    // said below
  }
  throw new CodedError('import_broken', 'XML 结构已损坏。');
};

/** The first child of a name. */
export const child = (node: XmlNode | undefined, name: string): XmlNode | undefined =>
  node?.children.find((one) => one.name === name);

/** All children of a name. */
export const childrenOf = (node: XmlNode | undefined, name: string): readonly XmlNode[] =>
  node?.children.filter((one) => one.name === name) ?? [];

/** `<w:numId w:val="3"/>` under a node → `3`. */
export const valOf = (node: XmlNode | undefined, name: string): string | undefined => child(node, name)?.attributes.val;
