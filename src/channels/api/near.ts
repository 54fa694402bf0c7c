import { soundsOf } from '../../sound.ts';
import { canonical, isHan } from '../../text.ts';

/** A thing and everything that it is called. */
export interface Called {
  readonly name: string;
  readonly names: readonly string[];
}

const MOST = 5;
/** Less than this in common is chance. */
const ALIKE = 0.3;

/** The sounds of a name's characters, and each two neighbours: a slip of the pen leaves most of them. Letters say little alone. */
const partsOf = (name: string): ReadonlySet<string> => {
  const text = canonical(name);
  const sounds = soundsOf(text);
  const pairs = sounds.slice(1).map((sound, at) => `${sounds[at]} ${sound}`);
  return new Set([...sounds.filter((_, at) => isHan(text[at] ?? '')), ...pairs]);
};

const likeness = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  const common = [...a].filter((part) => b.has(part)).length;
  return (2 * common) / Math.max(1, a.size + b.size);
};

/** Up to five things whose names come near to what was asked for, the nearest first. Never the answer, only an offer. */
export const nearest = (asked: string, things: readonly Called[]): readonly string[] => {
  const wanted = partsOf(asked);
  return things
    .map(({ name, names }) => ({ name, like: Math.max(0, ...names.map((one) => likeness(wanted, partsOf(one)))) }))
    .filter(({ like }) => like >= ALIKE)
    .toSorted((a, b) => b.like - a.like)
    .slice(0, MOST)
    .map(({ name }) => name);
};
