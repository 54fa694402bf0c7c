import { soundsOf } from '../sound.ts';
import { canonical } from '../text.ts';
import type { Meaning } from './candidate.ts';

/** What a name of the plan names. */
export type Named = Extract<
  Meaning,
  { readonly kind: 'unit' | 'units' | 'indicator' | 'action' | 'task' | 'clause' | 'term' | 'words' }
>;

/** A name and what it names; `sounds` says that a misspelling with the same sound may be meant too. */
export interface Name<T> {
  readonly name: string;
  readonly means: T;
  readonly sounds: boolean;
}

export interface FoundName<T> {
  readonly means: T;
  readonly span: readonly [number, number];
  readonly text: string;
  readonly how: 'name' | 'sound';
}

const LATIN = /[a-z0-9]/;
/** Of a misspelt name, at least this share of the characters must stand as they should. */
const ALIKE = 0.5;
/** A name of so many characters, but for its last, is no chance. */
const SURE_LENGTH = 4;
/** To be read over a shorter name that stands in it as written, so much. */
const MUCH_ALIKE = 0.75;
const SHORTEST_BY_SOUND = 3;
/** A longer text is noise around a question: names are still read exactly, sounds no longer. */
const LONGEST_BY_SOUND = 400;

const wordBoundary = (text: string, from: number, to: number): boolean =>
  !(LATIN.test(text[from] ?? '') && LATIN.test(text[from - 1] ?? '')) &&
  !(LATIN.test(text[to - 1] ?? '') && LATIN.test(text[to] ?? ''));

/** Words of asking and numerals are never a misspelling: 是人社局 is not 市人社局, 机构数两百家 is no 机构数量. */
const OF_ASKING = /[是在有的和与由归让把被给就都也还哪谁几零一二两三四五六七八九十百千万亿]/;

const alike = (a: string, b: string): number => {
  const [x, y] = [[...a], [...b]];
  const edges = [0, y.length - 1];
  if (edges.some((at) => y[at] !== x[at] && OF_ASKING.test(y[at] ?? ''))) return 0;
  return x.filter((char, at) => char === y[at]).length / Math.max(x.length, 1);
};

/** The sizes of keys by how they begin, longest first. */
const sizesBy = (
  keys: Iterable<string>,
  of: (key: string) => readonly [head: string, size: number],
): ReadonlyMap<string, readonly number[]> => {
  const found = new Map<string, Set<number>>();
  for (const key of keys) {
    const [head, size] = of(key);
    const sizes = found.get(head);
    if (sizes) sizes.add(size);
    else found.set(head, new Set([size]));
  }
  return new Map([...found].map(([head, sizes]) => [head, [...sizes].sort((a, b) => b - a)]));
};

/** Names by how they are written, and by how they sound. */
interface Index<T> {
  readonly exact: ReadonlyMap<string, T>;
  readonly bySound: ReadonlyMap<string, readonly { readonly name: string; readonly means: T }[]>;
}

const indexOf = <T>(names: readonly Name<T>[]): Index<T> => {
  const exact = new Map<string, T>();
  const bySound = new Map<string, { name: string; means: T }[]>();
  for (const { name, means, sounds } of names) {
    const key = canonical(name).length > 0 ? name.normalize('NFKC').toLowerCase() : '';
    if (key === '' || exact.has(key)) continue;
    exact.set(key, means);
    if (!sounds || [...key].length < SHORTEST_BY_SOUND) continue;
    const sound = soundsOf(key).join(' ');
    bySound.set(sound, [...(bySound.get(sound) ?? []), { name: key, means }]);
  }
  return { exact, bySound };
};

/** Returns the reader of names as they are written. */
const createExact = <T>({ exact }: Index<T>) => {
  const starts = sizesBy(exact.keys(), (key) => [key.slice(0, 2), key.length]);

  return (text: string): FoundName<T>[] => {
    const found: FoundName<T>[] = [];
    for (let at = 0; at < text.length; at += 1) {
      for (const size of starts.get(text.slice(at, at + 2)) ?? []) {
        const piece = text.slice(at, at + size);
        const means = exact.get(piece);
        if (means === undefined || !wordBoundary(text, at, at + size)) continue;
        found.push({ means, span: [at, at + size], text: piece, how: 'name' });
        at += size - 1;
        break;
      }
    }
    return found;
  };
};

/** What is read already: whether a name by its sound may be read over it, and is like what stands there. */
const besideRead = (taken: readonly FoundName<unknown>[]) => {
  /** Nothing is read there yet, or only a shorter name inside: 省地访金融监管局 is not 金融监管局. */
  const free = (from: number, to: number) =>
    !taken.some(
      ({ span }) =>
        from < span[1] && to > span[0] && !(from <= span[0] && to >= span[1] && to - from > span[1] - span[0]),
    );
  const inside = (from: number, to: number) => taken.find(({ span }) => from < span[1] && to > span[0]);
  /** What a misspelt name has over the one that stands in it as written must be written too: 剩金融局 has no 省. */
  const isLike = (name: string, piece: string, at: number): boolean => {
    const inner = inside(at, at + piece.length);
    if (!inner) return alike(name, piece) >= ALIKE;
    const [from, to] = inner.span.map((place) => place - at) as [number, number];
    const beyond = (said: string) => said.slice(0, from) + said.slice(to);
    return alike(name, piece) >= MUCH_ALIKE && alike(beyond(name), beyond(piece)) >= ALIKE;
  };
  return { free, isLike };
};

/** Returns the reader of names by their sound, in what is left. */
const createBySound = <T>({ bySound }: Index<T>, prints: (pair: string) => boolean) => {
  const soundStarts = sizesBy(bySound.keys(), (sound) => {
    const parts = sound.split(' ');
    return [parts.slice(0, 2).join(' '), parts.length];
  });

  /** 金融聚集区: the last character belongs to the word behind it, and is no misspelling of 金融局. */
  const isOtherWord = (text: string, end: number, name: string): boolean =>
    text[end - 1] !== name.at(-1) && name.length < SURE_LENGTH && prints(text.slice(end - 1, end + 1));

  return (text: string, taken: readonly FoundName<T>[]): FoundName<T>[] => {
    if (text.length > LONGEST_BY_SOUND) return [];
    const sounds = soundsOf(text);
    const { free, isLike } = besideRead(taken);
    const found: FoundName<T>[] = [];
    for (let at = 0; at < sounds.length; at += 1) {
      for (const size of soundStarts.get(`${sounds[at]} ${sounds[at + 1]}`) ?? []) {
        if (at + size > sounds.length || !free(at, at + size)) continue;
        const piece = text.slice(at, at + size);
        const match = bySound.get(sounds.slice(at, at + size).join(' '))?.find(({ name }) => isLike(name, piece, at));
        if (!match || isOtherWord(text, at + size, match.name)) continue;
        found.push({ means: match.means, span: [at, at + size], text: piece, how: 'sound' });
        at += size - 1;
        break;
      }
    }
    return found;
  };
};

/**
 * A reader of names: the longest name from the left, first as written, then, in what is left, by sound (浐霸生态区,
 * 供应连金融). Only the given names can be found, so that no word is ever turned into another that nobody gave.
 */
export const createNameReader = <T>(
  names: readonly Name<T>[],
  /** Whether the plan's text holds two characters, one behind the other. */
  prints: (pair: string) => boolean = () => false,
): ((text: string) => readonly FoundName<T>[]) => {
  const index = indexOf(names);
  const readExact = createExact(index);
  const readSounds = createBySound(index, prints);

  return (text) => {
    const written = readExact(text);
    const heard = readSounds(text, written);
    const kept = written.filter(({ span }) => !heard.some((one) => one.span[0] <= span[0] && one.span[1] >= span[1]));
    return [...kept, ...heard].sort((a, b) => a.span[0] - b.span[0]);
  };
};
