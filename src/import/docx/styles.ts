import { child, childrenOf, valOf, type XmlNode } from '../xml.ts';

/** Which list a paragraph belongs to. */
export interface NumberRef {
  readonly list: string;
  /** Undefined where only the style says it: the list's level that names the style. */
  readonly level: number | undefined;
  readonly style: string | undefined;
}

/** What the importer asks of `styles.xml`. */
export interface Styles {
  /** The numbering that a style brings, its own or inherited. */
  readonly numbering: (style: string) => NumberRef | undefined;
  /** The name that Word shows: `toc 1`, `heading 2`. */
  readonly name: (style: string) => string;
  /** The style of paragraphs that name none. */
  readonly standard: string | undefined;
}

/** Styles may be based on one another; longer chains are broken files. */
const LONGEST_CHAIN = 30;
/** `numId` 0 takes a paragraph out of its style's list. */
const NO_LIST = '0';

/** The `numPr` of a paragraph's or style's properties. */
export const numPrOf = (properties: XmlNode | undefined): { list?: string; level?: number } => {
  const numPr = child(properties, 'numPr');
  const list = valOf(numPr, 'numId');
  const level = valOf(numPr, 'ilvl');
  return Object.assign({}, list === undefined ? {} : { list }, level === undefined ? {} : { level: Number(level) });
};

/** Reads `styles.xml`; without it there are no styles. */
export const readStyles = (root: XmlNode | undefined): Styles => {
  const styles = new Map(childrenOf(root, 'style').map((style) => [style.attributes.styleId ?? '', style]));
  const numbering = (id: string): NumberRef | undefined => {
    let at: string | undefined = id;
    let level: number | undefined;
    for (let steps = 0; at !== undefined && steps < LONGEST_CHAIN; steps++) {
      const style: XmlNode | undefined = styles.get(at);
      const own = numPrOf(child(style, 'pPr'));
      level ??= own.level;
      if (own.list === NO_LIST) return undefined;
      if (own.list !== undefined) return { list: own.list, level, style: at };
      at = valOf(style, 'basedOn');
    }
    return undefined;
  };
  const standard = [...styles].find(
    ([, { attributes }]) => attributes.type === 'paragraph' && attributes.default === '1',
  );
  return { numbering, name: (id) => valOf(styles.get(id), 'name')?.toLowerCase() ?? '', standard: standard?.[0] };
};

/** Returns the list of a paragraph: what it says itself, then what its style says. */
export const numberRefOf = (properties: XmlNode | undefined, styles: Styles): NumberRef | undefined => {
  const own = numPrOf(properties);
  if (own.list === NO_LIST) return undefined;
  const style = valOf(properties, 'pStyle') ?? styles.standard;
  const inherited = style === undefined ? undefined : styles.numbering(style);
  if (own.list !== undefined) return { list: own.list, level: own.level ?? inherited?.level ?? 0, style };
  return inherited && { list: inherited.list, level: own.level ?? inherited.level, style: inherited.style };
};
