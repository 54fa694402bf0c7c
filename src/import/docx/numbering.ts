import { child, childrenOf, valOf, type XmlNode } from '../xml.ts';
import { formatNumber } from './number-formats.ts';
import type { NumberRef, Styles } from './styles.ts';

interface Level {
  readonly start: number;
  readonly format: string;
  readonly text: string;
  readonly restart: number | undefined;
  readonly legal: boolean;
  readonly style: string | undefined;
  readonly space: boolean;
}

interface List {
  readonly abstract: string;
  readonly levels: ReadonlyMap<number, Level>;
  readonly starts: ReadonlyMap<number, number>;
}

/** Returns the number that stands before a paragraph of a list; empty where it prints none. Counts with each call. */
export type NextNumber = (reference: NumberRef) => string;

const DEEPEST = 8;
const PLACEHOLDER = /%([1-9])/g;
const PRIVATE_USE = /\p{Co}/gu;
/** Bullets of the symbol fonts, where Word stores a character of private use. */
const BULLET = '•';
const ENDS_PLAIN = /[\p{L}\p{N}]$/u;
const HAN_END = /\p{Script=Han}$/u;

const numberOr = (text: string | undefined, other: number): number => {
  const number = Number(text);
  return text === undefined || !Number.isInteger(number) ? other : number;
};

const on = (node: XmlNode | undefined): boolean =>
  node !== undefined && !['0', 'false', 'off'].includes(node.attributes.val ?? '1');

const readLevel = (node: XmlNode): Level => {
  const restart = valOf(node, 'lvlRestart');
  return {
    start: numberOr(valOf(node, 'start'), 0),
    format: valOf(node, 'numFmt') ?? 'decimal',
    text: valOf(node, 'lvlText') ?? '',
    restart: restart === undefined ? undefined : numberOr(restart, 0),
    legal: on(child(node, 'isLgl')),
    style: valOf(node, 'pStyle'),
    space: valOf(node, 'suff') === 'space',
  };
};

const readLevels = (node: XmlNode | undefined): ReadonlyMap<number, Level> =>
  new Map(childrenOf(node, 'lvl').map((level) => [numberOr(level.attributes.ilvl, 0), readLevel(level)]));

/** An abstract list may refer to a list style, whose numbering refers to the list that has the levels. */
const resolveAbstract = (root: XmlNode, id: string, styles: Styles): XmlNode | undefined => {
  const byId = (wanted: string) =>
    childrenOf(root, 'abstractNum').find(({ attributes }) => attributes.abstractNumId === wanted);
  const abstract = byId(id);
  const link = valOf(abstract, 'numStyleLink');
  const list = link === undefined ? undefined : styles.numbering(link)?.list;
  const num = childrenOf(root, 'num').find(({ attributes }) => list !== undefined && attributes.numId === list);
  return byId(valOf(num, 'abstractNumId') ?? id) ?? abstract;
};

const readList = (root: XmlNode, num: XmlNode, styles: Styles): List => {
  const abstract = resolveAbstract(root, valOf(num, 'abstractNumId') ?? '', styles);
  const levels = new Map(readLevels(abstract));
  const starts = new Map<number, number>();
  for (const override of childrenOf(num, 'lvlOverride')) {
    const depth = numberOr(override.attributes.ilvl, 0);
    const own = child(override, 'lvl');
    if (own) levels.set(depth, readLevel(own));
    const start = valOf(override, 'startOverride');
    if (start !== undefined) starts.set(depth, numberOr(start, 1));
  }
  return { abstract: abstract?.attributes.abstractNumId ?? '', levels, starts };
};

const write = (levels: List['levels'], depth: number, counts: readonly (number | undefined)[]): string => {
  const level = levels.get(depth);
  if (!level) return '';
  if (level.format === 'bullet') return level.text.replace(PRIVATE_USE, BULLET);
  const text = level.text.replace(PLACEHOLDER, (_, place: string) => {
    const at = Number(place) - 1;
    const shown = levels.get(at);
    return formatNumber(level.legal ? 'decimal' : (shown?.format ?? 'decimal'), counts[at] ?? shown?.start ?? 1);
  });
  const apart = text !== '' && (level.space || ENDS_PLAIN.test(text)) && !HAN_END.test(text);
  return apart ? `${text} ` : text;
};

/** A level's counter begins again after any higher level, or after one that `lvlRestart` names, or (0) never. */
const restarts = (level: Level | undefined, own: number, used: number): boolean =>
  level?.restart === undefined ? used < own : level.restart !== 0 && used < level.restart;

/**
 * Rebuilds automatic numbers from `numbering.xml`: lists that share an abstract list count on together; a start
 * override begins anew with the first paragraph of its list; a level begins anew under each higher one.
 */
export const numberWriter = (root: XmlNode | undefined, styles: Styles): NextNumber => {
  const lists = new Map<string, List>();
  for (const num of childrenOf(root, 'num')) {
    if (root) lists.set(num.attributes.numId ?? '', readList(root, num, styles));
  }
  const counters = new Map<string, (number | undefined)[]>();
  const begun = new Set<string>();

  return ({ list: id, level: stated, style }) => {
    const list = lists.get(id);
    if (!list) return '';
    const linked = [...list.levels].find(([, level]) => style !== undefined && level.style === style)?.[0];
    const depth = Math.min(stated ?? linked ?? 0, DEEPEST);
    const counts = counters.get(list.abstract) ?? [];
    counters.set(list.abstract, counts);
    if (!begun.has(id)) {
      begun.add(id);
      for (const [at, start] of list.starts) counts[at] = start - 1;
    }
    const before = counts[depth];
    counts[depth] = before === undefined ? (list.starts.get(depth) ?? list.levels.get(depth)?.start ?? 1) : before + 1;
    for (let at = depth + 1; at <= DEEPEST; at++) {
      if (restarts(list.levels.get(at), at, depth)) counts[at] = undefined;
    }
    return write(list.levels, depth, counts);
  };
};
