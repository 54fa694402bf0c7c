/**
 * JSON that people edit by hand, read with its lines: whoever broke a file is told where.
 */
export type JsonRead =
  | { readonly status: 'read'; readonly value: unknown; readonly lineOf: (path: readonly PropertyKey[]) => number }
  | { readonly status: 'broken'; readonly line: number; readonly reason: string };

/** A value's first line, from 1, and those of what it holds. */
interface Place {
  readonly line: number;
  readonly parts: ReadonlyMap<string, Place>;
}

const SPACE = /[ \t\r\n]*/y;
const STRING = /"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy;
const PLAIN = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
/** Deeper than any file of ours. */
const DEEPEST = 20;
const NO_PARTS: ReadonlyMap<string, Place> = new Map();

class Broken extends Error {
  readonly at: number;
  constructor(at: number, reason: string) {
    super(reason);
    this.at = at;
  }
}

/** Walks the text once; throws where it is no JSON. */
const createWalk = (text: string) => {
  let at = 0;
  let [line, counted] = [1, 0];
  const lineAt = (to: number): number => {
    for (; counted < to; counted += 1) if (text[counted] === '\n') line += 1;
    return line;
  };
  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) at += found.length;
    return found;
  };
  const skip = (): string => {
    match(SPACE);
    return text[at] ?? '';
  };
  const fail = (wanted: string): never => {
    const found = text[at];
    throw new Broken(at, found === undefined ? `文件没有写完，这里应有${wanted}` : `这里应有${wanted}，却是“${found}”`);
  };
  const take = (sign: string, wanted: string): void => {
    if (skip() !== sign) fail(wanted);
    at += 1;
  };
  const key = (known: ReadonlyMap<string, Place>): string => {
    skip();
    const from = at;
    const name: string = JSON.parse(match(STRING) ?? fail('双引号括起的字段名'));
    if (known.has(name)) throw new Broken(from, `字段“${name}”写了两次`);
    take(':', '冒号');
    return name;
  };
  /** What stands between brackets, one part after another. */
  const parts = (close: string, one: (known: Map<string, Place>) => void): ReadonlyMap<string, Place> => {
    const known = new Map<string, Place>();
    at += 1;
    if (skip() !== close)
      for (;;) {
        one(known);
        if (skip() !== ',') break;
        at += 1;
      }
    take(close, `逗号或“${close}”`);
    return known;
  };
  const value = (depth: number): Place => {
    const sign = skip();
    const start = lineAt(at);
    if (depth > DEEPEST) throw new Broken(at, '层次太多');
    if (sign === '{') return { line: start, parts: parts('}', (known) => known.set(key(known), value(depth + 1))) };
    if (sign === '[')
      return { line: start, parts: parts(']', (known) => known.set(`${known.size}`, value(depth + 1))) };
    if (match(sign === '"' ? STRING : PLAIN) === undefined) {
      if (sign === '"') throw new Broken(at, '引号没有收尾，或其中有换行、控制字符');
      fail('一个值');
    }
    return { line: start, parts: NO_PARTS };
  };
  const whole = (): Place => {
    const place = value(0);
    if (skip() !== '') fail('文件的结尾');
    return place;
  };
  return whole;
};

const lineOfOffset = (text: string, at: number): number => text.slice(0, at).split('\n').length;

/** The line of the nearest thing that the path leads to. */
const lineIn = (place: Place, [step, ...rest]: readonly PropertyKey[]): number => {
  const part = step === undefined ? undefined : place.parts.get(String(step));
  return part ? lineIn(part, rest) : place.line;
};

/** Reads JSON; `lineOf` tells on which line the thing at a path stands. A key that is written twice is refused. */
export const readJson = (text: string): JsonRead => {
  const plain = text.replace(/^\ufeff/, '');
  try {
    const place = createWalk(plain)();
    return { status: 'read', value: JSON.parse(plain), lineOf: (path) => lineIn(place, path) };
  } catch (error) {
    if (!(error instanceof Broken)) throw error;
    return { status: 'broken', line: lineOfOffset(plain, error.at), reason: error.message };
  }
};
