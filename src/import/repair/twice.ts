import { type Block, type ImportedDocument, noteOf } from '../document.ts';

const PROBE = 40;
/** Enough places to meet a piece of `LEAST_SHARE` several times over, however long the text. */
const PROBES = 100;
const LEAST_STEP = 97;
/** A body that stands twice is most of the file. */
const LEAST_SHARE = 0.3;
const LEAST_LENGTH = 300;
const WHITE = /\s/;

interface Repeat {
  /** Where the second copy begins, white space not counted, and how long it is. */
  readonly from: number;
  readonly length: number;
}

const squeezed = (block: Block): string =>
  (block.kind === 'paragraph' ? block.text : block.rows.flat().join('')).replace(/\s+/g, '');

const extend = (text: string, at: number, again: number): Repeat => {
  const apart = again - at;
  let from = again;
  while (from - apart > 0 && from > apart && text[from - 1] === text[from - 1 - apart]) from--;
  let to = again;
  while (to < text.length && text[to] === text[to - apart]) to++;
  return { from, length: Math.min(to - from, apart) };
};

/** Returns the longest piece that stands a second time. */
const findRepeat = (text: string): Repeat | undefined => {
  const step = Math.max(LEAST_STEP, Math.floor(text.length / PROBES));
  for (let at = 0; at + PROBE < text.length / 2; at += step) {
    const again = text.indexOf(text.slice(at, at + PROBE), at + LEAST_LENGTH);
    if (again < 0) continue;
    const repeat = extend(text, at, again);
    if (repeat.length >= LEAST_LENGTH && repeat.length >= text.length * LEAST_SHARE) return repeat;
  }
  return undefined;
};

/** The part of a text outside a range that counts no white space. */
const outside = (text: string, from: number, to: number): string => {
  let at = 0;
  return [...text]
    .filter((char) => {
      if (WHITE.test(char)) return at <= from || at >= to;
      const kept = at < from || at >= to;
      at += char.length;
      return kept;
    })
    .join('');
};

const remove = (blocks: readonly Block[], { from, length }: Repeat): readonly Block[] => {
  let at = 0;
  return blocks.flatMap((block): readonly Block[] => {
    const size = squeezed(block).length;
    const [start, end] = [from - at, from + length - at];
    at += size;
    if (end <= 0 || start >= size) return [block];
    if (start <= 0 && end >= size) return [];
    if (block.kind === 'table') return [block];
    const text = outside(block.text, start, end).trim();
    return text === '' ? [] : [{ kind: 'paragraph', text }];
  });
};

/** A body that stands twice is taken once, and that is said. */
export const takeOnce = (document: ImportedDocument): ImportedDocument => {
  const repeat = findRepeat(document.blocks.map(squeezed).join(''));
  if (!repeat) return document;
  const note = noteOf('stored_twice', 1, `正文在文件里出现两遍，只取一遍（去掉 ${repeat.length} 字）`);
  return Object.assign({}, document, {
    blocks: remove(document.blocks, repeat),
    repairs: [...document.repairs, ...note],
  });
};
