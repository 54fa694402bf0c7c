import { bordersOf } from './borders.ts';

/** What joins two topics, in Chinese as a word of its own. */
const JOINED = /以及|还有|[和与跟同、]| and /gu;
const SHORTEST = 3;

/** Returns the places where a run of words may be two topics: 绿色保险和碳金融 → 绿色保险, 碳金融. */
export const halvesOf = (text: string): readonly (readonly [string, string])[] => {
  const joints = [...text.matchAll(JOINED)];
  if (joints.length === 0) return [];
  const { startOf, endOf } = bordersOf(text);
  return joints.flatMap(({ 0: word, index }) => {
    const end = index + word.length;
    if (startOf[index] !== index || endOf[end - 1] !== end) return [];
    const [left, right] = [text.slice(0, index).trim(), text.slice(end).trim()];
    return left.length >= SHORTEST && right.length >= SHORTEST ? [[left, right] as const] : [];
  });
};

/** Returns the names of which a run of words is a list: 信用和空间建设 → 信用, 空间建设. */
export const listedIn = (text: string): readonly string[] =>
  text
    .split(JOINED)
    .map((name) => name.trim())
    .filter((name) => name !== '');
