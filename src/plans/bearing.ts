import { readEveryday } from '../corpus.ts';
import { once } from '../once.ts';
import { canonical } from '../text.ts';
import type { Token } from '../values.ts';
import { pairsOf } from './brief.ts';

/** A plan that may bear a question out. */
export interface Bearing {
  /** Its place among the plans. */
  readonly at: number;
  /** How many pairs of characters of what is asked it prints nowhere. */
  readonly missing: number;
  /** It prints each piece of what is asked in full. */
  readonly whole: boolean;
}

/**
 * Returns the plans by what they print of a question: first those that print its words in full, then those that print
 * most of it, equal ones in their order.
 */
export type Bearings = (tokens: readonly Token[]) => Iterable<Bearing>;

/** Tokens that say how something is asked, not what. */
const ASKING: readonly Token['kind'][] = [
  ...(['wanted', 'role', 'operator', 'glue', 'mark', 'before', 'act', 'type', 'plan', 'property', 'relative'] as const),
  ...(['unsaid', 'position', 'figure', 'part'] as const),
];

export const isAsking = ({ kind }: Token): boolean => ASKING.includes(kind);

/** What is asked about: pieces of a question between words of asking. */
const piecesOf = (tokens: readonly Token[]): readonly string[] =>
  tokens
    .map((token) => (isAsking(token) ? '\n' : token.text))
    .join('')
    .split('\n')
    .map(canonical)
    .filter((piece) => piece !== '');

/** Official wordings of everyday words, as they are compared. */
const spokenWords = once(() =>
  readEveryday()
    .filter(({ say }) => say.length > 1)
    .map(({ say, mean }) => ({ say: canonical(say), mean: mean.map(canonical) })),
);

/** How rare a pair is: those that most plans print say little. */
const weightOf = (all: number, found: number): number => Math.log(1 + all / (found + 0.5)) ** 2;

/** What one pair of a question is borne out by: plans that print it, or what it stands for. */
interface Evidence {
  readonly plans: ReadonlySet<number>;
  readonly weight: number;
}

/** Which plans print a pair, of those that are looked at. */
export type Holding = (pair: string) => readonly number[];

/** What is known of the plans that are looked at. */
export interface Held {
  readonly holding: Holding;
  /** Whether the plan at a place prints a piece in full. */
  readonly prints: (at: number, piece: string) => boolean;
  /** How many plans there are. */
  readonly all: number;
}

/** Plans that print every pair of a wording. */
const printing = (wording: string, holding: Holding): readonly number[] => {
  const [first = [], ...rest] = pairsOf(wording)
    .map(holding)
    .sort((a, b) => a.length - b.length);
  return rest.reduce<readonly number[]>((left, list) => {
    if (left.length === 0) return left;
    const held = new Set(list);
    return left.filter((at) => held.has(at));
  }, first);
};

const evidenceOf = (pieces: readonly string[], holding: Holding, all: number): readonly Evidence[] => {
  const said = spokenWords().filter(({ say }) => pieces.some((piece) => piece.includes(say)));
  const meant = said.map(({ say, mean }) => ({
    pairs: new Set(pairsOf(say)),
    plans: mean.flatMap((wording) => printing(wording, holding)),
  }));
  const pairs = new Set(pieces.flatMap(pairsOf));
  return [...pairs].flatMap((pair) => {
    const found = new Set([...holding(pair), ...meant.flatMap((one) => (one.pairs.has(pair) ? one.plans : []))]);
    return found.size === 0 ? [] : [{ plans: found, weight: weightOf(all, found.size) }];
  });
};

/** Those that lack nothing are looked through as far as they are asked for: of a thousand few are. */
function* wholeFirst(plans: readonly Omit<Bearing, 'whole'>[], isWhole: (at: number) => boolean): Generator<Bearing> {
  const near: Bearing[] = [];
  const end = plans.findIndex(({ missing }) => missing > 0);
  const behind = end < 0 ? plans.length : end;
  for (const plan of plans.slice(0, behind)) {
    if (isWhole(plan.at)) yield { ...plan, whole: true };
    else near.push({ ...plan, whole: false });
  }
  yield* near;
  for (const plan of plans.slice(behind)) yield { ...plan, whole: false };
}

/**
 * Puts plans in the order in which they may bear questions out, by the pairs of characters that they print, so that of
 * many only those are asked that may answer. An everyday word counts as printed where any of its official wordings is.
 */
export const createBearings =
  ({ holding, prints, all }: Held): Bearings =>
  (tokens) => {
    const pieces = piecesOf(tokens);
    const evidence = evidenceOf(pieces, holding, all);
    const held = new Uint16Array(all);
    const weight = new Float64Array(all);
    for (const one of evidence)
      for (const at of one.plans) {
        held[at] = (held[at] ?? 0) + 1;
        weight[at] = (weight[at] ?? 0) + one.weight;
      }
    const missing = (at: number) => evidence.length - (held[at] ?? 0);
    const heavier = (a: number, b: number) => (weight[b] ?? 0) - (weight[a] ?? 0);
    const sorted = Array.from({ length: all }, (_, at) => at).sort(
      (a, b) => missing(a) - missing(b) || heavier(a, b) || a - b,
    );
    return wholeFirst(
      sorted.map((at) => ({ at, missing: missing(at) })),
      (at) => pieces.length > 0 && pieces.every((piece) => prints(at, piece)),
    );
  };
