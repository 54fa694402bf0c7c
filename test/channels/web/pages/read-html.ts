/** A page as its elements; strict, so that a page which is not well formed fails its test. */
export interface Element {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Element | string)[];
}

interface Open {
  tag: string;
  attributes: Record<string, string>;
  children: (Element | string)[];
}

const VOID = ['meta', 'link', 'input', 'br', 'hr', 'img', 'option'];
const TOKEN = /<!doctype html>|<\/([a-z][\w-]*)>|<([a-z][\w-]*)((?:\s+[\w:-]+(?:="[^"<]*")?)*)\s*(\/?)>|([^<]+)/giy;
const ATTRIBUTE = /([\w:-]+)(?:="([^"]*)")?/g;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

const decode = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name] ?? '');

const attributesIn = (text: string): Record<string, string> => {
  const found: Record<string, string> = {};
  for (const [, name = '', value = ''] of text.matchAll(ATTRIBUTE)) {
    if (name in found) throw new Error(`${name} twice`);
    found[name] = decode(value);
  }
  return found;
};

/** Reads a page. @throws Error where a tag is not closed, or where something is no markup and no text. */
export const readHtml = (page: string): Element => {
  const root: Open = { tag: '#root', attributes: {}, children: [] };
  const open: Open[] = [root];
  TOKEN.lastIndex = 0;
  for (let at = 0; at < page.length; at = TOKEN.lastIndex) {
    const token = TOKEN.exec(page);
    if (!token) throw new Error(`no markup at ${page.slice(at, at + 60)}`);
    const [, closes, opens, attributes = '', selfClosed, text] = token;
    const top = open.at(-1);
    if (text !== undefined) top?.children.push(decode(text));
    if (opens !== undefined) {
      const element: Open = { tag: opens, attributes: attributesIn(attributes), children: [] };
      top?.children.push(element);
      if (!VOID.includes(opens) && selfClosed === '') open.push(element);
    }
    if (closes !== undefined && !VOID.includes(closes) && open.pop()?.tag !== closes)
      throw new Error(`</${closes}> closes nothing at ${page.slice(at - 60, at + 20)}`);
  }
  if (open.length !== 1) throw new Error(`${open.at(-1)?.tag} is not closed`);
  return root;
};

/** Every element under one, in document order. */
export const all = (element: Element): readonly Element[] =>
  element.children.flatMap((child) => (typeof child === 'string' ? [] : [child, ...all(child)]));

export const classed = (element: Element, name: string): readonly Element[] =>
  all(element).filter(({ attributes }) => attributes.class?.split(' ').includes(name));

export const textOf = (element: Element): string =>
  element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
