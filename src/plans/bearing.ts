import { canonical } from '../text.ts';
import type { Plan } from '../types.ts';
import type { Token } from '../values.ts';

/** A plan that may bear a question out. */
export interface Bearing {
  /** Its place among the plans. */
  readonly at: number;
  /** How many pairs of characters of what is asked it prints nowhere. */
  readonly missing: number;
}

/** Returns the plans by what they print of a question, those that print all of it first, equal ones in their order. */
export type Bearings = (tokens: readonly Token[]) => readonly Bearing[];

/** Tokens that say how something is asked, not what. */
const ASKING: readonly Token['kind'][] = [
  ...(['wanted', 'role', 'operator', 'glue', 'mark', 'before', 'act', 'type', 'plan', 'property', 'relative'] as const),
  ...(['unsaid', 'position', 'figure', 'part'] as const),
];

/** Two characters as one number; blanks and marks pair with nothing. */
const pairAt = (text: string, at: number): number => text.charCodeAt(at) * 65_536 + text.charCodeAt(at + 1);

const pairsOf = (text: string): ReadonlySet<number> =>
  new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => pairAt(text, at)));

const namesIn = ({ registry: { units, groups, misprints } }: Plan): readonly string[] => [
  ...[...units, ...groups].flatMap(({ name, others }) => [name, ...others]),
  ...units.map(({ full }) => full),
  ...misprints.map(({ printed }) => printed),
];

/** All words that a plan can be asked with: what it prints, and the other names of its units. */
const wordsOf = (plan: Plan): string =>
  [...plan.clauses.map(({ text }) => text), plan.document.title, plan.document.number, ...namesIn(plan)]
    .map(canonical)
    .join('\n');

/** What is asked about: pieces of a question between words of asking. */
const piecesOf = (tokens: readonly Token[]): readonly string[] =>
  tokens
    .map(({ kind, text }) => (ASKING.includes(kind) ? '\n' : text))
    .join('')
    .split('\n')
    .map(canonical);

/** Official wordings of everyday words. */
export type Everyday = readonly { readonly say: string; readonly mean: readonly string[] }[];

/** How rare a pair is: those that most plans print say little. */
const weightOf = (all: number, found: number): number => Math.log(1 + all / (found + 0.5)) ** 2;

/** What one pair of a question is borne out by: plans that print it, or what it stands for. */
interface Evidence {
  readonly plans: ReadonlySet<number>;
  readonly weight: number;
}

/**
 * Indexes plans by the pairs of characters that they print, so that of many only those are asked that may answer. An
 * everyday word counts as printed where any of its official wordings is.
 */
export const createBearings = (plans: readonly Plan[], everyday: Everyday): Bearings => {
  const holding = new Map<number, number[]>();
  plans.forEach((plan, at) => {
    for (const pair of pairsOf(wordsOf(plan))) {
      const list = holding.get(pair);
      if (list) list.push(at);
      else holding.set(pair, [at]);
    }
  });
  const spoken = everyday
    .filter(({ say }) => say.length > 1)
    .map(({ say, mean }) => ({ say: canonical(say), mean: mean.map(canonical) }));

  /** Plans that print every pair of a wording. */
  const printing = (wording: string): readonly number[] => {
    const [first = [], ...rest] = [...pairsOf(wording)].map((pair) => holding.get(pair) ?? []);
    return rest.reduce<readonly number[]>((left, list) => {
      const held = new Set(list);
      return left.filter((at) => held.has(at));
    }, first);
  };

  const evidenceOf = (pieces: readonly string[]): readonly Evidence[] => {
    const said = spoken.filter(({ say }) => pieces.some((piece) => piece.includes(say)));
    const meant = said.map(({ say, mean }) => ({ pairs: pairsOf(say), plans: mean.flatMap(printing) }));
    const pairs = new Set(pieces.flatMap((piece) => [...pairsOf(piece)]));
    return [...pairs].flatMap((pair) => {
      const own = holding.get(pair) ?? [];
      const found = new Set([...own, ...meant.flatMap((one) => (one.pairs.has(pair) ? one.plans : []))]);
      return found.size === 0 ? [] : [{ plans: found, weight: weightOf(plans.length, found.size) }];
    });
  };

  return (tokens) => {
    const evidence = evidenceOf(piecesOf(tokens));
    const held = new Uint16Array(plans.length);
    const weight = new Float64Array(plans.length);
    for (const one of evidence)
      for (const at of one.plans) {
        held[at] = (held[at] ?? 0) + 1;
        weight[at] = (weight[at] ?? 0) + one.weight;
      }
    const missing = (at: number) => evidence.length - (held[at] ?? 0);
    const heavier = (a: number, b: number) => (weight[b] ?? 0) - (weight[a] ?? 0);
    return plans
      .map((_, at) => at)
      .sort((a, b) => missing(a) - missing(b) || heavier(a, b) || a - b)
      .map((at) => ({ at, missing: missing(at) }));
  };
};
