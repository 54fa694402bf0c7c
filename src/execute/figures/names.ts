import { canonical } from '../../text.ts';
import { heldShare } from './match.ts';
import type { Found } from './result.ts';

/** So much of a name must stand by a figure: 特色支行, 各类特色专业支行50家. */
export const CHUNK_SHARE = 0.6;

const CHUNK = /[\s、，,；;和与及跟]+/u;

/** Returns the names in some words: 事业部、社区支行. */
export const namesIn = (words: string): readonly string[] =>
  words
    .split(CHUNK)
    .map(canonical)
    .filter((chunk) => [...chunk].length > 1);

/** Returns how well a figure's own words bear a name out, 0–1. */
export const nameShare = (name: string, { scope: own, figure: { under = '' } }: Found): number => {
  const scope = `${under}，${own}`;
  if (canonical(scope).includes(name)) return 1;
  return heldShare(name, scope);
};

/** Returns, of several names to be added up, one that none of the figures bears out. */
export const unnamedIn = (words: string, found: readonly Found[]): string | undefined => {
  const names = namesIn(words);
  const borne = (name: string): boolean => found.some((one) => nameShare(name, one) > 0);
  return names.length > 1 && names.some(borne) ? names.find((name) => !borne(name)) : undefined;
};

/**
 * Returns words without the names in them by which things are called, where each of them is: of 甲集群和乙集群 营收, what both
 * have.
 */
export const besideTitles = (words: string, titles: readonly string[]): string => {
  const names = namesIn(words);
  const calls = (name: string, title: string): boolean => heldShare(name, title) >= CHUNK_SHARE;
  const rest = names.filter((name) => !titles.some((title) => calls(name, title)));
  const each = titles.every((title) => names.some((name) => calls(name, title)));
  return each && rest.length > 0 ? rest.join(' ') : words;
};
