import { createRandom as seeded } from '../../properties/random.ts';

export interface Random {
  readonly below: (limit: number) => number;
  readonly pick: <T>(values: readonly T[]) => T;
  /** Returns true once in `of` times. */
  readonly once: (of: number) => boolean;
  /** Returns the values in another order. */
  readonly shuffled: <T>(values: readonly T[]) => readonly T[];
}

/** A seeded source of choices: the same seed gives the same questions. */
export const createRandom = (seed: number): Random => {
  const { below, pick } = seeded(seed);
  return {
    below,
    pick,
    once: (of) => below(of) === 0,
    shuffled: (values) =>
      values
        .map((value) => ({ value, at: below(1_000_000_000) }))
        .sort((a, b) => a.at - b.at)
        .map(({ value }) => value),
  };
};
