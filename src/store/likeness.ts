import { canonical } from '../text.ts';

/** Characters of a question that count for likeness. */
const LONGEST = 300;
/** Groups with which a text is compared. */
const MOST_COMPARED = 300;
const MARKS = /[\p{P}\p{S}]+/gu;
/** Share of the character pairs of two questions that both have: those who ask the same in other words come this near. */
export const ALIKE = 0.6;

/** A question as it is compared: no white space, no marks, one width, lower case. */
export const normOf = (question: string): string => {
  const plain = canonical(question).slice(0, LONGEST);
  const bare = plain.replace(MARKS, '');
  return bare === '' ? plain : bare;
};

const pairsOf = (norm: string): ReadonlySet<string> => {
  const chars = [...norm];
  return new Set(chars.length < 2 ? chars : chars.slice(1).map((char, at) => `${chars[at]}${char}`));
};

/** The pairs of each text as numbers, rare ones first: two texts that are unlike differ early. */
const ranked = (texts: readonly ReadonlySet<string>[]): readonly (readonly number[])[] => {
  const counts = new Map<string, number>();
  for (const pairs of texts) for (const pair of pairs) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  const ranks = new Map([...counts].sort(([, a], [, b]) => a - b).map(([pair], rank) => [pair, rank]));
  return texts.map((pairs) => [...pairs].map((pair) => ranks.get(pair) ?? 0).sort((a, b) => a - b));
};

/** How alike two texts are; 0 as soon as it is certain that they are not alike enough. */
const likeness = (one: readonly number[], other: readonly number[]): number => {
  const needed = Math.ceil((ALIKE / (1 + ALIKE)) * (one.length + other.length));
  let both = 0;
  let a = 0;
  let b = 0;
  while (a < one.length && b < other.length) {
    if (both + Math.min(one.length - a, other.length - b) < needed) return 0;
    const x = one[a] ?? 0;
    const y = other[b] ?? 0;
    if (x === y) both += 1;
    if (x <= y) a += 1;
    if (y <= x) b += 1;
  }
  return both / (one.length + other.length - both);
};

/** Two texts that are alike enough share one of these, the rarest of each. */
const telling = (pairs: readonly number[]): readonly number[] =>
  pairs.slice(0, pairs.length - Math.ceil(ALIKE * pairs.length) + 1);

/**
 * Groups by likeness of character pairs (Jaccard): each text is in the group of the first one that it is most like, or
 * heads one of its own. The same texts in the same order make the same groups.
 *
 * @returns the place of each text's group, from 0
 */
export const groupsOf = (norms: readonly string[]): readonly number[] => {
  const distinct = [...new Set(norms)];
  const pairs = ranked(distinct.map(pairsOf));
  const heads: (readonly number[])[] = [];
  const withPair = new Map<number, number[]>();

  /** Groups that share a telling pair, those that share a rare one first. */
  const candidates = (own: readonly number[]): ReadonlySet<number> => {
    const near = new Set<number>();
    for (const pair of telling(own))
      for (const at of withPair.get(pair) ?? []) {
        if (near.size >= MOST_COMPARED) return near;
        near.add(at);
      }
    return near;
  };

  const nearest = (own: readonly number[]): number | undefined => {
    const near = candidates(own);
    let [best, place]: [number, number | undefined] = [0, undefined];
    for (const at of near) {
      const alike = likeness(own, heads[at] ?? []);
      const better = alike > best || (alike === best && place !== undefined && at < place);
      if (alike >= ALIKE && better) [best, place] = [alike, at];
    }
    return place;
  };

  const places = new Map<string, number>();
  for (const [at, norm] of distinct.entries()) {
    const own = pairs[at] ?? [];
    const near = nearest(own);
    places.set(norm, near ?? heads.length);
    if (near !== undefined) continue;
    for (const pair of telling(own)) {
      const known = withPair.get(pair);
      if (known) known.push(heads.length);
      else withPair.set(pair, [heads.length]);
    }
    heads.push(own);
  }
  return norms.map((norm) => places.get(norm) ?? 0);
};
