import { unitResolver } from '../plan/units.ts';
import { gramsOf } from '../search/terms.ts';
import { soundOf } from '../sound.ts';
import { canonical, squeeze } from '../text.ts';
import type { Registry, UnitName } from '../types.ts';

/** The units or groups that a name means: one as a rule, none for a name that nobody registered. */
export const unitsNamed = (asked: string, registry: Registry): readonly UnitName[] => {
  const { means } = unitResolver(registry)(asked, '');
  if (means.length > 0) return means;
  const key = canonical(asked);
  const english = [...registry.units, ...registry.groups].find((entry) =>
    [entry.english.name, ...entry.english.others].some((name) => canonical(name) === key),
  );
  return english ? [english.name] : [];
};

/** Of an unknown name, so much must be alike. */
const ALIKE = 0.6;
const MOST_NEAR = 3;
/** Longer ones are no names. */
const LONGEST = 40;

/** Pairs of characters and pairs of their sounds: 财政菊 is near 财政局. */
const pairsOf = (name: string): ReadonlySet<string> => {
  const chars = [...squeeze(name)].slice(0, LONGEST);
  const sounds = chars.map(soundOf);
  return new Set([...gramsOf(chars.join('')), ...sounds.slice(1).map((sound, at) => `${sounds[at]} ${sound}`)]);
};

/** The share of the smaller one's pairs that both have, and a little more the nearer they are in length. */
const likeness = (asked: ReadonlySet<string>, name: ReadonlySet<string>): number => {
  const smaller = Math.min(asked.size, name.size);
  if (smaller === 0) return 0;
  const both = [...asked].filter((pair) => name.has(pair)).length;
  return both / smaller + both / Math.max(asked.size, name.size) / 10;
};

/** The units and groups whose names come nearest to an unknown one, nearest first. */
export const unitsNear = (asked: string, { units, groups }: Registry): readonly UnitName[] => {
  const pairs = pairsOf(asked);
  const best = (names: readonly string[]): number => Math.max(...names.map((name) => likeness(pairs, pairsOf(name))));
  return [
    ...units.map(({ name, full, others }) => ({ name, score: best([name, full, ...others]) })),
    ...groups.map(({ name, others }) => ({ name, score: best([name, ...others]) })),
  ]
    .filter(({ score }) => score >= ALIKE)
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_NEAR)
    .map(({ name }) => name);
};
